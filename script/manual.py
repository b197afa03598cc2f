"""manual.py - posterc's manual pages, posterc(1) and posterc(5), from what posterc prints of itself.  Used by make-docs."""
import re
import textwrap
import unicodedata

# Of the version.
DATE = "2026-11-22"

WORDS = {
    "en": {
        "name": "NAME", "synopsis": "SYNOPSIS", "description": "DESCRIPTION", "commands": "COMMANDS", "exit": "EXIT STATUS",
        "environment": "ENVIRONMENT", "diagnostics": "DIAGNOSTICS", "see": "SEE ALSO", "tables": "KEYS", "example": "EXAMPLE",
        "title1": "compile posters", "title5": "the language of posters",
        "about1": "posterc makes a poster out of a YAML file with up to 18 numbered slides: a PDF for print, a PNG, an SVG, or "
                  "the layout as JSON. The form of the output follows the ending of the file. An option stands anywhere; after "
                  "-- every word is a file. - is standard input, or standard output after -o.",
        "about5": "A poster is a YAML file in UTF-8. What is not written has a default. The keys of the top level come first, "
                  "then the tables that they lead to.",
        "codes": "A message has the form FILE:LINE:COLUMN: error: what is the case; what to type instead [code]. "
                 "posterc explain CODE says more.",
        "exits": [("0", "done"), ("1", "the poster is wrong, or with --strict has warnings; diff found differences"),
                  ("2", "the command line is wrong"), ("3", "a file could not be read or written"),
                  ("4", "posterc itself failed")],
        "variables": [("LANGUAGE, LC_ALL, LC_MESSAGES, LANG", "The language of messages, in this order: ja is Japanese, any other "
                       "English. What is printed on a poster follows its own lang."),
                      ("SOURCE_DATE_EPOCH", "Seconds since 1970, written into the file as its date."),
                      ("POSTERC_FONT_PATH", "Folders in which fonts are looked for first, with colons between.")],
    },
    "ja": {
        "name": "名前", "synopsis": "書式", "description": "説明", "commands": "コマンド", "exit": "終了ステータス",
        "environment": "環境変数", "diagnostics": "メッセージ", "see": "関連項目", "tables": "項目", "example": "例",
        "title1": "ポスターを作る", "title5": "ポスターの書き方",
        "about1": "posterc は、番号付きのスライドを 18 枚まで書いた YAML ファイルから、印刷用の PDF、PNG、SVG、または JSON の"
                  "レイアウトを作ります。形式は、書き出すファイルの名前の終わりで決まります。オプションはどこに書いてもかまいません。"
                  "-- のあとの語はすべてファイルです。- は標準入力、-o のあとでは標準出力です。",
        "about5": "ポスターは UTF-8 の YAML ファイルです。書かなかった項目には標準の値が使われます。いちばん上の段の項目が先で、"
                  "その下の項目の表が続きます。",
        "codes": "メッセージは「ファイル:行:桁: エラー: 何が起きているか。どうすればよいか [符号]」の形です。"
                 "posterc explain 符号 で、詳しい説明を見られます。",
        "exits": [("0", "できました"), ("1", "ポスターに間違いがあります（--strict では警告も）。diff では違いがありました"),
                  ("2", "使い方が違います"), ("3", "読み書きできないファイルがありました"), ("4", "posterc が失敗しました")],
        "variables": [("LANGUAGE, LC_ALL, LC_MESSAGES, LANG", "メッセージの言語をこの順に決めます。ja なら日本語、ほかは英語です。"
                       "ポスターに印刷する文字は、ポスターの lang に従います。"),
                      ("SOURCE_DATE_EPOCH", "1970 年からの秒数。ファイルの日付になります。"),
                      ("POSTERC_FONT_PATH", "書体を先に探すフォルダー。コロンで区切ります。")],
    },
}
EXAMPLE = "title: 研究集会のまとめ\nslides:\n  - title: はじめに\n    text: 目的と進め方。\n  - title: 結果\n    figure: photo.jpg\n"


def is_wide(letter):
    return unicodedata.east_asian_width(letter) in "WF"


def join_lines(text):
    """Lines of a terminal's width as one: Japanese goes on without a blank, except beside a western word."""
    out = ""
    for line in text.split("\n"):
        line = line.strip()
        if out and line:
            left, right = out[-1], line[0]
            is_close = is_wide(left) and is_wide(right) or unicodedata.category(left) in ("Po", "Pe", "Ps") and is_wide(left)
            out += "" if is_close or unicodedata.category(right) in ("Ps", "Pe", "Po") and is_wide(right) else " "
        out += line
    return out


def escape_line(line):
    line = line.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + line if line.startswith((".", "'")) else line


def escape(text):
    """Western text in short lines; in Japanese the end of a line would print a blank."""
    text = text.replace("`", "")
    is_western = not any(map(is_wide, text))
    lines = textwrap.wrap(text, 72, break_long_words=False, break_on_hyphens=False) if is_western and len(text) > 72 else [text]
    return "\n".join(map(escape_line, lines))


def section(title, body):
    return f".SH {title}\n{body}"


def paragraph(text):
    return f"{escape(text)}\n"


def entries(pairs):
    return "".join(f".TP\n.B {escape(name)}\n{escape(meaning)}\n" for name, meaning in pairs)


def head(number, words, version):
    return (f".\\\" Made by script/make-docs.\n.TH POSTERC {number} {DATE} \"{version}\" \"\"\n.ad l\n"
            + section(words["name"], f"posterc \\- {words[f'title{number}']}\n"))


def list_commands(overview):
    return re.findall(r"^  ([a-z]+) ", overview, re.M)


def command_part(text):
    """From the help of a command: its call, its summary, its options."""
    call, summary, _, _, *rows = text.split("\n")
    pairs = []
    for row in rows:
        start = re.match(r"^ {2,6}(-\w, --\S+|--\S+)((?: [A-Z][A-Z=]*)?) +(.*)$", row)
        if start:
            pairs.append([start[1] + start[2], start[3]])
        elif row.strip():
            pairs[-1][1] = join_lines(pairs[-1][1] + "\n" + row)
    return f".SS {escape(call.split(': ', 1)[1])}\n{escape(summary)}\n{entries(pairs)}"


def make_command(ask, language):
    """posterc(1).  ask(*words) is what posterc prints in that language."""
    words = WORDS[language]
    overview = ask("help")
    parts = "".join(command_part(ask("help", name)) for name in list_commands(overview))
    codes = [re.split(r" {2,}| (?=\S+ +\S)", line, maxsplit=2) for line in ask("explain").splitlines()]
    return (head(1, words, ask("--version").strip())
            + section(words["synopsis"], ".B posterc\n.I poster.yaml\n.B \\-o\n.I poster.pdf\n.br\n.B posterc\n.I command\n"
                      ".RI [ option ...]\n.RI [ file ...]\n")
            + section(words["description"], paragraph(words["about1"])) + section(words["commands"], parts)
            + section(words["exit"], entries(words["exits"])) + section(words["environment"], entries(words["variables"]))
            + section(words["diagnostics"], paragraph(words["codes"])
                      + entries((name, f"({kind}) {title.strip()}") for name, kind, title in codes))
            + section(words["see"], ".BR posterc (5)\n"))


def split_row(row):
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


def key_entry(row):
    name, value, default, meaning = split_row(row)
    value = re.sub(r"\[([\w-]+)\]\(#[\w-]+\)", r"\1", value)
    about = " ".join(part for part in (meaning, f"({value})" if value else "", f"[{default}]" if default else "") if part)
    return name, about


def make_format(ask, language):
    """posterc(5)."""
    words = WORDS[language]
    parts = ""
    for table in re.split(r"^## ", ask("schema", "--format", "markdown"), flags=re.M)[1:]:
        name, _, about, _, _, _, *rows = table.split("\n")
        parts += f".SS {escape(name)}\n{paragraph(about)}{entries(key_entry(row) for row in rows if row.startswith('|'))}"
    return (head(5, words, ask("--version").strip()) + section(words["description"], paragraph(words["about5"]))
            + section(words["example"], ".nf\n" + "".join(escape_line(line) + "\n" for line in EXAMPLE.splitlines()) + ".fi\n")
            + section(words["tables"], parts) + section(words["see"], ".BR posterc (1)\n"))

#!/usr/bin/python3
"""test_tags.py POSTERC SOURCE_DIR - the structure of PDFs by the rules of PDF/UA-1 that a program can check; and that each rule bites."""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
import tag_rules as rules
from checks import check, conclude, run

POSTERC, SOURCE = sys.argv[1], Path(sys.argv[2])
MM = 72 / 25.4


def squeeze(text):
    return re.sub(r"[\s\u3000]", "", text)


def render(poster, target, *options):
    subprocess.run([POSTERC, str(poster), "--quiet", "-o", str(target), *options], check=True)
    return target


def lay_out(poster):
    return json.loads(subprocess.run([POSTERC, str(poster), "--quiet", "--format", "json", "-o", "-"], check=True,
                                     stdout=subprocess.PIPE).stdout)


def judge(name, path):
    doc = rules.Tagged(path)
    for rule in rules.RULES:
        faults = list(rule(doc))
        check(not faults, f"{name}: {rule.__name__}: {faults[:3]}")
    return doc


# What the layout says of each slide, against the tree

def layout_text(panel):
    return squeeze("".join(line["text"] for block in panel["blocks"] for line in block.get("lines", [])))


def heading_text(panel):
    first = panel["blocks"][0]
    return layout_text({"blocks": [first]}) if first["kind"] == "heading" else ""


def check_texts(name, document, layout):
    """Slides in the order of their numbers, each with all its text."""
    sections = document.find("Sect")
    check(len(sections) == len(layout["panels"]), f"{name}: {len(sections)} slides in the tree")
    for section, panel in zip(sections, layout["panels"]):
        found = squeeze(section.base())
        number = str(panel["number"] or "")
        begins = heading_text(panel)
        check(found.startswith((begins, number + begins)), f"{name}: slide {number} begins with {found[:10]}")
        left = list(found)
        missing = [c for c in layout_text(panel) if c not in left or left.remove(c)]
        check(not missing, f"{name}: slide {number} lacks {''.join(missing[:20])}")


def check_bookmarks(name, pdf, layout):
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    numbers = [str(panel["number"]) for panel in layout["panels"] if panel["number"]]
    check([title.split(" ")[0] for title in titles][:len(numbers)] == numbers or not numbers,
          f"{name}: bookmarks are {titles}")


def check_poster(path, folder):
    name = str(path.relative_to(SOURCE))
    layout = lay_out(path)
    doc = judge(name, render(path, folder / "poster.pdf"))
    check_texts(name, doc.tree, layout)
    check_bookmarks(name, doc.pdf, layout)


# Posters of our own: what is in them is known

ALL = r"""title: "Peer support\nin Japan"
header: {show: [title, authors, logos]}
authors: 山田
lang: ja
page: {size: A2, bleed: 3mm}
print: {standard: plain}
theme: {sizes: {body: {min: 16pt, max: 16pt}}}
ruby: {支援: し|えん}
ruby-mode: all
slides:
  - title: はじめに
    text: |
      ここの{専門職|せんもんしょく}と[ピア{支援|し|えん}の頁](https://example.org/a(b)c?q=あ)をつなぐ。

      Peer support workers share a lived experience with the people they support; long English words wrap here and
      there, so that lines end between words.

      次は日本語だけの段落であって、行の終わりに空白が入ってはならないのである。長いので、かならず二行にはなる。

      See https://example.org/a/very/long/path/that/will/surely/be/broken/somewhere/in/index.html?and=query&more=1#end.

      [あ](http://example.org/)/S/JavaScript/JS(app.alert(1)) [い](<https://example.org/a)/S/Launch/F(x>)
  - title: 一覧
    text: |
      1. 一つ目

         続きの段落
         - 入れ子
           - 三段目

         また続き

         | 表 |
         |----|
         | 欄 |
      2. 二つ目

      ● 丸
      ● 丸二

      ## 小見出し

      #### もっと小さい
  - text: "# 題のない小見出し\n\n本文 [電話](tel:0520000000) [便り](mailto:a@example.org)"
    figure: {file: cut.svg, alt: 切った絵, crop: {left: 50%, bottom: 40%}}
  - title: 先へ
    writing: vertical
    text: "縦書きの{専門職|せんもんしょく}と支援の[頁](https://example.org/v)です。"
  - title: 申込み
    qr: {url: "https://example.org/form?q=%E3%81%82", show-url: true}
    facts: {日時: 五月三日, 場所: 東京}
"""


PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="teal"/></svg>"""


def find_text(doc, tag, start):
    return next((element for element in doc.tree.find(tag) if element.base().startswith(start)), None)


def check_blanks(doc):
    """Lines end between words, within an address, and between Japanese characters."""
    for start, whole in (("Peer support w", "Peer support workers share a lived experience with the people they support; long "
                          "English words wrap here and there, so that lines end between words."),
                         ("次は", "次は日本語だけの段落であって、行の終わりに空白が入ってはならないのである。長いので、かならず二行にはなる。"),
                         ("See", "See https://example.org/a/very/long/path/that/will/surely/be/broken/somewhere/in/index.html"
                          "?and=query&more=1#end.")):
        found = find_text(doc, "P", start)
        check(found is not None and found.base() == whole, f"a paragraph reads {found and found.base()}")
    title = doc.tree.find("H1")[0].base()
    check(title == "Peer support in Japan", f"the title reads {title}")


def check_copied_text(path):
    """What two other readers copy off the page."""
    mutool = run("mutool", "draw", "-q", "-F", "text", str(path)).stdout.decode()
    poppler = run("pdftotext", "-raw", str(path), "-").stdout.decode()
    lines = [line for line in mutool.split("\n") if line.strip()]
    joined = "".join(lines)
    check(any(re.search("[a-z] $", line) for line in lines), "mutool: no line of English ends in a blank")
    check("share a lived experience with the people they support; long English words" in joined, "mutool: words are joined")
    check("https://example.org/a/very/long/path/that/will/surely/be/broken/somewhere/in/index.html?and=query&more=1#end." in joined,
          "mutool: an address is parted by a blank")
    check("行の終わりに空白が入ってはならないのである。長いので、かならず二行にはなる。" in joined, "mutool: Japanese is parted by a blank")
    for tool, text in (("mutool", mutool), ("pdftotext", poppler)):
        check(re.search(r"1\s+はじめに", text), f"{tool}: the number is joined to the heading")
        check("ここの専門職とピア支援の" in text, f"{tool}: readings part the sentence")


def check_sentences(doc):
    first = doc.tree.find("Sect")[0]
    heading = first.kids[0]
    check(heading.text() == "1. はじめに" and heading.base() == "1 はじめに", f"the heading is read {heading.text()}")
    sentence = first.kids[1]
    check(sentence.text() == "ここの専門職せんもんしょくとピア支し援えんの頁をつなぐ。", f"readings are read {sentence.text()}")
    check(sentence.base() == "ここの専門職とピア支援の頁をつなぐ。", f"the sentence is {sentence.base()}")
    check(sentence.shape() == "P(Ruby(RB RT) Link(Ruby(RB RT) Ruby(RB RT)))", f"the sentence is {sentence.shape()}")
    vertical = doc.tree.find("Sect")[3].kids[1]
    check(vertical.text() == "縦書きの専門職せんもんしょくと支し援えんの頁です。", f"downwards is read {vertical.text()}")


def check_lists(doc):
    second = doc.tree.find("Sect")[1]
    shapes = [kid.shape() for kid in second.kids]
    wanted = ["H2(Span)",
              "L(LI(Lbl LBody(P P L(LI(LBody(P L(LI(LBody(P)))))) P Table(TR(TH) TR(TD)))) LI(Lbl LBody(P)))",
              "L(LI(Lbl LBody(P)) LI(Lbl LBody(P)))", "H3", "H4"]
    check(shapes == wanted, f"lists are {shapes}")
    numberings = [element.name("/ListNumbering") for element in doc.tree.find("L")]
    check(numberings == ["/Decimal", "/Disc", "/Disc", "/Disc", "/None"], f"lists are numbered {numberings}")
    untitled = [element.tag for element in doc.tree.find("Sect")[2].find("H2", "H3")]
    check(untitled == ["H2"] or untitled == ["H3"], f"a heading in a text is {untitled}")


def check_links(doc):
    found = [str(annotation.A.URI) for annotation in doc.annotations]
    wanted = ["https://example.org/a(b)c?q=%E3%81%82",
              "https://example.org/a/very/long/path/that/will/surely/be/broken/somewhere/in/index.html?and=query&more=1#end",
              "http://example.org/", "https://example.org/a)/S/Launch/F(x", "tel:0520000000",
              "mailto:a@example.org", "https://example.org/v", "https://example.org/form?q=%E3%81%82"]
    check(found == wanted, f"links are {found}")
    lines = [len(annotation.QuadPoints) // 8 for annotation in doc.annotations]
    check(lines[1] > 1, "an address of several lines has one rectangle")
    check(lines[7] > 1, "code and address are not one link")
    code = doc.tree.find("Link")[-1]
    check(code.parent.tag == "P" and code.shape() == "Link(Figure)" and "example.org/form" in code.base(), f"a code is {code.shape()}")
    for page in doc.pdf.objects:
        keys = page.keys() if isinstance(page, pikepdf.Dictionary) else []
        check(not {"/JavaScript", "/JS", "/Launch"} & set(keys), "an address has become an action")


def check_link_places(path, doc):
    """The words that poppler finds in the rectangle of a link."""
    height = float(doc.page.MediaBox[3])
    for annotation, words in ((doc.annotations[4], "電話"), (doc.annotations[5], "便り"), (doc.annotations[2], "あ")):
        left, bottom, right, top = [float(number) for number in annotation.Rect]
        text = run("pdftotext", "-r", "72", "-x", str(int(left)), "-y", str(int(height - top)), "-W", str(int(right - left) + 1), "-H",
                   str(int(top - bottom)), str(path), "-").stdout.decode()
        check(words in squeeze(text), f"under the link to {annotation.A.URI} stands {text!r}")


def check_boxes(doc, layout):
    """Of a cut picture, what is seen of it."""
    block = next(block for block in layout["panels"][2]["blocks"] if block["kind"] == "figure")
    figure = next(element for element in doc.tree.find("Figure") if str(element.node.Alt) == "切った絵")
    box = [float(number) for number in figure.attribute("/BBox")]
    margin = float(doc.page.TrimBox[0])
    wanted = [block["x_mm"] * MM + margin, block["w_mm"] * MM, block["h_mm"] * MM]
    found = [box[0], box[2] - box[0], box[3] - box[1]]
    check(max(abs(a - b) for a, b in zip(wanted, found)) < .05, f"a cut picture stands at {found}, not {wanted}")
    with doc.pdf.open_outline() as outline:
        for item in outline.root:
            place = [float(number) for number in list(item.destination)[2:]]
            check(place[2] - place[0] < float(doc.page.MediaBox[2]) / 2, f"the bookmark {item.title} shows {place}")


def check_print_file(poster, folder, wanted):
    """The same tree, but nothing to click."""
    path = render(poster, folder / "print.pdf", "--set", "print.standard=pdf/x-4")
    doc = judge("print", path)
    check(doc.tree.shape() == wanted.tree.shape() and doc.tree.text() == wanted.tree.text(), "a print file has another tree")
    check(not doc.annotations and not links_in(doc), "a print file has links to click")


def links_in(doc):
    return [element for element in doc.tree.walk() if element.links]


# Headings as people write them, and what they must become

HEADINGS = [
    ("title: 題\nslides: [{title: 一, text: あ}, {title: 二, text: い}]", ["H1", "H2", "H2"]),
    ("header: false\nslides: [{title: 一, text: あ}, {title: 二, text: い}]", ["H1", "H1"]),
    ("header: false\nslides: [{text: '## あ'}, {title: 二, text: '### い'}]", ["H1", "H1", "H2"]),
    ("title: 題\nslides: [{text: \"### あ\\n# い\"}]", ["H1", "H2", "H2"]),
    ("header: false\ntitle: 題\nslides: [{title: 一, text: あ}, {role: theme}, {title: 二, text: '###### い'}]",
     ["H1", "H1", "H2", "H3"]),
]


def check_headings(folder):
    for yaml, wanted in HEADINGS:
        (folder / "headings.yaml").write_text(yaml, encoding="utf-8")
        doc = judge("headings", render(folder / "headings.yaml", folder / "headings.pdf"))
        found = [element.tag for element in doc.tree.walk() if re.fullmatch("H[1-6]", element.tag)]
        check(found == wanted, f"headings of {yaml!r} are {found}")


LANGUAGES = """
title: ことば
slides:
  - {title: はじめに, text: 日本語}
  - {title: In English, lang: en, text: Peer support}
  - {title: Also here, lang: ja, text: 日本語}
"""


def check_languages(folder):
    """A slide in another language than the poster's says so; the others leave it to the document."""
    (folder / "languages.yaml").write_text(LANGUAGES, encoding="utf-8")
    doc = judge("languages", render(folder / "languages.yaml", folder / "languages.pdf"))
    found = [str(item.get("/Lang", "")) for item in of(doc.pdf, "Sect")]
    check(sorted(found) == ["", "", "en"] and str(doc.pdf.Root.Lang) == "ja", f"languages are {found}")


WORDS = """
title: "[Peer support]{lang=en}とは"
header: {show: [title]}
slides:
  - title: 言葉
    text: |
      直線と[直]{lang=zh-Hans}と{[直]{lang=ko}|チク}の[[a **word** of]{lang=en}語](https://example.org)。
    table: {header: [日, "[Day]{lang=en}"], rows: [[一, 二]]}
"""


def check_words(folder):
    """Words in another language are spans that say so, and nothing is lost."""
    (folder / "words.yaml").write_text(WORDS, encoding="utf-8")
    doc = judge("words", render(folder / "words.yaml", folder / "words.pdf"))
    spans = [element for element in doc.tree.find("Span") if "/Lang" in element.node]
    found = [(str(span.node.Lang), span.text()) for span in spans]
    wanted = [("en", "Peer support"), ("zh-Hans", "直"), ("ko", "直"), ("en", "a word of"), ("en", "Day")]
    check(found == wanted, f"words in languages are {found}")
    check(doc.tree.find("H1")[0].base() == "Peer supportとは", "the title has lost its words")
    sentence = doc.tree.find("Sect")[0].kids[1]
    check(sentence.shape() == "P(Span Ruby(RB(Span) RT) Link(Span))", f"a sentence with languages is {sentence.shape()}")
    check(sentence.base() == "直線と直と直のa word of語。", f"a sentence with languages reads {sentence.base()}")


# A way to break each rule

def of(pdf, tag):
    found = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and str(item.get("/S", "")) == f"/{tag}"
             and "/P" in item]
    assert found, tag
    return found


def rename(pdf, before, after):
    for item in of(pdf, before):
        item.S = pikepdf.Name(f"/{after}")


def append_content(pdf, text):
    page = pdf.pages[0]
    page.Contents = pikepdf.Stream(pdf, bytes(page.Contents.read_bytes()) + text)


def swap_kids(item):
    item.K = pikepdf.Array(reversed(list(item.K)))


def put(dictionary, key, value):
    dictionary[key] = value


def drop(dictionary, key):
    del dictionary[key]


def annotation(pdf):
    return pdf.pages[0].Annots[0]


BREAKS = {
    rules.content_is_marked: lambda pdf: append_content(pdf, b"\n0 0 1 1 re f"),
    rules.content_is_in_the_tree: lambda pdf: append_content(pdf, b"\n/P <</MCID 9999>> BDC EMC"),
    rules.content_stands_once: lambda pdf: of(pdf, "H1")[0].K.append(of(pdf, "H3")[0].K[0]),
    rules.content_knows_its_element: lambda pdf: put(pdf.Root.StructTreeRoot.ParentTree.Nums[1], 0, of(pdf, "Table")[0]),
    rules.elements_know_their_parents: lambda pdf: put(of(pdf, "RB")[0], "/P", of(pdf, "Table")[0]),
    rules.elements_are_not_empty: lambda pdf: put(of(pdf, "RB")[0], "/K", pikepdf.Array([])),
    rules.elements_are_nested: lambda pdf: rename(pdf, "LBody", "P"),
    rules.headings_skip_no_level: lambda pdf: rename(pdf, "H2", "P"),
    rules.figures_are_described: lambda pdf: drop(of(pdf, "Figure")[0], "/Alt"),
    rules.figures_have_boxes: lambda pdf: put(of(pdf, "Figure")[0].A, "/BBox", pikepdf.Array([0, 0, 9999, 99])),
    rules.heads_have_scope: lambda pdf: drop(of(pdf, "TH")[0], "/A"),
    rules.rows_are_equally_long: lambda pdf: of(pdf, "TR")[0].K.append(of(pdf, "TR")[0].K[0]),
    rules.lists_say_how_they_count: lambda pdf: put(of(pdf, "L")[0].A, "/ListNumbering", pikepdf.Name("/Circle")),
    rules.items_have_bodies: lambda pdf: [swap_kids(item) for item in of(pdf, "LI") if len(item.K) > 1],
    rules.rubies_have_base_and_reading: lambda pdf: swap_kids(of(pdf, "Ruby")[0]),
    rules.numbers_are_read_with_a_pause: lambda pdf: drop(of(pdf, "Span")[0], "/ActualText"),
    rules.links_are_in_the_tree: lambda pdf: drop(annotation(pdf), "/StructParent"),
    rules.links_are_described: lambda pdf: drop(annotation(pdf), "/Contents"),
    rules.links_open_addresses: lambda pdf: put(annotation(pdf).A, "/URI", pikepdf.String("javascript:alert(1)")),
    rules.links_are_where_their_text_is: lambda pdf: put(annotation(pdf), "/Rect", pikepdf.Array([0, 0, 1, 1])),
    rules.links_are_shown_and_printed: lambda pdf: put(annotation(pdf), "/F", 2),
    rules.document_is_declared: lambda pdf: drop(pdf.Root, "/Lang"),
}


def check_that_rules_bite(path, folder):
    for rule in rules.RULES:
        broken = folder / "broken.pdf"
        with pikepdf.open(path) as pdf:
            BREAKS[rule](pdf)
            pdf.save(broken)
        check(list(rule(rules.Tagged(broken))), f"{rule.__name__} does not see a file that is broken on purpose")


def check_own_poster(folder):
    poster = folder / "all.yaml"
    poster.write_text(ALL, encoding="utf-8")
    (folder / "cut.svg").write_text(PICTURE, encoding="utf-8")
    path = render(poster, folder / "all.pdf")
    doc = judge("all", path)
    layout = lay_out(poster)
    check_texts("all", doc.tree, layout)
    check_blanks(doc)
    check_copied_text(path)
    check_sentences(doc)
    check_lists(doc)
    check_links(doc)
    check_link_places(path, doc)
    check_boxes(doc, layout)
    check_print_file(poster, folder, doc)
    check_that_rules_bite(path, folder)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_own_poster(folder)
        check_headings(folder)
        check_languages(folder)
        check_words(folder)
        posters = sorted(SOURCE.glob("examples/*/poster.yaml")) + sorted(SOURCE.glob("examples/gallery/*.yaml"))
        for path in posters:
            check_poster(path, folder)
    return conclude()


if __name__ == "__main__":
    sys.exit(main())

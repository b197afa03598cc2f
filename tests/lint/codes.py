#!/usr/bin/python3
"""codes.py SOURCE_DIR - every diagnostic is explained, reported somewhere, and shown by a golden case in each language."""
import re
import sys
from pathlib import Path

from source import blank, list_files

# Codes that nothing reports yet, and why.
UNREPORTED = {}
# Codes that no poster can bring about on a sound machine, and where they are tested instead.
NO_CASE = {
    "PRINT_RULE": "posterc's own files keep the rules: tests/unit",
    "PRINT_ADVICE": "of a PDF, not of a poster: tests/cli/test_check_pdf.py",
    "FONT_DRIFT": "the fonts on a machine that tests are the pinned ones: tests/unit/test_fonts.c",
}

STRING = r'"(?:\\.|[^"\\])*"'
TEXT = rf"{STRING}(?:\s*{STRING})*"
ENTRY = re.compile(rf"^PC_CODE\(\s*(\w+),\s*({TEXT}),\s*PC_\w+,\s*({TEXT}),\s*({TEXT}),\s*({TEXT})\)", re.M)


def join(literals):
    return "".join(literal[1:-1] for literal in re.findall(STRING, literals))


def read_table(path):
    """identifier -> (name, [title, meaning, remedy])"""
    entries = ENTRY.findall(path.read_text(encoding="utf-8"))
    return {code: (join(name), [join(text) for text in texts]) for code, name, *texts in entries}


def list_used(root, codes):
    """Where each identifier stands in the sources, the table itself left out."""
    used = {code: [] for code in codes}
    for path in list_files(root, "src/**/*.[ch]"):
        for name in re.findall(r"\bPC_([A-Z_]+)\b", blank(path.read_text(encoding="utf-8"))):
            if name in used and path.parent.name != "diag":
                used[name].append(path)
    return used


def list_expectations(root):
    """(case, what it expects in English, what in Japanese)"""
    for path in list_files(root, "tests/golden/diag/*.case"):
        expected = re.split(r"^-{5,}$\n?", path.read_text(encoding="utf-8"), maxsplit=1, flags=re.M)[-1]
        english, _, japanese = expected.partition("----- ja\n")
        yield path.name, english, japanese


def find_codes(expected):
    return set(re.findall(r" \[([a-z-]+)\]$", expected, re.M))


def list_shown(root):
    """Names of the codes that the golden cases show in both languages."""
    shown = set()
    for _, english, japanese in list_expectations(root):
        shown |= find_codes(english) & find_codes(japanese)
    return shown


def check_japanese(name, english, japanese):
    """Every line is there, and none is left in English: three words in a row, not counting what is quoted."""
    if len(find_codes(english)) != len(find_codes(japanese)):
        yield f"{name}: has other codes in Japanese: tests/bless writes both"
    for line in japanese.splitlines()[1:]:
        own = re.sub(r"「[^」]*」|'[^']*'|`[^`]*`|\{[^}]*\}|: --?\w.*", "", line)
        if re.search(r"(?<![\w.-])[A-Za-z]{2,} [A-Za-z]{2,} [a-z]{3,}(?![\w:.-])", own):
            yield f"{name}: is English: {line}"


def check_code(code, name, texts, used, shown):
    for what, text in zip(("title", "meaning", "remedy"), texts):
        if not text.strip():
            yield f"{name}: has no {what}"
    if not used and code not in UNREPORTED:
        yield f"{name}: nothing reports it"
    if used and code in UNREPORTED:
        yield f"{name}: is reported now ({used[0].name}): take it out of UNREPORTED"
    if used and name not in shown and code not in NO_CASE:
        yield f"{name}: no case in tests/golden/diag shows it"


def main(root):
    table = root / "src/diag/codes.def"
    codes = read_table(table)
    written = len(re.findall(r"^PC_CODE\(", table.read_text(encoding="utf-8"), re.M))
    failures = [] if len(codes) == written else [f"{table}: {written} entries, {len(codes)} can be read"]
    used, shown = list_used(root, codes), list_shown(root)
    for code, (name, texts) in codes.items():
        failures += check_code(code, name, texts, used[code], shown)
    for expectation in list_expectations(root):
        failures += check_japanese(*expectation)
    unknown = shown - {name for name, _ in codes.values()}
    failures += [f"{name}: shown by a case, but not in {table.name}" for name in sorted(unknown)]
    stale = (set(UNREPORTED) | set(NO_CASE)) - set(codes)
    failures += [f"{code}: listed in codes.py, but not in {table.name}" for code in sorted(stale)]
    print("\n".join([*failures, f"{len(codes)} codes"]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

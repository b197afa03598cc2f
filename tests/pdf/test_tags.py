#!/usr/bin/python3
"""test_tags.py POSTERC SOURCE_DIR - the structure of the examples' PDFs, by the rules of PDF/UA-1 that a program can check."""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import tagged
from checks import check, conclude

POSTERC, SOURCE = sys.argv[1], Path(sys.argv[2])
# Which elements may stand in which (ISO 32000-1, 14.8.4).
INSIDE = {"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"},
          "Caption": {"Figure", "Table", "L"}, "Sect": {"Document"}}
CELLS = {"Table": {"TR", "Caption"}, "TR": {"TH", "TD"}, "L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody", "L"}}


def squeeze(text):
    return re.sub(r"[\s\u3000]", "", text)


def check_tree(name, document, content, parents):
    numbers = [number for element in document.walk() for number in element.numbers]
    check(not content.faults, f"{name}: {content.faults[:3]}")
    check(sorted(numbers) == sorted(content.order), f"{name}: content in the tree is not the content of the page")
    check(len(numbers) == len(set(numbers)), f"{name}: a content is used twice")
    for element in document.walk():
        for number in element.numbers:
            check(parents[number].objgen == element.node.objgen, f"{name}: content {number} has another parent")
        if element.parent is not None:
            check(element.node.P.objgen == element.parent.node.objgen, f"{name}: /P of {element.tag} is wrong")
        check(element.kids or element.numbers or element.tag in ("TD", "TH"), f"{name}: {element.tag} is empty")


def check_nesting(name, document):
    for element in document.walk():
        above = element.parent.tag if element.parent else None
        check(element.tag not in INSIDE or above in INSIDE[element.tag], f"{name}: {element.tag} stands in {above}")
        wrong = {kid.tag for kid in element.kids} - CELLS.get(element.tag, {kid.tag for kid in element.kids})
        check(not wrong, f"{name}: {element.tag} holds {wrong}")


def check_headings(name, document):
    levels = [int(element.tag[1]) for element in document.find("H1", "H2", "H3")]
    check(not levels or levels[0] == 1, f"{name}: the first heading is H{levels[:1]}")
    for before, level in zip(levels, levels[1:]):
        check(level <= before + 1, f"{name}: H{level} follows H{before}")


def check_attributes(name, document):
    for figure in document.find("Figure"):
        check(str(figure.node.get("/Alt", "")).strip(), f"{name}: a figure has no alternative text")
        box = figure.node.get("/A", {}).get("/BBox")
        check(box is not None and float(box[2]) > float(box[0]) and float(box[3]) > float(box[1]),
              f"{name}: a figure has no box")
    for cell in document.find("TH"):
        check(str(cell.node.get("/A", {}).get("/Scope", "")) in ("/Column", "/Row", "/Both"),
              f"{name}: a header cell has no scope")


def span(cell, key):
    attributes = cell.node.get("/A", {})
    return int(attributes.get(key, 1))


def check_tables(name, document):
    for table in document.find("Table"):
        rows = [kid for kid in table.kids if kid.tag == "TR"]
        open_until = {}
        widths = set()
        for index, row in enumerate(rows):
            width = sum(columns for end, columns in open_until.values() if end > index)
            for cell in row.kids:
                width += span(cell, "/ColSpan")
                if span(cell, "/RowSpan") > 1:
                    open_until[id(cell)] = (index + span(cell, "/RowSpan"), span(cell, "/ColSpan"))
            widths.add(width)
        check(len(widths) == 1, f"{name}: rows of a table have {sorted(widths)} cells")


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
        found = squeeze(section.text())
        number = str(panel["number"] or "")
        begins = heading_text(panel)
        check(found.startswith((begins, number + begins)), f"{name}: slide {number} begins with {found[:10]}")
        left = list(found)
        missing = [c for c in layout_text(panel) if c not in left or left.remove(c)]
        check(not missing, f"{name}: slide {number} lacks {''.join(missing[:20])}")


def check_document(name, pdf):
    root = pdf.Root
    check(bool(root.MarkInfo.Marked), f"{name}: not marked")
    check(str(root.get("/Lang", "")) != "", f"{name}: no language")
    check(bool(root.ViewerPreferences.DisplayDocTitle), f"{name}: the title is not shown")
    check(str(pdf.pages[0].get("/Tabs", "")) == "/S", f"{name}: tab order does not follow the structure")


def check_bookmarks(name, pdf, layout):
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    numbers = [str(panel["number"]) for panel in layout["panels"] if panel["number"]]
    check([title.split(" ")[0] for title in titles][:len(numbers)] == numbers or not numbers,
          f"{name}: bookmarks are {titles}")


def check_poster(path, folder):
    name = str(path.relative_to(SOURCE))
    target = folder / "poster.pdf"
    subprocess.run([POSTERC, str(path), "--quiet", "-o", str(target)], check=True)
    layout = json.loads(subprocess.run([POSTERC, str(path), "--quiet", "--format", "json", "-o", "-"], check=True,
                                       stdout=subprocess.PIPE).stdout)
    pdf, document, content, parents = tagged.read(target)
    check_document(name, pdf)
    check_tree(name, document, content, parents)
    check_nesting(name, document)
    check_headings(name, document)
    check_attributes(name, document)
    check_tables(name, document)
    check_texts(name, document, layout)
    check_bookmarks(name, pdf, layout)


def main():
    posters = sorted(SOURCE.glob("examples/*/poster.yaml")) + sorted(SOURCE.glob("examples/gallery/*.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        for path in posters:
            check_poster(path, Path(folder))
    return conclude()


if __name__ == "__main__":
    sys.exit(main())

"""tag_rules.py - what a tagged PDF of one page must be, rule by rule, from the words of ISO 32000-1 and ISO 14289-1.

Each rule is a function of a Tagged that yields what is wrong.  Nothing here knows how posterc writes its files.
"""
import re

import tagged

# Which elements may stand in which, and which may hold nothing else (ISO 32000-1, 14.8.4).
INSIDE = {"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}, "RB": {"Ruby"},
          "RT": {"Ruby"}, "Caption": {"Figure", "Table", "L"}, "Sect": {"Document"}}
HOLDS = {"Table": {"TR", "Caption"}, "TR": {"TH", "TD"}, "L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"},
         "Ruby": {"RB", "RT"}}
NUMBERINGS = {"/None", "/Disc", "/Circle", "/Square", "/Decimal", "/UpperRoman", "/LowerRoman", "/UpperAlpha", "/LowerAlpha"}
ADDRESS = re.compile(r"(https?|mailto|tel):[!-~]+")


class Tagged:
    def __init__(self, path):
        self.pdf, self.tree, self.content, self.parents = tagged.read(path)
        self.page = self.pdf.pages[0]
        self.parent_tree = tagged.read_parents(self.pdf)
        self.annotations = list(self.page.get("/Annots", []))


def numbers_of(doc):
    return [number for element in doc.tree.walk() for number in element.numbers]


def content_is_marked(doc):
    yield from doc.content.faults


def content_is_in_the_tree(doc):
    numbers = numbers_of(doc)
    if sorted(set(numbers)) != sorted(doc.content.order):
        yield "content in the tree is not the content of the page"


def content_stands_once(doc):
    numbers = numbers_of(doc)
    if len(numbers) != len(set(numbers)):
        yield "a content is used twice"


def content_knows_its_element(doc):
    for element in doc.tree.walk():
        for number in element.numbers:
            if doc.parents[number].objgen != element.node.objgen:
                yield f"content {number} has another parent"


def elements_know_their_parents(doc):
    for element in doc.tree.walk():
        if element.parent is not None and element.node.P.objgen != element.parent.node.objgen:
            yield f"/P of {element.tag} is wrong"


def elements_are_not_empty(doc):
    for element in doc.tree.walk():
        if not (element.kids or element.numbers or element.tag in ("TD", "TH")):
            yield f"{element.tag} is empty"


def elements_are_nested(doc):
    for element in doc.tree.walk():
        above = element.parent.tag if element.parent else None
        if element.tag in INSIDE and above not in INSIDE[element.tag]:
            yield f"{element.tag} stands in {above}"
        wrong = {kid.tag for kid in element.kids} - HOLDS.get(element.tag, {kid.tag for kid in element.kids})
        if wrong:
            yield f"{element.tag} holds {wrong}"


def headings_skip_no_level(doc):
    levels = [int(element.tag[1]) for element in doc.tree.find("H1", "H2", "H3", "H4", "H5", "H6")]
    for before, level in zip([0, *levels], levels):
        if level > before + 1:
            yield f"H{level} follows H{before}"


def figures_are_described(doc):
    for figure in doc.tree.find("Figure"):
        if not str(figure.node.get("/Alt", "")).strip():
            yield "a figure has no alternative text"


def figures_have_boxes(doc):
    edges = [float(number) for number in doc.page.MediaBox]
    for figure in doc.tree.find("Figure"):
        box = [float(number) for number in figure.attribute("/BBox", [])]
        if len(box) != 4 or box[2] <= box[0] or box[3] <= box[1]:
            yield "a figure has no box"
        elif box[0] < edges[0] - .01 or box[1] < edges[1] - .01 or box[2] > edges[2] + .01 or box[3] > edges[3] + .01:
            yield "a figure reaches past the page"


def heads_have_scope(doc):
    for cell in doc.tree.find("TH"):
        if cell.name("/Scope") not in ("/Column", "/Row", "/Both"):
            yield "a header cell has no scope"


def span(cell, key):
    return int(cell.attribute(key, 1))


def rows_are_equally_long(doc):
    for table in doc.tree.find("Table"):
        rows = [kid for kid in table.kids if kid.tag == "TR"]
        open_until, widths = {}, set()
        for index, row in enumerate(rows):
            width = sum(columns for end, columns in open_until.values() if end > index)
            for cell in row.kids:
                width += span(cell, "/ColSpan")
                if span(cell, "/RowSpan") > 1:
                    open_until[id(cell)] = (index + span(cell, "/RowSpan"), span(cell, "/ColSpan"))
            widths.add(width)
        if len(widths) != 1:
            yield f"rows of a table have {sorted(widths)} cells"


def lists_say_how_they_count(doc):
    for element in doc.tree.find("L"):
        numbering = element.name("/ListNumbering")
        labels = [label.text() for item in element.kids for label in item.kids if label.tag == "Lbl"]
        counts = bool(labels) and all(re.fullmatch(r"[\d①-⑳]+[.)]?", label) for label in labels)
        if numbering not in NUMBERINGS:
            yield f"a list is numbered {numbering}"
        elif counts != (numbering == "/Decimal"):
            yield f"a list of {labels[:2]} is numbered {numbering}"


def items_have_bodies(doc):
    for item in doc.tree.find("LI"):
        bodies = [kid for kid in item.kids if kid.tag == "LBody"]
        if len(bodies) != 1 or item.kids[-1] is not bodies[0]:
            yield f"an item is {item.shape()}"


def rubies_have_base_and_reading(doc):
    for ruby in doc.tree.find("Ruby"):
        if [kid.tag for kid in ruby.kids] != ["RB", "RT"]:
            yield f"a ruby is {ruby.shape()}"
        elif not all(kid.text().strip() for kid in ruby.kids):
            yield "a ruby lacks its base or its reading"


def numbers_are_read_with_a_pause(doc):
    for heading in doc.tree.find("H1", "H2", "H3", "H4", "H5", "H6"):
        for part in heading.kids:
            drawn = part.base() if part.tag == "Span" else ""
            if drawn.strip().isdigit() and (not drawn.endswith(" ") or part.text() != f"{drawn.strip()}. "):
                yield f"a heading is read '{heading.text()[:9]}'"
        if re.match(r"\d+[^\d.:\s]", heading.text()) and heading.kids and heading.kids[0].tag == "Span":
            yield f"a heading is read '{heading.text()[:9]}'"


def links_of(doc):
    return [(element, annotation) for element in doc.tree.find("Link") for annotation in element.links]


def links_are_in_the_tree(doc):
    placed = [annotation.objgen for _, annotation in links_of(doc)]
    if placed != [annotation.objgen for annotation in doc.annotations]:
        yield "annotations are not the links of the tree in their order"
    for element, annotation in links_of(doc):
        back = doc.parent_tree.get(int(annotation.get("/StructParent", -1)))
        if back is None or back.objgen != element.node.objgen:
            yield "an annotation does not lead back to its element"
    if int(doc.pdf.Root.StructTreeRoot.ParentTreeNextKey) <= max(doc.parent_tree):
        yield "the next key of the parent tree is taken"


def links_are_described(doc):
    for annotation in doc.annotations:
        if not str(annotation.get("/Contents", "")).strip():
            yield "a link has no description"


def links_open_addresses(doc):
    for annotation in doc.annotations:
        action = annotation.get("/A", {})
        if str(annotation.get("/Subtype")) != "/Link" or str(action.get("/S")) != "/URI" or set(action.keys()) - {"/S", "/URI"}:
            yield f"an annotation does {dict(action)}"
        elif not ADDRESS.fullmatch(str(action.URI)):
            yield f"a link opens {action.URI}"


def links_are_where_their_text_is(doc):
    edges = [float(number) for number in doc.page.MediaBox]
    for annotation in doc.annotations:
        box = [float(number) for number in annotation.Rect]
        quads = [float(number) for number in annotation.get("/QuadPoints", [])]
        across, up = quads[0::2], quads[1::2]
        if not quads or len(quads) % 8:
            yield "a link has no corners"
        elif max(abs(a - b) for a, b in zip([min(across), min(up), max(across), max(up)], box)) > .01:
            yield "the corners of a link are not those of its rectangle"
        elif box[0] < edges[0] or box[1] < edges[1] or box[2] > edges[2] or box[3] > edges[3]:
            yield "a link reaches past the page"


def links_are_shown_and_printed(doc):
    for annotation in doc.annotations:
        if int(annotation.get("/F", 0)) & 0b101110 != 4 or list(annotation.get("/Border", [])) != [0, 0, 0]:
            yield "a link is hidden or has a frame"


def document_is_declared(doc):
    root = doc.pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not shown"
    if str(doc.page.get("/Tabs", "")) != "/S":
        yield "tab order does not follow the structure"


RULES = [content_is_marked, content_is_in_the_tree, content_stands_once, content_knows_its_element,
         elements_know_their_parents, elements_are_not_empty, elements_are_nested, headings_skip_no_level,
         figures_are_described, figures_have_boxes, heads_have_scope, rows_are_equally_long, lists_say_how_they_count,
         items_have_bodies, rubies_have_base_and_reading, numbers_are_read_with_a_pause, links_are_in_the_tree,
         links_are_described, links_open_addresses, links_are_where_their_text_is, links_are_shown_and_printed,
         document_is_declared]

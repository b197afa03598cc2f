"""tagged.py - a PDF's marked content and structure tree, read with pikepdf and by the words of the standards.

ISO 32000-1 14.6-14.8 and ISO 14289-1 7.1; nothing here knows how posterc writes them.
"""
import re

import pikepdf

PAINT = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", '"', "Do", "sh", "EI", "INLINE IMAGE"}


class Font:
    """The text of a font's codes, by its ToUnicode map."""

    def __init__(self, font):
        self.wide = str(font.get("/Subtype")) == "/Type0"
        self.map = {}
        data = bytes(font.ToUnicode.read_bytes()).decode("latin-1") if "/ToUnicode" in font else ""
        for block in re.findall(r"beginbfchar(.*?)endbfchar", data, re.S):
            for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                self.map[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
        for block in re.findall(r"beginbfrange(.*?)endbfrange", data, re.S):
            for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                base = bytes.fromhex(text).decode("utf-16-be")
                for code in range(int(first, 16), int(last, 16) + 1):
                    self.map[code] = base[:-1] + chr(ord(base[-1]) + code - int(first, 16))

    def decode(self, data):
        size = 2 if self.wide else 1
        codes = [int.from_bytes(data[i:i + size], "big") for i in range(0, len(data), size)]
        return "".join(self.map.get(code, "\ufffd") for code in codes)


class Content:
    """Marked content of one page: text by number, and what breaks the rules."""

    def __init__(self, page):
        self.text, self.order, self.faults = {}, [], []
        self.stack, self.font = [], None
        self.fonts = {name: Font(font) for name, font in page.Resources.get("/Font", {}).items()}
        for operands, operator in pikepdf.parse_content_stream(page):
            self.visit(str(operator), operands)
        if self.stack:
            self.faults.append(f"{len(self.stack)} marked contents stay open")

    def number(self):
        numbers = [entry[1] for entry in self.stack if entry[1] is not None]
        return numbers[-1] if numbers else None

    def in_artifact(self):
        return any(entry[0] == "/Artifact" for entry in self.stack)

    def begin(self, operands):
        tag, number, actual = str(operands[0]), None, None
        if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary):
            properties = operands[1]
            number = int(properties["/MCID"]) if "/MCID" in properties else None
            actual = str(properties["/ActualText"]) if "/ActualText" in properties else None
        if number is not None:
            self.order.append(number)
            self.text.setdefault(number, "")
            if self.stack:
                self.faults.append(f"content {number} begins inside other marked content")
        if tag == "/Artifact" and self.number() is not None:
            self.faults.append(f"an artifact stands inside content {self.number()}")
        if actual is not None:
            self.append(actual)
        self.stack.append((tag, number, actual))

    def append(self, text):
        replaced = any(entry[2] is not None for entry in self.stack)
        if self.number() is not None and not replaced:
            self.text[self.number()] += text

    def visit(self, operator, operands):
        if operator in ("BDC", "BMC"):
            self.begin(operands)
        elif operator == "EMC":
            if not self.stack:
                self.faults.append("EMC without a beginning")
            else:
                self.stack.pop()
        elif operator == "Tf":
            self.font = self.fonts[str(operands[0])]
        elif operator in ("Tj", "TJ"):
            parts = operands[0] if operator == "TJ" else [operands[0]]
            self.append("".join(self.font.decode(bytes(part)) for part in parts if isinstance(part, pikepdf.String)))
        if operator in PAINT and self.number() is None and not self.in_artifact():
            self.faults.append(f"{operator} stands outside of all marked content")


class Element:
    """An element of the tree: parts are what is read of it, in order; links are the annotations that it holds."""

    def __init__(self, node, content, parent=None):
        self.tag, self.node, self.parent = str(node.S)[1:], node, parent
        self.kids, self.numbers, self.parts, self.links = [], [], [], []
        entry = node.get("/K")
        for kid in entry if isinstance(entry, pikepdf.Array) else [] if entry is None else [entry]:
            if not isinstance(kid, pikepdf.Dictionary):
                self.numbers.append(int(kid))
                self.parts.append(content.text.get(int(kid), ""))
            elif str(kid.get("/Type", "")) == "/OBJR":
                self.links.append(kid.Obj)
            else:
                child = Element(kid, content, self)
                self.kids.append(child)
                self.parts.append(child)

    def text(self):
        """As it is read aloud."""
        if "/ActualText" in self.node:
            return str(self.node.ActualText)
        return "".join(part.text() if isinstance(part, Element) else part for part in self.parts)

    def base(self):
        """As it is written: without readings, with what is really drawn."""
        parts = [part.base() if isinstance(part, Element) else part for part in self.parts]
        return "" if self.tag == "RT" else "".join(parts)

    def attribute(self, key, default=None):
        """Of its attributes, which are one dictionary."""
        return self.node.get("/A", {}).get(key, default)

    def name(self, key):
        return str(self.attribute(key, ""))

    def walk(self):
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, *tags):
        return [element for element in self.walk() if element.tag in tags]

    def shape(self):
        """"L(LI(Lbl LBody))"."""
        within = " ".join(kid.shape() for kid in self.kids)
        return f"{self.tag}({within})" if within else self.tag


def read_parents(pdf):
    """The parent tree: by key, a list for the page and an element for an annotation."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}


def read(path):
    """The document of a tagged PDF of one page: its first element, its content, its parent tree."""
    pdf = pikepdf.open(path)
    page = pdf.pages[0]
    content = Content(page)
    document = Element(pdf.Root.StructTreeRoot.K[0], content)
    parents = list(read_parents(pdf)[int(page.StructParents)])
    return pdf, document, content, parents

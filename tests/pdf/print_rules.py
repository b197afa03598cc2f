"""print_rules.py - what a print file must be, rule by rule, from the words of ISO 15930-7 (PDF/X-4) and ISO 14289-1 (PDF/UA-1).

Each rule is a function of a Document that yields what is wrong.  Nothing here knows how posterc writes its files.
"""
import re
import subprocess
import xml.etree.ElementTree as ET

import pikepdf
import tagged

NS = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
      "xmp": "http://ns.adobe.com/xap/1.0/", "pdf": "http://ns.adobe.com/pdf/1.3/",
      "mm": "http://ns.adobe.com/xap/1.0/mm/", "pdfxid": "http://www.npes.org/pdfx/ns/id/",
      "pdfuaid": "http://www.aiim.org/pdfua/ns/id/"}
DATE = re.compile(r"D:\d{14}(Z|[+-]\d\d'\d\d'?)$")


class Document:
    def __init__(self, path):
        self.path = path
        self.pdf, self.tree, self.content, self.parents = tagged.read(path)
        self.page = self.pdf.pages[0]
        self.info = self.pdf.trailer.get("/Info", {})
        metadata = self.pdf.Root.get("/Metadata")
        self.metadata = metadata
        self.xmp = ET.fromstring(bytes(metadata.read_bytes())) if metadata is not None else None

    def read_xmp(self, path):
        found = self.xmp.find(f".//{path}", NS) if self.xmp is not None else None
        return None if found is None else "".join(found.itertext()).strip()

    def dictionaries(self):
        """Every dictionary, at any depth."""
        for item in self.pdf.objects:
            yield from walk(item)

    def box(self, name):
        return [float(number) for number in self.page.get(name, [])]


def walk(item, depth=0):
    if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        yield item
        for key in item.keys():
            value = item[key]
            if not getattr(value, "is_indirect", False) and depth < 30:
                yield from walk(value, depth + 1)
    elif isinstance(item, pikepdf.Array):
        for value in item:
            if not getattr(value, "is_indirect", False) and depth < 30:
                yield from walk(value, depth + 1)


def is_name(value, *names):
    return isinstance(value, pikepdf.Name) and str(value) in names


# Common rules

def c1_syntax(doc):
    result = subprocess.run(["qpdf", "--check", doc.path], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        yield result.stdout + result.stderr


def c2_not_encrypted_and_identified(doc):
    if subprocess.run(["qpdf", "--is-encrypted", doc.path], check=False).returncode == 0:
        yield "encrypted"
    if len(doc.pdf.trailer.get("/ID", [])) != 2:
        yield "no /ID"


def c3_metadata_is_readable(doc):
    if doc.metadata is None:
        yield "no metadata"
    elif "/Filter" in doc.metadata:
        yield "metadata is compressed"


def c4_titles_agree(doc):
    title = str(doc.info.get("/Title", ""))
    if not title or doc.read_xmp("dc:title/rdf:Alt/rdf:li") != title:
        yield "the title is missing or differs"


def c5_dates(doc):
    for key, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        date = str(doc.info.get(key, ""))
        digits = re.sub(r"\D", "", doc.read_xmp(name) or "")[:14]
        if not DATE.match(date) or date[2:16] != digits:
            yield f"{key} is {date}, XMP says {digits}"


def c6_nothing_acts(doc):
    forbidden = {"/JS", "/JavaScript", "/OpenAction", "/AA", "/EmbeddedFiles", "/RichMedia", "/Launch"}
    for item in doc.dictionaries():
        for key in forbidden & set(item.keys()):
            yield f"{key} in the file"
        if is_name(item.get("/S"), "/JavaScript", "/Launch"):
            yield "an action that runs something"


def c7_fonts(doc):
    for item in doc.dictionaries():
        kind = str(item.get("/Subtype", ""))
        if not is_name(item.get("/Type"), "/Font"):
            continue
        descriptor = item.get("/FontDescriptor", {})
        if kind == "/Type3":
            yield "a Type 3 font"
        if kind in ("/CIDFontType0", "/CIDFontType2", "/TrueType", "/Type1"):
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
                yield f"{item.get('/BaseFont')} is not embedded"
        if kind == "/CIDFontType2" and "/CIDToGIDMap" not in item:
            yield f"{item.get('/BaseFont')} has no CIDToGIDMap"
        if kind in ("/Type0", "/TrueType") and "/ToUnicode" not in item:
            yield f"{item.get('/BaseFont')} has no text"


# PDF/X-4

def x1_version(doc):
    if doc.pdf.pdf_version != "1.6":
        yield doc.pdf.pdf_version


def x2_output_intent(doc):
    intents = [intent for intent in doc.pdf.Root.get("/OutputIntents", []) if is_name(intent.get("/S"), "/GTS_PDFX")]
    if len(intents) != 1:
        yield f"{len(intents)} output intents"
    for intent in intents:
        for key in ("/OutputConditionIdentifier", "/Info"):
            if not str(intent.get(key, "")):
                yield f"no {key}"


def x3_profile(doc):
    for intent in doc.pdf.Root.get("/OutputIntents", []):
        stream = intent.get("/DestOutputProfile")
        data = bytes(stream.read_bytes()) if stream is not None else b""
        if data[12:20] != b"prtrCMYK" or stream.get("/N") != 4 or data[8] > 4:
            yield "the output profile is none for CMYK"
        if len(data) < 20 or int.from_bytes(data[:4], "big") != len(data):
            yield "the output profile is cut off"


def x4_trapped(doc):
    trapped = doc.info.get("/Trapped")
    if not is_name(trapped, "/True", "/False") or doc.read_xmp("pdf:Trapped") != str(trapped)[1:]:
        yield f"Trapped is {trapped}"


def x5_identification(doc):
    if doc.read_xmp("pdfxid:GTS_PDFXVersion") != "PDF/X-4":
        yield "XMP does not say PDF/X-4"
    for name in ("mm:DocumentID", "mm:VersionID", "mm:RenditionClass", "xmp:CreateDate", "xmp:ModifyDate",
                 "xmp:MetadataDate"):
        if not doc.read_xmp(name):
            yield f"no {name}"


def x6_boxes(doc):
    media, bleed, trim = doc.box("/MediaBox"), doc.box("/BleedBox"), doc.box("/TrimBox")
    if len(trim) != 4 or len(bleed) != 4 or "/ArtBox" in doc.page:
        yield "a box is missing, or ArtBox stands beside TrimBox"
        return
    for outer, inner, name in ((media, bleed, "BleedBox"), (bleed, trim, "TrimBox")):
        if inner[0] < outer[0] or inner[1] < outer[1] or inner[2] > outer[2] or inner[3] > outer[3]:
            yield f"{name} is too large"


def x7_no_annotations(doc):
    if doc.page.get("/Annots"):
        yield "annotations on the page"


def x8_groups(doc):
    for item in doc.dictionaries():
        group = item.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and is_name(group.get("/CS"), "/DeviceRGB"):
            yield "a transparency group is mixed in RGB"


def x9_rgb_is_declared(doc):
    for item in doc.dictionaries():
        resources = item.get("/Resources")
        if isinstance(resources, pikepdf.Dictionary) and "/DefaultRGB" not in resources.get("/ColorSpace", {}):
            yield "resources without DefaultRGB"


def x10_no_transfer(doc):
    for item in doc.dictionaries():
        if is_name(item.get("/Type"), "/StructElem"):
            continue
        for key in {"/TR", "/TR2", "/HTP", "/OPI", "/PS"} & set(item.keys()):
            yield f"{key} in the file"


def operators(doc):
    matrix, stack = [1, 0, 0, 1, 0, 0], []
    for operands, operator in pikepdf.parse_content_stream(doc.page):
        name = str(operator)
        if name == "q":
            stack.append(list(matrix))
        elif name == "Q":
            matrix = stack.pop()
        elif name == "cm":
            a, b, c, d, e, f = (float(number) for number in operands)
            m = matrix
            matrix = [a * m[0] + b * m[2], a * m[1] + b * m[3], c * m[0] + d * m[2], c * m[1] + d * m[3],
                      e * m[0] + f * m[2] + m[4], e * m[1] + f * m[3] + m[5]]
        yield name, operands, matrix


def x11_ink(doc, limit=3.0):
    for name, operands, _ in operators(doc):
        if name in ("k", "K") and sum(float(number) for number in operands) > limit + 1e-6:
            yield f"{sum(float(number) for number in operands):.0%} ink"


def x12_greys_are_black_ink(doc):
    for name, operands, _ in operators(doc):
        if name in ("g", "G") or (name in ("rg", "RG") and len({round(float(number), 4) for number in operands}) == 1):
            yield f"{name} {[float(number) for number in operands]}"


def x13_hairlines(doc):
    width = 1.0
    for name, operands, matrix in operators(doc):
        if name == "w":
            width = float(operands[0])
        scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
        if name in ("S", "s", "B", "b", "B*", "b*") and width * scale < 0.2499:
            yield f"a line of {width * scale:.3f} pt"


# PDF/UA-1

def u1_marked(doc):
    if not doc.pdf.Root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked"


def u2_language(doc):
    if not str(doc.pdf.Root.get("/Lang", "")):
        yield "no language"


def u3_title_is_shown(doc):
    if not doc.pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the file's name is shown instead of the title"


def u4_identification(doc):
    if doc.read_xmp("pdfuaid:part") != "1":
        yield "XMP does not say PDF/UA-1"


def u6_contents_in_tree(doc):
    numbers = [number for element in doc.tree.walk() for number in element.numbers]
    if sorted(numbers) != sorted(doc.content.order):
        yield "marked content that is not in the tree, or twice"
    for element in doc.tree.walk():
        for number in element.numbers:
            if doc.parents[number].objgen != element.node.objgen:
                yield f"content {number} has another parent"


def u7_all_drawing_is_marked(doc):
    yield from doc.content.faults


def u8_figures(doc):
    for figure in doc.tree.find("Figure", "Formula"):
        if not str(figure.node.get("/Alt", "")).strip():
            yield "a figure without alternative text"
        if "/BBox" not in figure.node.get("/A", {}):
            yield "a figure without a box"


def u9_header_cells(doc):
    for cell in doc.tree.find("TH"):
        if not is_name(cell.node.get("/A", {}).get("/Scope"), "/Row", "/Column", "/Both"):
            yield "a header cell without scope"


def u10_headings(doc):
    levels = [int(element.tag[1]) for element in doc.tree.find("H1", "H2", "H3", "H4")]
    if levels and levels[0] != 1:
        yield f"begins with H{levels[0]}"
    for before, level in zip(levels, levels[1:]):
        if level > before + 1:
            yield f"H{level} after H{before}"


def u12_tabs(doc):
    if not is_name(doc.page.get("/Tabs"), "/S") or "/StructParents" not in doc.page:
        yield "the order of the page is not that of the structure"


def u13_lists(doc):
    for element in doc.tree.find("LI", "Lbl", "LBody"):
        wanted = "L" if element.tag == "LI" else "LI"
        if element.parent.tag != wanted:
            yield f"{element.tag} in {element.parent.tag}"


COMMON = [c1_syntax, c2_not_encrypted_and_identified, c3_metadata_is_readable, c4_titles_agree, c6_nothing_acts, c7_fonts]
X4 = [c5_dates, x1_version, x2_output_intent, x3_profile, x4_trapped, x5_identification, x6_boxes, x7_no_annotations,
      x8_groups, x9_rgb_is_declared, x10_no_transfer, x11_ink, x12_greys_are_black_ink]
UA = [u1_marked, u2_language, u3_title_is_shown, u4_identification, u6_contents_in_tree, u7_all_drawing_is_marked,
      u8_figures, u9_header_cells, u10_headings, u12_tabs, u13_lists]
LINES = [x13_hairlines]

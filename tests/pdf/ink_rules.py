"""ink_rules.py - what is printed with which inks, rule by rule, from the words of ISO 15930-7 (PDF/X-4), ISO 15930-4 (PDF/X-1a) and
ISO 32000-1; and the plates that Ghostscript makes of a file.

Each rule is a function of a Document (print_rules.py) that yields what is wrong.  Nothing here knows how posterc writes its files.
"""
import subprocess

import pikepdf
from PIL import Image
from print_rules import is_name

PLATES = ("Cyan", "Magenta", "Yellow", "Black")
LIGHT = {"/DeviceRGB", "/CalRGB", "/Lab"}
GREY = {"/DeviceGray", "/CalGray", "/G"}
PLAIN_BLENDS = {"/Normal", "/Compatible"}


# What draws

def is_content(item):
    return isinstance(item, pikepdf.Stream) and (is_name(item.get("/Subtype"), "/Form") or "/PatternType" in item)


def masks_of(doc):
    """The forms that soft masks are made of."""
    return {item["/G"].objgen for item in doc.dictionaries()
            if is_name(item.get("/S"), "/Luminosity", "/Alpha") and isinstance(item.get("/G"), pikepdf.Stream)}


def soft_pictures(doc):
    return {item["/SMask"].objgen for item in doc.dictionaries() if isinstance(item.get("/SMask"), pikepdf.Stream)}


def contents(doc):
    """The page, and every form, tile and glyph."""
    yield doc.page
    for item in doc.pdf.objects:
        if is_content(item):
            yield item
        if isinstance(item, pikepdf.Dictionary) and is_name(item.get("/Subtype"), "/Type3"):
            yield from (item["/CharProcs"][name] for name in item["/CharProcs"].keys())


def operations(doc):
    for content in contents(doc):
        for instruction in pikepdf.parse_content_stream(content):
            yield content, [part for part in instruction.operands], str(instruction.operator)


def is_light(space):
    """Whether a colour space is one of light: of a device, calibrated, or by a profile."""
    if is_name(space, *LIGHT, "/RGB"):
        return True
    if not isinstance(space, pikepdf.Array) or len(space) == 0:
        return False
    family = str(space[0])
    if family == "/ICCBased":
        return space[1].get("/N") == 3
    if family in ("/Indexed", "/Pattern") and len(space) > 1:
        return is_light(space[1])
    if family in ("/Separation", "/DeviceN"):
        return is_light(space[2])
    return family in LIGHT


def spaces(doc):
    """Every colour space that something is drawn in, and where it is named."""
    for item in doc.dictionaries():
        if isinstance(item.get("/ColorSpace"), pikepdf.Dictionary):
            for name, space in item["/ColorSpace"].items():
                yield name, space
        elif "/ColorSpace" in item:
            yield "an image or a gradient", item["/ColorSpace"]
        if isinstance(item.get("/Group"), pikepdf.Dictionary) and "/CS" in item["/Group"]:
            yield "a group", item["/Group"]["/CS"]


# Nothing but inks

def i1_no_light(doc):
    for where, space in spaces(doc):
        if is_light(space):
            yield f"{where} is of RGB"


def i2_no_light_in_content(doc):
    for content, operands, operator in operations(doc):
        if operator in ("rg", "RG") or (operator in ("cs", "CS") and is_light(operands[0])):
            yield f"{operator} in {content.objgen}"
        if operator == "INLINE IMAGE" and is_light(operands[0].colorspace):
            yield "an inline picture in RGB"


# Greys are black ink, in what posterc draws and in what it was given

def i3_greys_are_black_ink(doc):
    masks = masks_of(doc)
    for content, operands, operator in operations(doc):
        if content.objgen in masks:
            continue
        if operator in ("g", "G"):
            yield f"{operator} {operands}"
        if operator in ("rg", "RG") and len({round(float(number), 4) for number in operands}) == 1:
            yield f"{operator} {operands}"


def ends_of(function):
    """The colours at the ends of every piece of a gradient."""
    if isinstance(function, pikepdf.Array):
        return []
    if function.get("/FunctionType") == 3:
        return [end for part in function["/Functions"] for end in ends_of(part)]
    if function.get("/FunctionType") == 2:
        return [[float(number) for number in function[key]] for key in ("/C0", "/C1")]
    return []


def in_masks(doc):
    """Numbers of the gradients that soft masks are made of."""
    masks = masks_of(doc)
    return {shading.objgen for item in doc.pdf.objects if is_content(item) and item.objgen in masks
            for shading in dict(item.get("/Resources", {}).get("/Shading", {})).values()}


def i4_grey_gradients_are_black_ink(doc):
    soft = in_masks(doc)
    for item in doc.dictionaries():
        if "/ShadingType" not in item or item.objgen in soft:
            continue
        if is_name(item["/ColorSpace"], *GREY):
            yield "a gradient in grey"
        ends = ends_of(item["/Function"]) if is_light(item["/ColorSpace"]) else []
        if ends and all(max(end) - min(end) < 1e-4 for end in ends):
            yield f"a grey gradient in RGB: {ends}"


def i5_grey_pictures_are_black_ink(doc):
    soft = soft_pictures(doc)
    for item in doc.dictionaries():
        if not is_name(item.get("/Subtype"), "/Image") or item.get("/ImageMask") or item.objgen in soft:
            continue
        space = item["/ColorSpace"]
        by_profile = isinstance(space, pikepdf.Array) and is_name(space[0], "/ICCBased") and space[1].get("/N") == 1
        if (is_name(space, *GREY) and item.get("/BitsPerComponent", 8) > 1) or by_profile:
            yield f"a picture in grey, {item.objgen}"


def i6_grey_means_ink(doc):
    for where, _ in spaces(doc):
        if where in ("/DefaultGray", "/DefaultCMYK"):
            yield f"{where} turns inks into others"


# What a figure may bring along

def i7_no_foreign_marks(doc):
    numbers = set(doc.content.order)
    for content, operands, operator in operations(doc):
        if content is doc.page:
            continue
        if operator in ("MP", "DP", "BMC") or (operator == "BDC" and "/MCID" in (operands[1] if len(operands) > 1 else {})):
            yield f"{operator} in {content.objgen}, beside {len(numbers)} contents of the page"


def i8_masks_stay_light(doc):
    """A mask's greys are shares of light (ISO 32000-1, 11.6.5.3)."""
    masks = masks_of(doc)
    for item in doc.pdf.objects:
        if is_content(item) and item.objgen in masks and is_name(item.get("/Group", {}).get("/CS"), "/DeviceCMYK"):
            yield f"a soft mask of inks, {item.objgen}"


# PDF/X-1a (ISO 15930-4)

def a1_version(doc):
    if doc.pdf.pdf_version != "1.4":
        yield doc.pdf.pdf_version
    with open(doc.path, "rb") as file:
        data = file.read()
    if b"/ObjStm" in data or b"/XRef" in data:
        yield "objects are packed together, which PDF 1.5 began with"


def a2_identification(doc):
    if str(doc.info.get("/GTS_PDFXVersion", "")) != "PDF/X-1a:2003":
        yield f"GTS_PDFXVersion is {doc.info.get('/GTS_PDFXVersion')}"
    if doc.read_xmp("pdfxid:GTS_PDFXVersion"):
        yield "XMP says that it is another PDF/X"


def a3_nothing_transparent(doc):
    for item in doc.dictionaries():
        if isinstance(item.get("/SMask"), (pikepdf.Dictionary, pikepdf.Stream)) or item.get("/SMaskInData", 0):
            yield f"a soft mask in {item.objgen}"
        if "/BM" in item and str(item["/BM"]) not in PLAIN_BLENDS:
            yield f"blended by {item['/BM']}"
        if any(key in item and float(item[key]) < 1 for key in ("/ca", "/CA")):
            yield "a share of colour"
        if is_name(item.get("/S"), "/Transparency"):
            yield "a transparency group"


def a4_no_young_keys(doc):
    if "/Tabs" in doc.page:
        yield "/Tabs is of PDF 1.5"
    for item in doc.dictionaries():
        if is_name(item.get("/O"), "/Table") and "/Scope" in item:
            yield "/Scope is of PDF 1.5"
        if is_name(item.get("/Subtype"), "/Image") and item.get("/BitsPerComponent", 8) > 8:
            yield "16 bits are of PDF 1.5"


INKS = [i1_no_light, i2_no_light_in_content]
GREYS = [i3_greys_are_black_ink, i4_grey_gradients_are_black_ink, i5_grey_pictures_are_black_ink, i6_grey_means_ink,
         i7_no_foreign_marks, i8_masks_stay_light]
X1A = [a1_version, a2_identification, a3_nothing_transparent, a4_no_young_keys]


# Plates

def make_plates(doc, folder, dpi):
    """The four plates of a page, 255 is full ink, by the file's own output profile."""
    profile = folder / "output.icc"
    profile.write_bytes(bytes(doc.pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()))
    for old in folder.glob("plate*"):
        old.unlink()
    subprocess.run(["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dNOSAFER", "-sDEVICE=tiffsep", f"-r{dpi}",
                    f"-sDefaultCMYKProfile={profile}", f"-sOutputICCProfile={profile}",
                    f"-sOutputFile={folder}/plate%d.tif", str(doc.path)], check=True, capture_output=True)
    plates = {}
    for name in PLATES:
        with Image.open(folder / f"plate1({name}).tif") as plate:
            plates[name] = plate.convert("L").point(lambda value: 255 - value)
    return plates


def cut(doc, plates, box, dpi):
    """Part of the plates; box in points from the page's lower left."""
    height = plates["Black"].size[1]
    left, bottom, right, top = (round(float(edge) * dpi / 72) for edge in box)
    assert right > left and top > bottom, (doc.path, box)
    return {name: plate.crop((left, height - top, right, height - bottom)) for name, plate in plates.items()}


def most_ink(plates):
    """The largest sum of the four inks in one dot, per cent."""
    rows = zip(*(plate.tobytes() for plate in plates.values()))
    return max(map(sum, set(rows))) / 2.55

#!/usr/bin/python3
"""test_marks.py POSTERC SOURCE_DIR - boxes of sheets with marks, and the marks on every plate, judged by tools that are not ours.

Where a mark has to be is written here from what the words mean: inner marks lie on the trim's edges, outer ones on the bleed's.
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
import print_rules as rules
from PIL import Image, ImageChops
from checks import check, conclude

POSTERC = sys.argv[1]
MM = 72 / 25.4
DPI = 300
DOT = DPI / 25.4
PLATES = ("Cyan", "Magenta", "Yellow", "Black")
SLUG = 13
POSTER = """\
title: 題
header: off
page: {{size: {size}, margin: 8mm, bleed: {bleed}mm, marks: {marks}}}
theme: {{sizes: {{body: {{min: 6pt, max: 10pt}}}}, colors: {{paper: "#e8b070"}}}}
print: {{standard: {standard}}}
slides: [短い文。]
"""
SHEETS = (("A0", 841, 1189), ("[420mm, 297mm]", 420, 297), ("[210.5mm, 99.3mm]", 210.5, 99.3))


def run(*command, **more):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, **more)


def make(folder, name, size="[100mm, 70mm]", bleed=3, marks="tombo", standard="pdf/x-4", ending="pdf", date=None):
    poster = folder / f"{name}.yaml"
    poster.write_text(POSTER.format(size=size, bleed=bleed, marks=marks, standard=standard), encoding="utf-8")
    target = folder / f"{name}.{ending}"
    environment = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    run(POSTERC, poster, "--quiet", "-o", target, env=environment | ({"SOURCE_DATE_EPOCH": date} if date else {}))
    return target


# Boxes

def check_bleed(folder):
    """The colour of the paper ends where the bleed does, on all sides and corners, and not before; beyond it the sheet is bare."""
    width, height, near = 100, 70, .4
    for standard in ("plain", "pdf/x-4"):
        target = make(folder, "painted", standard=standard)
        run("pdftoppm", "-r", DPI, "-png", "-singlefile", target, folder / "painted")
        with Image.open(folder / "painted.png") as image:
            picture = image.convert("RGB")

        def look(x, y):
            """In mm from the trim's upper left corner."""
            return picture.getpixel((int((x + 3 + SLUG) * DOT), int((y + 3 + SLUG) * DOT)))

        paper = look(4, 4)
        check(max(paper) - min(paper) > 60, f"{standard}: the paper has no colour: {paper}")
        columns, rows = (-3 + near, 20, width + 3 - near), (-3 + near, 20, height + 3 - near)
        for x, y in [(x, y) for x in columns for y in rows if (x, y) != (20, 20)]:
            check(look(x, y) == paper, f"{standard}: {look(x, y)} at {x}, {y} in the bleed, not {paper}")
        for x, y in ((-3 - near, 20), (width + 3 + near, 20), (20, -3 - near), (20, height + 3 + near)):
            check(look(x, y) == (255, 255, 255), f"{standard}: {look(x, y)} at {x}, {y} beyond the bleed")


def check_box(name, page, key, inset, width, height):
    """inset: from the media's edges, all in mm."""
    wanted = [inset * MM, inset * MM, (inset + width) * MM, (inset + height) * MM]
    found = [float(number) for number in page[key]]
    check(all(abs(a - b) <= .01 for a, b in zip(wanted, found)), f"{name}: {key} is {found}, not {wanted}")


def check_boxes(folder):
    for size, width, height in SHEETS:
        for bleed in (3, 5, 0):
            for marks in ("tombo", "crop", "none"):
                name = f"{width}-{bleed}-{marks}"
                target = make(folder, name, size, bleed, marks)
                slug = 0 if marks == "none" else SLUG
                with pikepdf.open(target) as pdf:
                    around = 2 * (slug + bleed)
                    check_box(name, pdf.pages[0], "/MediaBox", 0, width + around, height + around)
                    check_box(name, pdf.pages[0], "/BleedBox", slug, width + 2 * bleed, height + 2 * bleed)
                    check_box(name, pdf.pages[0], "/TrimBox", slug + bleed, width, height)


# Plates.  Places are mm from the trim's top left.

class Plates:
    def __init__(self, folder, target, profile):
        options = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", f"-r{DPI}")
        profiles = (f"-sDefaultCMYKProfile={profile}", f"-sOutputICCProfile={profile}")
        stem = folder / f"{target.stem}-plates"
        run("gs", *options, "-sDEVICE=tiffsep", *profiles, "-o", f"{stem}.tif", target)
        self.images = {plate: Image.open(f"{stem}({plate}).tif").convert("L") for plate in PLATES}


def crop(image, margin, left, top, right, bottom):
    """The pixels between two places, those on the edges left out."""
    return image.crop((int((margin + left) * DOT) + 2, int((margin + top) * DOT) + 2,
                       int((margin + right) * DOT) - 1, int((margin + bottom) * DOT) - 1))


def find_darkest(image, margin, x, y, reach=2):
    x, y = (margin + x) * DOT, (margin + y) * DOT
    area = image.crop((int(x) - reach, int(y) - reach, int(x) + reach + 1, int(y) + reach + 1))
    return area.getextrema()[0]


def list_lines(width, height, bleed, marks):
    """Places on every mark, and beside it: (x, y, whether there is one)."""
    far, off = bleed + 6.5, bleed + .8
    for x in {0, width} | ({-bleed, width + bleed} if marks == "tombo" else set()):
        for y in (-far, height + far):
            yield x, y, True
            yield x + 1, y, False
    for y in {0, height} | ({-bleed, height + bleed} if marks == "tombo" else set()):
        for x in (-far, width + far):
            yield x, y, True
            yield x, y + 1, False
    for x in (0, width):
        for y in (-off, height + off):
            yield x, y, marks == "tombo"
    for away in (-bleed - 4.5, height + bleed + 4.5):
        yield width / 2, away - 2.5, True
        yield width / 2 + 2.5, away, True
        yield width / 2 + 2.5, away + 2.5, False
    for away in (-bleed - 4.5, width + bleed + 4.5):
        yield away - 2.5, height / 2, True
        yield away, height / 2 + 2.5, True
        yield away + 2.5, height / 2 + 2.5, False


def check_marks(name, image, width, height, bleed, marks, darkest=0):
    """darkest: what a mark has at most, 0 where every plate has all of its ink."""
    for x, y, wanted in list_lines(width, height, bleed, marks):
        found = find_darkest(image, SLUG + bleed, x, y)
        check(found <= darkest if wanted else found == 255, f"{name}: {found} at {x}, {y} mm, {'a' if wanted else 'no'} mark")


def check_edges(name, image, width, height, bleed):
    """The ground of the page reaches the bleed's edge on all four sides, and nothing else stands there."""
    margin = SLUG + bleed
    ring = (("left", -bleed, -bleed, 2, height + bleed), ("right", width - 2, -bleed, width + bleed, height + bleed),
            ("top", -bleed, -bleed, width + bleed, 2), ("bottom", -bleed, height - 2, width + bleed, height + bleed))
    colors = set()
    for side, *box in ring:
        low, high = crop(image, margin, *box).getextrema()
        check(high - low <= 1, f"{name}: something stands in the bleed on the {side}")
        colors.add(low)
    check(len(colors) == 1, f"{name}: the sides differ: {colors}")
    return min(colors)


def check_slug(name, plates, width, height, bleed):
    """Its texts stand on black alone, left and right of the centre mark."""
    for left, right in ((2, width / 2 - 13), (width / 2 + 13, width - 2)):
        box = (left, height + bleed + .5, right, height + bleed + 9)
        for plate, image in plates.images.items():
            darkest = crop(image, SLUG + bleed, *box).getextrema()[0]
            check((darkest == 0) if plate == "Black" else (darkest == 255), f"{name}: slug on {plate}: {darkest}")


def check_plates(folder, profile):
    for marks in ("tombo", "crop"):
        for bleed in (3, 5, 0):
            name = f"plates-{marks}-{bleed}"
            target = make(folder, name, bleed=bleed, marks=marks)
            plates = Plates(folder, target, profile)
            grounds = {}
            for plate, image in plates.images.items():
                check_marks(f"{name} {plate}", image, 100, 70, bleed, marks)
                grounds[plate] = check_edges(f"{name} {plate}", image, 100, 70, bleed)
            check(grounds["Magenta"] < 230 and grounds["Yellow"] < 200, f"{name}: no ground in the bleed: {grounds}")
            check_slug(name, plates, 100, 70, bleed)


# Other renderers, other outputs

def check_renderers(folder):
    for standard in ("pdf/x-4", "plain"):
        target = make(folder, f"seen-{standard[:3].strip('/')}", standard=standard)
        run("pdftoppm", "-r", DPI, "-gray", "-png", "-singlefile", target, folder / "poppler")
        run("mutool", "draw", "-q", "-r", DPI, "-c", "gray", "-o", folder / "mupdf.png", target)
        for renderer in ("poppler", "mupdf"):
            with Image.open(folder / f"{renderer}.png") as page:
                # A line is a little wider than a dot, and may be spread over two of them.
                check_marks(f"{renderer} {standard}", page.convert("L"), 100, 70, 3, "tombo", darkest=128)
    with pikepdf.open(target) as pdf:
        spaces = pdf.pages[0].Resources.get("/ColorSpace", {})
        check(not any("/All" in str(space) for _, space in spaces.items()), "plain: registration colour on a screen")


def check_rules(folder):
    for marks in ("tombo", "crop"):
        document = rules.Document(make(folder, f"rules-{marks}", marks=marks))
        for rule in rules.COMMON + rules.X4 + rules.UA + rules.LINES:
            faults = list(rule(document))
            check(not faults, f"{marks}: {rule.__name__}: {faults[:2]}")
        spaces = [space for _, space in document.page.Resources.ColorSpace.items() if isinstance(space, pikepdf.Array)]
        names = [str(space[1]) for space in spaces if str(space[0]) == "/Separation"]
        check(names == ["/All"], f"{marks}: separations are {names}")
        check("FOGRA39" not in document.tree.text(), f"{marks}: the slug is read aloud")


def read_text(target):
    return run("pdftotext", "-raw", "-enc", "UTF-8", target, "-").stdout.decode()


def check_text(folder):
    undated = read_text(make(folder, "undated", size="[200mm, 100mm]"))
    dated = read_text(make(folder, "dated", size="[200mm, 100mm]", date="1777593600"))
    for wanted in ("undated.yaml", "題", "200 × 100 mm", "FOGRA39", "posterc "):
        check(wanted in undated, f"the slug does not say {wanted}: {undated[-80:]}")
    check("2026-05-01" in dated, f"the slug has no date: {dated[-80:]}")
    check("-01-" not in undated, f"a date that nobody asked for: {undated[-80:]}")
    check("FOGRA39" not in read_text(make(folder, "bare", marks="none")), "a slug without marks")


def check_other_formats(folder):
    """The trim and no more: as without marks."""
    for ending in ("png", "svg"):
        with_marks, without = (make(folder, f"other-{marks}", marks=marks, ending=ending) for marks in ("tombo", "none"))
        if ending == "png":
            with Image.open(with_marks) as one, Image.open(without) as other:
                check(one.size == other.size and not ImageChops.difference(one, other).getbbox(), "PNG: marks are seen")
        else:
            check(with_marks.read_bytes() == without.read_bytes(), "SVG: marks change it")
    first, second = (make(folder, "same").read_bytes() for _ in range(2))
    check(first == second, "two runs differ")


def write_profile(folder):
    """The printing condition that the file itself carries."""
    with pikepdf.open(make(folder, "profile")) as pdf:
        target = folder / "condition.icc"
        target.write_bytes(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    return target


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_boxes(folder)
        check_bleed(folder)
        check_plates(folder, write_profile(folder))
        check_renderers(folder)
        check_rules(folder)
        check_text(folder)
        check_other_formats(folder)
    return conclude()


if __name__ == "__main__":
    sys.exit(main())

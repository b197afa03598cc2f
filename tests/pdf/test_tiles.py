#!/usr/bin/python3
"""test_tiles.py POSTERC SOURCE_DIR - sheets and tiles of the examples, judged by qpdf, pikepdf and poppler.

Glued together again, the tiles are the poster; every slide stands on its sheet; the poster is in the file once.
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
from PIL import Image, ImageChops, ImageStat
from checks import check, conclude

POSTERC, SOURCE = sys.argv[1], Path(sys.argv[2])
VERBOSE = "-v" in sys.argv[3:]
# Two pixels a millimetre: cuts, on whole millimetres, fall between pixels.
DPI = 50.8
MM = 72 / 25.4
MARGIN = 10
PAPERS = {"A4": (210, 297), "A3": (297, 420)}
EXAMPLES = ("workshop", "merged", "newsletter", "vertical")
# Mean difference of the glued tiles from the poster in levels of grey, and the share that differs by FAR levels.
MEAN, SHARE, FAR = 0.5, 0.002, 64


def run(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True).stdout


def squeeze(text):
    return re.sub(r"[\s\u3000]", "", text)


def rasterize(path, folder):
    """Pages as pictures, by number from 0."""
    run("pdftoppm", "-r", DPI, "-png", path, folder / path.stem)
    files = sorted(folder.glob(path.stem + "-*.png"), key=lambda f: int(f.stem.rsplit("-", 1)[1]))
    return [Image.open(file).convert("RGB") for file in files]


def numbers_of(page):
    """How a page draws the poster: the numbers before `re W n` and `cm`."""
    data = page.Contents[0].read_bytes().decode("ascii")
    clip = re.search(r"((?:[-.\d]+ ){4})re W n", data).group(1)
    matrix = re.search(r"((?:[-.\d]+ ){6})cm", data).group(1)
    return [float(n) for n in clip.split()], [float(n) for n in matrix.split()]


def place_of(page):
    """Left, top, width and height of what is seen of the poster: in points of the poster and on the page."""
    clip, matrix = numbers_of(page)
    height = float(page.MediaBox[3])
    poster = page.Resources.XObject["/Poster"].BBox
    scale = matrix[0]
    on_poster = ((clip[0] - matrix[4]) / scale, float(poster[3]) - (clip[1] + clip[3] - matrix[5]) / scale,
                 clip[2] / scale, clip[3] / scale)
    return on_poster, (clip[0], height - clip[1] - clip[3], clip[2], clip[3]), scale


def check_file(name, path, paper):
    sizes = PAPERS[paper]
    check(run("qpdf", "--check", path) is not None, f"{name}: qpdf finds fault")
    with pikepdf.open(path) as pdf:
        forms = {page.Resources.XObject["/Poster"].objgen for page in pdf.pages}
        check(len(forms) == 1, f"{name}: {len(forms)} copies of the poster")
        check("/StructTreeRoot" not in pdf.Root and "/MarkInfo" not in pdf.Root, f"{name}: tags of another page")
        check("/OutputIntents" not in pdf.Root, f"{name}: made for a press")
        check(str(pdf.Root.ViewerPreferences.PrintScaling) == "/None", f"{name}: printers may shrink it")
        xmp = pdf.Root.Metadata.read_bytes().decode()
        check("pdfuaid" not in xmp.split("<rdf:Description")[1].split(">", 1)[1], f"{name}: claims tags")
        for number, page in enumerate(pdf.pages):
            box = [float(n) / MM for n in page.MediaBox]
            check(sorted(sizes) == sorted(round(n, 2) for n in box[2:]), f"{name}: page {number} is {box}")
            check(page.MediaBox == page.TrimBox, f"{name}: page {number} has another trim")
            _, (x, y, w, h), scale = place_of(page)
            inside = min(x, y, box[2] * MM - x - w, box[3] * MM - y - h) / MM
            check(inside >= MARGIN - 0.01, f"{name}: page {number} prints {inside} mm from the edge")
            check(scale <= 1 + 1e-9, f"{name}: page {number} is enlarged")
            data = b"".join(stream.read_bytes() for stream in page.Contents)
            check(b"MCID" not in data, f"{name}: page {number} has marked content")
        return [place_of(page) for page in pdf.pages]


def glue(tiles, pages, size):
    """As the instructions say: each page over the strips of those before it, margins cut off; and what is covered."""
    sheet, covered = Image.new("RGB", size), Image.new("L", size)
    pixel = DPI / 72
    for ((px, py, w, h), (x, y, _, _), _), image in zip(tiles, pages):
        left, top = round(px * pixel), round(py * pixel)
        width, height = min(round(w * pixel), size[0] - left), min(round(h * pixel), size[1] - top)
        dx, dy = round(x * pixel), round(y * pixel)
        sheet.paste(image.crop((dx, dy, dx + width, dy + height)), (left, top))
        covered.paste(255, (left, top, left + width, top + height))
    return sheet, covered


def check_glued(name, tiles, pages, poster):
    sheet, covered = glue(tiles, pages, poster.size)
    missing = 1 - ImageStat.Stat(covered).mean[0] / 255
    difference = ImageChops.difference(sheet, poster).convert("L")
    mean = ImageStat.Stat(difference).mean[0]
    wrong = sum(difference.histogram()[FAR:]) / (difference.width * difference.height)
    # Half a pixel at the right and at the bottom of the poster.
    check(missing < 0.002, f"{name}: {missing:.4f} of the poster is on no tile")
    check(mean < MEAN, f"{name}: glued together it differs by {mean:.2f} levels")
    check(wrong < SHARE, f"{name}: {wrong:.4f} of the glued poster is wrong")
    if VERBOSE:
        print(f"{name}: {mean:.2f} levels, {wrong:.5f} wrong, {missing:.5f} missing")


def check_tiles(name, path, poster_file, paper, overlap, folder):
    tiles = check_file(name, path, paper)[1:]
    pages = rasterize(path, folder)[1:]
    poster = rasterize(poster_file, folder)[0]
    check(all(abs(scale - 1) < 1e-6 for _, _, scale in tiles), f"{name}: a tile is not at true size")
    rows = sorted({round(place[1], 1) for place, _, _ in tiles})
    columns = sorted({round(place[0], 1) for place, _, _ in tiles})
    cuts = [cut / MM for cut in rows + columns]
    check(all(abs(cut - round(cut)) < 0.03 for cut in cuts), f"{name}: a cut is not on a whole millimetre")
    check(len(rows) * len(columns) == len(tiles), f"{name}: {len(tiles)} tiles are no grid")
    for (x, y, w, h), _, _ in tiles:
        following = [other for other in columns if other > x + 1]
        if following:
            check(abs(x + w - following[0] - overlap * MM) < 0.11, f"{name}: the strip is not {overlap} mm wide")
        below = [other for other in rows if other > y + 1]
        if below:
            check(abs(y + h - below[0] - overlap * MM) < 0.11, f"{name}: the strip is not {overlap} mm high")
    check_glued(name, tiles, pages, poster)
    text = squeeze(run("pdftotext", path, "-").decode())
    names = [f"{chr(ord('A') + c)}{r + 1}" for r in range(len(rows)) for c in range(len(columns))]
    check(all(tile in text for tile in names), f"{name}: not all names of tiles are written")


def list_lines(panel):
    return [line["text"] for block in panel["blocks"] for line in block.get("lines", [])]


def check_sheets(name, path, layout):
    places = check_file(name, path, "A4")[1:]
    panels = layout["panels"]
    rects = [tuple(panel[key] for key in ("x_mm", "y_mm", "w_mm", "h_mm")) for panel in panels]
    shown = [tuple(value / MM for value in place) for place, _, _ in places]
    near = [[all(abs(m - n) < 0.02 for m, n in zip(a, b)) for a in shown] for b in rects]
    check(all(sum(row) == 1 for row in near), f"{name}: not every slide has one sheet")
    order = [row.index(True) for row in near if True in row]
    check(order == sorted(order), f"{name}: the sheets are not in the order of the slides")
    for panel, sheet in zip(panels, order):
        (x, y, w, h), _, scale = places[sheet]
        fits = max(w, h) <= 277 * MM + 0.01 and min(w, h) <= 190 * MM + 0.01
        check(fits == (scale > 1 - 1e-6), f"{name}: sheet {sheet} is at {scale}")
        text = squeeze(run("pdftotext", "-raw", "-f", sheet + 2, "-l", sheet + 2, path, "-").decode())
        check(panel["number"] is None or str(panel["number"]) in text, f"{name}: sheet {sheet} has no number")
        for line in list_lines(panel):
            check(squeeze(line) in text, f"{name}: '{line}' is not on sheet {sheet}")


def main(folder):
    for example in EXAMPLES:
        source = SOURCE / "examples" / example / "poster.yaml"
        poster, plain = folder / f"{example}.pdf", folder / f"{example}-plain.pdf"
        run(POSTERC, "-q", source, "-o", poster)
        run(POSTERC, "-q", source, "--set", "print.standard=plain", "--set", "page.bleed=0mm", "-o", plain)
        layout = json.loads(run(POSTERC, "-q", source, "--format", "json"))
        wishes = [("A4", 10), ("A3", 0)] if example == "workshop" else [("A3", 15)]
        for paper, overlap in wishes:
            path = folder / f"{example}-{paper}.pdf"
            run(POSTERC, "-q", source, "--tiles", paper, "--overlap", f"{overlap}mm", "-o", path)
            name = f"{example} on {paper}"
            check_tiles(name, path, plain, paper, overlap, folder)
            check(path.stat().st_size <= 1.3 * poster.stat().st_size, f"{name}: too large a file")
        sheets = folder / f"{example}-sheets.pdf"
        run(POSTERC, "-q", source, "--sheets", "A4", "-o", sheets)
        check_sheets(f"{example} as sheets", sheets, layout)
        check(sheets.stat().st_size <= 1.3 * poster.stat().st_size, f"{example} as sheets: too large a file")
    again = folder / "again.pdf"
    run(POSTERC, "-q", SOURCE / "examples" / EXAMPLES[0] / "poster.yaml", "--tiles", "A4", "-o", again)
    check(again.read_bytes() == (folder / "workshop-A4.pdf").read_bytes(), "equal tiles have different bytes")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="posterc-") as name:
        main(Path(name))
    sys.exit(conclude())

#!/usr/bin/python3
"""test_placing.py POSTERC SOURCE_DIR - cut and clipped pictures in the PDF: what is seen lies in its rectangle, and what is cut
off is in the file no more."""
import json
import re
import sys
import tempfile
from pathlib import Path

from PIL import Image
from checks import check, conclude, failures, run

POSTERC = sys.argv[1]
DPI = 72
RED, GREEN, BLUE, YELLOW = (230, 20, 20), (20, 200, 40), (20, 40, 230), (240, 220, 20)
COLORS = (RED, GREEN, BLUE, YELLOW, (255, 255, 255))
POSTER = """\
page: {size: A4}
header: off
footer: off
theme: {colors: {paper: "#ffffff"}, panel: {radius: 6mm, fill: "#ffffff"}}
grid: {columns: 2, heights: equal}
slides:
  - {role: figure, number: none, figure: {file: quarters.jpg, alt: cover, fit: cover}}
  - {number: none, figure: {file: quarters.jpg, alt: cut, crop: {left: 50%, bottom: 50%}}}
  - {number: none, figure: {file: quarters.png, alt: cut, crop: {top: 50%, right: 50%}}}
  - {number: none, figures: [{file: quarters.jpg, alt: one}, {file: quarters.png, alt: two}]}
"""


def near(found, wanted):
    """Of the colours of the page this one: a PDF for print is shown as its inks look."""
    return min(COLORS, key=lambda color: sum((a - b) ** 2 for a, b in zip(color, found))) == wanted


def draw_quarters(width, height):
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(YELLOW, (width // 2, height // 2, width, height))
    return image


def figures(folder):
    """Rectangles of all pictures in their order, and of the panels, in pixels of the page."""
    layout = json.loads((folder / "p.json").read_text())
    scale = DPI / 25.4
    rect = lambda one: [one[key] * scale for key in ("x_mm", "y_mm", "w_mm", "h_mm")]
    found = [block for panel in layout["panels"] for block in panel["blocks"] if block["kind"] == "figure"]
    return [rect(one) for one in found], [rect(panel) for panel in layout["panels"]]


def at(page, rect, u, v):
    return page.getpixel((int(rect[0] + rect[2] * u), int(rect[1] + rect[3] * v)))


def check_page(page, rects, panels):
    for (u, v), color in {(.25, .25): RED, (.75, .25): GREEN, (.25, .75): BLUE, (.75, .75): YELLOW}.items():
        check(near(at(page, rects[0], u, v), color), f"cover: quarter at {u}, {v}")
    check(rects[0] == panels[0], "cover: the picture is not as large as its panel")
    x, y, w, h = rects[0]
    for outside in ((x - 3, y + h / 2), (x + w + 3, y + h / 2), (x + w / 2, y - 3), (x + w / 2, y + h + 3)):
        check(near(page.getpixel((int(outside[0]), int(outside[1]))), (255, 255, 255)), f"cover: not clipped at {outside}")
    for corner in ((x + 1, y + h - 2), (x + w - 2, y + h - 2)):
        check(near(page.getpixel((int(corner[0]), int(corner[1]))), (255, 255, 255)), f"cover: corner {corner} is not round")
    for rect, color, name in ((rects[1], GREEN, "JPEG"), (rects[2], BLUE, "PNG")):
        for u, v in ((.02, .03), (.97, .03), (.02, .96), (.97, .96), (.5, .5)):
            check(near(at(page, rect, u, v), color), f"cut {name}: {at(page, rect, u, v)} at {u}, {v}")


def check_images(folder):
    """Five pictures by name: the cut ones are stored without what is cut off, the others once each."""
    table = run("pdfimages", "-list", str(folder / "p.pdf")).stdout.decode().splitlines()[2:]
    sizes = {(int(row.split()[10]), int(row.split()[3]), int(row.split()[4]), row.split()[8]) for row in table}
    kinds = sorted(size[1:] for size in sizes)
    check(kinds == [(160, 120, "image"), (160, 120, "jpeg"), (320, 240, "image"), (320, 240, "jpeg")], f"images: {kinds}")
    run("pdfimages", "-all", str(folder / "p.pdf"), str(folder / "i"))
    for path in folder.glob("i-*"):
        image = Image.open(path).convert("RGB")
        colors = image.getcolors(1 << 20)
        if image.size == (160, 120):
            check(all(near(color, GREEN) or near(color, BLUE) for _, color in colors), f"{path.name} holds what was cut off: {colors[:5]}")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        draw_quarters(320, 240).save(folder / "quarters.jpg", quality=95, subsampling=2)
        draw_quarters(320, 240).save(folder / "quarters.png")
        (folder / "p.yaml").write_text(POSTER)
        for ending in ("pdf", "json"):
            done = run(POSTERC, str(folder / "p.yaml"), "-o", str(folder / f"p.{ending}"))
            check(done.returncode == 0, done.stderr.decode())
        if failures:
            return
        run("pdftoppm", "-r", str(DPI), "-png", "-singlefile", str(folder / "p.pdf"), str(folder / "page"))
        check_page(Image.open(folder / "page.png").convert("RGB"), *figures(folder))
        check_images(folder)
        check(not re.search(rb"/Mask|/SMask", (folder / "p.pdf").read_bytes()), "a clip became a mask")


main()
sys.exit(conclude())

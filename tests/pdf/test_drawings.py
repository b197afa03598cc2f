#!/usr/bin/python3
"""test_drawings.py POSTERC SOURCE_DIR - SVG and PDF figures, judged by tools that are not ours.

poppler and qpdf read fonts, pictures and text; poppler and MuPDF draw the poster, and the place of a figure on it has to look
like the figure drawn alone.
"""
import json
import os
import re
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from checks import check, conclude, run

POSTERC = sys.argv[1]
DPI = 100
# Mean difference of a channel that smoothing at edges makes; a figure that is turned, shifted by 1 mm or missing makes more.
NEAR = 9.0

DRAWING = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 400 300">
<defs>
<linearGradient id="g"><stop offset="0" stop-color="#0a6"/><stop offset="1" stop-color="#06c" stop-opacity=".3"/></linearGradient>
<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="3" fill="#a30"/></pattern>
<clipPath id="c"><circle cx="320" cy="80" r="40"/></clipPath>
<style>.big { font: bold 24px/1.2 "BIZ UDGothic", serif }</style>
</defs>
<rect x="10" y="10" width="180" height="80" rx="12" fill="url(#g)"/>
<rect x="10" y="200" width="120" height="80" fill="url(#p)"/>
<g clip-path="url(#c)"><rect x="250" width="150" height="150" fill="#fc0"/></g>
<text x="100" y="58" text-anchor="middle" class="big">ピアサポーター</text>
<a xlink:href="x)/S/JavaScript/JS(app.alert(1)"><text x="160" y="250" font-size="24">専門職 Team</text></a>
<text x="160" y="150" font-family="serif" font-size="18">連携と支援</text>
</svg>
"""
SOURCE_PAGES = """title: {title}
page: {{size: A5, orientation: landscape}}
slides: [{{title: 甲, text: 本文その一}}, {{title: 乙, text: 本文その二}}]
"""
POSTER = """title: 試し
page: {size: A3}
slides:
  - figure: {file: drawing.svg, alt: 図}
  - figure: {file: two.pdf, page: 2, alt: 紙}
  - figure: {file: two.pdf, page: 2, alt: 紙, width: 40mm}
  - text: 本文
"""


def make(name, folder, *options):
    # cairo loses some bytes for each tiled pattern that it writes into an SVG.
    leaks = {"ASAN_OPTIONS": "detect_leaks=0"} if name.endswith(".svg") else {}
    done = run(POSTERC, "poster.yaml", "-o", name, *options, cwd=folder, env={**os.environ, **leaks})
    check(done.returncode == 0, f"{name}: exit {done.returncode}: {done.stderr.decode()}")
    return done.returncode == 0


def write_sources(folder):
    (folder / "drawing.svg").write_text(DRAWING, encoding="utf-8")
    for name, title in ("one", "表の紙"), ("other", "裏の紙"):
        (folder / f"{name}.yaml").write_text(SOURCE_PAGES.format(title=title), encoding="utf-8")
        done = run(POSTERC, f"{name}.yaml", "-o", f"{name}.pdf", cwd=folder)
        check(done.returncode == 0, f"{name}: {done.stderr.decode()}")
    run("qpdf", "--empty", "--pages", "one.pdf", "other.pdf", "--", "--rotate=90:2", "two.pdf", cwd=folder)
    (folder / "poster.yaml").write_text(POSTER, encoding="utf-8")


def check_document(folder):
    done = run("qpdf", "--check", "poster.pdf", cwd=folder)
    check(done.returncode == 0, f"qpdf --check: {done.stdout.decode()}{done.stderr.decode()}")
    rows = run("pdffonts", "poster.pdf", cwd=folder).stdout.decode().splitlines()[2:]
    check(len(rows) > 4, "no fonts")
    for row in rows:
        check(re.match(r"[A-Z]{6}\+BIZUD", row) and re.search(r"\byes\s+yes\s+yes\b", row), f"a strange font: {row}")
    pictures = run("pdfimages", "-list", "poster.pdf", cwd=folder).stdout.decode().splitlines()[2:]
    check(not pictures, f"something was made into pixels: {pictures}")
    text = re.sub(r"\s", "", run("pdftotext", "-raw", "poster.pdf", "-", cwd=folder).stdout.decode())
    for wanted in "ピアサポーター", "専門職Team", "連携と支援", "裏の紙", "本文その二":
        check(wanted in text, f"the text has no {wanted}")
    check("表の紙" not in text, "the other page is there, too")
    flat = run("qpdf", "--qdf", "--object-streams=disable", "poster.pdf", "-", cwd=folder).stdout
    for word in b"JavaScript", b"/Annots", b"/OCProperties":
        check(word not in flat, f"{word.decode()} is in the file")
    forms = flat.count(b"/XXposterc /Figure\n  /BBox") + flat.count(b"/Subtype /Form\n  /Type /XObject\n  /XXposterc")
    check(forms == 1, f"one page shown twice is {forms} forms")


def draw(folder, tool, pdf, page, name):
    out = folder / f"{name}.png"
    if tool == "poppler":
        run("pdftoppm", "-r", str(DPI), "-f", str(page), "-l", str(page), "-png", "-singlefile", pdf, name, cwd=folder)
    else:
        run("mutool", "draw", "-q", "-r", str(DPI), "-o", out.name, pdf, str(page), cwd=folder)
    return Image.open(out).convert("RGB")


def cut(picture, block):
    x, y, w, h = (block[k] / 25.4 * DPI for k in ("x_mm", "y_mm", "w_mm", "h_mm"))
    return picture.crop((round(x), round(y), round(x + w), round(y + h)))


def check_near(found, wanted, what):
    wanted = wanted.resize(found.size, Image.LANCZOS)
    difference = max(ImageStat.Stat(ImageChops.difference(found, wanted)).mean)
    check(difference < NEAR, f"{what} differs by {difference:.1f}")
    mirrored = max(ImageStat.Stat(ImageChops.difference(found, wanted.rotate(180))).mean)
    check(mirrored > NEAR, f"{what} is the same upside down")


def check_looks(folder):
    layout = json.loads(run(POSTERC, "poster.yaml", "--format", "json", "-o", "-", cwd=folder).stdout)
    blocks = [b for p in layout["panels"] for b in p["blocks"] if b["kind"] == "figure"]
    check(all(b["ppi"] is None for b in blocks), "a drawing has pixels an inch")
    run("rsvg-convert", "-w", "1200", "-b", "white", "-o", "alone.png", "drawing.svg", cwd=folder)
    page = draw(folder, "poppler", "two.pdf", 2, "page")
    pictures = {tool: draw(folder, tool, "poster.pdf", 1, tool) for tool in ("poppler", "mupdf")}
    if make("poster.png", folder, "--dpi", str(DPI)):
        pictures["the PNG"] = Image.open(folder / "poster.png").convert("RGB")
    first = cut(pictures["poppler"], blocks[0])
    check(len(first.getcolors(1 << 24)) > 100, "the drawing is not there")
    for name, picture in pictures.items():
        check_near(cut(picture, blocks[0]), first, f"the SVG by {name}")
        check_near(cut(picture, blocks[1]), page, f"the page by {name}")


def check_same(folder):
    for name in "poster.pdf", "poster.svg":
        if make(name, folder):
            before = (folder / name).read_bytes()
            make(name, folder)
            check((folder / name).read_bytes() == before, f"{name}: other bytes the second time")


def check_without_renderer(folder):
    """A PDF needs no program; a PNG says which one is missing."""
    (folder / "empty").mkdir()
    alone = {**os.environ, "PATH": str(folder / "empty")}
    done = run(POSTERC, "poster.yaml", "-o", "alone.pdf", cwd=folder, env=alone)
    check(done.returncode == 0, f"a PDF without pdftocairo: {done.stderr.decode()}")
    done = run(POSTERC, "poster.yaml", "-o", "alone2.png", cwd=folder, env=alone)
    check(done.returncode == 1 and b"poppler-utils" in done.stderr, f"a PNG without pdftocairo: {done.stderr.decode()}")


def main():
    global POSTERC
    POSTERC = os.path.abspath(POSTERC)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_sources(folder)
        check_same(folder)
        if make("poster.pdf", folder):
            check_document(folder)
            check_looks(folder)
            check_without_renderer(folder)
    return conclude()


if __name__ == "__main__":
    sys.exit(main())

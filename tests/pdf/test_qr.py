#!/usr/bin/python3
"""test_qr.py POSTERC SOURCE_DIR - QR codes, read by a scanner that is not ours.

Every code of a sheet is read off the PNG at 72 dpi, off one 30 % smaller, and off the PDF as poppler draws it: in all themes, on
light and on dark panels, at the sizes that posterc chooses itself.
"""
import json
import sys
import tempfile
from pathlib import Path

from PIL import Image
from checks import check, conclude, run

POSTERC, SOURCE = sys.argv[1], Path(sys.argv[2])
PRINT_DPI, MM_PER_INCH = 72, 25.4
TEXTS = ["https://example.org/", "https://example.org/peer-support/2026/application/form?ref=poster&place=karasuyama",
         "tel:0312345678", "申込みは窓口へ", "https://example.org/" + "long/" * 30 + "end"]
STYLES = ["{}", "{fill: '#20304a', ink: '#ffffff'}", "{fill: '#ffe9a8'}"]
WANTED = [text for text in TEXTS for _ in STYLES]
SHEETS = {"A0": "{columns: 4, rows: 4}", "A1": "{columns: 4, rows: 4}", "A3": "{columns: 3, rows: 5}"}
# What a smaller print leaves of a large sheet's codes, small sheets do not have at so few pixels.
RESOLUTIONS = {"A0": [72, 50], "A1": [72], "A3": [72]}


def write_poster(path, size):
    slides = [{"title": f"案内{i + 1}", "qr": {"url": text, "show-url": i % 2 == 0}, "number": "none",
               "style": style} for i, text in enumerate(TEXTS) for style in STYLES]
    lines = ["title: 案内", f"page: {{size: {size}}}", f"grid: {SHEETS[size]}", "slides:"]
    for slide in slides:
        style = slide.pop("style")
        lines.append("  - " + json.dumps(slide, ensure_ascii=False)[:-1] + f', "style": {style}}}')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def find_codes(poster, *options):
    """Where the codes of the sheet stand, mm, in the order of the slides."""
    layout = json.loads(run(POSTERC, str(poster), "--format", "json", "-o", "-", *options).stdout)
    return [block for panel in layout["panels"] for block in panel["blocks"] if block["kind"] == "qr"]


def scan(page, code, dpi, folder):
    """One code alone, as a telephone sees it."""
    left, top = code["x_mm"], code["y_mm"]
    corners = (left, top, left + code["w_mm"], top + code["h_mm"])
    page.crop([round(mm * dpi / MM_PER_INCH) for mm in corners]).save(folder / "code.png")
    result = run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(folder / "code.png"))
    return result.stdout.decode("utf-8").strip()


def judge_picture(name, picture, codes, dpi):
    page = Image.open(picture).convert("L")
    check(len(codes) == len(WANTED), f"{name}: {len(codes)} codes instead of {len(WANTED)}")
    for code, text in zip(codes, WANTED):
        got = scan(page, code, dpi, picture.parent)
        check(got == text, f"{name}: '{got}' is read instead of '{text}'")


def judge_sheet(folder, size, theme):
    poster, name = folder / "poster.yaml", f"{size}, theme {theme}"
    options = ("--set", f"theme.base={theme}")
    codes = find_codes(poster, *options)
    for dpi in RESOLUTIONS[size]:
        picture = folder / "poster.png"
        made = run(POSTERC, str(poster), "-o", str(picture), "--dpi", str(dpi), *options)
        check(made.returncode == 0, f"{name}: {made.stderr.decode()}")
        judge_picture(f"{name}, PNG at {dpi} dpi", picture, codes, dpi)
    document = folder / "poster.pdf"
    made = run(POSTERC, str(poster), "-o", str(document), *options)
    check(made.returncode == 0, f"{name}: {made.stderr.decode()}")
    if made.returncode != 0:
        return
    run("pdftoppm", "-r", str(PRINT_DPI), "-png", "-singlefile", str(document), str(folder / "page"))
    judge_picture(f"{name}, PDF", folder / "page.png", codes, PRINT_DPI)
    text = run("pdftotext", "-raw", str(document), "-").stdout.decode("utf-8")
    check(TEXTS[0] in text, f"{name}: the address is no text")


def judge_paths(folder):
    """A code is one path, not a picture."""
    poster, document = folder / "one.yaml", folder / "one.svg"
    poster.write_text("title: 案内\nslides:\n  - qr: https://example.org/\n", encoding="utf-8")
    run(POSTERC, str(poster), "-o", str(document))
    drawn = document.read_text(encoding="utf-8")
    check("<image" not in drawn, "a QR code is a picture")
    check(drawn.count("<path") < 12, "a QR code is more than one path")


def main():
    themes = run(POSTERC, "themes").stdout.decode("utf-8")
    names = [line.split()[0] for line in themes.splitlines() if line.strip()]
    check(len(names) >= 5, "too few themes")
    with tempfile.TemporaryDirectory() as folder:
        for size in SHEETS:
            write_poster(Path(folder) / "poster.yaml", size)
            for theme in names if size == "A0" else names[:1]:
                judge_sheet(Path(folder), size, theme)
        judge_paths(Path(folder))
    return conclude()


sys.exit(main())

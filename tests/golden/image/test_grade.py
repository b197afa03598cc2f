#!/usr/bin/python3
"""test_grade.py POSTERC SOURCE_DIR - the grade of pictures itself: what it must notice, and what it must not."""
import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw
from grade import DPI, grade, reduce_picture

POSTERC, SOURCE = sys.argv[1], Path(sys.argv[2])
POSTER = SOURCE / "examples/workshop/poster.yaml"
failures = []


def expect(what, wanted, found, *grades):
    word, worst = grade(wanted, found)
    print(f"{what}: {word}, {worst} of 255 at the worst place")
    if word not in grades:
        failures.append(f"FAIL {what}: {word}, not {' or '.join(grades)}")


def render(text, folder):
    """The poster with that YAML."""
    path = Path(folder) / "poster.yaml"
    path.write_text(text, encoding="utf-8")
    command = [POSTERC, "render", "--quiet", str(path), "-o", "-", "--format", "png", "--dpi", str(DPI)]
    return Image.open(io.BytesIO(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)).convert("RGB")


def render_elsewhere(folder, size, *command):
    """The PDF by another renderer, which rounds the sheet up to a whole pixel."""
    pdf, png = Path(folder) / "poster.pdf", Path(folder) / "elsewhere.png"
    subprocess.run([POSTERC, "render", "--quiet", str(Path(folder) / "poster.yaml"), "-o", str(pdf)], check=True)
    words = [word.format(pdf=pdf, png=png, stem=png.with_suffix("")) for word in command]
    subprocess.run(words, check=True, stderr=subprocess.DEVNULL)
    return Image.open(png).crop((0, 0, *size))


def change(text, old, new):
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)


def find_panel():
    """The pixels of panel 4 without its heading."""
    command = [POSTERC, "render", "--quiet", str(POSTER), "-o", "-", "--format", "json"]
    panel = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)["panels"][3]
    top = panel["blocks"][1]["lines"][0]["baseline_mm"] - 8
    box = (panel["x_mm"] + 2, top, panel["x_mm"] + panel["w_mm"] - 2, panel["y_mm"] + panel["h_mm"] - 2)
    return tuple(round(side * DPI / 25.4) for side in box)


def main():
    text = POSTER.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="posterc-") as folder:
        (Path(folder) / "layout2.png").write_bytes((POSTER.parent / "layout2.png").read_bytes())
        first = render(text, folder)
        wanted = reduce_picture(first)
        expect("the same again", wanted, render(text, folder), "same")
        poppler = ("pdftoppm", "-r", str(DPI), "-png", "-singlefile", "{pdf}", "{stem}")
        expect("Poppler", wanted, render_elsewhere(folder, first.size, *poppler), "near")
        mupdf = ("mutool", "draw", "-q", "-r", str(DPI), "-o", "{png}", "{pdf}")
        expect("MuPDF", wanted, render_elsewhere(folder, first.size, *mupdf), "near")
        expect("one character", wanted, render(change(text, "話合いを重ね", "話合いを乙ね"), folder), "off")
        expect("one kana", wanted, render(change(text, "話合いを重ね", "話合いに重ね"), folder), "off")
        expect("one of the smallest", wanted, render(change(text, "懇親⽬的の⾏事", "懇親⼀的の⾏事"), folder), "off")
        expect("another theme", wanted, render("theme: {base: warm}\n" + text, folder), "wrong")
        empty = first.copy()
        ImageDraw.Draw(empty).rectangle(find_panel(), fill="#ffffff")
        expect("a panel's text is missing", wanted, empty, "wrong")
        expect("another size", wanted, first.resize((first.width + 2, first.height)), "wrong")
    print("\n".join(failures) or "the grade holds")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
"""test_renderers.py POSTERC SOURCE_DIR - poppler, Ghostscript and MuPDF show the same poster, before and after finishing.

Before is posterc's PNG: what cairo draws without the finishing stage.  After are the plain and the hybrid PDF.  Pictures are
compared at 10 dpi, where text is grey: what is missing, moved or of another colour is seen, how edges are smoothed is not.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
from checks import check, conclude
from PIL import Image, ImageChops

POSTERC, SOURCE = sys.argv[1], Path(sys.argv[2])
DPI, SHRINK = 80, 8
PDF_RENDERERS = {
    "poppler": lambda pdf, png: ["pdftoppm", "-r", str(DPI), "-png", "-singlefile", pdf, png.with_suffix("")],
    "ghostscript": lambda pdf, png: ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=png16m", f"-r{DPI}",
                                     "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", f"-sOutputFile={png}", pdf],
    "mupdf": lambda pdf, png: ["mutool", "draw", "-q", "-r", str(DPI), "-o", png, pdf],
}
# Measured over the examples with poppler 22.12, Ghostscript 10.0 and MuPDF 1.21: at most 2.4 and 46 in plain files, 4.1 and 49 in
# hybrid ones, whose inks only Ghostscript mixes by the profile; a third is added.
BOUNDS = {"plain": (3.2, 61), "hybrid": (5.5, 65)}


def run(*words):
    result = subprocess.run([str(word) for word in words], capture_output=True, check=False)
    check(result.returncode == 0, f"{words[0]} ended with {result.returncode}: {result.stderr[-300:]}")


def load(png):
    with Image.open(png) as image:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image)
        return paper.convert("RGB").resize((image.width // SHRINK, image.height // SHRINK), Image.Resampling.BOX)


def compare(first, second):
    """Mean and 99.9th percentile of the difference."""
    size = (min(first.width, second.width), min(first.height, second.height))
    difference = ImageChops.difference(first.crop((0, 0, *size)), second.crop((0, 0, *size)))
    steps = [sum(counts) for counts in zip(*(difference.getchannel(i).histogram() for i in range(3)))]
    total, seen = sum(steps), 0
    mean = sum(value * count for value, count in enumerate(steps)) / total
    for value, count in enumerate(steps):
        seen += count
        if seen >= 0.999 * total:
            return mean, value
    return mean, 255


def render_all(poster, standard, folder):
    """What each program shows; "before" is posterc's own PNG."""
    pictures = {}
    options = ["-q", "--set", f"print.standard={standard}", "--set", "page.bleed=0mm", "--set", "page.marks=none"]
    run(POSTERC, poster, *options, "--dpi", DPI, "-o", folder / "before.png")
    run(POSTERC, poster, *options, "-o", folder / "after.pdf")
    pictures["before"] = load(folder / "before.png")
    for name, command in PDF_RENDERERS.items():
        png = folder / f"{name}.png"
        run(*command(folder / "after.pdf", png))
        pictures[name] = load(png)
    return pictures


def is_alike(first, second, bounds):
    mean, most = compare(first, second)
    return mean <= bounds[0] and most <= bounds[1]


def judge(name, pictures, bounds):
    names = sorted(pictures)
    for i, first in enumerate(names):
        for second in names[i + 1:]:
            sizes = [pictures[which].size for which in (first, second)]
            check(all(abs(sizes[0][k] - sizes[1][k]) <= 1 for k in (0, 1)), f"{name}: {first} {sizes[0]}, {second} {sizes[1]}")
            mean, most = compare(pictures[first], pictures[second])
            check(is_alike(pictures[first], pictures[second], bounds),
                  f"{name}: {first} and {second} differ by {mean:.2f} on average, {most} at the 99.9th percentile")
            if os.environ.get("POSTERC_SHOW"):
                print(f"{name}: {first} {second} {mean:.2f} {most}")


def cover(pdf):
    """A sixth of the width and a tenth of the height are gone, in the second row of panels."""
    page = pdf.pages[0]
    left, bottom, right, top = (float(edge) for edge in page.MediaBox)
    width, height = right - left, top - bottom
    white = f"\nq 1 1 1 rg {left + width * .4} {bottom + height * .68} {width / 6} {height / 10} re f Q".encode()
    page.Contents = pikepdf.Stream(pdf, bytes(page.Contents.read_bytes()) + white)


def lose_text(pdf):
    """Every third piece of text is gone."""
    page, seen, kept = pdf.pages[0], 0, []
    for operands, operator in pikepdf.parse_content_stream(page):
        is_text = str(operator) in ("Tj", "TJ")
        seen += is_text
        if not is_text or seen % 3 != 0:
            kept.append((operands, operator))
    page.Contents = pikepdf.Stream(pdf, pikepdf.unparse_content_stream(kept))


def turn_colors(pdf):
    """Red becomes blue."""
    page = pdf.pages[0]
    page.Contents = pikepdf.Stream(pdf, re.sub(rb"(?m)^(\S+) (\S+) (\S+) rg", rb"\3 \2 \1 rg", page.Contents.read_bytes()))


def check_that_it_bites(kind, before, folder):
    """Each program sees something else that is wrong."""
    for breaking, (name, command) in zip((cover, lose_text, turn_colors), PDF_RENDERERS.items()):
        with pikepdf.open(folder / "after.pdf") as pdf:
            breaking(pdf)
            pdf.save(folder / "broken.pdf")
        png = folder / "broken.png"
        run(*command(folder / "broken.pdf", png))
        check(not is_alike(before, load(png), BOUNDS[kind]), f"{kind}: {name} does not see {breaking.__name__}")


def main():
    posters = sorted(SOURCE.glob("examples/*/poster.yaml"))
    cases = [(poster, *kind) for poster in posters for kind in (("plain", "plain"), ("hybrid", "pdf/x-4"))]
    with tempfile.TemporaryDirectory() as holder:
        folder = Path(holder)
        for poster, kind, standard in cases:
            pictures = render_all(poster, standard, folder)
            judge(f"{poster.parent.name} {kind}", pictures, BOUNDS[kind])
            if poster == posters[-1]:
                check_that_it_bites(kind, pictures["before"], folder)
    return conclude()


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
"""test_preview.py POSTERC SOURCE_DIR - the body text of an A0 poster can be read in its PNG at 60 dpi, by Tesseract.

That many pixels on A4 are a sheet at about 240 dpi: what a printer on a desk makes of a poster as a preview.  Tesseract,
which knows nothing of posterc, reads one panel, enlarged; the longest common subsequence of what it read and of what stands
there is at least nine tenths of the characters.
"""
import io
import json
import re
import subprocess
import sys
from pathlib import Path

from PIL import Image

POSTERC, SOURCE = sys.argv[1], Path(sys.argv[2])
DPI, ENLARGED, LEAST = 60, 3, 0.9
# Poster, and a panel of running text in the common size.
PANELS = [("slides-12", 2), ("slides-12", 4), ("workshop", 2), ("workshop", 6)]
JAPANESE = re.compile(r"[^\u3041-\u309f\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


def render(example, *words):
    command = [POSTERC, "render", "--quiet", str(SOURCE / "examples" / example / "poster.yaml"), "-o", "-", *words]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def find_text(panel):
    return [line for block in panel["blocks"] if block["kind"] in ("paragraph", "item") for line in block["lines"]]


def cut_text(picture, panel):
    """The panel below its heading."""
    em = panel["body_pt"] * 25.4 / 72
    lines = find_text(panel)
    box = (panel["x_mm"], lines[0]["baseline_mm"] - 1.3 * em, panel["x_mm"] + panel["w_mm"], lines[-1]["baseline_mm"] + .6 * em)
    cut = picture.crop(tuple(round(side * DPI / 25.4) for side in box))
    return cut.resize((cut.width * ENLARGED, cut.height * ENLARGED), Image.Resampling.LANCZOS)


def read_picture(picture):
    """What Tesseract reads in one block of Japanese text."""
    data = io.BytesIO()
    picture.save(data, "PNG")
    command = ["tesseract", "-", "-", "-l", "jpn", "--psm", "6"]
    return subprocess.run(command, input=data.getvalue(), check=True, capture_output=True).stdout.decode()


def count_common(wanted, found):
    """Length of the longest common subsequence."""
    row = [0] * (len(found) + 1)
    for a in wanted:
        corner = 0
        for k, b in enumerate(found, 1):
            corner, row[k] = row[k], corner + 1 if a == b else max(row[k], row[k - 1])
    return row[-1]


def measure_read(picture, panel):
    wanted = JAPANESE.sub("", "".join(line["text"] for line in find_text(panel)))
    return count_common(wanted, JAPANESE.sub("", read_picture(cut_text(picture, panel)))) / len(wanted)


def main():
    failures = []
    for example, number in PANELS:
        layout = json.loads(render(example, "--format", "json"))
        panel = next(panel for panel in layout["panels"] if panel["number"] == number)
        for dpi, must in ((DPI, True), (DPI // 6, False)):
            # At a sixth of the pixels nobody can read it: the test can fail.
            picture = Image.open(io.BytesIO(render(example, "--format", "png", "--dpi", str(dpi)))).convert("L")
            share = measure_read(picture.resize([side * DPI // dpi for side in picture.size], Image.Resampling.LANCZOS), panel)
            print(f"{example}, panel {number} at {dpi} dpi: {share:.1%} read")
            if (share >= LEAST) != must:
                failures.append(f"FAIL {example}, panel {number}: {share:.1%} read at {dpi} dpi")
    print("\n".join(failures) or f"{len(PANELS)} panels can be read")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

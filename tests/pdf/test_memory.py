#!/usr/bin/python3
"""test_memory.py POSTERC SOURCE_DIR - pictures stand in memory once as such and once in the file, and nothing more than one of them
stands there another time; what the file holds are their bytes."""
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
from PIL import Image

from checks import check, conclude

POSTERC = Path(sys.argv[1])
WIDTH, HEIGHT = 2600, 2000
N_JPEGS = 10
KINDS = {"plain": [], "x4": ["--set=print.standard=pdf/x-4"], "tiles": ["--tiles=A3"]}


def make_pictures(folder):
    """Noise, which no compression makes small."""
    noise = Image.frombytes("RGB", (WIDTH, HEIGHT), random.Random(1).randbytes(3 * WIDTH * HEIGHT))
    files = [folder / f"noise{i}.jpg" for i in range(N_JPEGS)]
    for i, file in enumerate(files):
        noise.save(file, quality=80 + i)
    noise.crop((0, 0, 1600, 1200)).save(folder / "noise.png")
    palette = noise.crop((0, 0, 2000, 2000)).quantize(256)
    palette.save(folder / "palette.png")
    return [*files, folder / "noise.png", folder / "palette.png"]


def make_poster(folder, files):
    slides = "".join(f"  - {{figure: {{file: {file.name}, alt: noise}}}}\n" for file in files)
    poster = folder / "poster.yaml"
    poster.write_text("header: false\npage: {size: A1}\nslides:\n" + slides, encoding="utf-8")
    return poster


# A process begins with the peak of the one that it was made from, and this one holds pictures: a small one stands between.
MEASURE = """
import os, sys
pid = os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024)
"""


def render(poster, target, options):
    """Peak memory in bytes."""
    command = [sys.executable, "-S", "-c", MEASURE, POSTERC, poster, "--quiet", "-o", target, *options]
    code, peak = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.split()
    check(int(code) == 0, f"posterc ends with {int(code)}")
    return int(peak)


def is_sanitized():
    """Whose memory is mostly the sanitizer's."""
    return b"__asan_init" in POSTERC.read_bytes()


def shrink(files, folder):
    """The same poster with hardly any pixels."""
    for file in files:
        Image.open(file).resize((60, 40)).save(folder / file.name)
    return [folder / file.name for file in files]


def png_data(file):
    data, at, out = file.read_bytes(), 8, b""
    while at < len(data):
        length = int.from_bytes(data[at:at + 4], "big")
        out += data[at + 8:at + 8 + length] if data[at + 4:at + 8] == b"IDAT" else b""
        at += 12 + length
    return out


def check_bytes(name, pdf, files):
    wanted = {file.read_bytes() if file.suffix == ".jpg" else png_data(file) for file in files}
    with pikepdf.open(pdf) as opened:
        found = {bytes(item.read_raw_bytes()) for item in opened.objects
                 if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"}
    check(found == wanted, f"{name}: the file does not hold the pictures' bytes")


def check_memory(name, peak, base, files):
    sizes = [file.stat().st_size for file in files]
    bound = 2 * sum(sizes) + 4 * max(sizes)
    megabytes = [round(number / 1e6) for number in (sum(sizes), peak, base, bound)]
    print(f"{name}: {megabytes[0]} MB of pictures, peak {megabytes[1]} MB, {megabytes[2]} MB without them")
    check(peak - base <= bound, f"{name}: {megabytes[0]} MB of pictures take {megabytes[1] - megabytes[2]} MB, not {megabytes[3]}")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder, small = Path(name), Path(name) / "small"
        small.mkdir()
        files = make_pictures(folder)
        poster, bare = make_poster(folder, files), make_poster(small, shrink(files, small))
        for kind, options in KINDS.items():
            peak = render(poster, folder / f"{kind}.pdf", options)
            base = render(bare, small / f"{kind}.pdf", options)
            check_bytes(kind, folder / f"{kind}.pdf", files)
            if not is_sanitized():
                check_memory(kind, peak, base, files)
    return conclude()


if __name__ == "__main__":
    sys.exit(main())

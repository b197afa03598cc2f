#!/usr/bin/python3
"""run.py [--bless] POSTERC [NAME...] - the posters of the contact sheet against the pictures kept here, by grade.

same and near pass.  Of what is off or wrong, NAME.png and NAME.difference.png are kept in ./image-differences: the picture as
it is now, and what is missing in red, what is new in blue.  --bless keeps the pictures as they are now instead.
"""
import io
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image
from grade import DPI, draw_difference, grade, reduce_picture

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parents[2] / "script"))
from contact_sheet import all_shots, render_png  # noqa: E402

KEPT = Path("image-differences")
PASSES = {"same", "near"}
MOST_BYTES = 2_500_000


def render(posterc, shot):
    return Image.open(io.BytesIO(render_png(posterc, shot, DPI))).convert("RGB")


def bless(posterc, shot):
    reduce_picture(render(posterc, shot)).save(FOLDER / f"{shot.name}.png", optimize=True)


def compare(posterc, shot):
    """The grade, and its line of the report."""
    path = FOLDER / f"{shot.name}.png"
    found = render(posterc, shot)
    if not path.exists():
        return "wrong", f"FAIL {shot.name}: no picture is kept, see --bless"
    with Image.open(path) as image:
        wanted = image.convert("RGB")
    word, worst = grade(wanted, found)
    if word in PASSES:
        return word, f"{word:5} {shot.name}"
    KEPT.mkdir(exist_ok=True)
    found.save(KEPT / path.name)
    draw_difference(wanted, found).save(KEPT / f"{shot.name}.difference.png")
    return word, f"FAIL {shot.name}: {word}, {worst} of 255 at the worst place; see {KEPT.resolve() / shot.name}.difference.png"


def find_strays():
    """Pictures of no poster, and too many bytes."""
    names = {f"{shot.name}.png" for shot in all_shots()}
    pictures = list(FOLDER.glob("*.png"))
    yield from (f"FAIL {path.name} is the picture of no poster" for path in pictures if path.name not in names)
    size = sum(path.stat().st_size for path in pictures)
    if size > MOST_BYTES:
        yield f"FAIL the pictures are {size} bytes, more than {MOST_BYTES}"


def main(arguments):
    blesses = "--bless" in arguments
    posterc, *names = [word for word in arguments if word != "--bless"]
    shots = [shot for shot in all_shots() if not names or shot.name in names]
    with ThreadPoolExecutor(2) as pool:
        if blesses:
            list(pool.map(lambda shot: bless(posterc, shot), shots))
        results = [] if blesses else list(pool.map(lambda shot: compare(posterc, shot), shots))
    strays = list(find_strays())
    words = Counter(word for word, _ in results)
    print("\n".join([*(line for word, line in results if word not in PASSES), *strays,
                     f"{len(shots)} pictures: {', '.join(f'{n} {word}' for word, n in sorted(words.items())) or 'kept'}"]))
    return 1 if strays or not shots or set(words) - PASSES else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""picture_kit.py - posters to small pictures of the docs, for the scripts that make them (python3-pil)."""
import io
import subprocess
import sys
from pathlib import Path

from PIL import Image
from palette import reduce_colors

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/pictures"
COLORS = 64
MOST_BYTES = 250_000


def find_posterc(arguments):
    """The program to ask: the first argument, or the one of the release build."""
    return (arguments or [str(ROOT / "build/release/posterc")])[0]


def render(posterc, poster, dpi, *options):
    """Quietly: what there is to say about the examples is for the tests."""
    command = [posterc, "--quiet", str(poster), *options, "-o", "-", "--format", "png", "--dpi", str(dpi)]
    data = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return Image.open(io.BytesIO(data)).convert("RGB")


def save(image, name, colors=COLORS):
    path = PICTURES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    reduce_colors(image, colors).save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.relative_to(ROOT)}: {image.width} x {image.height}, {size} bytes")
    if size > MOST_BYTES:
        sys.exit(f"{path.name} is larger than {MOST_BYTES} bytes")


def join(images, gap, ground="#8c8c8c"):
    """Side by side on a grey wall, their upper edges in line."""
    wall = Image.new("RGB", (sum(image.width + gap for image in images) + gap, max(image.height for image in images) + 2 * gap), ground)
    x = gap
    for image in images:
        wall.paste(image, (x, gap))
        x += image.width + gap
    return wall

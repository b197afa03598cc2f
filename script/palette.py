"""palette.py - fewer colours for a picture of a poster, for the scripts that make pictures (python3-pil)."""
from PIL import Image

# Areas of one colour keep exactly that colour: so many of the largest.
MOST_AREAS = 96
NEAR = 8


def reduce_colors(image, count):
    """The colours of the largest areas as they are, and count more for photographs and the edges of letters."""
    found = sorted(image.getcolors(image.width * image.height), reverse=True)
    flat = image.quantize(count, dither=Image.Dither.NONE).convert("RGB").getcolors()
    kept = []
    # Pillow finds the nearest colour only roughly: none stands too near to one of a larger area.
    for _, color in found[:MOST_AREAS] + sorted(flat, reverse=True):
        if all(max(abs(a - b) for a, b in zip(color, other)) >= NEAR for other in kept):
            kept.append(color)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for color in kept for part in color])
    return image.quantize(palette=palette, dither=Image.Dither.NONE)

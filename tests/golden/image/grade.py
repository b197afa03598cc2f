"""grade.py - how much two pictures of a poster differ, as a word (python3-pil).

same   the same pixels
near   other anti-aliasing, another renderer: nothing that a reader would notice
off    somewhere, a character's worth of ink is another
wrong  so in many places: a text is missing, a panel has moved

A picture is rendered at 36 dpi and kept at half of that, each pixel the mean of four, in six levels of red, green and blue:
the mean takes away what renderers do differently at edges, and a character of the smallest text is still five pixels wide.
A pixel differs by how far it lies outside of its level.  Differences are blurred with their sign, so that an edge dark here
and light there cancels, and are taken for the found picture as it is and moved by one pixel of its 36 dpi to each side, for
renderers round baselines.  What is left is looked at place by place, and the worst decides, however large the sheet is.
Characters as alike as 重 and 亜 are not told apart at this size: that is for the layout's goldens.
"""
from PIL import Image, ImageChops, ImageFilter

DPI = 36
LEVELS = 6
BLUR = ImageFilter.GaussianBlur(0.8)
PLACE = ImageFilter.BoxBlur(1)
MOVES = [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1)]
# Of 255.  Poppler and MuPDF stay under 25; another character in the text, small or not, makes 28 and more.
NOTICED = 26
# Share of the sheet: a line of text is less, a panel's text is more.
MANY = 0.003

LEVEL_OF = [round(round(v * (LEVELS - 1) / 255) * 255 / (LEVELS - 1)) for v in range(256)]
# Of each level, the darkest and the lightest value that belong to it.
DARKEST = [LEVEL_OF.index(v) if v in LEVEL_OF else v for v in range(256)]
LIGHTEST = [255 - LEVEL_OF[::-1].index(v) if v in LEVEL_OF else v for v in range(256)]


def halve(image):
    return image.convert("RGB").resize((image.width // 2, image.height // 2), Image.Resampling.BOX)


def reduce_picture(image):
    """What is kept of a rendering: a picture of at most six cubed colours."""
    return halve(image).point(LEVEL_OF * 3).quantize(LEVELS ** 3, dither=Image.Dither.NONE)


def blur_difference(wanted, found):
    """The largest of the three channels."""
    largest = Image.new("L", wanted.size)
    bands = zip(wanted.point(DARKEST * 3).split(), wanted.point(LIGHTEST * 3).split(), found.split())
    for darkest, lightest, band in bands:
        lighter, darker = ImageChops.subtract(band, lightest), ImageChops.subtract(darkest, band)
        largest = ImageChops.lighter(largest, ImageChops.difference(lighter.filter(BLUR), darker.filter(BLUR)))
    return largest.filter(PLACE)


def measure_moved(wanted, found):
    """Each place at its best."""
    best = Image.new("L", wanted.size, 255)
    for move in MOVES:
        best = ImageChops.darker(best, blur_difference(wanted, halve(ImageChops.offset(found, *move))))
    return best


def grade(wanted, found):
    """How a rendering differs from what was kept of one: the word, and the difference at the worst place."""
    found, wanted = found.convert("RGB"), wanted.convert("RGB")
    if wanted.size != (found.width // 2, found.height // 2):
        return "wrong", 255
    if wanted.tobytes() == halve(found).point(LEVEL_OF * 3).tobytes():
        return "same", 0
    places = measure_moved(wanted, found)
    worst = places.getextrema()[1]
    noticed = sum(places.histogram()[NOTICED:]) / (places.width * places.height)
    return "near" if noticed == 0 else "off" if noticed < MANY else "wrong", worst


def draw_difference(wanted, found):
    """The found picture faded, what was there and is missing in red, what is new in blue."""
    found = halve(found)
    if wanted.size != found.size:
        return found
    old, new = wanted.convert("L"), found.convert("L")
    pale = Image.blend(new, Image.new("L", found.size, 255), .75)
    gone, come = (ImageChops.subtract(x, y).point(lambda v: min(255, 2 * v)) for x, y in ((new, old), (old, new)))
    return Image.merge("RGB", (ImageChops.subtract(pale, gone), ImageChops.subtract(ImageChops.subtract(pale, come), gone),
                               ImageChops.subtract(pale, come)))

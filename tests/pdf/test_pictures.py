#!/usr/bin/python3
"""test_pictures.py POSTERC SOURCE_DIR - every kind of picture, printed, and judged by poppler, mutool and Pillow.

Each picture shows the pattern of samples.py.  What it must look like is computed from the pattern; what a PDF must hold of it
(copied data, depth, profile) is read with pdfimages and qpdf.
"""
import base64
import io
import json
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass, field

from PIL import Image, ImageCms

import samples as s
from checks import check, conclude, run

POSTERC = sys.argv[1]
PER_POSTER = 12
DPI = 90
# Stands in all metadata that a file here can have, and must stand nowhere in a PDF.
MARKER = b"PLANTED-MARKER"
# Mean and largest difference of a channel, in 255ths.
EXACT, PHOTO, PROOF = (1.5, 6), (4, 30), (3, 14)
# posterc's preview smooths between the pixels of an enlarged picture.
SMOOTHED = 16
SWAPPED = s.rgb_profile((2, 1, 0))
LINEAR_GREY = s.grey_profile(lambda v: v)


@dataclass
class Case:
    name: str
    data: bytes
    look: list = field(repr=False)  # rows of RGB as seen on white paper, 0..255
    row: tuple = ()                 # of pdfimages: colour, components, bits, encoding
    mask: int = 0                   # bits of the soft mask
    icc: bytes = b""                # the profile in the PDF: its bytes, or True for one that posterc makes
    grade: tuple = EXACT
    poppler: tuple = ()             # another grade for poppler
    mutool: bool = True             # which has no profiles in Debian


def look_of(color_of):
    return [[color_of(s.pattern(x, y)) for x in range(s.WIDTH)] for y in range(s.HEIGHT)]


def scaled(color):
    return tuple(255 * c for c in color)


def on_white(color, alpha):
    return tuple(255 * (c * alpha + 1 - alpha) for c in color)


def quantize(value, depth):
    top = (1 << depth) - 1
    return round(value * top) / top


def png_color(kind, depth, color, alpha=None):
    """As seen: the colour that a decoder must find."""
    if kind == s.PALETTE:
        index = s.nearest_index(color) if depth == 8 else round(((1 << depth) - 1) * s.grey_of(color))
        entry = s.palette_of(depth)[index]
        return on_white(entry[:3], alpha(index) if alpha else 1)
    grey = kind in (s.GREY, s.GREY_ALPHA)
    rgb = (quantize(s.grey_of(color), depth),) * 3 if grey else tuple(quantize(c, depth) for c in color[:3])
    return on_white(rgb, color[3] if kind in (s.GREY_ALPHA, s.RGBA) else 1)


def png_cases():
    depths = {s.GREY: (1, 2, 4, 8, 16), s.RGB: (8, 16), s.PALETTE: (1, 2, 4, 8), s.GREY_ALPHA: (8, 16), s.RGBA: (8, 16)}
    texts = s.chunk(b"tEXt", b"Author\0" + MARKER) + s.chunk(b"eXIf", b"II*\0\x08\0\0\0\0\0" + MARKER)
    for kind, all_depths in depths.items():
        for depth in all_depths:
            for interlaced in (False, True):
                alpha = kind in (s.GREY_ALPHA, s.RGBA)
                copied = not alpha and not interlaced
                grey = kind in (s.GREY, s.GREY_ALPHA)
                color = "index" if kind == s.PALETTE and copied else "gray" if grey else "rgb"
                bits = depth if copied else 16 if depth == 16 else 8
                yield Case(f"png-{kind}-{depth}{'-interlaced' if interlaced else ''}",
                           s.write_png(kind, depth, interlaced, texts),
                           look_of(lambda c, k=kind, d=depth: png_color(k, d, c)),
                           (color, 1 if color != "rgb" else 3, bits, "image"), bits if alpha else 0)


def key_cases():
    """tRNS: one colour that is transparent, or an alpha for each of the palette."""
    alphas = bytes(64 + i % 192 for i in range(216))
    yield Case("png-palette-alpha", s.write_png(s.PALETTE, 8, transparency=alphas),
               look_of(lambda c: png_color(s.PALETTE, 8, c, lambda i: alphas[i] / 255)), ("rgb", 3, 8, "image"), 8)
    for depth in (8, 16):
        top = (1 << depth) - 1
        rgb_key = b"".join(v.to_bytes(2, "big") for v in s.sample_values(s.pattern(0, 0), s.RGB, depth))
        grey_key = s.sample_values(s.pattern(5, 5), s.GREY, depth)[0]
        rgb = look_of(lambda c, d=depth: png_color(s.RGB, d, c))
        rgb[0][0] = (255, 255, 255)
        yield Case(f"png-rgb-key-{depth}", s.write_png(s.RGB, depth, transparency=rgb_key), rgb,
                   ("rgb", 3, depth, "image"), depth)
        yield Case(f"png-grey-key-{depth}", s.write_png(s.GREY, depth, transparency=grey_key.to_bytes(2, "big")),
                   look_of(lambda c, d=depth, t=top, k=grey_key: (255,) * 3 if round(t * s.grey_of(c)) == k
                           else png_color(s.GREY, d, c)), ("gray", 1, depth, "image"), depth)


def swap(rgb):
    return rgb[::-1]


def from_light(value):
    return 255 * s.srgb_value(value)


def profile_cases():
    icc, grey_icc = s.iccp(SWAPPED), s.iccp(LINEAR_GREY)
    for name, kind, depth, interlaced in (("rgb8", s.RGB, 8, 0), ("rgb16", s.RGB, 16, 0), ("palette", s.PALETTE, 8, 0),
                                          ("rgba8", s.RGBA, 8, 0), ("rgba16", s.RGBA, 16, 0), ("laced", s.RGB, 8, 1)):
        yield Case(f"icc-png-{name}", s.write_png(kind, depth, interlaced, icc),
                   look_of(lambda c, k=kind, d=depth: swap(png_color(k, d, c))),
                   ("index" if kind == s.PALETTE else "icc", 1 if kind == s.PALETTE else 3, depth, "image"),
                   depth if kind == s.RGBA else 0, SWAPPED, PROOF)
    for depth in (8, 16):
        yield Case(f"icc-png-grey{depth}", s.write_png(s.GREY, depth, extra=grey_icc),
                   look_of(lambda c: (from_light(s.grey_of(c)),) * 3), ("icc", 1, depth, "image"), 0, LINEAR_GREY, PROOF)
    yield Case("icc-png-grey-alpha", s.write_png(s.GREY_ALPHA, 8, extra=grey_icc),
               look_of(lambda c: on_white((s.srgb_value(s.grey_of(c)),) * 3, c[3])), ("icc", 1, 8, "image"), 8, LINEAR_GREY,
               PROOF)
    yield Case("icc-png-grey-of-rgb", s.write_png(s.GREY, 8, extra=s.iccp(s.rgb_profile((2, 1, 0), lambda v: v))),
               look_of(lambda c: (from_light(s.grey_of(c)),) * 3), ("icc", 1, 8, "image"), 0, True, PROOF)
    plain = look_of(lambda c: png_color(s.RGB, 8, c))
    for name, extra in (("icc", s.iccp(s.rgb_profile(), b"odd name")), ("gamma", s.gama(1 / 2.2)), ("chunk", s.gama(1) +
                        s.chunk(b"sRGB", b"\0")), ("chromaticities", s.gama(1 / 2.2) + s.chrm(.3127, .329, .64, .33, .3, .6,
                                                                                             .15, .06))):
        yield Case(f"srgb-png-{name}", s.write_png(s.RGB, 8, extra=extra), plain, ("rgb", 3, 8, "image"))
    yield Case("gama-png-rgb", s.write_png(s.RGB, 8, extra=s.gama(1)),
               look_of(lambda c: tuple(from_light(v) for v in c[:3])), ("icc", 3, 8, "image"), 0, True, PROOF)
    yield Case("gama-png-grey", s.write_png(s.GREY, 16, extra=s.gama(1)),
               look_of(lambda c: (from_light(s.grey_of(c)),) * 3), ("icc", 1, 16, "image"), 0, True, PROOF)
    yield Case("chrm-png-rgb", s.write_png(s.RGB, 8, extra=s.gama(1 / 2.2) + s.chrm(.3127, .329, .15, .06, .3, .6, .64, .33)),
               look_of(lambda c: swap(png_color(s.RGB, 8, c))), ("icc", 3, 8, "image"), 0, True, PROOF)


def make_image(mode):
    image = Image.new(mode, (s.WIDTH, s.HEIGHT))
    convert = {"RGB": s.to_rgb8, "RGBA": lambda c: tuple(round(255 * v) for v in c), "L": lambda c: round(255 * s.grey_of(c)),
               "CMYK": lambda c: tuple(round(255 * v) for v in inks(c))}[mode]
    image.putdata([convert(c) for row in s.pixels() for c in row])
    return image


def inks(color):
    return color[0], color[1], color[2], 0.3 * color[0]


def save(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def exif(orientation):
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = MARKER.decode()
    return tags.tobytes()


def turn(look, orientation):
    """The look of a picture as stored, as seen (Exif 2.32, 4.6.4 A)."""
    mirrored = orientation in (2, 4, 5, 7)
    rows = [row[::-1] for row in look] if mirrored else look
    for _ in range({1: 0, 2: 0, 3: 2, 4: 2, 5: 3, 6: 1, 7: 1, 8: 3}[orientation]):
        rows = [list(row) for row in zip(*rows[::-1])]  # a quarter to the right
    return rows


def add_xmp(jpeg):
    data = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + MARKER + b"</x:xmpmeta>"
    return jpeg[:2] + b"\xff\xe1" + (len(data) + 2).to_bytes(2, "big") + data + jpeg[2:] + MARKER


def save_jpeg(image, **options):
    return add_xmp(save(image, "JPEG", quality=97, subsampling=0, comment=MARKER, **options))


def proof_cmyk():
    image = ImageCms.profileToProfile(make_image("CMYK"), io.BytesIO(s.cmyk_profile()), ImageCms.createProfile("sRGB"),
                                      renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC, outputMode="RGB")
    data = list(image.getdata())
    return [data[y * s.WIDTH:(y + 1) * s.WIDTH] for y in range(s.HEIGHT)]


def jpeg_cases():
    plain = look_of(lambda c: scaled(c[:3]))
    grey = look_of(lambda c: (255 * s.grey_of(c),) * 3)
    cmyk = look_of(lambda c: tuple(255 * (1 - i) * (1 - inks(c)[3]) for i in inks(c)[:3]))
    row, grey_row = ("rgb", 3, 8, "jpeg"), ("gray", 1, 8, "jpeg")
    for orientation in range(1, 9):
        yield Case(f"jpeg-{orientation}", save_jpeg(make_image("RGB"), exif=exif(orientation)), turn(plain, orientation), row,
                   grade=PHOTO)
    yield Case("jpeg-progressive", save_jpeg(make_image("RGB"), progressive=True), plain, row, grade=PHOTO)
    yield Case("jpeg-grey", save_jpeg(make_image("L")), grey, grey_row, grade=PHOTO)
    yield Case("jpeg-cmyk", save_jpeg(make_image("CMYK")), cmyk, ("cmyk", 4, 8, "jpeg"), grade=PHOTO, poppler=(60, 140),
               mutool=False)
    yield Case("jpeg-srgb", save_jpeg(make_image("RGB"), icc_profile=s.rgb_profile()), plain, row, grade=PHOTO)
    yield Case("jpeg-icc", save_jpeg(make_image("RGB"), icc_profile=SWAPPED), look_of(lambda c: swap(scaled(c[:3]))),
               ("icc", 3, 8, "jpeg"), icc=SWAPPED, grade=PHOTO)
    yield Case("jpeg-icc-large", save_jpeg(make_image("RGB"), icc_profile=large_profile()),
               look_of(lambda c: swap(scaled(c[:3]))), ("icc", 3, 8, "jpeg"), icc=large_profile(), grade=PHOTO)
    yield Case("jpeg-icc-grey", save_jpeg(make_image("L"), icc_profile=LINEAR_GREY),
               look_of(lambda c: (from_light(s.grey_of(c)),) * 3), ("icc", 1, 8, "jpeg"), icc=LINEAR_GREY, grade=PHOTO)
    yield Case("jpeg-icc-cmyk", save_jpeg(make_image("CMYK"), icc_profile=s.cmyk_profile()), proof_cmyk(),
               ("icc", 4, 8, "jpeg"), icc=s.cmyk_profile(), grade=PHOTO)


def large_profile():
    """So large that it lies in three segments."""
    return s.write_profile(b"mntr", b"RGB ", [(name, s.tag_xyz(s.SRGB_XYZ[i])) for name, i in
                                              zip((b"rXYZ", b"gXYZ", b"bXYZ"), (2, 1, 0))] +
                           [(name, s.tag_curve(s.srgb_light)) for name in (b"rTRC", b"gTRC", b"bTRC")] +
                           [(b"priv", b"text\0\0\0\0" + bytes(range(256)) * 600)])


def webp_cases():
    plain = look_of(lambda c: scaled(c[:3]))
    alpha = look_of(lambda c: on_white(c[:3], c[3]))
    extra = {"exif": exif(1), "xmp": MARKER}
    row = ("rgb", 3, 8, "image")
    yield Case("webp-lossy", save(make_image("RGB"), "WEBP", quality=95, **extra), plain, row, grade=PHOTO)
    yield Case("webp-lossless", save(make_image("RGB"), "WEBP", lossless=True, **extra), plain, row)
    yield Case("webp-lossy-alpha", save(make_image("RGBA"), "WEBP", quality=95, **extra), alpha, row, 8, grade=PHOTO)
    yield Case("webp-lossless-alpha", save(make_image("RGBA"), "WEBP", lossless=True, exact=True), alpha, row, 8)
    for orientation in (3, 6, 7):
        yield Case(f"webp-{orientation}", save(make_image("RGB"), "WEBP", lossless=True, exif=exif(orientation)),
                   turn(plain, orientation), row)
    yield Case("webp-icc", save(make_image("RGBA"), "WEBP", lossless=True, exact=True, icc_profile=SWAPPED),
               look_of(lambda c: swap(on_white(c[:3], c[3]))), ("icc", 3, 8, "image"), 8, SWAPPED, PROOF)


def write_poster(folder, names):
    slides = "".join(f"  - figure: {{file: {name}, alt: {name}}}\n" for name in names)
    path = os.path.join(folder, "poster.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"title: T\npage: {{size: [600mm, 450mm], margin: 10mm}}\nprint: {{standard: plain}}\nslides:\n{slides}")
    return path


def compare(label, image, rect, look, grade):
    """The middle of every source pixel, on a page at DPI."""
    height, width = len(look), len(look[0])
    scale = DPI / 25.4
    total, worst, where = 0, 0, None
    for y in range(height):
        for x in range(width):
            at = (int((rect["x_mm"] + (x + .5) / width * rect["w_mm"]) * scale),
                  int((rect["y_mm"] + (y + .5) / height * rect["h_mm"]) * scale))
            found = image.getpixel(at)
            apart = max(abs(a - b) for a, b in zip(found, look[y][x]))
            total += apart
            if apart > worst:
                worst, where = apart, (x, y, found, tuple(round(c) for c in look[y][x]))
    mean = total / width / height
    check(mean <= grade[0] and worst <= grade[1], f"{label}: mean {mean:.1f}, worst {worst:.0f} at {where}")


def open_page(path):
    return Image.open(path).convert("RGB")


def check_looks(folder, cases, pdf, poster):
    layout = json.loads(run(POSTERC, poster, "--format", "json", "-o", "-").stdout)
    rects = [block for panel in layout["panels"] for block in panel["blocks"]]
    check(len(rects) == len(cases), "the layout has other pictures than the poster")
    page = os.path.join(folder, "page")
    run("pdftoppm", "-r", str(DPI), "-png", "-singlefile", pdf, page + "-poppler")
    run("mutool", "draw", "-q", "-r", str(DPI), "-o", page + "-mutool.png", pdf)
    run(POSTERC, poster, "-o", page + "-posterc.png", "--dpi", str(DPI))
    pages = {who: open_page(f"{page}-{who}.png") for who in ("poppler", "mutool", "posterc")}
    for case, rect in zip(cases, rects):
        compare(f"{case.name} by poppler", pages["poppler"], rect, case.look, case.poppler or case.grade)
        compare(f"{case.name} by posterc", pages["posterc"], rect, case.look, (case.grade[0], case.grade[1] + SMOOTHED))
        if case.mutool and not case.icc:
            compare(f"{case.name} by mutool", pages["mutool"], rect, case.look, case.grade)


def check_rows(cases, pdf):
    """pdfimages lists pictures as they are painted, each with its mask behind it."""
    rows = [line.split() for line in run("pdfimages", "-list", pdf).stdout.decode().splitlines()[2:]]
    pictures = [row for row in rows if row[2] == "image"]
    check(len(pictures) == len(cases), f"{len(cases)} pictures named, {len(pictures)} in the file")
    for case, row in zip(cases, pictures):
        found = (row[5], int(row[6]), int(row[7]), row[8])
        check(found == case.row, f"{case.name}: pdfimages says {found}, not {case.row}")
        mask = rows[int(row[1]) + 1] if int(row[1]) + 1 < len(rows) else [""] * 9
        bits = int(mask[7]) if mask[2] == "smask" else 0
        check(bits == case.mask, f"{case.name}: a mask of {bits} bits, not {case.mask}")


def read_segments(jpeg):
    """(marker, data) up to the first scan, and the rest."""
    at, out = 2, []
    while jpeg[at + 1] != 0xDA:
        length = int.from_bytes(jpeg[at + 2:at + 4], "big")
        out.append((jpeg[at + 1], jpeg[at + 4:at + 2 + length]))
        at += 2 + length
    return out, jpeg[at:]


def check_copied(folder, cases, pdf):
    """A JPEG's tables and coded data are those of its file."""
    run("pdfimages", "-all", pdf, os.path.join(folder, "copy"))
    found = [name for name in sorted(os.listdir(folder)) if re.fullmatch(r"copy-\d+\.jpg", name)]
    jpegs = [case for case in cases if case.row[3] == "jpeg"]
    check(len(found) == len(jpegs), f"{len(jpegs)} JPEGs named, {len(found)} copied")
    for case, name in zip(jpegs, found):
        with open(os.path.join(folder, name), "rb") as file:
            head, coded = read_segments(file.read())
        wanted_head, wanted = read_segments(case.data)
        kept = [(m, d) for m, d in wanted_head if m < 0xE0 or m == 0xEE or (m == 0xE0 and d[:4] == b"JFIF")]
        check(head == kept, f"{case.name}: other segments than the file: {[hex(m) for m, _ in head]}")
        check(coded == wanted[:len(wanted) - len(MARKER)], f"{case.name}: other coded data than the file")
        os.remove(os.path.join(folder, name))


def check_profiles(folder, cases, pdf):
    plain = os.path.join(folder, "plain.pdf")
    done = run("qpdf", "--qdf", "--object-streams=disable", pdf, plain)
    check(done.returncode == 0, f"qpdf: {done.stderr.decode()}")
    with open(plain, "rb") as file:
        data = file.read()
    check(MARKER not in data, "metadata of a picture is in the PDF")
    known = {case.icc for case in cases if case.icc and case.icc is not True}
    made = sum(1 for case in cases if case.icc is True)
    found = data.count(b"acsp")
    for profile in known:
        check(data.count(profile) == 1, f"a profile of {len(profile)} bytes is in the PDF {data.count(profile)} times")
    check(len(known) <= found <= len(known) + made, f"{found} profiles in the PDF for {len(known)} and {made} made")
    if not known and not made:
        check(b"/ICCBased" not in data, "a profile where no picture has one")


def check_svg(folder, cases, poster):
    """Browsers get pixels in sRGB, or a file that is sRGB; pictures of equal bytes are there once."""
    path = os.path.join(folder, "page.svg")
    run(POSTERC, poster, "-o", path)
    with open(path, encoding="utf-8") as file:
        found = [base64.b64decode(data) for data in re.findall(r"data:image/\w+;base64,([^\"]+)", file.read())]
    check(found and not any(MARKER in data for data in found), "metadata in the SVG")
    if len({case.data for case in cases if case.icc}) < len(cases):
        return
    check(len(found) == len(cases), f"{len(found)} pictures in the SVG for {len(cases)}")
    for case, data in zip(cases, found):
        image = Image.open(io.BytesIO(data))
        check("icc_profile" not in image.info, f"{case.name}: a profile in the SVG")
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        whole = {"x_mm": 0, "y_mm": 0, "w_mm": image.width * 25.4 / DPI, "h_mm": image.height * 25.4 / DPI}
        compare(f"{case.name} in the SVG", paper.convert("RGB"), whole, case.look, case.grade)


def check_cases(folder, cases):
    names = []
    for case in cases:
        names.append(case.name + "." + case.name.split("-")[0])
        with open(os.path.join(folder, names[-1]), "wb") as file:
            file.write(case.data)
    poster, pdf = write_poster(folder, names), os.path.join(folder, "poster.pdf")
    done = run(POSTERC, poster, "-o", pdf)
    check(done.returncode == 0, f"{names}: exit {done.returncode}: {done.stderr.decode()}")
    if done.returncode != 0:
        return
    check(run("qpdf", "--check", pdf).returncode == 0, f"{names}: qpdf --check")
    check_rows(cases, pdf)
    check_copied(folder, cases, pdf)
    check_profiles(folder, cases, pdf)
    check_looks(folder, cases, pdf, poster)
    check_svg(folder, cases, poster)


def refused():
    """Files that must not be printed: name, bytes, code, words of the message."""
    image = make_image("RGB")
    webp = save(image, "WEBP", lossless=True)
    frames = save(image, "WEBP", save_all=True, append_images=[make_image("RGB").transpose(0)], duration=100)
    png = s.write_png(s.RGB, 8)
    wide = s.chunk(b"IHDR", (30001).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0]))
    bomb = s.iccp(SWAPPED + bytes(64 << 20))
    return [("cut.webp", webp[:-20], "bad-image", "damaged or cut off"),
            ("head.webp", webp[:30], "bad-image", "damaged or cut off"),
            ("moving.webp", frames, "bad-image", "animated"),
            ("huge.png", png[:8] + wide + png[33:], "limit", "30001 x 30001 pixels"),
            ("bomb.png", s.write_png(s.RGB, 8, extra=bomb), "bad-image", "larger than 4 MiB"),
            ("profile.png", s.write_png(s.RGB, 8, extra=s.iccp(SWAPPED[:200])), "bad-image", "profile that is damaged"),
            ("stream.png", s.write_png(s.RGB, 8, extra=s.chunk(b"iCCP", b"x\0\0nonsense")), "bad-image",
             "profile that is damaged"),
            ("grey.png", s.write_png(s.RGB, 8, extra=s.iccp(LINEAR_GREY)), "bad-image", "another kind of picture"),
            ("gamma.png", s.write_png(s.RGB, 8, extra=s.gama(0)), "bad-image", "impossible numbers"),
            ("inks.jpg", save_jpeg(image, icc_profile=s.cmyk_profile()), "bad-image", "another kind of picture"),
            ("part.jpg", drop_segment(save_jpeg(image, icc_profile=large_profile())), "bad-image", "incomplete"),
            ("photo.gif", save(image, "GIF"), "bad-image", "a GIF picture"),
            ("photo.tif", save(image, "TIFF"), "bad-image", "a TIFF picture"),
            ("photo.bmp", save(image, "BMP"), "bad-image", "a BMP picture")]


def drop_segment(jpeg):
    at = jpeg.index(b"ICC_PROFILE\0\2") - 4
    return jpeg[:at] + jpeg[at + 2 + int.from_bytes(jpeg[at + 2:at + 4], "big"):]


def check_refused(folder):
    files = refused()
    for name, data, _, _ in files:
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    done = run(POSTERC, write_poster(folder, [name for name, *_ in files]), "-o", os.path.join(folder, "poster.pdf"))
    lines = done.stderr.decode().splitlines()
    check(done.returncode == 1, f"bad pictures: exit {done.returncode}")
    for name, _, code, words in files:
        found = [line for line in lines if f"'{name}'" in line and "error:" in line]
        check(len(found) == 1 and words in found[0] and found[0].endswith(f"[{code}]") and ";" in found[0],
              f"{name}: {found or lines}")


def main():
    cases = [*png_cases(), *key_cases(), *profile_cases(), *jpeg_cases(), *webp_cases()]
    check(shutil.which("mutool"), "mutool is not there")
    cases.sort(key=lambda case: bool(case.icc))  # posters without any profile, one with some, posters of profiles alone
    for first in range(0, len(cases), PER_POSTER):
        with tempfile.TemporaryDirectory() as folder:
            check_cases(folder, cases[first:first + PER_POSTER])
    with tempfile.TemporaryDirectory() as folder:
        check_refused(folder)
    print(f"{len(cases)} pictures")
    return conclude()


if __name__ == "__main__":
    sys.exit(main())

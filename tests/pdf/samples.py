"""samples.py - pictures for the tests, written byte by byte where no library writes the kind: any PNG, any ICC profile.

All show one pattern.  A profile that exchanges two colours makes it plain whether it was obeyed.
"""
import struct
import zlib

WIDTH, HEIGHT = 36, 24
# Where rows and columns of the seven passes begin, and their steps (PNG 1.2, 2.6).
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}
# XYZ of sRGB's primaries under D50, as its profiles have them.
SRGB_XYZ = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
D50 = (0.9642, 1.0, 0.8249)


def pattern(x, y):
    """Red grows to the right, green downwards, blue across: no two corners are alike.  0..1 each, with alpha."""
    u, v = x / (WIDTH - 1), y / (HEIGHT - 1)
    return u, v, (1 - u) * (1 - v), 0.25 + 0.75 * u


def pixels():
    return [[pattern(x, y) for x in range(WIDTH)] for y in range(HEIGHT)]


def to_rgb8(color):
    return tuple(round(255 * c) for c in color[:3])


def grey_of(color):
    return 0.6 * color[0] + 0.4 * color[1]


def palette():
    """A cube of 6 x 6 x 6 without its last corner, with alphas."""
    steps = [i / 5 for i in range(6)]
    return [(r, g, b, 0.25 + 0.75 * r) for r in steps for g in steps for b in steps]


def nearest_index(color):
    r, g, b = (round(5 * c) for c in color[:3])
    return (r * 6 + g) * 6 + b


# PNG

def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def sample_values(color, kind, depth):
    """The integers of one pixel."""
    top = (1 << depth) - 1
    if kind == PALETTE:
        return [nearest_index(color) if depth == 8 else round(top * grey_of(color))]
    channels = {GREY: (grey_of(color),), GREY_ALPHA: (grey_of(color), color[3]), RGB: color[:3], RGBA: color}[kind]
    return [round(top * c) for c in channels]


def pack_row(values, depth):
    if depth == 16:
        return struct.pack(f">{len(values)}H", *values)
    bits = "".join(f"{v:0{depth}b}" for v in values)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def pack_rows(rows, kind, depth, filters):
    out = b""
    before = None
    pixel = max(1, CHANNELS[kind] * depth // 8)
    for number, row in enumerate(rows):
        raw = pack_row([v for color in row for v in sample_values(color, kind, depth)], depth)
        above = before or bytes(len(raw))
        name = filters[number % len(filters)]
        left = bytes(pixel) + raw
        guess = {0: bytes(len(raw)), 1: left, 2: above}[name]
        out += bytes([name]) + bytes((a - b) & 255 for a, b in zip(raw, guess))
        before = raw
    return out


def write_png(kind, depth, interlaced=False, extra=b"", transparency=b"", data=None):
    """extra: chunks before the palette; transparency: the data of tRNS; data: other compressed data."""
    rows = pixels()
    if interlaced:
        passes = [[row[x0::dx] for row in rows[y0::dy]] for x0, y0, dx, dy in ADAM7]
        raw = b"".join(pack_rows(p, kind, depth, (0, 1, 2)) for p in passes if p and p[0])
    else:
        raw = pack_rows(rows, kind, depth, (0, 1, 2))
    out = b"\x89PNG\r\n\x1a\n"
    out += chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, kind, 0, 0, interlaced))
    out += extra
    if kind == PALETTE:
        out += chunk(b"PLTE", bytes(c for color in palette_of(depth) for c in to_rgb8(color)))
    if transparency:
        out += chunk(b"tRNS", transparency)
    return out + chunk(b"IDAT", data or zlib.compress(raw)) + chunk(b"IEND", b"")


def palette_of(depth):
    """For few bits: shades of orange, since the index is a grey."""
    if depth == 8:
        return palette()
    top = (1 << depth) - 1
    return [(i / top, 0.6 * i / top, 0.1, 1) for i in range(top + 1)]


def iccp(profile, name=b"ICC"):
    return chunk(b"iCCP", name + b"\0\0" + zlib.compress(profile))


def gama(value):
    return chunk(b"gAMA", struct.pack(">I", round(100000 * value)))


def chrm(*points):
    return chunk(b"cHRM", struct.pack(">8I", *(round(100000 * p) for p in points)))


# ICC (ICC.1:2010)

def s15(value):
    return struct.pack(">i", round(value * 65536))


def tag_xyz(xyz):
    return b"XYZ \0\0\0\0" + b"".join(map(s15, xyz))


def tag_text(kind, text):
    if kind == b"desc":
        return b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + bytes(1 + 4 + 4 + 2 + 1 + 67)
    return b"text\0\0\0\0" + text + b"\0"


def tag_curve(function):
    values = [round(65535 * function(i / 1023)) for i in range(1024)]
    return b"curv\0\0\0\0" + struct.pack(">I1024H", 1024, *values)


def srgb_light(value):
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def srgb_value(light):
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def write_profile(kind, space, tags, pcs=b"XYZ "):
    tags = [(b"desc", tag_text(b"desc", b"sample")), (b"cprt", tag_text(b"text", b"none")), (b"wtpt", tag_xyz(D50)), *tags]
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags:
        data += bytes(-len(data) % 4)
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"\0\0\0\0", 0x02400000, kind, space, pcs)
    head += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + b"".join(map(s15, D50))
    return head + bytes(128 - len(head)) + table + body


def rgb_profile(order=(0, 1, 2), curve=srgb_light):
    tags = [(name, tag_xyz(SRGB_XYZ[i])) for name, i in zip((b"rXYZ", b"gXYZ", b"bXYZ"), order)]
    tags += [(name, tag_curve(curve)) for name in (b"rTRC", b"gTRC", b"bTRC")]
    return write_profile(b"mntr", b"RGB ", tags)


def grey_profile(curve):
    return write_profile(b"mntr", b"GRAY", [(b"kTRC", tag_curve(curve))])


def lab_bytes(rgb):
    light = [srgb_light(c) for c in rgb]
    xyz = [sum(light[i] * SRGB_XYZ[i][k] for i in range(3)) / D50[k] for k in range(3)]
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz]
    lab = 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])
    return bytes(max(0, min(255, round(v))) for v in (lab[0] * 2.55, lab[1] + 128, lab[2] + 128))


def cmyk_profile():
    """Inks of an odd press: cyan takes the blue out of white paper, magenta the red, yellow the green."""
    corners = [lab_bytes(((1 - m) * (1 - k), (1 - y) * (1 - k), (1 - c) * (1 - k)))
               for c in (0, 1) for m in (0, 1) for y in (0, 1) for k in (0, 1)]
    unity = bytes(range(256))
    lut = b"mft1\0\0\0\0" + bytes([4, 3, 2, 0]) + b"".join(map(s15, (1, 0, 0, 0, 1, 0, 0, 0, 1)))
    lut += unity * 4 + b"".join(corners) + unity * 3
    return write_profile(b"prtr", b"CMYK", [(b"A2B0", lut), (b"A2B1", lut)], b"Lab ")

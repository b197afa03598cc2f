#!/usr/bin/python3
"""test_inks.py POSTERC SOURCE_DIR - which inks a print file takes: by rules over its objects, and on the plates that Ghostscript makes of
it; that each rule bites; and what is said of too much ink and of what PDF/X-1a cannot hold."""
import io
import sys
import tempfile
from pathlib import Path

import ink_rules as inks
import pikepdf
import print_rules as rules
from PIL import Image
from checks import check, conclude, run
from pikepdf import Array, Dictionary, Name, Stream

POSTERC, SOURCE = sys.argv[1], Path(sys.argv[2])
DPI = 72
CMYK, X1A = ("--set", "print.color=cmyk"), ("--set", "print.standard=pdf/x-1a")
LIMIT = 300
# What rounding and a resampled edge add.
SLACK = 3

GREYS_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
<linearGradient id="a"><stop offset="0" stop-color="#000"/><stop offset=".5" stop-color="#808080"/><stop offset="1" stop-color="#fff"/>
</linearGradient><rect width="40" height="8" fill="url(#a)"/><rect y="9" width="19" height="4" fill="#808080"/>
<rect x="21" y="9" width="19" height="4" fill="#000"/><line y1="15" x2="40" y2="15" stroke="#000" stroke-width=".02"/></svg>
"""
COLORS_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
<radialGradient id="a"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/></radialGradient>
<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="2" height="2" fill="#0a0"/></pattern>
<rect width="40" height="8" fill="url(#a)"/><rect y="9" width="40" height="8" fill="url(#p)"/></svg>
"""
CLEAR_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2" fill="#00a" fill-opacity=".5"/></svg>'

POSTER = """\
title: 色
header: false
page: {size: A4}
theme: {colors: {paper: "#ffffff", panel: "#ffffff", border: "#000000", ink: "#000000", accent: "#000000"}}
slides:
"""


def write_pictures(folder):
    grey = Image.linear_gradient("L").resize((60, 40))
    grey.save(folder / "grey.png")
    grey.save(folder / "grey.jpg", quality=90)
    Image.frombytes("I;16", (60, 40), bytes(value for y in range(40) for x in range(60) for value in (0, 4 * x))).save(
        folder / "deep.png")
    color = Image.merge("RGB", (grey, grey.rotate(90).resize((60, 40)), grey.rotate(180)))
    color.save(folder / "color.png")
    color.save(folder / "color.jpg", quality=90)
    color.convert("P", palette=Image.ADAPTIVE, colors=16).save(folder / "palette.png")
    color.putalpha(grey)
    color.save(folder / "clear.png")
    Image.new("CMYK", (60, 40), (230, 230, 230, 230)).save(folder / "heavy.jpg", quality=95)
    (folder / "greys.svg").write_text(GREYS_SVG, encoding="utf-8")
    (folder / "colors.svg").write_text(COLORS_SVG, encoding="utf-8")
    (folder / "clear.svg").write_text(CLEAR_SVG, encoding="utf-8")


def make_stream(pdf, data, **keys):
    stream = Stream(pdf, data)
    for key, value in keys.items():
        stream[Name("/" + key)] = value
    return stream


def make_jpeg(pdf):
    data = io.BytesIO()
    Image.linear_gradient("L").resize((30, 20)).convert("RGB").save(data, "JPEG")
    picture = make_stream(pdf, b"", Type=Name.XObject, Subtype=Name.Image, Width=30, Height=20, ColorSpace=Name.DeviceRGB,
                          BitsPerComponent=8)
    picture.write(data.getvalue(), filter=Name.DCTDecode)
    return picture


def write_greys_pdf(path, srgb):
    """A page of greys in all the ways that programs write them, with tags of its own."""
    pdf = pikepdf.new()
    icc = make_stream(pdf, srgb, N=3)
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0]), C1=Array([1, 1, 1]), N=1)
    shade = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 200, 0]), Function=ramp)
    picture = make_stream(pdf, bytes(range(0, 256, 64)), Type=Name.XObject, Subtype=Name.Image, Width=4, Height=1,
                          ColorSpace=Name.DeviceGray, BitsPerComponent=8)
    part = make_stream(pdf, b"/P <</MCID 0>> BDC 0 0 0 rg 0 0 9 9 re f EMC", Type=Name.XObject, Subtype=Name.Form,
                       BBox=Array([0, 0, 9, 9]), Resources=Dictionary())
    page = pdf.add_blank_page(page_size=(200, 100))
    page.Contents = make_stream(pdf, b"/P <</MCID 0>> BDC 0 0 0 rg 0 80 20 20 re f EMC .5 g 30 80 20 20 re f /Cs cs .5 .5 .5 sc "
                                b"60 80 20 20 re f 0 G .05 w 0 70 m 200 70 l S q 0 40 200 20 re W n /Sh sh Q "
                                b"q 50 0 0 20 0 10 cm /Im Do Q q 1 0 0 1 90 10 cm /Fm Do Q "
                                b"q 20 0 0 20 120 10 cm BI /W 2 /H 1 /BPC 8 /CS /G ID \x00\x80 EI Q /Mark MP")
    page.Resources = Dictionary(ColorSpace=Dictionary(Cs=Array([Name.ICCBased, icc]), DefaultGray=Array([Name.CalGray, Dictionary(
        WhitePoint=Array([.96, 1, .82]))])), Shading=Dictionary(Sh=shade), XObject=Dictionary(Im=picture, Fm=part))
    pdf.save(path)


def write_colors_pdf(path, srgb):
    """Colours in many spaces, and a soft mask of RGB."""
    pdf = pikepdf.new()
    icc = make_stream(pdf, srgb, N=3)
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0, 0]), C1=Array([0, 1, 0]), N=1)
    shade = Dictionary(ShadingType=2, ColorSpace=Array([Name.ICCBased, icc]), Coords=Array([0, 0, 200, 0]), Function=ramp)
    tile = make_stream(pdf, b"1 0 0 rg 0 0 5 5 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
                       BBox=Array([0, 0, 9, 9]), XStep=9, YStep=9, Resources=Dictionary())
    stencil = make_stream(pdf, b"0 0 5 5 re f", Type=Name.Pattern, PatternType=1, PaintType=2, TilingType=1,
                          BBox=Array([0, 0, 9, 9]), XStep=9, YStep=9, Resources=Dictionary())
    gold = Array([Name.Separation, Name("/Gold"), Name.DeviceRGB, Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 1, 1]), C1=Array([.8, .6, .1]), N=1)])
    mask = make_stream(pdf, b".5 .5 .5 rg 0 0 40 40 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 100]),
                       Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB), Resources=Dictionary())
    page = pdf.add_blank_page(page_size=(200, 100))
    page.Contents = make_stream(pdf, b"1 0 0 rg 0 80 20 20 re f /Cs cs 0 1 0 sc 30 80 20 20 re f /Gold cs 1 scn 60 80 20 20 re f "
                                b"/Pattern cs /Ti scn 90 80 20 20 re f /St cs 0 0 1 /Sn scn 120 80 20 20 re f "
                                b"q 0 50 200 20 re W n /Sh sh Q q 30 0 0 20 0 10 cm /Im Do Q "
                                b"q 20 0 0 20 60 10 cm BI /W 2 /H 1 /BPC 8 /CS /RGB ID \xff\x00\x00\x00\x80\x00 EI Q "
                                b"q /Ma gs 0 0 1 rg 0 0 40 8 re f Q")
    page.Resources = Dictionary(
        ColorSpace=Dictionary(Cs=Array([Name.ICCBased, icc]), Gold=gold, St=Array([Name.Pattern, Name.DeviceRGB])),
        Shading=Dictionary(Sh=shade), Pattern=Dictionary(Ti=tile, Sn=stencil), XObject=Dictionary(Im=make_jpeg(pdf)),
        ExtGState=Dictionary(Ma=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask))))
    pdf.save(path)


def find_srgb(path):
    """The profile of RGB in a file of posterc's."""
    for item in rules.Document(path).dictionaries():
        space = item.get("/DefaultRGB")
        if isinstance(space, pikepdf.Array):
            return bytes(space[1].read_bytes())
    raise AssertionError("no profile of RGB in a hybrid file")


def write_poster(folder, name, slides):
    poster = folder / f"{name}.yaml"
    poster.write_text(POSTER + "".join(f"  - {{title: 図, {slide}}}\n" for slide in slides), encoding="utf-8")
    return poster


def figures(*files):
    return [f"figure: {{file: {file}, alt: 図}}" for file in files]


def render(poster, target, *options):
    return run(POSTERC, str(poster), "-o", str(target), *options, text=True)


def make(poster, target, *options):
    result = render(poster, target, *options)
    check(result.returncode == 0, f"{target.name}: {result.stderr}")
    return rules.Document(target)


def judge(name, doc, which):
    for rule in which:
        faults = list(rule(doc))
        check(not faults, f"{name}: {rule.__name__}: {faults[:2]}")


def check_black_alone(name, doc, folder):
    """Within every figure of greys no other plate has anything, and its half grey is that of a fill."""
    plates = inks.make_plates(doc, folder, DPI)
    boxes = [[round(float(edge)) for edge in figure.node["/A"]["/BBox"]] for figure in doc.tree.find("Figure")]
    check(len(boxes) == 5, f"{name}: {len(boxes)} figures")
    for box in boxes:
        part = inks.cut(doc, plates, box, DPI)
        for plate in inks.PLATES[:3]:
            check(part[plate].getextrema()[1] == 0, f"{name}: {plate} in a figure of greys at {box}")
        check(part["Black"].getextrema()[1] > 240, f"{name}: no black in a figure of greys at {box}")
    whole = {plate: image.getextrema()[1] for plate, image in plates.items()}
    check(whole == {"Cyan": 0, "Magenta": 0, "Yellow": 0, "Black": 255}, f"{name}: a poster in black takes {whole}")
    vector = inks.cut(doc, plates, boxes[0], DPI)["Black"]
    width, height = vector.size
    fill, ramp = vector.getpixel((width // 4, height * 11 // 20)), vector.getpixel((width // 2, height // 5))
    check(abs(fill / 255 - .5475) < .01 and abs(fill - ramp) <= 4, f"{name}: a grey is {fill} as a fill, {ramp} in a gradient")


def check_greys(folder):
    poster = write_poster(folder, "greys", figures("greys.svg", "grey.png", "grey.jpg", "deep.png", "greys.pdf"))
    for name, options in (("hybrid", ()), ("cmyk", CMYK), ("x-1a", X1A)):
        doc = make(poster, folder / f"greys-{name}.pdf", *options)
        judge(f"greys {name}", doc, [rules.c1_syntax, *inks.GREYS, rules.x13_hairlines])
        check_black_alone(f"greys {name}", doc, folder)


def check_colors(folder):
    files = ("colors.svg", "color.png", "color.jpg", "palette.png", "clear.png", "clear.svg", "colors.pdf")
    poster = write_poster(folder, "colors", figures(*files))
    doc = make(poster, folder / "colors.pdf.pdf")
    judge("colors hybrid", doc, [rules.c1_syntax, *rules.X4[1:2], rules.x9_rgb_is_declared, *inks.GREYS])
    hybrid = inks.make_plates(doc, folder, DPI)
    doc = make(poster, folder / "colors-cmyk.pdf", *CMYK)
    judge("colors cmyk", doc, [rules.c1_syntax, rules.x8_groups, *inks.INKS, *inks.GREYS])
    check(inks.most_ink(inks.make_plates(doc, folder, DPI)) <= LIMIT + SLACK, "colours over the limit")
    compare_plates(hybrid, inks.make_plates(doc, folder, DPI))


def compare_plates(one, other):
    """Ghostscript separates the hybrid file as posterc separates colours itself; JPEG and masks differ a little."""
    for name in inks.PLATES:
        pairs = zip(one[name].tobytes(), other[name].tobytes())
        off = sum(abs(a - b) for a, b in pairs) / len(one[name].tobytes())
        check(off < 4, f"{name}: the plates of hybrid and cmyk differ by {off:.1f} of 255 on average")


def check_x1a(folder):
    poster = write_poster(folder, "flat", figures("colors.svg", "color.png", "color.jpg", "palette.png", "deep.png"))
    judge("x-1a", make(poster, folder / "flat.pdf", *X1A), [rules.c1_syntax, *inks.INKS, *inks.GREYS, *inks.X1A])
    wanted = {"clear.png": "'clear.png' is transparent", "clear.svg": "'clear.svg' is transparent",
              "colors.pdf": "'colors.pdf' is transparent"}
    for file, message in wanted.items():
        result = render(write_poster(folder, "clear", figures(file)), folder / "never.pdf", *X1A)
        check(result.returncode == 1 and f"clear.yaml:6:24: error: {message}" in result.stderr, f"{file}: {result.stderr}")
    result = render(write_poster(folder, "thin", ['text: 文, style: {fill: "#00ff0080"}']), folder / "never.pdf", *X1A)
    check(result.returncode == 1 and "the colour #00ff0080 is transparent" in result.stderr, result.stderr)
    check(not (folder / "never.pdf").exists(), "a file that PDF/X-1a cannot hold is written")


def check_limit(folder):
    heavy = write_poster(folder, "heavy", figures("heavy.jpg") + ['text: 文, style: {fill: "cmyk(90, 90, 90, 60)"}'])
    for options in ((), CMYK):
        result = render(heavy, folder / "heavy.pdf", *options)
        for wanted in ("'heavy.jpg' takes 36", "the colour cmyk(90, 90, 90, 60) takes 330 % ink"):
            check(wanted in result.stderr, f"{options}: {wanted!r} is not said: {result.stderr}")
    checked = run(POSTERC, "check", str(heavy), text=True)
    check(checked.stdout.count("[ink-limit]") + checked.stderr.count("[ink-limit]") == 2, f"check: {checked.stderr}")
    doc = rules.Document(folder / "heavy.pdf")
    check(inks.most_ink(inks.make_plates(doc, folder, DPI)) > 355, "the plates do not show the ink that was warned of")
    lower = render(write_poster(folder, "dark", figures("color.jpg")), folder / "dark.pdf", "--set", "print.ink-limit=150")
    check("'color.jpg' takes" in lower.stderr, f"a picture in RGB over a low limit: {lower.stderr}")


def check_mixed_black(folder):
    """Black text of four inks in an imported page is said, and judged; the author's own inks, and black ink alone, are not."""
    said = "has black text mixed from four inks"
    for name, ink, is_mixed in (("mixed", "cmyk(75, 68, 67, 90)", True), ("plain", "cmyk(0, 0, 0, 100)", False)):
        page = write_poster(folder, f"{name}-page", ["text: 文"])
        own = render(page, folder / f"{name}.pdf", *CMYK, "--set", f"theme.colors.ink={ink}")
        check(said not in own.stderr, f"{name}: the author's own inks are doubted: {own.stderr}")
        for options in ((), CMYK):
            result = render(write_poster(folder, "holder", figures(f"{name}.pdf")), folder / "holder.pdf", *options)
            check(result.returncode == 0, f"{name}: {result.stderr}")
            check((f"'{name}.pdf' {said}" in result.stderr) == is_mixed, f"{name} {options}: {result.stderr}")
        judged = run(POSTERC, "check", "--pdf", str(folder / f"{name}.pdf"), text=True)
        check(("black-text" in judged.stdout + judged.stderr) == is_mixed, f"{name}: {judged.stdout} {judged.stderr}")


def check_examples(folder):
    for poster in sorted(SOURCE.glob("examples/*/poster.yaml")):
        for name, options, which in (("x-4", (), inks.GREYS), ("cmyk", CMYK, inks.INKS + inks.GREYS),
                                     ("x-1a", X1A, inks.INKS + inks.GREYS + inks.X1A)):
            title = f"{poster.parent.name} {name}"
            result = render(poster, folder / "example.pdf", *options)
            check(result.returncode == 0, f"{title}: {result.stderr}")
            doc = rules.Document(folder / "example.pdf")
            judge(title, doc, [rules.c1_syntax, rules.c2_not_encrypted_and_identified, *which])
            most = inks.most_ink(inks.make_plates(doc, folder, 20))
            check(most <= LIMIT + SLACK or "[ink-limit]" in result.stderr, f"{title}: {most:.0f} % ink, and nobody said so")


# A way to break each rule; what is broken is a sound file of inks.

def add_shading(pdf, space, ends):
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(ends[0]), C1=Array(ends[1]), N=1)
    pdf.pages[0].Resources.Shading = Dictionary(X=pdf.make_indirect(Dictionary(
        ShadingType=2, ColorSpace=space, Coords=Array([0, 0, 1, 0]), Function=function)))


def add_object(pdf, stream):
    pdf.pages[0].Resources.XObject = Dictionary(X=pdf.make_indirect(stream))


def add_form(pdf, data, **keys):
    add_object(pdf, make_stream(pdf, data, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]),
                                Resources=Dictionary(), **keys))


def add_picture(pdf, **keys):
    add_object(pdf, make_stream(pdf, bytes(8), **(dict(Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
                                                       BitsPerComponent=8, ColorSpace=Name.DeviceCMYK) | keys)))


def add_state(pdf, **keys):
    pdf.pages[0].Resources.ExtGState = Dictionary(X=pdf.make_indirect(Dictionary(**keys)))


def add_mask(pdf, **keys):
    mask = make_stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), **keys)
    add_state(pdf, SMask=Dictionary(S=Name.Luminosity, G=pdf.make_indirect(mask)))


def change_space(pdf, **spaces):
    pdf.pages[0].Resources.ColorSpace = Dictionary(**spaces)


BREAKS = (
    (inks.i1_no_light, lambda pdf: add_picture(pdf, ColorSpace=Name.DeviceRGB)),
    (inks.i1_no_light, lambda pdf: add_shading(pdf, Name.DeviceRGB, ([1, 0, 0], [0, 1, 0]))),
    (inks.i1_no_light, lambda pdf: change_space(pdf, X=Array([Name.CalRGB, Dictionary()]))),
    (inks.i1_no_light, lambda pdf: change_space(pdf, X=Array([Name.Separation, Name("/Gold"), Name.DeviceRGB, Dictionary()]))),
    (inks.i2_no_light_in_content, lambda pdf: add_form(pdf, b"1 0 0 rg 0 0 9 9 re f")),
    (inks.i2_no_light_in_content, lambda pdf: add_form(pdf, b"/DeviceRGB cs")),
    (inks.i3_greys_are_black_ink, lambda pdf: add_form(pdf, b".5 g")),
    (inks.i3_greys_are_black_ink, lambda pdf: add_form(pdf, b"0 0 0 RG")),
    (inks.i4_grey_gradients_are_black_ink, lambda pdf: add_shading(pdf, Name.DeviceGray, ([0], [1]))),
    (inks.i4_grey_gradients_are_black_ink, lambda pdf: add_shading(pdf, Name.DeviceRGB, ([0, 0, 0], [1, 1, 1]))),
    (inks.i5_grey_pictures_are_black_ink, lambda pdf: add_picture(pdf, ColorSpace=Name.DeviceGray)),
    (inks.i6_grey_means_ink, lambda pdf: change_space(pdf, DefaultCMYK=Name.DeviceCMYK)),
    (inks.i7_no_foreign_marks, lambda pdf: add_form(pdf, b"/P <</MCID 0>> BDC EMC")),
    (inks.i8_masks_stay_light, lambda pdf: add_mask(pdf, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))),
    (inks.a2_identification, lambda pdf: pdf.trailer.Info.__setitem__("/GTS_PDFXVersion", pikepdf.String("PDF/X-4"))),
    (inks.a3_nothing_transparent, lambda pdf: add_state(pdf, ca=.5)),
    (inks.a3_nothing_transparent, lambda pdf: add_state(pdf, BM=Name.Multiply)),
    (inks.a3_nothing_transparent, lambda pdf: add_mask(pdf)),
    (inks.a3_nothing_transparent, lambda pdf: add_form(pdf, b"", Group=Dictionary(S=Name.Transparency))),
    (inks.a4_no_young_keys, lambda pdf: pdf.pages[0].__setitem__("/Tabs", Name.S)),
    (inks.a4_no_young_keys, lambda pdf: add_picture(pdf, BitsPerComponent=16)),
)


def check_that_rules_bite(sound, folder):
    for rule, breaking in BREAKS:
        with pikepdf.open(sound) as pdf:
            breaking(pdf)
            pdf.save(folder / "broken.pdf", force_version="1.4", object_stream_mode=pikepdf.ObjectStreamMode.disable)
        check(list(rule(rules.Document(folder / "broken.pdf"))), f"{rule.__name__} does not see a file that is broken on purpose")
    with pikepdf.open(sound) as pdf:
        pdf.save(folder / "broken.pdf", force_version="1.6", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    check(len(list(inks.a1_version(rules.Document(folder / "broken.pdf")))) == 2, "a1_version does not see PDF 1.6")
    unused = {rule.__name__ for rule in inks.INKS + inks.GREYS + inks.X1A} - {rule.__name__ for rule, _ in BREAKS}
    check(unused == {"a1_version"}, f"nothing shows that these rules bite: {unused}")


def check_that_plates_bite(folder):
    """The plates of black made of four inks, and of too much of them."""
    (folder / "rich.svg").write_text(GREYS_SVG.replace("#000", "#010002"), encoding="utf-8")
    doc = make(write_poster(folder, "rich", figures("rich.svg")), folder / "rich.pdf")
    plates = inks.make_plates(doc, folder, DPI)
    check(plates["Cyan"].getextrema()[1] > 100, "the plates do not show black that is mixed")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_pictures(folder)
        render(write_poster(folder, "card", ["text: 文"]), folder / "card.pdf")
        srgb = find_srgb(folder / "card.pdf")
        write_greys_pdf(folder / "greys.pdf", srgb)
        write_colors_pdf(folder / "colors.pdf", srgb)
        check_greys(folder)
        check_colors(folder)
        check_x1a(folder)
        check_limit(folder)
        check_mixed_black(folder)
        check_examples(folder)
        check_that_rules_bite(folder / "flat.pdf", folder)
        check_that_plates_bite(folder)
    return conclude()


if __name__ == "__main__":
    sys.exit(main())

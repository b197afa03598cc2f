#!/usr/bin/python3
"""test_rules.py POSTERC SOURCE_DIR - the examples as print files and as plain files against the rules; and that each rule bites."""
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
import print_rules as rules
from checks import check, conclude

POSTERC, SOURCE = sys.argv[1], Path(sys.argv[2])
MM = 72 / 25.4


def render(poster, target, *options):
    subprocess.run([POSTERC, str(poster), "--quiet", "-o", str(target), *options], check=True)
    return target


def judge(name, path, which):
    document = rules.Document(path)
    for rule in which:
        faults = list(rule(document))
        check(not faults, f"{name}: {rule.__name__}: {faults[:2]}")


def change_xmp(pdf, before, after):
    data = bytes(pdf.Root.Metadata.read_bytes())
    assert before in data, before
    pdf.Root.Metadata = pikepdf.Stream(pdf, data.replace(before, after), Type=pikepdf.Name.Metadata,
                                       Subtype=pikepdf.Name.XML)


def append_content(pdf, text):
    page = pdf.pages[0]
    page.Contents = pikepdf.Stream(pdf, bytes(page.Contents.read_bytes()) + text)


def drop(dictionary, key):
    del dictionary[key]


def find(pdf, key, name):
    return [item for item in pdf.objects if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream))
            and rules.is_name(item.get(key), name)]


# A way to break each rule.
BREAKS = {
    rules.c3_metadata_is_readable: lambda pdf: pdf.Root.Metadata.__setitem__("/Filter", pikepdf.Name.FlateDecode),
    rules.c4_titles_agree: lambda pdf: pdf.trailer.Info.__setitem__("/Title", pikepdf.String("another")),
    rules.c5_dates: lambda pdf: pdf.trailer.Info.__setitem__("/ModDate", pikepdf.String("20260101")),
    rules.c6_nothing_acts: lambda pdf: pdf.Root.__setitem__("/OpenAction", pikepdf.Dictionary(S=pikepdf.Name.JavaScript)),
    rules.c7_fonts: lambda pdf: [drop(font, "/CIDToGIDMap") for font in find(pdf, "/Subtype", "/CIDFontType2")],
    rules.x2_output_intent: lambda pdf: drop(pdf.Root, "/OutputIntents"),
    rules.x3_profile: lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.__setitem__("/N", 3),
    rules.x4_trapped: lambda pdf: pdf.trailer.Info.__setitem__("/Trapped", pikepdf.Name.Unknown),
    rules.x5_identification: lambda pdf: change_xmp(pdf, b"PDF/X-4", b"PDF/X-3"),
    rules.x6_boxes: lambda pdf: pdf.pages[0].__setitem__("/TrimBox", pikepdf.Array([-9, 0, 100, 100])),
    rules.x7_no_annotations: lambda pdf: pdf.pages[0].__setitem__("/Annots", pikepdf.Array([pikepdf.Dictionary(
        Subtype=pikepdf.Name.Link)])),
    rules.x8_groups: lambda pdf: pdf.pages[0].__setitem__("/Group", pikepdf.Dictionary(CS=pikepdf.Name.DeviceRGB)),
    rules.x9_rgb_is_declared: lambda pdf: drop(pdf.pages[0].Resources, "/ColorSpace"),
    rules.x10_no_transfer: lambda pdf: pdf.pages[0].Resources.__setitem__("/TR2", pikepdf.Name.Default),
    rules.x11_ink: lambda pdf: append_content(pdf, b"\n.9 .9 .9 .9 k"),
    rules.x12_greys_are_black_ink: lambda pdf: append_content(pdf, b"\n.5 .5 .5 rg"),
    rules.x13_hairlines: lambda pdf: append_content(pdf, b"\n/Artifact BMC q .1 w 0 0 m 9 9 l S Q EMC"),
    rules.u1_marked: lambda pdf: drop(pdf.Root, "/MarkInfo"),
    rules.u2_language: lambda pdf: drop(pdf.Root, "/Lang"),
    rules.u3_title_is_shown: lambda pdf: drop(pdf.Root, "/ViewerPreferences"),
    rules.u4_identification: lambda pdf: change_xmp(pdf, b"<pdfuaid:part>1", b"<pdfuaid:part>2"),
    rules.u6_contents_in_tree: lambda pdf: append_content(pdf, b"\n/P <</MCID 9999>> BDC EMC"),
    rules.u7_all_drawing_is_marked: lambda pdf: append_content(pdf, b"\n0 0 1 1 re f"),
    rules.u8_figures: lambda pdf: [drop(figure, "/Alt") for figure in find(pdf, "/S", "/Figure")],
    rules.u9_header_cells: lambda pdf: [drop(cell, "/A") for cell in find(pdf, "/S", "/TH")],
    rules.u10_headings: lambda pdf: [item.__setitem__("/S", pikepdf.Name.H3) for item in find(pdf, "/S", "/H1")],
    rules.u12_tabs: lambda pdf: drop(pdf.pages[0], "/Tabs"),
    rules.u13_lists: lambda pdf: [item.__setitem__("/S", pikepdf.Name.P) for item in find(pdf, "/S", "/L")],
}


def check_that_rules_bite(path, folder):
    for rule, breaking in BREAKS.items():
        broken = folder / "broken.pdf"
        with pikepdf.open(path) as pdf:
            breaking(pdf)
            pdf.save(broken, force_version="1.6", fix_metadata_version=False)
        try:
            faults = list(rule(rules.Document(broken)))
        except (pikepdf.PdfError, rules.ET.ParseError) as error:
            faults = [str(error)]
        check(faults, f"{rule.__name__} does not see a file that is broken on purpose")


def check_without_break(path, folder):
    """The two rules that a file saved again cannot break."""
    with pikepdf.open(path) as pdf:
        pdf.save(folder / "broken.pdf", force_version="1.7")
        pdf.save(folder / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user=""))
    document = rules.Document(folder / "broken.pdf")
    check(list(rules.x1_version(document)), "x1_version does not see 1.7")
    locked = rules.Document(folder / "locked.pdf")
    check(list(rules.c2_not_encrypted_and_identified(locked)), "c2 does not see encryption")
    data = path.read_bytes()
    (folder / "cut.pdf").write_bytes(data[:len(data) // 2])
    document.path = folder / "cut.pdf"
    check(list(rules.c1_syntax(document)), "c1_syntax does not see half a file")


INKS = """title: 墨
header: false
page: {size: A6}
slides:
  - {title: 青, text: 文字, style: {fill: "cmyk(100, 0, 0, 0)", ink: "cmyk(0, 0, 0, 100)"}}
  - {title: 灰, text: 文字, style: {fill: "cmyk(0, 40, 20, 50)"}}
"""


def check_own_inks(folder):
    """What the author gave as inks is printed with these inks, and with no others."""
    poster = folder / "inks.yaml"
    poster.write_text(INKS, encoding="utf-8")
    document = rules.Document(render(poster, folder / "inks.pdf"))
    found = {tuple(round(float(number), 3) for number in operands)
             for name, operands, _ in rules.operators(document) if name in ("k", "K")}
    for inks in ((1, 0, 0, 0), (0, 0, 0, 1), (0, 0.4, 0.2, 0.5)):
        check(inks in found, f"{inks} is not in the file: {sorted(found)}")


def main():
    posters = sorted(SOURCE.glob("examples/*/poster.yaml"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for poster in posters:
            title = poster.parent.name
            judge(f"{title} x-4", render(poster, folder / f"{title}.pdf"),
                  rules.COMMON + rules.X4 + rules.UA + rules.LINES)
            judge(f"{title} plain", render(poster, folder / f"{title}-plain.pdf", "--set", "print.standard=plain"),
                  rules.COMMON + rules.UA)
        for poster in sorted(SOURCE.glob("examples/gallery/*.yaml")):
            judge(f"gallery {poster.stem}", render(poster, folder / "card.pdf"), rules.COMMON + rules.X4 + rules.UA)
        whole = folder / "workshop.pdf"
        check_that_rules_bite(whole, folder)
        check_without_break(whole, folder)
        check_own_inks(folder)
        unused = {rule.__name__ for rule in rules.COMMON + rules.X4 + rules.UA + rules.LINES} - {
            rule.__name__ for rule in BREAKS} - {"c1_syntax", "c2_not_encrypted_and_identified", "x1_version"}
        check(not unused, f"nothing shows that these rules bite: {unused}")
    return conclude()


if __name__ == "__main__":
    sys.exit(main())

"""test_check_pdf.py - posterc check --pdf: each rule is broken on purpose and found; hostile files end in time and in words.

usage: test_check_pdf.py PATH-OF-POSTERC SOURCE_DIR
"""
import json
import re
import subprocess
import sys
import tempfile
import time
import unittest
import zlib
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

POSTERC = SOURCE = None

POSTER = """\
title: ひょうだい
page: {size: A4, bleed: 3mm}
lang: ja
slides:
  - {title: はじめに, text: "あいうえお。\\n\\n- 一\\n- 二"}
  - title: おわりに
    blocks:
      - table: {header: [あ, い], rows: [[1, 2], [3, 4]]}
      - steps: [一, 二, 三]
"""


def find(pdf, key, name):
    return [item for item in pdf.objects
            if isinstance(item, (Dictionary, Stream)) and item.get(key) == Name(name)]


def change_xmp(pdf, before, after):
    data = bytes(pdf.Root.Metadata.read_bytes())
    assert before in data, before
    pdf.Root.Metadata = Stream(pdf, data.replace(before, after), Type=Name.Metadata, Subtype=Name.XML)


def draw(pdf, text):
    page = pdf.pages[0]
    page.Contents = Stream(pdf, bytes(page.Contents.read_bytes()) + b"\n/Artifact BMC q " + text + b" Q EMC")


def draw_bare(pdf, text):
    page = pdf.pages[0]
    page.Contents = Stream(pdf, bytes(page.Contents.read_bytes()) + text)


def put_image(pdf, **more):
    objects = pdf.pages[0].Resources.get("/XObject", Dictionary())
    pdf.pages[0].Resources.XObject = objects
    objects["/Coarse"] = Stream(
        pdf, bytes(30 * 30), Type=Name.XObject, Subtype=Name.Image, Width=30, Height=30, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray, **more)
    draw(pdf, b"300 0 0 300 0 0 cm /Coarse Do")


def annotate(pdf, **more):
    pdf.pages[0]["/Annots"] = Array([pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([50, 50, 100, 100]), **more))])


def set_all(items, key, value):
    for item in items:
        item[key] = value


def drop_all(items, key):
    for item in items:
        if key in item:
            del item[key]


# rule: how a sound PDF/X-4 is made to break it
BREAKS = {
    "contents": lambda pdf: draw_bare(pdf, b" ]] (never ends"),
    "scripts": lambda pdf: pdf.Root.__setitem__("/Names", Dictionary(JavaScript=Dictionary(Names=Array()))),
    "actions": lambda pdf: pdf.Root.__setitem__("/OpenAction", Dictionary(S=Name.GoTo)),
    "attachments": lambda pdf: pdf.Root.__setitem__("/Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array()))),
    "page-size": lambda pdf: pdf.pages[0].__setitem__("/MediaBox", Array([0, 0, 14500, 14500])),
    "fonts-embedded": lambda pdf: [drop_all(find(pdf, "/Type", "/FontDescriptor"), key)
                                   for key in ("/FontFile", "/FontFile2", "/FontFile3")],
    "fonts-text": lambda pdf: drop_all(find(pdf, "/Type", "/Font"), "/ToUnicode"),
    "fonts-glyphs": lambda pdf: drop_all(find(pdf, "/Subtype", "/CIDFontType2"), "/CIDToGIDMap"),
    "claim": lambda pdf: change_xmp(pdf, b"<xmpMM:VersionID>1", b"<xmpMM:VersionID>"),
    "metadata": lambda pdf: change_xmp(pdf, b"</rdf:RDF>", b"</rdf:RDX>"),
    "title": lambda pdf: pdf.trailer.Info.__setitem__("/Title", String("another")),
    "dates": lambda pdf: pdf.trailer.Info.__setitem__("/ModDate", String("20260101")),
    "trapped": lambda pdf: pdf.trailer.Info.__setitem__("/Trapped", Name.Unknown),
    "output-intent": lambda pdf: drop_all([pdf.Root], "/OutputIntents"),
    "output-profile": lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.__setitem__("/N", 3),
    "boxes": lambda pdf: pdf.pages[0].__setitem__("/TrimBox", Array([-9, 0, 100, 100])),
    "annotations": annotate,
    "groups": lambda pdf: pdf.pages[0].__setitem__("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
    "rgb-declared": lambda pdf: (drop_all([pdf.pages[0].Resources], "/ColorSpace"), draw(pdf, b"1 0 0 rg 0 0 9 9 re f")),
    "transfer": lambda pdf: pdf.pages[0].Resources.__setitem__(
        "/ExtGState", Dictionary(T=Dictionary(TR=Dictionary(FunctionType=2)))),
    "bleed": lambda pdf: pdf.pages[0].__setitem__("/TrimBox", pdf.pages[0].BleedBox),
    "hairlines": lambda pdf: draw(pdf, b".5 0 0 .5 0 0 cm .4 w 0 0 m 99 99 l S"),
    "black-text": lambda pdf: draw(pdf, b"BT .2 .2 .2 rg <0001> Tj ET"),
    "ink": lambda pdf: draw(pdf, b".9 .9 .9 .9 k 0 0 9 9 re f"),
    "resolution": put_image,
    "ua-claim": lambda pdf: change_xmp(pdf, b"<pdfuaid:part>1", b"<pdfuaid:part>2"),
    "tagged": lambda pdf: drop_all([pdf.Root], "/MarkInfo"),
    "language": lambda pdf: drop_all([pdf.Root], "/Lang"),
    "title-shown": lambda pdf: drop_all([pdf.Root], "/ViewerPreferences"),
    "structure": lambda pdf: draw_bare(pdf, b"\n/P <</MCID 9999>> BDC EMC"),
    "parents": lambda pdf: set_all(find(pdf, "/S", "/P"), "/P", pdf.Root.StructTreeRoot),
    "marked": lambda pdf: draw_bare(pdf, b"\n0 0 1 1 re f"),
    "marks-end": lambda pdf: draw_bare(pdf, b"\n/Artifact BMC"),
    "artifacts": lambda pdf: draw(pdf, b"/P <</MCID 0>> BDC EMC"),
    "alt": lambda pdf: drop_all(find(pdf, "/S", "/Figure"), "/Alt"),
    "headings": lambda pdf: set_all(find(pdf, "/S", "/H1"), "/S", Name.H3),
    "header-cells": lambda pdf: drop_all(find(pdf, "/S", "/TH"), "/A"),
    "nesting": lambda pdf: set_all(find(pdf, "/S", "/L"), "/S", Name.Div),
    "tab-order": lambda pdf: (annotate(pdf), drop_all([pdf.pages[0]], "/Tabs")),
    "links": annotate,
}
# Rules that need a file of another kind, each with a test of its own below; the last two are posterc's promises only.
APART = {"syntax", "encryption", "version", "identifier", "inks-only", "transparency", "fonts-drawn", "figure-box"}


class CheckPdfTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory(prefix="posterc-")
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        (cls.folder / "poster.yaml").write_text(POSTER, encoding="utf-8")
        subprocess.run([POSTERC, "poster.yaml", "-q", "-o", "sound.pdf"], cwd=cls.folder, check=True)
        cls.sound = cls.folder / "sound.pdf"

    def judge(self, path, *words, code=None):
        """Lines of standard error, and exit code."""
        started = time.monotonic()
        result = subprocess.run([POSTERC, "check", "--pdf", str(path), *words], capture_output=True, text=True,
                                cwd=self.folder, timeout=120, check=False)
        self.assertLess(time.monotonic() - started, 60)
        if code is not None:
            self.assertEqual(result.returncode, code, result.stderr)
        return result

    def break_file(self, breaking, **options):
        broken = self.folder / "broken.pdf"
        with pikepdf.open(self.sound) as pdf:
            breaking(pdf)
            pdf.save(broken, **{"force_version": "1.6", "fix_metadata_version": False, **options})
        return broken

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return path

    # -- what posterc makes ---------------------------------------------------------------------

    def test_own_file_is_sound(self):
        result = self.judge(self.sound, code=0)
        self.assertEqual(result.stderr, "")
        self.assertRegex(result.stdout, r"sound\.pdf: 1 page, \d+ rules of print, PDF/X-4, PDF/UA-1: nothing to object to")

    def test_examples_keep_the_rules(self):
        for poster in sorted(SOURCE.glob("examples/*/poster.yaml")):
            for standard in ("pdf/x-4", "plain"):
                subprocess.run([POSTERC, str(poster), "-q", "-o", "example.pdf", "--set", f"print.standard={standard}"],
                               cwd=self.folder, check=True)
                result = self.judge("example.pdf", code=0)
                self.assertNotIn("error", result.stderr)

    # -- rules ----------------------------------------------------------------------------------

    def test_rules_bite(self):
        for rule, breaking in BREAKS.items():
            with self.subTest(rule):
                result = self.judge(self.break_file(breaking))
                found = re.findall(r": (?:error|warning): rule ([a-z-]+)[:,]", result.stderr)
                self.assertIn(rule, found, result.stderr)
                self.assertEqual(result.returncode, 1 if ": error:" in result.stderr else 0)

    def test_every_rule_is_tested_and_described(self):
        table = (SOURCE / "src/backend/rules.c").read_text(encoding="utf-8")
        rules = set(re.findall(r'^    \{"([a-z-]+)",', table, re.M))
        self.assertGreater(len(rules), 40)
        self.assertEqual(rules, set(BREAKS) | APART)
        page = (SOURCE / "docs/printing.md").read_text(encoding="utf-8")
        self.assertEqual({rule for rule in rules if f"| `{rule}` |" not in page}, set())

    def test_findings_name_page_and_remedy(self):
        result = self.judge(self.break_file(BREAKS["hairlines"]))
        self.assertIn("broken.pdf: warning: rule hairlines, page 1: a line is only 0.20 pt wide; make thin lines wider",
                      result.stderr)
        self.assertIn("[print-advice]", result.stderr)

    def test_pages_are_joined(self):
        def repeat(pdf):
            for _ in range(3):
                pdf.pages.append(pdf.pages[0])
            for page in pdf.pages:
                page.TrimBox = page.BleedBox
        result = self.judge(self.break_file(repeat))
        self.assertEqual(len(re.findall("rule bleed, pages 1, 2, 3, 4:", result.stderr)), 1, result.stderr)

    def test_version_and_identifier(self):
        result = self.judge(self.break_file(lambda pdf: None, force_version="1.7"), code=1)
        self.assertIn("rule version: the file is PDF 1.7, newer than 1.6", result.stderr)
        data = self.sound.read_bytes()
        result = self.judge(self.write("broken.pdf", data.replace(b"/ID [", b"/XX [")), code=1)
        self.assertIn("rule identifier:", result.stderr)

    def test_x1a(self):
        result = self.judge(self.sound, "--standard", "pdf/x-1a", code=1)
        for rule in ("version", "claim"):
            self.assertIn(f"rule {rule}:", result.stderr)
        broken = self.break_file(lambda pdf: (draw(pdf, b"1 0 0 rg 0 0 9 9 re f"), pdf.pages[0].__setitem__(
            "/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))))
        result = self.judge(broken, "--standard=pdf/x-1a", code=1)
        self.assertIn("rule inks-only, page 1: a colour is drawn in RGB", result.stderr)
        self.assertIn("rule transparency: something is transparent", result.stderr)

    def test_x1a_that_is_sound(self):
        pdf = pikepdf.new()
        pdf.add_blank_page(page_size=(200, 200))
        page = pdf.pages[0]
        page.TrimBox, page.BleedBox = Array([10, 10, 190, 190]), Array([0, 0, 200, 200])
        page.Contents = Stream(pdf, b"0 0 0 1 k 10 10 50 50 re f")
        pdf.trailer.Info = pdf.make_indirect(Dictionary(
            Title=String("x"), CreationDate=String("D:20260101000000Z"), ModDate=String("D:20260101000000Z"),
            GTS_PDFXVersion=String("PDF/X-1a:2003"), Trapped=Name("/False")))
        pdf.Root.OutputIntents = Array([Dictionary(
            Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA39"),
            RegistryName=String("http://www.color.org"), Info=String("Coated"))])
        pdf.save(self.folder / "x1a.pdf", force_version="1.4", object_stream_mode=pikepdf.ObjectStreamMode.disable)
        result = self.judge("x1a.pdf", code=0)
        self.assertIn("PDF/X-1a: nothing to object to", result.stdout)

    def test_standard_wants_pdf(self):
        result = subprocess.run([POSTERC, "check", "poster.yaml", "--standard", "plain"], cwd=self.folder,
                                capture_output=True, check=False)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"--standard is for PDFs", result.stderr)

    def test_json(self):
        result = self.judge(self.break_file(BREAKS["trapped"]), "--diagnostics", "json", code=1)
        found = json.loads(result.stdout)
        self.assertEqual([one["code"] for one in found], ["print-rule"])
        self.assertTrue(found[0]["message"].startswith("rule trapped: "))
        self.assertTrue(found[0]["hint"])

    # -- files of others, and hostile ones ------------------------------------------------------

    def test_office_file(self):
        """What a word processor writes: no boxes, a font that is not embedded, a protected file."""
        pdf = pikepdf.new()
        pdf.add_blank_page(page_size=(595, 842))
        page = pdf.pages[0]
        page.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding))))
        page.Contents = Stream(pdf, b"BT /F 12 Tf 0 0 0 rg 99 99 Td (text) Tj ET")
        pdf.save(self.folder / "office.pdf", encryption=pikepdf.Encryption(owner="a", user=""))
        result = self.judge("office.pdf", code=1)
        for part in ("rule encryption: the file is protected", "rule fonts-embedded: the font 'Helvetica' is not embedded",
                     "rule bleed, page 1: there is no bleed", "rule black-text, page 1:"):
            self.assertIn(part, result.stderr)
        pdf.save(self.folder / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
        result = self.judge("locked.pdf", code=1)
        self.assertIn("rule encryption: the file is protected with a password; save it without", result.stderr)

    def test_no_pdf(self):
        self.assertIn("this is not a PDF", self.judge("poster.yaml", code=1).stderr)
        self.assertIn("this is not a PDF", self.judge(self.write("empty.pdf", b""), code=1).stderr)
        self.assertIn("there is no file of this name", self.judge("nowhere.pdf", code=3).stderr)
        self.assertIn("a folder or a device", self.judge(".", code=3).stderr)

    def test_cut_files(self):
        data = self.sound.read_bytes()
        for share in (0.1, 0.5, 0.9, 0.999):
            result = self.judge(self.write("cut.pdf", data[:int(len(data) * share)]), code=1)
            self.assertIn("rule syntax: the file is damaged or cut off; export it again", result.stderr)

    def test_damaged_inside(self):
        """The table of objects is well, a picture or a font is not."""
        data = bytearray(self.sound.read_bytes())
        for at in range(2000, len(data) - 4000, 4001):
            data[at:at + 8] = b"\0\xff\0\xffstre"
        result = self.judge(self.write("damaged.pdf", bytes(data)), code=1)
        self.assertIn("rule syntax", result.stderr)

    def test_loops(self):
        def tie(pdf):
            root = pdf.Root.StructTreeRoot
            element = root.K[0] if isinstance(root.K, Array) else root.K
            element.K = Array([element, element])
        result = self.judge(self.break_file(tie), code=1)
        self.assertIn("the structure is endless or too large", result.stderr)

        def draw_itself(pdf):
            form = pdf.make_indirect(Stream(pdf, b"/F Do /F Do", Type=Name.XObject, Subtype=Name.Form,
                                            BBox=Array([0, 0, 9, 9])))
            form.Resources = Dictionary(XObject=Dictionary(F=form))
            pdf.pages[0].Resources.XObject = Dictionary(F=form)
            draw(pdf, b"/F Do")
        result = self.judge(self.break_file(draw_itself), code=1)
        self.assertIn("rule contents, page 1: more is drawn on the page than can be looked through", result.stderr)

    def test_page_tree_loop(self):
        data = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\n"
                b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
                b"trailer<</Root 1 0 R/Size 3>>\nstartxref\n118\n%%EOF\n")
        self.judge(self.write("loop.pdf", data), code=1)

    def test_bomb(self):
        """A megabyte that unpacks to a gigabyte of drawing."""
        def explode(pdf):
            packed = zlib.compressobj(9)
            data = b"".join(packed.compress(b"0 0 m " * 100000) for _ in range(1700)) + packed.flush()
            pdf.pages[0].Contents = Stream(pdf, data, Filter=Name.FlateDecode)
        result = self.judge(self.break_file(explode, compress_streams=False), code=1)
        # Memory is bounded but where sanitizers need it: then libqpdf's share of it is used up before its unpacking ends.
        self.assertRegex(result.stderr, "than can be looked through|too much time or memory|unpacks to too much")


if __name__ == "__main__":
    POSTERC, SOURCE = str(Path(sys.argv.pop(1)).resolve()), Path(sys.argv.pop(1)).resolve()
    unittest.main()

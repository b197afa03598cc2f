"""test_diff.py - posterc diff names what changed and nothing else, of PDFs and of layouts.

usage: test_diff.py PATH-OF-POSTERC SOURCE_DIR
"""
import copy
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import yaml
from PIL import Image, ImageOps

POSTERC = SOURCE = None
SLIDES = 18
# Sanitizers make everything slow: of the slides some are compared as PDF, too; without them, all are.
SLIDES_UNDER_SANITIZERS = 0, 8, 17
# Keys whose texts are not printed, or printed elsewhere, too.
NOT_TEXT = {"title", "section", "edges", "figure", "number", "direction", "shape", "fill", "role"}
# As long as the words that they stand for, and longer.
SAME_LENGTH, LONGER = "海山", "海山川原森林"


ROW = "lang: ja\nslides:\n" + "".join(f"  - {{title: だい{chr(0x3042 + 2 * i)}, text: ぶん}}\n" for i in range(SLIDES))


class Dumper(yaml.SafeDumper):
    pass


def represent(dumper, text):
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Dumper.add_representer(str, represent)


def replace_word(value, word):
    """The first two ideographs in a row become another word; value itself stays."""
    if isinstance(value, str):
        return re.sub("[一-鿿]{2}", word, value, count=1)
    if isinstance(value, list):
        pairs = list(enumerate(value))
    elif isinstance(value, dict):
        pairs = [pair for pair in value.items() if pair[0] not in NOT_TEXT]
    else:
        return value
    for key, item in pairs:
        changed = replace_word(item, word)
        if changed != item:
            result = copy.copy(value)
            result[key] = changed
            return result
    return value


def is_sanitized():
    return b"__asan_init" in Path(POSTERC).read_bytes()


class DiffTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory(prefix="posterc-")
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.rendered = {}
        shutil.copytree(SOURCE / "examples/workshop", cls.folder, dirs_exist_ok=True)
        text = (cls.folder / "poster.yaml").read_text(encoding="utf-8")
        # Blanks at the ends of lines would keep the block style of texts from being written.
        cls.poster = yaml.safe_load(re.sub(r"[ \t]+$", "", text, flags=re.M))
        for ending in ("pdf", "json"):
            cls.render("base", cls.poster, ending)

    @classmethod
    def run_posterc(cls, code, *words, environment=None):
        result = subprocess.run([POSTERC, *map(str, words)], capture_output=True, text=True, cwd=cls.folder, check=False,
                                env=os.environ | (environment or {}), timeout=300)
        assert result.returncode == code, (words, result.returncode, result.stdout, result.stderr)
        return result

    @classmethod
    def render(cls, name, poster, ending, *options):
        """The same poster with the same options is rendered once."""
        text = poster if isinstance(poster, str) else yaml.dump(poster, Dumper=Dumper, allow_unicode=True, sort_keys=False)
        target = cls.folder / f"{name}.{ending}"
        known = text, ending, options
        if known not in cls.rendered:
            (cls.folder / f"{name}.yaml").write_text(text, encoding="utf-8")
            cls.run_posterc(0, f"{name}.yaml", "-q", "-o", target.name, *options)
            cls.rendered[known] = target.read_bytes()
        target.write_bytes(cls.rendered[known])
        return target.name

    def diff(self, expected, actual, code=1, *options):
        result = self.run_posterc(code, "diff", expected, actual, "--format", "json", *options)
        return json.loads(result.stdout)["changes"]

    @staticmethod
    def kinds(changes):
        return sorted({change["kind"] for change in changes})

    @staticmethod
    def panels(changes, *kinds):
        return sorted({change["panel"]["number"] for change in changes
                       if change["panel"] is not None and (not kinds or change["kind"] in kinds)})

    def change_slide(self, index, word):
        poster = copy.deepcopy(self.poster)
        slide = poster["slides"][index]
        changed = replace_word(slide, word)
        if changed == slide:
            changed = slide | {"title": replace_word(slide["title"], word)}
        self.assertNotEqual(changed, slide)
        poster["slides"][index] = changed
        return poster

    def check_slide(self, index, ending):
        actual = self.render(f"slide{index}", self.change_slide(index, SAME_LENGTH), ending)
        changes = self.diff(f"base.{ending}", actual)
        self.assertEqual((self.kinds(changes), self.panels(changes), len(changes)), (["words"], [index + 1], 1), changes)
        self.assertIn(SAME_LENGTH, changes[0]["to"])
        self.assertNotIn(SAME_LENGTH, changes[0]["from"])

    def check_slides(self, ending, slides):
        self.assertEqual(len(self.poster["slides"]), SLIDES)
        with ThreadPoolExecutor(2) as pool:
            for _ in pool.map(lambda index: self.check_slide(index, ending), slides):
                pass

    def test_word_of_each_slide_pdf(self):
        self.check_slides("pdf", SLIDES_UNDER_SANITIZERS if is_sanitized() else range(SLIDES))

    def test_word_of_each_slide_layout(self):
        self.check_slides("json", range(SLIDES))

    def check_longer(self, ending):
        """What moves because of it is listed as moved, not as changed words."""
        for index in (1, 10) if ending == "json" else (10,):
            poster = self.change_slide(index, LONGER * 8)
            changes = self.diff(f"base.{ending}", self.render(f"longer-{ending}", poster, ending))
            self.assertEqual(self.panels(changes, "words"), [index + 1], changes)
            others = [change for change in changes if change["panel"] and change["panel"]["number"] != index + 1]
            self.assertLessEqual(set(self.kinds(others)), {"moved", "resized", "text-moved", "text-size", "figure-moved",
                                                           "figure-resized"}, others)
            self.assertTrue(others)

    def test_what_moves(self):
        self.check_longer("pdf")
        self.check_longer("json")

    def test_same_input(self):
        other = self.folder / "elsewhere"
        shutil.copytree(SOURCE / "examples/workshop", other)
        shutil.copy(self.folder / "base.yaml", other / "base.yaml")
        environment = {"SOURCE_DATE_EPOCH": "1700000000", "LC_ALL": "C", "TZ": "Asia/Tokyo"}
        for ending in ("pdf", "json"):
            self.run_posterc(0, "elsewhere/base.yaml", "-q", "-o", f"elsewhere.{ending}", environment=environment)
            self.assertEqual(self.diff(f"base.{ending}", f"elsewhere.{ending}", 0), [])
        result = self.run_posterc(0, "diff", "base.json", "elsewhere.json")
        self.assertEqual((result.stdout, result.stderr), ("no difference\n", ""))
        self.assertNotEqual((self.folder / "base.pdf").read_bytes(), (self.folder / "elsewhere.pdf").read_bytes())

    def test_other_standard(self):
        """Said of the file; the look in other inks is not compared."""
        changes = self.diff_small("", "", ["--set", "print.standard=plain"])
        self.assertEqual(self.kinds(changes), ["file"], changes)
        self.assertIn("standard", {change["property"] for change in changes})

    SMALL = """\
lang: ja
page: {size: A4, bleed: 3mm}
title: だいめい
slides:
  - {title: はじめに, text: あいうえお、かきくけこ。}
  - {title: つぎに, figure: {file: a.png, alt: え}}
  - {title: おわりに, text: さしすせそ。}
"""

    def make_small(self, name="small", before="", after="", options=()):
        picture = Image.linear_gradient("L").resize((600, 400))
        picture.save(self.folder / "a.png")
        ImageOps.mirror(ImageOps.flip(picture)).save(self.folder / "b.png")
        self.assertIn(before, self.SMALL)
        return self.render(name, self.SMALL.replace(before, after) if before else self.SMALL, "pdf", *options)

    def diff_small(self, before, after, options=(), code=1):
        return self.diff(self.make_small(), self.make_small("other", before, after, options), code)

    def test_figure_replaced(self):
        changes = self.diff_small("a.png", "b.png")
        self.assertEqual((self.kinds(changes), self.panels(changes)), (["figure-replaced"], [2]), changes)
        self.assertEqual(changes[0]["grade"], "wrong")

    def test_figure_alt(self):
        changes = self.diff_small("alt: え", "alt: ず")
        self.assertEqual((self.kinds(changes), self.panels(changes)), (["figure-alt"], [2]), changes)

    def test_colour(self):
        changes = self.diff_small("", "", ["--set", "theme.colors.panel=#d8e8f8"])
        self.assertEqual(self.kinds(changes), ["look"], changes)

    def test_panel_removed_and_renumbered(self):
        changes = self.diff_small("  - {title: はじめに, text: あいうえお、かきくけこ。}\n", "")
        self.assertEqual(len([change for change in changes if change["kind"] == "removed"]), 1)
        self.assertEqual(self.panels(changes, "number"), [1, 2])
        self.assertEqual(self.panels(changes, "words"), [])
        changes = self.diff("other.pdf", "small.pdf")
        self.assertEqual(self.panels(changes, "added"), [1])

    def test_page(self):
        changes = self.diff_small("bleed: 3mm", "bleed: 5mm")
        self.assertEqual([(change["kind"], change["panel"]) for change in changes], [("page", None)], changes)
        changes = self.diff_small("size: A4", "size: A3")
        self.assertEqual(changes[0]["kind"], "page")
        self.assertIn("297.00 x 420.00 mm", changes[0]["to"])

    def test_title_stands_outside_the_panels(self):
        changes = self.diff_small("だいめい", "ひょうだい")
        self.assertEqual(self.kinds(changes), ["file", "words"], changes)
        self.assertEqual(self.panels(changes), [])

    def shift(self, millimetres):
        """The first panel's content, and nothing else, somewhat to the right: a PDF that posterc did not make."""
        with pikepdf.open(self.folder / self.make_small()) as pdf:
            del pdf.Root.StructTreeRoot, pdf.Root.Outlines
            pdf.save(self.folder / "foreign.pdf")
            page = pdf.pages[0]
            text = b"1 0 0 1 %f 0 cm " % (millimetres * 72 / 25.4)
            page.Contents = pikepdf.Stream(pdf, b"q " + text + page.Contents.read_bytes() + b" Q")
            pdf.save(self.folder / "shifted.pdf")

    def test_moved_alike(self):
        """Panels that moved together are one line for people and one entry each for programs."""
        self.render("row", ROW, "json")
        layout = json.loads((self.folder / "row.json").read_text(encoding="utf-8"))
        for panel in layout["panels"][3:18]:
            panel["y_mm"] += 3.2
            for block in panel["blocks"]:
                for line in block["lines"]:
                    line["baseline_mm"] += 3.2
        (self.folder / "lower.json").write_text(json.dumps(layout), encoding="utf-8")
        result = self.run_posterc(1, "diff", "row.json", "lower.json")
        self.assertEqual(result.stdout, "panels 4 to 18: moved 3.20 mm down\n1 difference, in 15 of 18 panels\n")
        changes = self.diff("row.json", "lower.json")
        self.assertEqual((self.kinds(changes), self.panels(changes)), (["moved"], list(range(4, 19))))

    def tag(self, name, *boxes):
        """A PDF whose tags say that a panel is in each of the boxes."""
        with pikepdf.new() as pdf:
            pdf.add_blank_page(page_size=(595, 842))
            panels = [pikepdf.Dictionary(S=pikepdf.Name.Sect, T=pikepdf.String("a\x1b[31m"), Pg=pdf.pages[0].obj,
                                         A=pikepdf.Dictionary(O=pikepdf.Name.Layout, BBox=pikepdf.Array(box))) for box in boxes]
            pdf.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Array(panels))
            pdf.save(self.folder / name)
        return name

    def test_boxes_beyond_the_page(self):
        """A panel that claims to be as large as a field is compared as far as the sheet reaches."""
        far = self.tag("far.pdf", [-1e6, -1e6, 1e6, 1e6], [1e5, 1e5, 1e6, 1e6], [0, 0, 0, 0])
        self.assertEqual(self.diff(far, far, 0), [])
        near = self.tag("near.pdf", [10, 10, 100, 100])
        shown = self.run_posterc(1, "diff", far, near).stdout
        self.assertIn("panel 'a [31m': the size was ", shown)
        self.assertNotIn("\x1b", shown)

    def test_many_pages(self):
        for count, code in ((61, 3),) if is_sanitized() else ((20, 0), (61, 3)):
            with pikepdf.new() as pdf:
                for _ in range(count):
                    pdf.add_blank_page(page_size=(200, 300))
                pdf.save(self.folder / "many.pdf")
            self.run_posterc(code, "diff", "many.pdf", "many.pdf")

    def run_with_programs(self, code, **scripts):
        """In the place of poppler's programs."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        for name in ("pdftotext", "pdftoppm"):
            (folder / name).write_text("#!/bin/sh\n" + scripts.get(name, f'exec {shutil.which(name)} "$@"') + "\n", encoding="utf-8")
            (folder / name).chmod(0o755)
        return self.run_posterc(code, "diff", self.make_small(), "small.pdf", environment={"PATH": f"{folder}:/usr/bin:/bin"})

    def test_poppler_fails(self):
        self.run_with_programs(0)
        self.run_with_programs(3, pdftotext="kill -9 $$")
        self.run_with_programs(3, pdftotext="printf 'garbage \\377\\n<word xMin=\"1\">a</word>\\n'")
        self.run_with_programs(3, pdftoppm="head -c 100000 /dev/urandom")
        self.run_with_programs(3, pdftoppm="printf 'P6 999999999 999999999 255\\nabc'")

    def test_full_disk(self):
        self.run_posterc(3, "diff", "base.json", "base.json", "-o", "/dev/full/x.png")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([POSTERC, "diff", "base.json", "base.json"], stdout=full, stderr=subprocess.PIPE, cwd=self.folder,
                                  check=False)
        self.assertEqual(done.returncode, 3, done.stderr)

    def test_language(self):
        small, other = self.render("row", ROW, "json"), self.render("other", ROW.replace("ぶん", "もじ", 1), "json")
        japanese = {"LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "ja"}
        for words, lang in (({}, "en"), (japanese, "ja")):
            self.run_posterc(1, "diff", small, other, "-o", "report.html", "-q", environment=words)
            self.assertIn(f'<html lang="{lang}">', (self.folder / "report.html").read_text(encoding="utf-8"))
        shown = self.run_posterc(1, "diff", small, other, environment=japanese).stdout
        self.assertIsNone(re.search("[a-z]{3}", shown), shown)

    def test_tolerance(self):
        self.shift(0.3)
        changes = self.diff("foreign.pdf", "shifted.pdf")
        self.assertIn("text-moved", self.kinds(changes))
        self.assertAlmostEqual(next(change for change in changes if change["kind"] == "text-moved")["dx_mm"], 0.3, 1)
        self.assertEqual(self.diff("foreign.pdf", "shifted.pdf", 0, "--tolerance", "0.5"), [])

    def test_foreign(self):
        """Without tags: by page."""
        with pikepdf.open(self.folder / self.make_small()) as pdf:
            del pdf.Root.StructTreeRoot, pdf.Root.Outlines
            pdf.save(self.folder / "foreign.pdf")
        with pikepdf.open(self.folder / self.make_small("other", "さしすせそ", "なしすせそ")) as pdf:
            del pdf.Root.StructTreeRoot, pdf.Root.Outlines
            pdf.pages.append(pdf.pages[0])
            pdf.save(self.folder / "foreign2.pdf")
        result = self.run_posterc(1, "diff", "foreign.pdf", "foreign2.pdf")
        pages, word, count = result.stdout.splitlines()
        self.assertEqual((pages, count), ("the file: the number of pages was 1 and is 2", "2 differences"))
        self.assertRegex(word, "^page 1: 'さし.*' became 'なし.*'$")
        self.assertEqual(self.diff("foreign.pdf", "foreign.pdf", 0), [])

    def test_turned(self):
        with pikepdf.open(self.folder / self.make_small()) as pdf:
            pdf.pages[0].Rotate = 90
            pdf.save(self.folder / "turned.pdf")
        self.assertEqual(self.diff("turned.pdf", "turned.pdf", 0), [])
        self.assertIn("page", self.kinds(self.diff("small.pdf", "turned.pdf")))

    def test_picture_and_report(self):
        small, other = self.make_small(), self.make_small("other", "さしすせそ", "なし<すせそ")
        for name in ("diff.png", "report.html"):
            self.run_posterc(1, "diff", small, other, "-o", name, "-q")
        with Image.open(self.folder / "diff.png") as picture:
            picture.load()
            self.assertGreater(picture.width, 3 * 800)
            # Frames in the colour of words on all three pages.
            colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24)}
            self.assertIn((0xc2, 0x41, 0x0c), colours)
        text = (self.folder / "report.html").read_text(encoding="utf-8")
        self.assertEqual(re.findall(r"(?:src|href)=\"(?!#|data:image/png;base64,)[^\"]*", text), [])
        self.assertNotIn("<script", text)
        body = re.sub(r"<!DOCTYPE[^>]*>|<meta[^>]*>|<input([^>]*)>", "", text)
        tree = ElementTree.fromstring(body)
        links = {link.get("href") for link in tree.iter("a")}
        names = {element.get("id") for element in tree.iter() if element.get("id")}
        self.assertLessEqual({link[1:] for link in links}, names)
        self.assertIn("change-1", names)
        self.assertEqual(len(re.findall("data:image/png", text)), 2)
        self.run_posterc(0, "diff", small, small, "-o", "same.html", "-q")
        self.assertIn("no difference", (self.folder / "same.html").read_text(encoding="utf-8"))

    def test_wrong_usage(self):
        small = self.make_small()
        self.run_posterc(2, "diff", small)
        self.run_posterc(2, "diff", small, small, "-o", "diff.pdf")
        self.run_posterc(2, "diff", small, small, "--tolerance", "-1")
        self.run_posterc(2, "diff", small, "base.json")

    def test_unreadable(self):
        small = self.make_small()
        data = (self.folder / small).read_bytes()
        wrong = {"missing.pdf": None, "empty.pdf": b"", "cut.pdf": data[:len(data) // 2], "poster.yaml": None,
                 "noise.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 40, "list.json": b"[1, 2]", "deep.json": b"[" * 100000,
                 "odd.json": b'{"posterc": 1, "page": [], "panels": {"number": []}, "x": "\xff"}'}
        for name, content in wrong.items():
            if content is not None:
                (self.folder / name).write_bytes(content)
            result = self.run_posterc(3, "diff", small, name)
            self.assertIn(f"{name}: error: ", result.stderr)
        with pikepdf.open(self.folder / small) as pdf:
            pdf.save(self.folder / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
        self.assertIn("password", self.run_posterc(3, "diff", "locked.pdf", small).stderr)

    def test_odd_layouts(self):
        """Whatever the numbers say."""
        (self.folder / "odd.json").write_text(
            '{"posterc": 1, "page": {"width_mm": 1e99, "height_mm": -5}, "panels": [{"x_mm": "nan", "w_mm": 1e30, "blocks": '
            '[{"kind": "figure", "w_mm": -3}, {"kind": "heading", "lines": [{"text": "a", "size_pt": 1e9}, 3]}]}, 7]}',
            encoding="utf-8")
        self.assertEqual(self.diff("odd.json", "odd.json", 0), [])
        self.run_posterc(1, "diff", "odd.json", "base.json", "-o", "odd.png", "-q")

    def test_poppler_missing(self):
        result = self.run_posterc(3, "diff", "base.pdf", "base.pdf", environment={"PATH": "/nonexistent"})
        self.assertIn("poppler-utils", result.stderr)
        self.run_posterc(0, "diff", "base.json", "base.json", environment={"PATH": "/nonexistent"})


if __name__ == "__main__":
    POSTERC, SOURCE = os.path.realpath(sys.argv.pop(1)), Path(sys.argv.pop(1)).resolve()
    unittest.main()

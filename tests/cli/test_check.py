#!/usr/bin/python3
"""test_check.py - posterc check: the report for people and for programs, and advice that works when it is followed.

usage: test_check.py PATH-OF-POSTERC SOURCE_DIR
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

POSTERC = os.path.abspath(sys.argv.pop(1))
ROOT = Path(sys.argv.pop(1)).resolve()
PICTURE = ROOT / "tests/golden/pictures/case1.png"
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
SENTENCE = "専門職とピアサポーターの協力関係を、事例を通して考える。"
LISTED = re.compile(r"(\d+) in panel (\d+)")
PANEL_KEYS = ["number", "id", "heading", "body_pt", "glyph_mm", "read_from_m", "characters_a_line", "filled", "contrast",
              "figures", "advice"]
KEYS = ["posterc", "file", "page", "body_pt", "panels", "ink", "advice", "diagnostics"]


def text(sentences):
    return SENTENCE * sentences


class Poster:
    """A poster as its author would change it: settings above, slides as dictionaries."""

    def __init__(self, head, slides):
        self.head, self.slides = head, slides

    def write(self, folder):
        (folder / "poster.yaml").write_text(
            self.head + "\nslides: " + json.dumps(self.slides, ensure_ascii=False) + "\n", encoding="utf-8")


class Check(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        (self.folder / "photo.png").write_bytes(PICTURE.read_bytes())

    def run_check(self, *words, exit_code=0, locale="C.UTF-8"):
        done = subprocess.run([POSTERC, "check", *map(str, words)], cwd=self.folder, capture_output=True, text=True,
                              check=False, timeout=120, env=os.environ | {"LC_ALL": locale, "LANGUAGE": ""})
        self.assertEqual(done.returncode, exit_code, done.stderr)
        return done

    def ask(self, poster):
        poster.write(self.folder)
        return json.loads(self.run_check("poster.yaml", "--format", "json").stdout)

    def find(self, poster, code):
        """The warnings of one code."""
        return [found for found in self.ask(poster)["diagnostics"] if found["code"] == code]

    def find_hint(self, poster, code):
        found = self.find(poster, code)
        self.assertTrue(found, f"no {code}")
        return found[0]["hint"]

    def find_in_hint(self, poster, code, pattern):
        hint = self.find_hint(poster, code)
        self.assertRegex(hint, pattern)
        return re.search(pattern, hint)


class Advice(Check):
    """Whoever does what the advice says does not hear the warning again."""

    def cut(self, poster, listed):
        for characters, number in listed:
            slide = poster.slides[int(number) - 1]
            slide["text"] = slide["text"][:-int(characters)]

    def list_cuts(self, poster):
        """(characters, number of the panel) by the panels' own advice; the warning names the first of them."""
        found = [(re.match(r"(\d+) characters? too many at", advice), panel["number"])
                 for panel in self.ask(poster)["panels"] for advice in panel["advice"]]
        cuts = [(match[1], str(number)) for match, number in found if match]
        hint = self.find_hint(poster, "small-text")
        self.assertEqual(LISTED.findall(hint), cuts[:6])
        return cuts

    def check_cut(self, poster):
        listed = self.list_cuts(poster)
        self.assertTrue(listed)
        lengths = [len(slide["text"]) for slide in poster.slides]
        self.cut(poster, listed)
        self.assertEqual(self.find(poster, "small-text"), [])
        return [before - len(slide["text"]) for before, slide in zip(lengths, poster.slides)]

    def test_so_many_characters_are_too_many(self):
        cuts = self.check_cut(Poster("page: {size: A0}\ngrid: {columns: 3}\ntheme: {sizes: {body: {min: 12pt}}}",
                                     [{"title": "題", "text": text(n)} for n in (60, 20, 12, 20, 55, 8, 12, 22, 9)]))
        self.assertEqual([cut > 0 for cut in cuts], [n in (0, 4) for n in range(9)])

    def test_no_more_than_must_be(self):
        poster = Poster("page: {size: A0}\ngrid: {columns: 1, rows: 1}\ntheme: {sizes: {body: {min: 12pt}}}",
                        [{"title": "題", "columns": 3, "text": text(260)}])
        [(characters, number)] = LISTED.findall(self.find_hint(poster, "small-text"))
        line = 40
        self.cut(poster, [(int(characters) - line, number)])
        self.assertNotEqual(self.find(poster, "small-text"), [])

    def test_rows_of_a_board(self):
        self.check_cut(Poster("layout: z-3x6\ntheme: {sizes: {body: {min: 10pt}}}",
                              [{"title": "題", "text": text(12 if n % 5 else 24)} for n in range(18)]))

    def test_room_for_larger_text(self):
        poster = Poster("theme: {sizes: {body: {min: 12pt, max: 20pt}, statement: 1}}",
                        [{"title": "題", "text": text(4)} for _ in range(4)])
        size = self.find_in_hint(poster, "small-text", r"`theme\.sizes\.body\.max: ([\d.]+pt)`")[1]
        poster.head = poster.head.replace("20pt", size)
        self.assertEqual(self.find(poster, "small-text"), [])

    def test_panels_are_joined(self):
        poster = Poster("grid: {columns: 2, heights: equal}\ntheme: {sizes: {body: {max: 24pt}, statement: 1}}",
                        [{"title": "題", "text": text(n)} for n in (30, 30, 8, 7, 30, 28)])
        hints = [found["hint"] for found in self.find(poster, "empty-panel")]
        self.assertEqual(len(hints), 2)
        self.assertRegex(hints[0], "^panel 3 and panel 4 could be joined: write the text of panel 4 below that of panel 3")
        self.assertEqual(hints[1], hints[0])
        joined = poster.slides.pop(3)
        poster.slides[2]["text"] += "\n\n## " + joined["title"] + "\n\n" + joined["text"]
        promised = int(re.search(r"fill (\d+) %", hints[0])[1])
        report = self.ask(poster)
        self.assertEqual([found["code"] for found in report["diagnostics"] if found["code"] == "empty-panel"], [])
        self.assertAlmostEqual(100 * report["panels"][2]["filled"], promised, delta=3)

    def test_sections_are_not_joined(self):
        slides = [{"title": "題", "text": text(n), "section": f"事例{n}"} for n in (30, 30, 8, 7, 30, 28)]
        poster = Poster("grid: {columns: 2, heights: equal}\ntheme: {sizes: {body: {max: 24pt}, statement: 1}}", slides)
        for found in self.find(poster, "empty-panel"):
            self.assertNotIn("joined", found["hint"])

    def test_full_panels_are_not_joined(self):
        poster = Poster("grid: {columns: 2, rows: 2}\ntheme: {sizes: {body: {max: 24pt}, statement: 1}}",
                        [{"title": "題", "text": text(n)} for n in (8, 90, 8, 90)])
        self.assertTrue(self.find(poster, "empty-panel"))
        for panel in self.ask(poster)["panels"]:
            self.assertNotIn("joined", "".join(panel["advice"]))

    def test_fewer_cells(self):
        poster = Poster("grid: {columns: 3, rows: 3}\ntheme: {sizes: {body: {max: 24pt}, statement: 1}}",
                        [{"title": "題", "text": text(12), "span": "2x2"}]
                        + [{"title": "題", "text": text(25)} for _ in range(5)])
        poster.slides[0]["span"] = self.find_in_hint(poster, "empty-panel", r"`span: (\dx\d)`")[1]
        self.assertNotEqual(poster.slides[0]["span"], "2x2")
        self.assertEqual([found["line"] for found in self.find(poster, "empty-panel")
                          if "panel 1 " in found["message"]], [])

    def test_all_panels_have_room(self):
        poster = Poster("grid: {columns: 2}\ntheme: {sizes: {body: {max: 24pt}, statement: 1}}",
                        [{"title": "題", "text": text(6)} for _ in range(4)])
        [advice] = self.ask(poster)["advice"]
        size = re.search(r"`theme\.sizes\.body\.max: ([\d.]+)pt`", advice)[1]
        poster.head = poster.head.replace("24pt", size + "pt")
        report = self.ask(poster)
        self.assertEqual((report["body_pt"], report["advice"]), (float(size), []))

    def test_columns(self):
        poster = Poster("grid: {columns: 1}\ntheme: {sizes: {body: {min: 24pt, max: 24pt}, statement: 1}}",
                        [{"title": "題", "text": text(10), "columns": 1}])
        poster.slides[0]["columns"] = int(self.find_in_hint(poster, "long-line", r"`columns: (\d)`")[1])
        self.assertEqual(self.find(poster, "long-line"), [])

    def test_colour(self):
        for ink, ground in (("#999999", "#ffffff"), ("#e07b39", "#fff4e8"), ("#335577", "#101820"), ("#aa0000", "#808080")):
            style = {"ink": ink, "fill": ground}
            poster = Poster("theme: {sizes: {body: {max: 30pt}, statement: 1}}", [{"text": text(3), "style": style}])
            style["ink"] = self.find_in_hint(poster, "low-contrast", r"'(#[0-9a-f]{6})'")[1]
            self.assertEqual(self.find(poster, "low-contrast"), [], f"{ink} on {ground}")

    def test_width_of_a_picture(self):
        figure = {"file": "photo.png", "alt": "写真", "width": "390mm"}
        poster = Poster("grid: {columns: 1}", [{"title": "題", "text": text(2), "figure": figure}])
        figure["width"] = self.find_in_hint(poster, "low-resolution", r"`width: (\d+mm)`")[1]
        self.assertEqual(self.find(poster, "low-resolution"), [])

    def test_size_of_a_code(self):
        code = {"url": "https://example.org/a/long/address/of/a/page", "size": "15mm"}
        poster = Poster("", [{"title": "題", "text": text(2), "qr": code}])
        code["size"] = self.find_in_hint(poster, "unscannable-qr", r"`size` (\d+) mm")[1] + "mm"
        self.assertEqual(self.find(poster, "unscannable-qr"), [])

    def test_render_tries_nothing(self):
        Poster("page: {size: A0}\ntheme: {sizes: {body: {min: 12pt, max: 20pt}, statement: 1}}",
               [{"title": "題", "text": text(4)}]).write(self.folder)
        done = subprocess.run([POSTERC, "poster.yaml", "-o", "out.json"], cwd=self.folder, capture_output=True, text=True,
                              check=True, env=os.environ | {"LC_ALL": "C.UTF-8"})
        self.assertIn("[small-text]", done.stderr)
        self.assertNotIn("20 pt", done.stderr)


def find_posters():
    return [path for path in sorted(ROOT.glob("examples/**/*.yaml")) if "gallery" not in path.parts]


class Report(Check):
    def check_shape(self, report, path):
        self.assertEqual(list(report), KEYS)
        self.assertEqual(report["posterc"], 1)
        self.assertEqual(report["file"], str(path))
        self.assertEqual(list(report["ink"]), ["max_percent", "limit_percent", "color", "panel"])
        for panel in report["panels"]:
            self.assertEqual(list(panel), PANEL_KEYS)
            self.assertAlmostEqual(panel["glyph_mm"], panel["body_pt"] * 0.95 * 25.4 / 72, delta=0.02)
            self.assertAlmostEqual(panel["read_from_m"], panel["glyph_mm"] / 5, delta=0.01)
            self.assertGreaterEqual(panel["contrast"], 1)
            for figure in panel["figures"]:
                self.assertEqual(list(figure), ["file", "ppi", "width_mm", "height_mm"])

    def test_examples(self):
        posters = find_posters()
        self.assertGreater(len(posters), 10)
        reports = json.loads(self.run_check("--format", "json", *posters).stdout)
        self.assertEqual(len(reports), len(posters))
        for path, report in zip(posters, reports):
            self.check_shape(report, path)
            self.assertGreater(len(report["panels"]), 0)

    def test_agrees_with_the_layout(self):
        path = ROOT / "examples/slides-18/poster.yaml"
        report = json.loads(self.run_check("--format", "json", path).stdout)
        layout = json.loads(subprocess.run([POSTERC, path, "--format", "json", "-o", "-"], capture_output=True, check=True).stdout)
        self.assertEqual((report["page"], report["body_pt"]), (layout["page"], layout["body_pt"]))
        self.assertEqual([(panel["number"], panel["filled"]) for panel in report["panels"]],
                         [(panel["number"], panel["filled"]) for panel in layout["panels"]])

    def test_two_runs_are_equal(self):
        path = ROOT / "examples/workshop/poster.yaml"
        first, second = (self.run_check("--format", "json", path).stdout for _ in range(2))
        self.assertEqual(first, second)

    def test_a_wrong_poster_has_the_same_keys(self):
        (self.folder / "wrong.yaml").write_text("titel: x\nslides: [a]\n", encoding="utf-8")
        done = self.run_check("wrong.yaml", "--format", "json", exit_code=1)
        report = json.loads(done.stdout)
        self.assertEqual((list(report), report["panels"], report["page"]), (KEYS, [], None))
        self.assertEqual([found["code"] for found in report["diagnostics"]], ["unknown-key"])
        self.assertEqual(done.stderr, "")
        self.assertEqual(self.run_check("wrong.yaml", exit_code=1).stdout, "not ready: 1 mistake\n")

    def test_a_missing_poster(self):
        report = json.loads(self.run_check("none.yaml", "--format", "json", exit_code=3).stdout)
        self.assertEqual((report["file"], report["panels"]), ("none.yaml", []))

    def test_data_of_what_has_none(self):
        Poster("", [{"text": "あ"}]).write(self.folder)
        self.run_check("poster.yaml", "--format", "json", "--diagnostics", "json", exit_code=2)
        self.run_check("--pdf", "poster.pdf", "--format", "json", exit_code=2)

    def test_verdict(self):
        poster = Poster("", [{"title": "題", "text": text(3), "figure": {"file": "photo.png", "width": "20mm"}}])
        poster.write(self.folder)
        warnings = len(self.ask(poster)["diagnostics"])
        self.assertGreater(warnings, 0)
        last = f"{warnings} warning{'s' if warnings > 1 else ''}"
        self.assertTrue(self.run_check("poster.yaml").stdout.endswith(f"\n{last}; ready to print\n"))
        self.assertTrue(self.run_check("poster.yaml", "--strict", exit_code=1).stdout.endswith(f"\nnot ready: {last}\n"))

    def test_a_draft_is_not_ready(self):
        Poster("theme: {sizes: {body: {min: 44pt}}}", [{"title": "題", "text": text(200)}]).write(self.folder)
        report = self.run_check("poster.yaml", "--draft").stdout
        self.assertIn("panel 1, ", report)
        self.assertTrue(report.endswith("\nnot ready: a draft with panels that are too full\n"))

    def measure(self, line):
        return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "FW" else 1
                   for letter in line)

    def test_fits_a_terminal(self):
        for locale in ("C.UTF-8", "ja_JP.UTF-8"):
            for path in find_posters():
                name = path.name
                report = subprocess.run([POSTERC, "check", name], cwd=path.parent, capture_output=True, text=True,
                                        check=False, env=os.environ | {"LC_ALL": locale, "LANGUAGE": ""}).stdout
                self.assertTrue(report, path)
                for line in report.splitlines():
                    self.assertLessEqual(self.measure(line), 80, line)

    def test_columns_stand_below_each_other(self):
        for locale in ("C.UTF-8", "ja_JP.UTF-8"):
            lines = self.run_check(ROOT / "examples/slides-18/poster.yaml", locale=locale).stdout.splitlines()
            self.assertEqual({self.measure(line) for line in lines[1:20]}, {80})

    def test_japanese(self):
        report = self.run_check(ROOT / "examples/workshop/poster.yaml", locale="ja_JP.UTF-8").stdout
        for line in re.split(r"\n\n", report)[2:]:
            self.assertRegex(line, JAPANESE)


if __name__ == "__main__":
    unittest.main()

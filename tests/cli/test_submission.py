"""test_submission.py - --submission: the sheet for the print shop says what is in the file, and is a sound PDF itself.

usage: test_submission.py PATH-OF-POSTERC SOURCE_DIR
"""
import hashlib
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import pikepdf

POSTERC = SOURCE = None
PLAIN = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}


class SubmissionTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="posterc-")
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.poster = SOURCE / "examples/workshop/poster.yaml"

    def run_posterc(self, code, *words, date=None):
        result = subprocess.run([POSTERC, *map(str, words)], cwd=self.folder, capture_output=True, text=True, check=False,
                                env=PLAIN | ({"SOURCE_DATE_EPOCH": date} if date else {}))
        self.assertEqual(result.returncode, code, result.stderr)
        return result

    def make(self, *options, date=None):
        """The words of the sheet, without blanks."""
        self.run_posterc(0, self.poster, "-q", "-o", "print.pdf", "--submission", "shop.pdf", *options, date=date)
        text = subprocess.run(["pdftotext", "-layout", "shop.pdf", "-"], cwd=self.folder, capture_output=True, text=True, check=True)
        return "".join(text.stdout.split())

    def test_facts(self):
        text = self.make("--set", "page.bleed=3mm", "--set", "page.marks=tombo", date="1700000000")
        data = (self.folder / "print.pdf").read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        with pikepdf.open(self.folder / "print.pdf") as pdf:
            fonts = {str(item.FontName)[8:] for item in pdf.objects
                     if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == pikepdf.Name.FontDescriptor}
            media = [round(float(edge) * 25.4 / 72) for edge in pdf.pages[0].MediaBox]
        for part in ("入稿データ仕様書", "Printsubmissionsheet", "print.pdf", digest[:32], digest[32:], "2023-11-14", "PDF/X-4",
                     "841×1189mm（A0）", "天地左右とも3mm", "内トンボ", f"{media[2]}×{media[3]}mm", "FOGRA39", "すべて埋め込み済み",
                     "1500×900px", "fonts-embedded", "output-intent", "ご記入欄", *fonts):
            self.assertIn(part, text)

    def test_english(self):
        text = self.make("--set", "lang=en", "--set", "print.standard=plain")
        for part in ("Printsubmissionsheet", "Filename", "none:thisPDFisforscreens", "notstated", "bleed"):
            self.assertIn(part, text)
        self.assertNotIn("仕様書", text)
        self.assertIn("841×1189mm(A0)", text)

    def test_ink_limit(self):
        ink = ("--set", "theme.colors.accent=cmyk(90, 90, 0, 20)")
        text = self.make(*ink)
        self.assertIn("最大値200%（上限300%）", text)
        self.assertNotIn("要確認：bleed,ink", text)
        text = self.make(*ink, "--set", "print.ink-limit=180")
        self.assertIn("（上限180%）", text)
        self.assertIn("要確認：bleed,ink", text)

    def test_sound(self):
        self.make()
        result = self.run_posterc(0, "check", "--pdf", "shop.pdf")
        self.assertIn("PDF/UA-1", result.stdout)
        with pikepdf.open(self.folder / "shop.pdf") as pdf:
            self.assertEqual(len(pdf.pages), 1)
            self.assertEqual([round(float(edge) * 25.4 / 72) for edge in pdf.pages[0].MediaBox], [0, 0, 210, 297])

    def test_same(self):
        self.make()
        first = (self.folder / "shop.pdf").read_bytes()
        self.make()
        self.assertEqual((self.folder / "shop.pdf").read_bytes(), first)
        self.run_posterc(0, self.poster, "-q", "-o", "print.pdf")
        alone = (self.folder / "print.pdf").read_bytes()
        self.make()
        self.assertEqual((self.folder / "print.pdf").read_bytes(), alone)

    def test_wrong_usage(self):
        for words in (("-o", "a.png"), ("--sheets", "A4", "-o", "a.pdf"), ("-o", "a.pdf", "--submission", "-"),
                      ("-o", "a.pdf", "--submission", "./a.pdf"), ("-o", "a.pdf", "--submission", "shop.png")):
            self.run_posterc(2, self.poster, "--submission", "shop.pdf", *words)
        self.run_posterc(2, self.poster, self.poster, "--submission", "shop.pdf", "-o", "a/")
        self.run_posterc(2, "check", self.poster, "--submission", "shop.pdf")
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_failure_writes_nothing(self):
        (self.folder / "wrong.yaml").write_text("titel: x\n", encoding="utf-8")
        self.run_posterc(1, "wrong.yaml", "-o", "a.pdf", "--submission", "shop.pdf")
        self.assertEqual([path.name for path in self.folder.iterdir()], ["wrong.yaml"])
        self.run_posterc(3, self.poster, "-q", "-o", "a.pdf", "--submission", "nowhere/shop.pdf")
        self.assertFalse((self.folder / "a.pdf").exists())


if __name__ == "__main__":
    POSTERC, SOURCE = os.path.realpath(sys.argv.pop(1)), Path(sys.argv.pop(1)).resolve()
    unittest.main()

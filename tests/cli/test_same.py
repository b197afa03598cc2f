"""test_same.py - the same poster gives the same bytes: whenever, wherever, in whatever language and under whatever mask.

usage: test_same.py PATH-OF-POSTERC SOURCE_DIR
"""
import io
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import pikepdf

POSTERC = SOURCE = None
LOCALES = ("ja_JP", "de_DE")  # the second writes 1,5
# Without the sanitizers' own allocator: faketime is loaded before everything else.
PLAIN = {key: value for key, value in os.environ.items()
         if key not in ("SOURCE_DATE_EPOCH", "TZ", "LANG", "LANGUAGE") and not key.startswith("LC_")}


class SameTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory(prefix="posterc-")
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.poster = cls.folder / "here" / "poster.yaml"
        shutil.copytree(SOURCE / "examples/newsletter", cls.poster.parent)
        for name in LOCALES:
            subprocess.run(["localedef", "-c", "-i", name, "-f", "UTF-8", cls.folder / f"{name}.UTF-8"], check=False,
                           capture_output=True)
        cls.first = {ending: cls.render(ending) for ending in ("pdf", "svg", "png", "json")}

    @classmethod
    def render(cls, ending="pdf", poster=None, before=(), options=(), **more):
        """The bytes, from standard output."""
        words = [*before, POSTERC, poster or str(cls.poster), "-q", "--format", ending, "-o", "-", *options]
        environment = PLAIN | more.pop("environment", {})
        result = subprocess.run(words, capture_output=True, env=environment, check=False, **more)
        assert result.returncode == 0, (words, result.stderr)
        return result.stdout

    def check_all(self, **more):
        for ending, bytes_before in self.first.items():
            self.assertTrue(bytes_before)
            # Messages of JSON name the poster as it was called.
            if "poster" not in more or ending != "json":
                self.assertEqual(self.render(ending, **more), bytes_before, ending)

    def test_runs(self):
        self.check_all()

    def test_something_else_gives_other_bytes(self):
        """The comparison can fail."""
        self.assertNotEqual(self.render(options=["--set", "page.bleed=4mm"]), self.first["pdf"])

    def test_working_directories(self):
        self.check_all(cwd="/")
        self.check_all(cwd=self.poster.parent, poster="poster.yaml")

    def test_folders(self):
        other = self.folder / "elsewhere" / "deep" / "down"
        shutil.copytree(self.poster.parent, other, dirs_exist_ok=True)
        self.check_all(poster=str(other / "poster.yaml"))

    def test_locales(self):
        made = [name for name in LOCALES if (self.folder / f"{name}.UTF-8" / "LC_NUMERIC").exists()]
        self.assertEqual(made, list(LOCALES))
        for name in ("C", "C.UTF-8", *(f"{name}.UTF-8" for name in made)):
            self.check_all(environment={"LC_ALL": name, "LANG": name, "LOCPATH": str(self.folder)})

    def test_zones(self):
        for zone in ("UTC", "Asia/Tokyo", "America/St_Johns"):
            self.check_all(environment={"TZ": zone})

    def test_masks(self):
        for mask in (0o000, 0o077):
            self.check_all(umask=mask)

    def test_times(self):
        """faketime stands between the program and the clock; it does not go with address sanitizers, which want to be first."""
        before = ["faketime", "-f", "2031-07-08 09:10:11"]
        probe = subprocess.run([*before, "date", "+%Y"], capture_output=True, check=False)
        self.assertEqual(probe.stdout.strip(), b"2031")
        if subprocess.run([*before, POSTERC, "--version"], capture_output=True, check=False).returncode != 0:
            self.skipTest("faketime cannot be used with this build")
        self.check_all(before=before)

    def test_dates(self):
        """A date is what SOURCE_DATE_EPOCH says, and nothing else changes with it."""
        dated = self.render(environment={"SOURCE_DATE_EPOCH": "1700000000"})
        self.assertEqual(read_date(dated), "D:20231114221320Z")
        self.assertNotEqual(dated, self.first["pdf"])
        self.assertEqual(self.render(environment={"SOURCE_DATE_EPOCH": "1700000000", "TZ": "Asia/Tokyo"}), dated)
        last = self.render(environment={"SOURCE_DATE_EPOCH": "253402300799"})
        self.assertEqual(read_date(last), "D:99991231235959Z")

    def test_impossible_dates(self):
        for date in ("253402300800", "99999999999999999999", "-1", "today", "1.5"):
            result = subprocess.run([POSTERC, str(self.poster), "-q", "-o", str(self.folder / "out.pdf")],
                                    capture_output=True, env=PLAIN | {"SOURCE_DATE_EPOCH": date}, check=False)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertIn(f"SOURCE_DATE_EPOCH is no number of seconds from 1970 to 9999: '{date}'".encode(), result.stderr)
            self.assertEqual((self.folder / "out.pdf").read_bytes(), self.first["pdf"])


def read_date(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return str(pdf.trailer.Info.CreationDate)


if __name__ == "__main__":
    POSTERC, SOURCE = str(Path(sys.argv.pop(1)).resolve()), Path(sys.argv.pop(1)).resolve()
    unittest.main()

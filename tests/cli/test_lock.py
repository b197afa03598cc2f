"""test_lock.py - posterc fonts --lock: the lock is stable, kept, and says what is wrong where.

usage: test_lock.py PATH-OF-POSTERC SOURCE_DIR
"""
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

POSTERC = SOURCE = None

POSTER = """\
title: ひょうだい
theme: {fonts: {files: [own.ttf], body: BIZ UDPGothic, heading: BIZ UDPGothic}}
slides:
  - {title: はじめに, text: あいうえお。}
"""
OWN = Path("/usr/share/fonts/truetype/bizud-gothic/BIZUDPGothic-Regular.ttf")


class LockTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="posterc-")
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        shutil.copy(OWN, self.folder / "own.ttf")
        (self.folder / "poster.yaml").write_text(POSTER, encoding="utf-8")
        self.lock = self.folder / "poster.fonts.lock"

    def run_posterc(self, code, *words, cwd=None):
        result = subprocess.run([POSTERC, *words], cwd=cwd or self.folder, capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, code, result.stderr)
        return result

    def make_lock(self):
        self.run_posterc(0, "fonts", "--lock", "poster.yaml")
        return self.lock.read_text(encoding="utf-8")

    def test_lock_says_what_is_used(self):
        lines = [line for line in self.make_lock().splitlines() if not line.startswith("#")]
        data = (self.folder / "own.ttf").read_bytes()
        own = f"BIZ UDPGothic | 400 | own.ttf | 0 | {len(data)} | {hashlib.sha256(data).hexdigest()}"
        self.assertIn(own, lines)
        self.assertEqual(lines, sorted(lines))
        self.assertFalse([line for line in lines if "Serif" in line], "a font that is not used is locked")

    def test_lock_is_stable(self):
        first = self.make_lock()
        self.assertEqual(self.make_lock(), first)
        self.run_posterc(0, "fonts", "--lock", str(self.folder / "poster.yaml"), cwd="/")
        self.assertEqual(self.lock.read_text(encoding="utf-8"), first)

    def test_lock_is_kept(self):
        self.make_lock()
        self.assertNotIn("lock", self.run_posterc(0, "poster.yaml", "-o", "a.pdf").stderr)
        with open(self.folder / "own.ttf", "ab") as file:
            file.write(b"\0")
        result = self.run_posterc(1, "poster.yaml", "-o", "b.pdf")
        self.assertRegex(result.stderr, r"poster\.fonts\.lock:\d+:1: error: the font file \./own\.ttf has changed since it was "
                                        r"locked: it has \d+ bytes.*; put the old file back, or look at the poster and lock the "
                                        r"new one: posterc fonts --lock poster\.yaml \[font-drift\]")
        self.assertFalse((self.folder / "b.pdf").exists())
        self.make_lock()
        self.run_posterc(0, "poster.yaml", "-o", "b.pdf")

    def test_new_font(self):
        text = self.make_lock()
        self.lock.write_text("".join(line + "\n" for line in text.splitlines() if "own.ttf" not in line), encoding="utf-8")
        result = self.run_posterc(1, "check", "poster.yaml")
        self.assertIn("poster.fonts.lock: error: the poster uses the font 'BIZ UDPGothic' (400), which is not in its lock",
                      result.stderr)

    def test_missing_font(self):
        text = self.make_lock()
        self.lock.write_text(f"{text}Lost | 400 | lost.ttf | 0 | 1 | {'0' * 64}\n", encoding="utf-8")
        result = self.run_posterc(1, "poster.yaml", "-o", "a.pdf")
        line = len(text.splitlines()) + 1
        self.assertIn(f"poster.fonts.lock:{line}:1: error: the font file 'lost.ttf' (Lost) is locked but not there; put the file "
                      "back, or lock anew", result.stderr)

    def test_broken_lock(self):
        for broken in ("nonsense", "a | b | c | d | e | f", "a | 400 | b.ttf | 0 | 5 | 123", "a | 400 | b.ttf | 0 | -5 | " + "0" * 64,
                       "a | 400 | b.ttf | 0 | 5 | " + "0" * 64 + " | more"):
            self.lock.write_text(f"# a lock\n{broken}\n", encoding="utf-8")
            result = self.run_posterc(1, "poster.yaml", "-o", "a.pdf")
            self.assertIn("poster.fonts.lock:2:1: error: this is no line of a lock", result.stderr, broken)
            self.assertIn("posterc fonts --lock poster.yaml [syntax]", result.stderr)

    def test_unreadable_lock(self):
        self.lock.write_bytes(bytes(range(256)))
        self.run_posterc(1, "poster.yaml", "-o", "a.pdf")
        self.lock.unlink()
        self.lock.mkdir()
        self.assertIn("the lock of the fonts cannot be read", self.run_posterc(1, "poster.yaml", "-o", "a.pdf").stderr)

    def test_wrong_poster(self):
        self.run_posterc(3, "fonts", "--lock", "nowhere.yaml")
        self.run_posterc(2, "fonts", "--lock", "-")
        (self.folder / "wrong.yaml").write_text("titel: x\n", encoding="utf-8")
        self.run_posterc(1, "fonts", "--lock", "wrong.yaml")
        self.assertEqual(list(self.folder.glob("*.lock")), [])

    def test_without_lock(self):
        self.run_posterc(0, "poster.yaml", "-o", "a.pdf")
        self.make_lock()
        self.run_posterc(0, "poster.yaml", "-o", "b.pdf")
        self.assertEqual((self.folder / "a.pdf").read_bytes(), (self.folder / "b.pdf").read_bytes())
        shutil.copy(self.folder / "poster.yaml", self.folder / "other.yaml")
        self.lock.write_text("nonsense\n", encoding="utf-8")
        self.run_posterc(0, "other.yaml", "-o", "c.pdf")


if __name__ == "__main__":
    POSTERC, SOURCE = os.path.realpath(sys.argv.pop(1)), Path(sys.argv.pop(1)).resolve()
    unittest.main()

"""test_fix.py - posterc fix: repairs pasted text in the file, and nothing else of it.

usage: test_fix.py PATH-OF-POSTERC SOURCE_DIR
"""
import difflib
import os
import random
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

POSTERC = SOURCE = None

WIDE = {0xFF10 + i: str(i) for i in range(10)}
PLACE = re.compile(r'"at": "\d+:\d+",?')
NUMBER = re.compile(r"(?<=[0-9])[．，](?=[0-9])")


def run(*words, code=0, given=None, cwd=None):
    result = subprocess.run([POSTERC, *map(str, words)], input=given, cwd=cwd, capture_output=True, check=False)
    if code is not None and result.returncode != code:
        raise AssertionError(f"{words}: exit {result.returncode}, not {code}\n{result.stderr.decode()}")
    return result


def read_meaning(data, folder):
    """The doc, without places and with one form of digits; of a poster with mistakes, the mistakes."""
    path = folder / "read.yaml"
    path.write_bytes(data)
    dump = run("dump", "--stage=doc", "--diagnostics", "json", path, code=None)
    if dump.returncode:
        return re.findall(r'"code": "(?!lookalike)[^"]*"', dump.stderr.decode())
    text = PLACE.sub("", dump.stdout.decode()).translate(WIDE)
    return NUMBER.sub(lambda match: ".,"["．，".index(match.group())], text)


def quote(text, style):
    """The same text as a value of YAML, below `text: `."""
    lines = text.split("\n")
    if style == "literal":
        return "|\n" + "".join(f"      {line}\n" if line else "\n" for line in lines)
    if style == "folded":
        return ">\n" + "".join(f"      {line}\n" if line else "\n" for line in lines)
    if style == "single":
        return "'" + "\n      ".join(line.replace("'", "''") for line in lines) + "'\n"
    return '"' + "\n      ".join(line.replace("\\", "\\\\").replace('"', '\\"') for line in lines) + '"\n'


class FixTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="posterc-")
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def write(self, text, name="poster.yaml"):
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def write_all(self, texts, folder):
        """Numbered, that all may be named in one call: the program starts once for hundreds of files."""
        names = [f"{i:03}.yaml" for i in range(len(texts))]
        (self.folder / folder).mkdir()
        for name, data in zip(names, texts):
            self.write(data, f"{folder}/{name}")
        return names

    def fix_all(self, texts, may_fail=False):
        """What comes of them; they mean the same, and a second run changes nothing."""
        names = self.write_all(texts, "fix")
        folder = self.folder / "fix"
        once = []
        for _ in range(2):
            done = run("fix", "-q", *names, cwd=folder, code=None if may_fail else 0)
            self.assertIn(done.returncode, (0, 1), done.stderr.decode())
            once.append([(folder / name).read_bytes() for name in names])
        for before, after, again in zip(texts, *once):
            self.assertEqual(again.decode(errors="replace"), after.decode(errors="replace"), "a second run changes something")
            if before != after:
                self.check_meaning(before, after)
        return once[0]

    def check_meaning(self, data, fixed):
        before, after = read_meaning(data, self.folder), read_meaning(fixed, self.folder)
        if before != after:
            lines = difflib.unified_diff(str(before).splitlines(), str(after).splitlines(), lineterm="")
            self.fail("\n".join(["the poster means something else", *lines, data.decode()]))

    def check_patch(self, texts, fixed):
        """--dry-run prints one patch for all files, and writes none."""
        names = self.write_all(texts, "patch")
        folder = self.folder / "patch"
        diff = run("fix", "-q", "--dry-run", *names, cwd=folder).stdout
        self.assertEqual([(folder / name).read_bytes() for name in names], texts, "--dry-run wrote")
        done = subprocess.run(["patch", "-s", "-p0", "--binary"], input=diff, cwd=folder, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout.decode() + diff.decode())
        self.assertEqual([(folder / name).read_bytes() for name in names], fixed)
        sound = {name for name, before, after in zip(names, texts, fixed) if before == after}
        self.assertFalse(sound & set(re.findall(r"(?m)^--- (.*)$", diff.decode())))

    def test_files(self):
        cases = sorted((SOURCE / "tests/data/fix").glob("*.yaml"))
        self.assertGreaterEqual(len(cases), 50)
        texts = [path.read_bytes() for path in cases]
        fixed = self.fix_all(texts)
        for path, text in zip(cases, fixed):
            with self.subTest(path.name):
                self.assertEqual(text, path.with_suffix(".fixed").read_bytes(), text.decode())
        self.check_patch(texts, fixed)

    def test_posters_of_the_project(self):
        paths = [*(SOURCE / "examples").rglob("*.yaml"), *(SOURCE / "tests/fuzz/corpus/doc").glob("*.yaml")]
        self.assertGreater(len(paths), 60)
        self.fix_all([path.read_bytes() for path in paths], may_fail=True)

    def test_random_markup(self):
        """Pieces of the fuzzers' corpus in all styles of YAML, always the same ones."""
        chance = random.Random(20261001)
        pieces = ["⼈", "か゛", "か\u3099", "ｶﾞ", "５", "5", "︓", "専⾨職とピアサポーターの協⼒関係を通して、クライア"]
        for path in sorted((SOURCE / "tests/fuzz/corpus/markup").glob("*")):
            text = path.read_bytes().decode(errors="ignore")
            pieces += [line for line in text.splitlines() if line.isprintable() and line.strip() == line and line]
        texts = []
        for _ in range(60):
            text = "\n".join("".join(chance.choices(pieces, k=chance.randint(1, 4))) for _ in range(chance.randint(1, 6)))
            style = chance.choice(["literal", "folded", "single", "double"])
            texts.append(f"slides:\n  - title: 題\n    text: {quote(text, style)}".encode())
        self.fix_all(texts, may_fail=True)

    def test_standard_streams(self):
        done = run("fix", "-", given="# ⼈\nslides: [⼈]\n".encode())
        self.assertEqual(done.stdout.decode(), "# ⼈\nslides: [人]\n")
        self.assertEqual(done.stderr.decode(), "posterc: <stdin>: look-alike radicals made ideographs: 1\n")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([POSTERC, "fix", "-"], input="slides: [⼈]\n".encode(), stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 3, done.stderr.decode())

    def test_text_with_an_anchor(self):
        """Printed in two places it is repaired once, as far as both allow: a node's name keeps its digit."""
        fixed = self.fix_all(["slides:\n  - text: &a ⼈５と5\n  - text: *a\n".encode(),
                              "slides:\n  - text: &a 会⼈５と5\n  - diagram: {nodes: [*a, b], edges: [*a -> b]}\n".encode(),
                              "slides:\n  - &s {title: ⼈, text: か\u3099}\n  - *s\n".encode()], may_fail=True)
        self.assertEqual(fixed[0].decode(), "slides:\n  - text: &a 人5と5\n  - text: *a\n")
        self.assertEqual(fixed[2].decode(), "slides:\n  - &s {title: 人, text: が}\n  - *s\n")

    def test_hostile_files(self):
        """Ended soon, said in words, and left as they are."""
        texts = [b"slides: [\0]\n", b"slides: [" + b"[" * 100000, b"a: " + "⼈".encode() * (2 << 20), b"\xff\xfe\0a", b"",
                 b"&a [*a]\n", b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nslides: [*c]\n"]
        names = self.write_all(texts, "hostile")
        for name, data in zip(names, texts):
            done = run("fix", name, cwd=self.folder / "hostile", code=None)
            self.assertIn(done.returncode, (0, 1), name)
            self.assertEqual((self.folder / "hostile" / name).read_bytes(), data, name)
        many = "slides:\n" + "".join(f"  - text: ⼈{i} か\u3099 ５と5\n" for i in range(20000))
        self.write(many)
        run("fix", "-q", "poster.yaml", cwd=self.folder, code=None)

    def test_file_is_replaced_in_one_step(self):
        path = self.write("slides: [⼈]\n")
        path.chmod(0o640)
        (self.folder / "link.yaml").symlink_to("poster.yaml")
        said = run("fix", "link.yaml", cwd=self.folder).stderr.decode()
        self.assertEqual(path.read_text(encoding="utf-8"), "slides: [人]\n")
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)
        self.assertTrue((self.folder / "link.yaml").is_symlink())
        self.assertEqual(said, "posterc: link.yaml: look-alike radicals made ideographs: 1\n")
        self.assertEqual(sorted(os.listdir(self.folder)), ["link.yaml", "poster.yaml"])

    def test_sound_file_is_not_touched(self):
        path = self.write("slides: [人]\n")
        os.utime(path, (1, 1))
        self.assertIn(b"nothing to repair", run("fix", path).stderr)
        self.assertEqual(path.stat().st_mtime, 1)

    def test_no_yaml(self):
        path = self.write("slides: [⼈\n")
        self.assertIn(b"[syntax]", run("fix", path, code=1).stderr)
        self.assertEqual(path.read_text(encoding="utf-8"), "slides: [⼈\n")

    def test_missing_file(self):
        self.assertIn(b"no file", run("fix", self.folder / "no.yaml", code=3).stderr)

    @unittest.skipIf(os.geteuid() == 0 and not shutil.which("setpriv"), "root may write everywhere")
    def test_folder_that_may_not_be_written(self):
        path = self.write("slides: [⼈]\n")
        path.chmod(0o644)
        self.folder.chmod(0o555)
        words = [POSTERC, "fix", str(path)]
        if os.geteuid() == 0:
            words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words]
        done = subprocess.run(words, capture_output=True, check=False)
        self.folder.chmod(0o755)
        self.assertEqual(done.returncode, 3, done.stderr.decode())
        self.assertEqual(path.read_text(encoding="utf-8"), "slides: [⼈]\n")

    def test_several_files(self):
        first, second = self.write("slides: [⼈]\n", "a.yaml"), self.write("slides: [\n", "b.yaml")
        run("fix", second, first, code=1)
        self.assertEqual(first.read_text(encoding="utf-8"), "slides: [人]\n")


if __name__ == "__main__":
    POSTERC = str(Path(sys.argv.pop(1)).resolve())
    SOURCE = Path(sys.argv.pop(1)).resolve()
    unittest.main()

"""test_mistakes.py - the mistakes that people make, and those that strangers make on purpose.

Each is met by the command with the code and the place of SPEC section 11, exit 1, the old output left as it was and
no temporary file.

usage: test_mistakes.py PATH-OF-POSTERC
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

POSTERC = None
OLD = b"the old output"
# A bound against endless work, wide enough for a busy machine and for sanitizers.
SECONDS = 20


def nest(depth):
    return "slides: " + "[" * depth + "]" * depth + "\n"


def bomb(levels):
    """Ten times as many nodes with each level."""
    lines = ["a0: &a0 [" + ", ".join("x" * 10) + "]"]
    lines += [f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 10) + "]" for i in range(1, levels)]
    return "\n".join(lines) + "\nslides: [あ]\n"


# name: the file's bytes or text, then the code, line and column of the first error.
MISTAKES = {
    "unknown key": ("title: あ\nslides:\n  - titel: い\n    text: う\n", "unknown-key", 3, 5),
    "duplicate key": ("title: あ\nslides: [い]\ntitle: う\n", "duplicate-key", 3, 1),
    "19 slides": ("slides:\n" + "  - あ\n" * 19, "too-many-slides", 20, 5),
    "area that is no rectangle": ("grid:\n  areas:\n    - [①, ①]\n    - [①, ②]\nslides: [あ, い]\n", "bad-area", 4, 8),
    "missing picture": ("slides:\n  - figure: {file: 写真.png, alt: え}\n", "missing-file", 2, 20),
    "wrong unit": ("page: {margin: 18px}\nslides: [あ]\n", "bad-value", 1, 16),
    "slide list that is a mapping": ("slides:\n  title: あ\n  text: い\n", "bad-type", 2, 3),
    "deep nest": (nest(5000), "limit", 1, 72),
    "alias bomb": (bomb(10), "limit", 5, 45),
    "invalid UTF-8": (b"title: \xe3\x81\x82\xff\nslides: [a]\n", "syntax", 1, 9),
    "Shift_JIS": ("title: 日本\nslides: [あ]\n".encode("cp932"), "syntax", 1, 8),
    "UTF-16": ("title: 日本\nslides: [あ]\n".encode("utf-16"), "syntax", 1, 1),
    "Word file": (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", "syntax", 1, 1),
    "empty file": ("", "syntax", 1, 1),
    "byte order mark alone": (b"\xef\xbb\xbf", "syntax", 1, 1),
    "two documents": ("slides: [あ]\n---\nslides: [い]\n", "syntax", 2, 1),
    "file of 5 MiB": ("# " + "x" * (5 << 20) + "\nslides: [あ]\n", "limit", 0, 0),
    "100000 keys": ("slides: [あ]\n" + "".join(f"k{i}: 1\n" for i in range(60000)), "limit", 50000, 1),
}


def find_errors(stream):
    return [found for found in json.loads(stream) if found["severity"] == "error"]


class MistakesTest(unittest.TestCase):
    def meet(self, mistake, folder):
        content, code, line, column = mistake
        with open(os.path.join(folder, "poster.yaml"), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        with open(os.path.join(folder, "out.pdf"), "wb") as file:
            file.write(OLD)
        result = subprocess.run([POSTERC, "poster.yaml", "-o", "out.pdf", "--diagnostics", "json"], cwd=folder,
                                timeout=SECONDS, capture_output=True)
        self.assertEqual(result.returncode, 1, result.stderr)
        first = find_errors(result.stdout)[0]
        self.assertEqual((first["file"], first["code"], first["line"], first["column"]),
                         ("poster.yaml", code, line, column), first["message"])
        with open(os.path.join(folder, "out.pdf"), "rb") as file:
            self.assertEqual(file.read(), OLD)
        self.assertEqual(sorted(os.listdir(folder)), ["out.pdf", "poster.yaml"])

    def test_mistakes(self):
        for name, mistake in MISTAKES.items():
            with self.subTest(name), tempfile.TemporaryDirectory(prefix="posterc-") as folder:
                self.meet(mistake, folder)


if __name__ == "__main__":
    POSTERC = os.path.abspath(sys.argv.pop(1))
    unittest.main()

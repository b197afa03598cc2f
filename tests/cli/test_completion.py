#!/usr/bin/python3
"""test_completion.py POSTERC SOURCE_DIR - the completions of bash, zsh and fish, in these shells."""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

POSTERC, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
COMPLETIONS = SOURCE / "script/completions"
SECONDS = 60


class Folder(unittest.TestCase):
    """Each test in a folder with two files and a folder, where `posterc` is found."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("first.yaml", "notes.txt"):
            Path(self.folder, name).touch()
        for name in ("parts", "bin"):
            Path(self.folder, name).mkdir()
        Path(self.folder, "bin/posterc").symlink_to(POSTERC)
        self.environment = os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "", "HOME": self.folder, "TERM": "dumb",
                                         "PATH": f"{self.folder}/bin:{os.environ['PATH']}"}

    def run_shell(self, *words):
        done = subprocess.run(words, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=SECONDS)
        self.assertEqual(done.stderr, "")
        return done.stdout.splitlines()


class Possibilities:
    """What each shell offers; complete() takes the line so far and gives the words."""

    def test_commands_and_posters(self):
        self.assertEqual(self.complete("posterc expl"), ["explain"])
        self.assertIn("first.yaml", self.complete("posterc fi"))

    def test_options_of_the_command(self):
        self.assertEqual(self.complete("posterc dump --st"), ["--stage", "--strict"])
        self.assertEqual(self.complete("posterc render --sta"), [])

    def test_words_of_an_option(self):
        self.assertEqual(self.complete("posterc render --format p"), ["pdf", "png"])
        self.assertEqual(self.complete("posterc schema --format m"), ["markdown"])

    def test_names(self):
        self.assertIn("newsletter", self.complete("posterc render --layout new"))
        self.assertIn("warm", self.complete("posterc render --theme wa"))
        self.assertEqual(self.complete("posterc explain missing-f"), ["missing-file", "missing-font"])
        self.assertEqual(self.complete("posterc help explai"), ["explain"])

    def test_files(self):
        words = self.complete("posterc check ")
        self.assertIn("first.yaml", words)
        self.assertNotIn("notes.txt", words)
        self.assertIn("notes.txt", self.complete("posterc render -o no"))


class Bash(Possibilities, Folder):
    def complete(self, line):
        words = line.split(" ")
        script = (f'source "{COMPLETIONS}/posterc.bash"; COMP_WORDS=({" ".join(f"{word!r}" for word in words)}); '
                  f'COMP_CWORD={len(words) - 1}; $(complete -p posterc | sed "s/.*-F \\([^ ]*\\).*/\\1/") ; _posterc; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        return sorted(word for word in self.run_shell("bash", "--norc", "-c", script) if word)

    def test_joined_option(self):
        self.assertEqual(self.complete("posterc render --format = p"), ["pdf", "png"])


class Fish(Possibilities, Folder):
    def complete(self, line):
        script = f'source {COMPLETIONS}/posterc.fish; complete -C "{line}"'
        return sorted({word.split("\t")[0] for word in self.run_shell("fish", "--no-config", "-c", script)})


class Zsh(Folder):
    """zsh completes only at a prompt: the line is typed, completed by the tabulator, and run."""

    def type(self, line):
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execvpe("zsh", ["zsh", "-f", "-i"], self.environment)
        self.addCleanup(os.close, terminal)
        os.write(terminal, (f"unsetopt zle_bracketed_paste; PS1='READY>'; fpath=({COMPLETIONS} $fpath); autoload -U compinit; "
                            "compinit -u -D; print -r LOA''DED\n").encode())
        self.read_until(terminal, r"LOADED\s+.*READY>")
        os.write(terminal, (line + "\t").encode())
        time.sleep(1)
        os.write(terminal, b"\n")
        shown = self.read_until(terminal, r"READY>")
        os.write(terminal, b"exit\n")
        os.waitpid(child, 0)
        return shown

    def read_until(self, terminal, pattern):
        shown, end = "", time.monotonic() + SECONDS
        while not re.search(pattern, shown, re.S):
            if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
                self.fail(f"zsh did not answer: {shown!r}")
            shown += os.read(terminal, 65536).decode(errors="replace")
        return shown

    def test_command_and_code(self):
        self.assertIn("unknown-key (error)", self.type("posterc explain unknown-k"))

    def test_option(self):
        self.assertIn("$schema", self.type("posterc schema --form\tjs"))

    def test_file(self):
        self.assertIn("first.yaml:", self.type("posterc check fir"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

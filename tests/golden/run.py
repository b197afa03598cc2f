#!/usr/bin/python3
"""run.py [--bless] POSTERC CASE|FOLDER... - runs posterc on golden cases and compares what it prints.

A case is one file:

    #! --strict --set theme.text.justify=false
    #! files: a.png=tests/golden/pictures/case1.png
    title: a poster
    -----
    what posterc prints
    ----- ja
    what it prints to a Japanese reader, where the folder is one of messages

Lines that begin with '#!' are optional: further arguments, and files of the project to lie beside the poster.  The
folder that a case lies in says which command runs.  --bless writes what posterc prints now into the case.
"""
import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 120
SEPARATOR = re.compile(r"^-{5,}\n", re.M)


def show_output(done):
    """What a program reads: standard output; where there is none, why."""
    return done.stdout if done.returncode == 0 else f"exit {done.returncode}\n{done.stderr}"


def show_diagnostics(done):
    """What a person sees."""
    return f"exit {done.returncode}\n{done.stderr}"


COMMANDS = {
    "doc": (["dump", "--stage=doc", "poster.yaml"], show_output),
    "display": (["dump", "--stage=display", "poster.yaml"], show_output),
    "layout": (["render", "--format", "json", "-o", "-", "poster.yaml"], show_output),
    "diag": (["check", "poster.yaml"], show_diagnostics),
}

# What people read is shown in every language that posterc speaks.
BILINGUAL = {"diag"}


class Case:
    def __init__(self, path):
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        parts = SEPARATOR.split(self.text, maxsplit=1)
        if len(parts) != 2:
            sys.exit(f"{path}: has no line of five or more dashes")
        self.poster, self.want = parts
        self.is_bilingual = path.parent.name in BILINGUAL
        self.arguments, self.files = [], {}
        for line in self.poster.split("\n"):
            if not line.startswith("#!"):
                break
            self.read_option(line[2:].strip())

    def read_option(self, option):
        if option.startswith("files:"):
            self.files |= dict(pair.split("=", 1) for pair in option[len("files:"):].split())
        else:
            self.arguments += shlex.split(option)

    def run(self, posterc):
        """What the case holds below its line of dashes."""
        english = self.run_in(posterc, "C.UTF-8")
        return english + "----- ja\n" + self.run_in(posterc, "ja_JP.UTF-8") if self.is_bilingual else english

    def run_in(self, posterc, locale):
        arguments, show = COMMANDS[self.path.parent.name]
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "poster.yaml").write_text(self.poster, encoding="utf-8")
            for name, source in self.files.items():
                Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / source, Path(folder, name))
            environment = os.environ | {"LC_ALL": locale, "LANGUAGE": "", "TZ": "UTC"}
            done = subprocess.run([posterc, *arguments, *self.arguments], cwd=folder, env=environment, timeout=SECONDS,
                                  capture_output=True, text=True, encoding="utf-8", errors="backslashreplace")
        return show(done)

    def bless(self, got):
        separator = SEPARATOR.search(self.text).group()
        self.path.write_text(self.poster + separator + got, encoding="utf-8")

    def describe(self, got):
        name = os.path.relpath(self.path, ROOT)
        return "".join(line if line.endswith("\n") else f"{line}\n\\ no newline at the end\n"
                       for line in difflib.unified_diff(self.want.splitlines(True), got.splitlines(True),
                                                        f"{name} (wanted)", f"{name} (printed)"))


def list_cases(arguments):
    for argument in map(Path, arguments):
        yield from sorted(argument.resolve().glob("*.case")) if argument.is_dir() else [argument.resolve()]


def main(arguments):
    is_bless = arguments[:1] == ["--bless"]
    posterc, *paths = arguments[is_bless:]
    posterc, count, failures = str(Path(posterc).resolve()), 0, 0
    for case in map(Case, list_cases(paths)):
        count += 1
        got = case.run(posterc)
        if got == case.want:
            continue
        failures += 1
        if is_bless:
            case.bless(got)
        print(case.describe(got))
    print(f"{count} cases, {failures} {'rewritten' if is_bless else 'different'}")
    return 0 if is_bless else 1 if failures or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

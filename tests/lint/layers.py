#!/usr/bin/python3
"""layers.py SOURCE_DIR - who may include whom, which library lives where, and who may print."""
import re
import sys
from pathlib import Path

from source import blank, list_files

STAGES = "base diag spec schema doc text display figure layout paint check mend start pages backend compare job cli".split()
# The command line is the library's first user: the public header, and base for files and words.
CLI_MAY = {"base", "cli"}

STANDARD = re.compile(r"(assert|ctype|dlfcn|errno|fcntl|float|inttypes|limits|locale|math|poll|pthread|setjmp|signal|stdarg|"
                      r"stdbool|stddef|stdint|stdio|stdlib|string|strings|time|unistd|wchar|"
                      r"sys/(ioctl|mman|random|resource|stat|time|types|wait))\.h")
# Every other library and the stages that are its home.
HOMES = [
    (r"(glib|gio)(/|-)?.*\.h|glib-object\.h", STAGES),
    (r"malloc\.h", ["figure"]),
    (r"yaml\.h", ["spec"]),
    (r"md4c\.h", ["doc"]),
    (r"fontconfig/.*|ft2build\.h|freetype/.*|hb.*\.h", ["text"]),
    (r"pango/.*", ["text", "backend"]),
    (r"cairo.*\.h", ["backend", "figure", "compare"]),
    (r"sanitizer/.*", ["backend"]),
    (r"microhttpd\.h|netinet/in\.h|sys/(inotify|prctl)\.h", ["cli"]),
    (r"qrencode\.h", ["figure"]),
    (r"graphviz/.*\.h", ["figure"]),
    (r"qpdf/.*", ["figure", "backend"]),
    (r"librsvg/.*", ["figure"]),
    (r"xxhash\.h", ["base"]),
    (r"lcms2\.h", ["figure", "backend"]),
    (r"libdeflate\.h|png\.h|jpeglib\.h|jerror\.h|webp/.*\.h", ["figure"]),
]
PUBLIC = {"stdbool.h", "stddef.h"}

PRINTS = re.compile(r"\b(v?f?printf|f?puts|putchar|perror|_?exit|quick_exit|setlocale|"
                    r"g_(print|printerr|message|warning|critical|debug|info|log))\s*\(")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def check_own(stage, target):
    other = target.split("/")[0]
    if target == "posterc.h":
        return None if stage in ("job", "cli") else "only job and cli know the public header"
    # Made by the build, beside the stage's objects.
    if target.endswith(".gen.h"):
        return None
    if other not in STAGES:
        return f"no stage is called '{other}'"
    if stage == "cli" and other not in CLI_MAY:
        return "cli uses posterc.h, not the stages"
    return None if STAGES.index(other) <= STAGES.index(stage) else f"{stage} may not include {other}"


def check_foreign(stage, target):
    if STANDARD.fullmatch(target):
        return None
    for pattern, homes in HOMES:
        if re.fullmatch(pattern, target):
            return None if stage in homes else f"<{target}> lives in {' and '.join(homes)}"
    return f"<{target}> has no home: add it to tests/lint/layers.py"


def find_line(text, at):
    return text.count("\n", 0, at) + 1


def check_head(path, text, stage):
    head = text[:text.find("*/")]
    if not text.startswith(f"/* {path.name} - "):
        yield f"{path}:1: begins with '/* {path.name} - what it is for.  Layer: {stage}'"
    elif not re.search(rf"Layer:\s+(\*\s+)?{stage}\b", head):
        yield f"{path}:1: says 'Layer: {stage}' in its first comment"


def check_source(path, text, stage):
    yield from check_head(path, text, stage)
    for match in INCLUDE.finditer(blank(text, keep_strings=True)):
        check = check_own if match.group(1) == '"' else check_foreign
        problem = check(stage, match.group(2))
        if problem:
            yield f"{path}:{find_line(text, match.start(2))}: {problem}"
    plain = blank(text)
    for match in PRINTS.finditer(plain) if stage != "cli" else ():
        yield f"{path}:{find_line(plain, match.start())}: {match.group(1)}: nothing below cli prints or exits"


def check_public(path, text):
    for match in INCLUDE.finditer(text):
        if match.group(2) not in PUBLIC:
            yield f"{path}:{find_line(text, match.start(2))}: the public header needs no {match.group(2)}"


def main(root):
    failures = []
    files = list_files(root, "src/**/*.[ch]")
    for path in files:
        failures += check_source(path, path.read_text(encoding="utf-8"), path.relative_to(root).parts[1])
    for path in list_files(root, "include/*.h"):
        failures += check_public(path, path.read_text(encoding="utf-8"))
    print("\n".join([*failures, f"{len(files)} files"]))
    return 1 if failures or not files else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

#!/usr/bin/python3
"""limits.py SOURCE_DIR - how long functions and files may be.  Tables do not count."""
import statistics
import sys
from pathlib import Path

from source import list_files, list_functions

MEDIAN, LENGTH, NESTING, PARAMETERS, COLUMNS = 14, 50, 3, 6, 100

# Called by a library, which says what they get.
CALLBACKS = {("serve.c", "answer")}  # libmicrohttpd's MHD_AccessHandlerCallback


def file_limit(path):
    if path.parts[-2:] == ("include", "posterc.h"):
        return 300
    return 150 if path.suffix == ".h" else 400


def check_file(path, text):
    lines = text.split("\n")
    # A file that is nothing but a table, made from somebody else's data.
    if len(lines) - 1 > file_limit(path) and not path.stem.endswith("_table"):
        yield f"{path}:1: {len(lines) - 1} lines, at most {file_limit(path)}"
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS:
            yield f"{path}:{number}: {len(line)} columns, at most {COLUMNS}"


def check_function(function):
    measures = [("lines", function.length, LENGTH), ("levels of nesting", function.nesting(), NESTING),
                ("parameters", function.parameters, PARAMETERS)]
    if (Path(function.path).name, function.name) in CALLBACKS:
        measures.pop()
    for what, value, limit in measures:
        if value > limit:
            yield f"{function.path}:{function.line}: {function.name}: {value} {what}, at most {limit}"


def main(root):
    failures, functions = [], []
    for path in list_files(root, "src/**/*.[ch]", "include/*.h"):
        text = path.read_text(encoding="utf-8")
        failures += check_file(path, text)
        functions += list_functions(path, text)
    for function in functions:
        failures += check_function(function)
    if not functions:
        failures.append("no functions found")
    median = statistics.median(function.length for function in functions) if functions else 0
    if median > MEDIAN:
        failures.append(f"the median function has {median} lines, at most {MEDIAN}")
    print("\n".join(failures))
    print(f"{len(functions)} functions, median {median:g} lines, longest {max(f.length for f in functions)}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

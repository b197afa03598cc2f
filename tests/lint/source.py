"""source.py - reads C sources for the gates: without comments, and cut into functions."""
import re
from pathlib import Path

SPLIT = re.compile(r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""", re.S)
# A definition: a line that begins at the margin and whose parameters are followed by a brace.
HEAD = re.compile(r"^(?!#|\s|typedef|struct|enum|union)[\w*][^;={}]*?\b(\w+)\(([^;{}]*)\)\s*\{", re.M)
TABLE = re.compile(r"=\s*(?:\([^()]*\)\s*)?\{")


def blank(text, keep_strings=False):
    """The text with comments (and what stands in strings) as blanks, every line where it was."""
    def wipe(match):
        found = match.group()
        if keep_strings and found[0] in "\"'":
            return found
        return re.sub(r"[^\n]", " ", found)
    return SPLIT.sub(wipe, text)


def find_close(text, opening):
    depth = 0
    for at in range(opening, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at
    return len(text)


def count_table_lines(body):
    """Lines of initialisers inside a function that are longer than one line."""
    lines, at = 0, 0
    while match := TABLE.search(body, at):
        at = find_close(body, match.end() - 1)
        lines += body.count("\n", match.start(), at)
    return lines


def split_parameters(text):
    parts, depth = [""], 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if char == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return [] if text.strip() in ("", "void") else parts


class Function:
    def __init__(self, path, text, match):
        end = find_close(text, match.end() - 1)
        self.path, self.name = path, match.group(1)
        self.line = text.count("\n", 0, match.start()) + 1
        self.body = text[match.end():end]
        self.length = text.count("\n", match.start(), end) + 1 - count_table_lines(self.body)
        self.parameters = len(split_parameters(match.group(2)))

    def nesting(self):
        """Levels of control flow; clang-format sees to two blanks a level."""
        heads = re.findall(r"^( *)(?:\} )?(?:if|else|for|while|do|switch)\b(?![^\n]*\} while)", self.body, re.M)
        return max((len(indent) // 2 for indent in heads), default=0)


def list_functions(path, text):
    plain = re.sub(r"^#(?:[^\n]*\\\n)*[^\n]*", lambda m: "\n" * m.group().count("\n"), blank(text), flags=re.M)
    return [Function(path, plain, match) for match in HEAD.finditer(plain)]


def list_files(root, *patterns):
    return sorted(path for pattern in patterns for path in Path(root).glob(pattern))

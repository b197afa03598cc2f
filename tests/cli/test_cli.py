"""test_cli.py - the command posterc from outside: exit codes, files, streams, equal bytes.

usage: test_cli.py PATH-OF-POSTERC
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

POSTERC = None

GOOD = """\
title: ひょうだい
slides:
  - {title: はじめに, text: あいうえお。かきくけこ。}
  - {title: おわりに, text: さしすせそ。たちつてと。}
"""
WRONG = "titel: あ\nslides: [い]\n"


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="posterc-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.write("good.yaml", GOOD)
        self.write("wrong.yaml", WRONG)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, *names):
        with open(self.path(*names), "rb") as file:
            return file.read()

    def run_posterc(self, *words, **options):
        options.setdefault("cwd", self.folder)
        options.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([POSTERC, *words], stderr=subprocess.PIPE, timeout=120, **options)

    def assert_exit(self, code, *words, **options):
        result = self.run_posterc(*words, **options)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        return result

    # -- where the page goes ------------------------------------------------------------------

    def test_output_file(self):
        result = self.assert_exit(0, "good.yaml", "-o", "out.pdf")
        self.assertTrue(self.read("out.pdf").startswith(b"%PDF-"))
        self.assertEqual(result.stdout, b"")

    def test_render_by_name(self):
        self.assert_exit(0, "render", "good.yaml", "-o", "out.pdf")
        self.assertTrue(self.read("out.pdf").startswith(b"%PDF-"))

    def test_beside_the_input_without_output(self):
        os.mkdir(self.path("sub"))
        self.write("sub/poster.yaml", GOOD)
        result = self.assert_exit(0, "sub/poster.yaml")
        self.assertTrue(self.read("sub", "poster.pdf").startswith(b"%PDF-"))
        self.assertIn(b"wrote sub/poster.pdf", result.stderr)
        self.assertEqual(self.assert_exit(0, "sub/poster.yaml", "--quiet").stderr, b"")

    def test_format_by_ending(self):
        for ending, start in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("json", b"{")):
            self.assert_exit(0, "good.yaml", "-o", "out." + ending)
            self.assertTrue(self.read("out." + ending).startswith(start), ending)
        self.assert_exit(2, "good.yaml", "-o", "out.gif")
        self.assert_exit(0, "good.yaml", "-o", "out.gif", "--format", "png")

    def test_standard_streams(self):
        result = self.assert_exit(0, "-", "-o", "-", input=GOOD.encode())
        self.assertTrue(result.stdout.startswith(b"%PDF-"))
        self.assertEqual(result.stdout, self.assert_exit(0, "-", input=GOOD.encode()).stdout)
        result = self.assert_exit(1, "-", "-o", "-", input=WRONG.encode())
        self.assertEqual(result.stdout, b"")
        self.assertTrue(result.stderr.startswith(b"<stdin>:1:1: error: "))

    def test_empty_standard_input(self):
        result = self.assert_exit(1, "-", "-o", "out.pdf", input=b"")
        self.assertIn(b"[syntax]", result.stderr)

    def test_several_inputs(self):
        self.write("second.yaml", GOOD)
        self.assert_exit(0, "good.yaml", "second.yaml", "-o", "out/")
        self.assertEqual(sorted(os.listdir(self.path("out"))), ["good.pdf", "second.pdf"])
        self.assert_exit(2, "good.yaml", "second.yaml", "-o", "out.pdf")

    def test_one_wrong_of_several(self):
        result = self.assert_exit(1, "wrong.yaml", "good.yaml", "-o", "out/")
        self.assertEqual(os.listdir(self.path("out")), ["good.pdf"])
        self.assertIn(b"wrong.yaml:1:1: error:", result.stderr)

    def test_two_inputs_of_one_name(self):
        os.mkdir(self.path("sub"))
        self.write("sub/good.yaml", GOOD)
        self.assert_exit(2, "good.yaml", "sub/good.yaml", "-o", "out/")

    def test_poster_is_not_overwritten(self):
        self.assert_exit(2, "good.yaml", "-o", "./good.yaml", "--format", "pdf")
        self.assertEqual(self.read("good.yaml").decode(), GOOD)

    # -- failures -----------------------------------------------------------------------------

    def test_old_output_stays_on_error(self):
        self.write("out.pdf", "old")
        self.assert_exit(1, "wrong.yaml", "-o", "out.pdf")
        self.assertEqual(self.read("out.pdf"), b"old")
        self.assertEqual(sorted(os.listdir(self.folder)), ["good.yaml", "out.pdf", "wrong.yaml"])

    def test_unreadable_input(self):
        result = self.assert_exit(3, "missing.yaml", "-o", "out.pdf")
        self.assertIn(b"missing.yaml: error:", result.stderr)
        self.assertFalse(os.path.exists(self.path("out.pdf")))
        self.assert_exit(3, self.folder, "-o", "out.pdf")

    def test_folder_that_is_missing(self):
        self.assert_exit(3, "good.yaml", "-o", "no/such/out.pdf")
        self.assertEqual(sorted(os.listdir(self.folder)), ["good.yaml", "wrong.yaml"])

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("setpriv"), "wants another user")
    def test_folder_that_may_not_be_written(self):
        os.chmod(self.folder, 0o755)
        result = subprocess.run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", POSTERC, "good.yaml",
             "-o", "out.pdf"], cwd=self.folder, stderr=subprocess.PIPE, timeout=120)
        if b"setpriv" in result.stderr or result.returncode in (126, 127):
            self.skipTest("the program cannot be run by another user here")
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn(b"cannot write out.pdf", result.stderr)
        self.assertFalse(os.path.exists(self.path("out.pdf")))

    # What to do about it stands behind what the system says.
    def test_unwritable_folder(self):
        result = self.assert_exit(3, "good.yaml", "-o", "nowhere/out.pdf")
        self.assertIn(b"cannot write nowhere/out.pdf", result.stderr)
        self.assertIn(b"; make the folder first", result.stderr)

    def test_size_limit(self):
        command = ["bash", "-c", 'ulimit -f 1; exec "$0" good.yaml -q -o limited.pdf', POSTERC]
        result = subprocess.run(command, cwd=self.folder, capture_output=True, check=False)
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertFalse(os.path.exists(self.path("limited.pdf")))

    def test_no_folder_of_fonts(self):
        result = self.assert_exit(3, "good.yaml", "-o", "out.pdf", "--fonts", "nowhere")
        self.assertIn(b"there is no folder 'nowhere'", result.stderr)

    def test_check_of_a_pdf(self):
        result = self.assert_exit(2, "check", "flyer.PDF")
        self.assertIn(b"posterc check --pdf flyer.PDF", result.stderr)

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            result = self.assert_exit(3, "good.yaml", "-o", "-", stdout=full)
            self.assertIn(b"cannot write standard output", result.stderr)
            self.assert_exit(3, "--help", stdout=full)
            self.assert_exit(3, "schema", stdout=full)
        self.assert_exit(3, "good.yaml", "-o", "/dev/full", "--format", "pdf")
        self.assertFalse(os.path.isfile("/dev/full"))

    def test_closed_pipe(self):
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            self.assert_exit(3, "good.yaml", "-o", "-", stdout=pipe)

    def test_closed_output(self):
        script = '"$0" good.yaml -o - >&-'
        result = subprocess.run(["/bin/sh", "-c", script, POSTERC], cwd=self.folder,
                                stderr=subprocess.PIPE, timeout=120)
        self.assertEqual(result.returncode, 3, result.stderr)

    def test_device_is_written_to(self):
        self.assert_exit(0, "good.yaml", "-o", "/dev/null", "--format", "pdf")
        self.assertFalse(os.path.isfile("/dev/null"))

    def test_draft_says_which_panel_is_too_full(self):
        self.write("full.yaml", "page: {size: A6}\nslides: [%s, い]\n" % ("あ" * 12000))
        self.assert_exit(1, "full.yaml", "-o", "out.pdf")
        self.assertFalse(os.path.exists(self.path("out.pdf")))
        result = self.assert_exit(0, "full.yaml", "--draft", "-q", "-o", "out.pdf")
        self.assertRegex(result.stderr.decode(), "draft: panel 1 is too full by [0-9]+ mm")
        self.assertTrue(self.read("out.pdf").startswith(b"%PDF-"))

    def test_strict(self):
        self.write("dull.yaml", GOOD + "grid: {columns: 1, rows: 9}\n"
                   "theme: {panel: {ink: '#dddddd', fill: '#ffffff'}}\n")
        result = self.assert_exit(0, "dull.yaml", "-o", "out.pdf")
        self.assertIn(b"[low-contrast]", result.stderr)
        self.assertEqual(self.assert_exit(0, "dull.yaml", "-o", "out.pdf", "-q").stderr, b"")
        self.assert_exit(1, "dull.yaml", "--strict", "-o", "strict.pdf")
        self.assertFalse(os.path.exists(self.path("strict.pdf")))

    # -- usage --------------------------------------------------------------------------------

    def test_usage(self):
        for words in ([], ["chekc", "good.yaml"], ["good.yaml", "--formt", "pdf"],
                      ["good.yaml", "--dpi", "many"], ["fix"], ["serve", "-"],
                      ["good.yaml", "--depfile", "good.pdf"], ["dump", "good.yaml"],
                      ["explain", "no-such-code"]):
            result = self.assert_exit(2, *words)
            self.assertTrue(result.stderr.startswith(b"posterc: "), words)
            self.assertEqual(result.stderr.count(b"\n"), 1, words)

    # -- several pages ------------------------------------------------------------------------

    def test_sheets_and_tiles(self):
        result = self.assert_exit(0, "good.yaml", "--sheets", "a3")
        self.assertIn(b"wrote good-sheets.pdf", result.stderr)
        self.assert_exit(0, "good.yaml", "--tiles", "B4", "--overlap", "1.5cm", "--quiet")
        self.assertNotEqual(self.read("good-sheets.pdf"), self.read("good-tiles.pdf"))
        self.assertFalse(os.path.exists(self.path("good.pdf")))
        self.assert_exit(0, "good.yaml", "--tiles", "A4", "-o", "one.pdf")
        self.assert_exit(0, "good.yaml", "--tiles=A4", "--overlap=10mm", "-o", "two.pdf")
        self.assertEqual(self.read("one.pdf"), self.read("two.pdf"))
        self.assert_exit(0, "good.yaml", "--tiles", "A4", "--overlap", "0", "-o", "one.pdf")
        self.assertNotEqual(self.read("one.pdf"), self.read("two.pdf"))

    def test_sheets_and_tiles_misused(self):
        for words, message in (
                (["--sheets", "A7"], b"--sheets: unknown paper 'A7'; use A0 to A6, B0 to B6"),
                (["--tiles", "A44"], b"--tiles: unknown paper 'A44'; did you mean 'A4'?"),
                (["--sheets", "A4", "--tiles", "A4"], b"choose one of them"),
                (["--sheets", "A4", "-o", "out.png"], b"only pdf"),
                (["--tiles", "A4", "--format", "json"], b"only pdf"),
                (["--overlap", "10mm"], b"--overlap is for --tiles"),
                (["--tiles", "A4", "--overlap", "41mm"], b"from 0mm to 40mm"),
                (["--tiles", "A4", "--overlap", "-1mm"], b"from 0mm to 40mm"),
                (["--tiles", "A4", "--overlap", "1em"], b"from 0mm to 40mm"),
                (["--tiles", "A4", "--overlap", "10"], b"from 0mm to 40mm"),
                (["--tiles", "A4", "--overlap", "wide"], b"from 0mm to 40mm")):
            result = self.assert_exit(2, "good.yaml", *words)
            self.assertIn(message, result.stderr, words)
            self.assertEqual(result.stderr.count(b"\n"), 1, words)
        result = self.assert_exit(1, "good.yaml", "--tiles", "A6", "--overlap", "40mm", "-o", "out.pdf")
        self.assertIn(b"choose a larger paper", result.stderr)
        self.assertFalse(os.path.exists(self.path("out.pdf")))

    def test_words(self):
        self.assertIn(b"usage:", self.assert_exit(0, "--help").stdout)
        self.assertIn(b"--stage", self.assert_exit(0, "help", "dump").stdout)
        self.assertRegex(self.assert_exit(0, "--version").stdout, rb"^posterc \d+\.\d+\.\d+\n$")
        self.assertIn(b"z-auto", self.assert_exit(0, "layouts").stdout)
        self.assertIn(b"standard", self.assert_exit(0, "themes").stdout)
        self.assertIn(b"BIZ UDGothic", self.assert_exit(0, "fonts").stdout)
        self.assertIn(b"unknown-key", self.assert_exit(0, "explain", "unknown-key").stdout)

    def test_keys(self):
        self.assertIn("$schema", json.loads(self.assert_exit(0, "schema").stdout))
        self.assertIn(b"| `slides` |", self.assert_exit(0, "schema", "--format", "markdown").stdout)
        self.assertIn(b'"slides"\n', self.assert_exit(0, "schema", "--format", "dictionary").stdout)
        self.assert_exit(2, "schema", "--format", "pdf")

    def test_codes(self):
        codes = self.assert_exit(0, "explain").stdout.decode().splitlines()
        self.assertGreater(len(codes), 20)
        for line in codes:
            code, severity = line.split()[:2]
            text = self.assert_exit(0, "explain", code).stdout.decode()
            self.assertTrue(text.startswith(f"{code} ({severity}): "), text)

    def test_set(self):
        result = self.assert_exit(0, "good.yaml", "--format", "json", "--set", "page.size=A3",
                                  "--set", "page.bleed=3mm")
        page = json.loads(result.stdout)["page"]
        self.assertEqual(page, {"width_mm": 297.0, "height_mm": 420.0, "bleed_mm": 3.0})
        self.assert_exit(1, "good.yaml", "--set", "page.sice=A3", "-o", "out.pdf")

    def test_verbose(self):
        result = self.assert_exit(0, "good.yaml", "-o", "out.pdf", "--verbose")
        self.assertIn(b"841.0 x 1189.0 mm, 2 panels, text ", result.stderr)
        self.assertIn(b"BIZ UDGothic", result.stderr)

    # -- data ---------------------------------------------------------------------------------

    def test_layout_as_data(self):
        layout = json.loads(self.assert_exit(0, "good.yaml", "--format", "json").stdout)
        self.assertEqual(set(layout), {"posterc", "page", "body_pt", "panels", "diagnostics"})
        panel = layout["panels"][0]
        self.assertTrue({"number", "id", "role", "x_mm", "y_mm", "w_mm", "h_mm", "filled",
                         "body_pt", "blocks"} <= set(panel))
        line = panel["blocks"][0]["lines"][0]
        self.assertTrue({"text", "x_mm", "baseline_mm", "width_mm", "size_pt", "ragged"}
                        <= set(line))
        self.assertEqual(line["text"], "はじめに")

    def test_dump(self):
        for stage in ("doc", "layout", "display"):
            self.assertTrue(self.assert_exit(0, "dump", "--stage", stage, "good.yaml").stdout)

    def test_diagnostics_as_data(self):
        found = json.loads(self.assert_exit(1, "check", "wrong.yaml", "--diagnostics",
                                            "json").stdout)
        self.assertEqual(set(found[0]), {"file", "line", "column", "severity", "code", "message",
                                         "hint"})
        self.assertEqual((found[0]["code"], found[0]["line"], found[0]["column"]),
                         ("unknown-key", 1, 1))

    def test_diagnostics_of_several_are_one_array(self):
        self.write("other.yaml", WRONG)
        result = self.assert_exit(1, "wrong.yaml", "good.yaml", "other.yaml", "-o", "out/",
                                  "--diagnostics", "json")
        files = {found["file"] for found in json.loads(result.stdout)}
        self.assertTrue({"wrong.yaml", "other.yaml"} <= files)

    def test_no_diagnostics_are_an_array(self):
        self.write("empty.yaml", "")
        result = self.assert_exit(1, "empty.yaml", "-o", "-", "--diagnostics", "json")
        self.assertEqual(result.stdout, b"")
        self.assertEqual(json.loads(result.stderr)[0]["severity"], "error")
        result = self.assert_exit(0, "good.yaml", "-o", "-", "--diagnostics", "json",
                                  "--format", "svg", "--set", "grid.rows=1")
        self.assertIsInstance(json.loads(result.stderr), list)

    def test_check_reports_panels(self):
        report = self.assert_exit(0, "check", "good.yaml").stdout.decode()
        self.assertRegex(report, r"(?m)^ 1 はじめに +\d+\.\d pt ")
        self.assertRegex(report, r"(?m)^ 2 おわりに +\d+\.\d pt ")
        self.assertEqual(sorted(os.listdir(self.folder)), ["good.yaml", "wrong.yaml"])

    def test_two_runs_give_equal_bytes(self):
        other = dict(os.environ, LC_ALL="tr_TR.UTF-8", TZ="Asia/Tokyo", HOME="/nonexistent")
        for form in ("pdf", "png", "svg", "json"):
            self.assert_exit(0, "good.yaml", "-o", "a." + form)
            self.assert_exit(0, self.path("good.yaml"), "-o", self.path("b." + form), cwd="/",
                             env=other)
            first, second = self.read("a." + form), self.read("b." + form)
            if form == "json":
                second = second.replace(self.path("good.yaml").encode(), b"good.yaml")
            self.assertEqual(first, second, form)


if __name__ == "__main__":
    POSTERC = os.path.abspath(sys.argv.pop(1))
    unittest.main()

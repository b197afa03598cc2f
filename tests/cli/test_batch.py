"""test_batch.py - many posters in one call: workers, their ends, the summary, files for make and ninja.

usage: test_batch.py PATH-OF-POSTERC ROOT
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

POSTERC = ROOT = None

POSTER = "title: 集い {0}\nslides:\n  - {{title: はじめに, text: 年に五回集まる。}}\n"
WRONG = "titel: あ\nslides: [い]\n"


class FolderTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="posterc-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.names = ["p%02d.yaml" % i for i in range(8)]
        for i, name in enumerate(self.names):
            self.write(name, POSTER.format(i))

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
        return subprocess.run([POSTERC, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=300, text=True, **options)


class BatchTest(FolderTest):
    def outputs(self):
        return sorted(os.listdir(self.path("out")))

    def test_all_are_written_and_equal_to_one_by_one(self):
        result = self.run_posterc(*self.names, "-o", "out/", "-j", "3")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("posterc: 8 of 8 posters written", result.stderr)
        for name in self.names:
            pdf = name.replace(".yaml", ".pdf")
            self.assertEqual(self.run_posterc(name, "-o", "one.pdf").returncode, 0)
            self.assertTrue(self.read("out", pdf) == self.read("one.pdf"), name)

    def test_quiet(self):
        result = self.run_posterc(*self.names, "-o", "out/", "-q")
        self.assertEqual((result.returncode, result.stderr, result.stdout), (0, "", ""))

    # What is said comes in the order of the posters, however many work at a time.
    def test_messages_in_order(self):
        for name in self.names[1::2]:
            self.write(name, WRONG)
        said = [self.run_posterc(*self.names, "-o", "out/", "-j%d" % jobs) for jobs in (1, 4)]
        self.assertEqual([one.returncode for one in said], [1, 1])
        self.assertEqual(said[0].stderr, said[1].stderr)
        places = [said[0].stderr.index(name + ":1:1: error") for name in self.names[1::2]]
        self.assertEqual(places, sorted(places))
        self.assertIn("posterc: not written: p01.yaml: the poster has mistakes", said[0].stderr)
        self.assertIn("posterc: 4 of 8 posters written", said[0].stderr)
        self.assertEqual(self.outputs(), ["p%02d.pdf" % i for i in (0, 2, 4, 6)])

    def test_diagnostics_are_one_array(self):
        self.write(self.names[2], WRONG)
        self.write(self.names[5], WRONG)
        result = self.run_posterc(*self.names, "-o", "out/", "--diagnostics", "json")
        files = {one["file"] for one in json.loads(result.stdout) if one["severity"] == "error"}
        self.assertEqual(files, {self.names[2], self.names[5]})

    def test_unreadable_among_others(self):
        result = self.run_posterc("missing.yaml", *self.names, "-o", "out/")
        self.assertEqual(result.returncode, 3)
        self.assertEqual(len(self.outputs()), 8)
        self.assertIn("not written: missing.yaml: a file could not be read or written", result.stderr)

    # Standard input that never ends is a poster that never ends.
    def start_with_endless(self, *words):
        reader, writer = os.pipe()
        self.addCleanup(os.close, writer)
        process = subprocess.Popen([POSTERC, *self.names[:4], "-", *self.names[4:], "-o", "out/", *words],
                                   cwd=self.folder, stdin=reader, stderr=subprocess.PIPE, text=True)
        os.close(reader)
        return process

    def test_endless_is_stopped_and_holds_up_nobody(self):
        process = self.start_with_endless("-j", "2", "--timeout", "20")
        self.wait_for_outputs(8)
        self.assertIsNone(process.poll(), "the endless one is still at work")
        said = process.communicate(timeout=120)[1]
        self.assertEqual(process.returncode, 1, said)
        self.assertIn("posterc: not written: -: stopped after 20 seconds", said)
        self.assertIn("posterc: 8 of 9 posters written", said)

    def wait_for_outputs(self, count):
        for _ in range(1200):
            done = os.path.isdir(self.path("out")) and [n for n in self.outputs() if n.endswith(".pdf")]
            if done and len(done) == count:
                return
            time.sleep(0.05)
        self.fail("not all were written: %s" % done)

    def find_children(self, process):
        with open("/proc/%d/task/%d/children" % (process.pid, process.pid)) as file:
            return [int(word) for word in file.read().split()]

    def wait_for_one_child(self, process):
        for _ in range(1200):
            children = self.find_children(process)
            if len(children) == 1:
                return children[0]
            time.sleep(0.05)
        self.fail("not one worker is left: %s" % children)

    def test_crash_ends_one_poster_only(self):
        process = self.start_with_endless("-j", "2", "--timeout", "0")
        self.wait_for_outputs(8)
        os.kill(self.wait_for_one_child(process), signal.SIGKILL)
        said = process.communicate(timeout=120)[1]
        self.assertEqual(process.returncode, 4, said)
        self.assertIn("not written: -: posterc crashed: Killed", said)
        self.assertIn("8 of 9 posters written", said)

    # A batch that is stopped takes its workers with it.
    def test_workers_end_with_the_batch(self):
        process = self.start_with_endless("--timeout", "0")
        self.wait_for_outputs(8)
        children = self.find_children(process)
        process.kill()
        process.communicate()
        process.stderr.close()
        for _ in range(200):
            if not any(self.is_alive(pid) for pid in children):
                return
            time.sleep(0.05)
        self.fail("a worker goes on")

    @staticmethod
    def is_alive(pid):
        try:
            with open("/proc/%d/stat" % pid) as file:
                return file.read().rsplit(")", 1)[1].split()[0] != "Z"
        except OSError:
            return False

    def test_wrong_words(self):
        for words in (["-j", "0"], ["-j", "many"], ["--timeout", "-1"]):
            self.assertEqual(self.run_posterc(*self.names, "-o", "out/", *words).returncode, 2, words)


class DepfileTest(FolderTest):
    def setUp(self):
        super().setUp()
        shutil.copy(os.path.join(ROOT, "tests/golden/pictures/case1.png"), self.path("a b#1.png"))
        self.write("look.yaml", "theme: {base: warm}\n")
        self.write("data.csv", "月,人\n四月,12\n五月,18\n")
        self.write("poster.yaml", "theme: {base: look.yaml}\nslides:\n"
                   "  - {title: 図, figure: {file: 'a b#1.png', alt: 図}}\n"
                   "  - {title: 表, table: {csv: data.csv}}\n")

    def test_names_every_file(self):
        result = self.run_posterc("poster.yaml", "-o", "out.pdf", "--depfile", "out.d")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.read("out.d").decode(),
                         "out.pdf: poster.yaml look.yaml data.csv a\\ b\\#1.png\n")

    def test_several_rules(self):
        self.run_posterc(*self.names[:2], "poster.yaml", "-o", "out/", "--depfile", "all.d")
        self.assertEqual(self.read("all.d").decode().splitlines()[:2],
                         ["out/p00.pdf: p00.yaml", "out/p01.pdf: p01.yaml"])

    def test_not_written_on_a_mistake(self):
        self.write("poster.yaml", WRONG)
        self.assertEqual(self.run_posterc("poster.yaml", "-o", "out.pdf", "--depfile", "out.d").returncode, 1)
        self.assertFalse(os.path.exists(self.path("out.d")))

    def test_usage(self):
        for words in (["-o", "-"], ["-o", "out.d", "--format", "pdf"]):
            self.assertEqual(self.run_posterc("poster.yaml", *words, "--depfile", "out.d").returncode, 2, words)

    def make_ninja(self):
        self.write("build.ninja", """\
rule poster
  command = %s -q $in -o $out --depfile $out.d
  depfile = $out.d
  deps = gcc
build out.pdf: poster poster.yaml
build out.png: poster poster.yaml
""" % POSTERC)

    def run_ninja(self):
        result = subprocess.run(["ninja"], cwd=self.folder, capture_output=True, text=True, timeout=300)
        self.assertEqual(result.returncode, 0, result.stdout)
        return result.stdout

    def test_ninja_makes_again_what_changed(self):
        self.make_ninja()
        self.assertIn("[2/2]", self.run_ninja())
        self.assertIn("no work to do", self.run_ninja())
        for name in ("a b#1.png", "look.yaml", "data.csv", "poster.yaml"):
            later = time.time() + 2
            os.utime(self.path(name), (later, later))
            self.assertNotIn("no work to do", self.run_ninja(), name)
            os.utime(self.path(name), (1, 1))
            self.run_ninja()

    def test_make_reads_it(self):
        self.write("Makefile", "out.pdf: poster.yaml\n\t%s -q poster.yaml -o $@ --depfile out.d\n-include out.d\n"
                   % POSTERC)
        for later, changed in enumerate((None, "a b#1.png", "data.csv")):
            if changed:
                os.utime(self.path(changed), (time.time() + 10 * later,) * 2)
            said = subprocess.run(["make"], cwd=self.folder, capture_output=True, text=True, timeout=300)
            self.assertIn("--depfile", said.stdout, (changed, said.stderr))
            os.utime(self.path("out.pdf"), (time.time() + 10 * later + 5,) * 2)
            said = subprocess.run(["make"], cwd=self.folder, capture_output=True, text=True, timeout=300)
            self.assertIn("up to date", said.stdout)


if __name__ == "__main__":
    POSTERC = os.path.abspath(sys.argv.pop(1))
    ROOT = os.path.abspath(sys.argv.pop(1))
    unittest.main()

"""test_watch.py - posterc watch: renders anew when the poster or one of its files changes, keeps the last good output.

usage: test_watch.py PATH-OF-POSTERC ROOT
"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

POSTERC = ROOT = None

POSTER = """\
theme: {{base: look.yaml}}
slides:
  - {{title: はじめに, text: {0}}}
  - {{title: 表, table: {{csv: data.csv}}}}
"""
LOOK = "theme: {colors: {accent: '#004488'}}\n"


class WatchTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="posterc-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.write("poster.yaml", POSTER.format("年に五回集まる。"))
        self.write("look.yaml", LOOK)
        self.write("data.csv", "月,人\n四月,12\n五月,18\n")
        self.said = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    # As most editors do: a new file takes the place of the old one.
    def replace(self, name, text):
        self.write(name + ".new", text)
        os.rename(self.path(name + ".new"), self.path(name))

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def start(self, *words):
        self.process = subprocess.Popen([POSTERC, "watch", "poster.yaml", "-o", "out.pdf", *words],
                                        cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.end)
        threading.Thread(target=lambda: self.said.extend(iter(self.process.stderr.readline, "")), daemon=True).start()
        self.wait_for("waiting for a change")

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stderr.close()

    # Until it has said so count times.
    def wait_for(self, words, count=1):
        for _ in range(1200):
            if sum(words in line for line in list(self.said)) >= count:
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        self.fail("never said %d times: %r\n%s" % (count, words, "".join(self.said)))

    def assert_like_render(self):
        subprocess.run([POSTERC, "poster.yaml", "-q", "-o", "plain.pdf"], cwd=self.folder, check=True, timeout=120,
                       stderr=subprocess.DEVNULL)
        self.assertTrue(self.read("out.pdf") == self.read("plain.pdf"), "a plain rendering differs")

    def test_follows_the_poster_and_its_files(self):
        self.start()
        self.assert_like_render()
        changes = [("poster.yaml", POSTER.format("年に六回集まる。")), ("data.csv", "月,人\n四月,13\n"),
                   ("look.yaml", LOOK.replace("44", "66"))]
        count = 1
        for change in (self.write, self.replace):
            for name, text in changes:
                before = self.read("out.pdf")
                change(name, text if change == self.write else text.replace("六", "七").replace("13", "14")
                       .replace("66", "88"))
                count += 1
                self.wait_for("waiting for a change", count)
                self.assertTrue(self.read("out.pdf") != before, (name, change))
                self.assert_like_render()

    def test_mistake_keeps_the_last_good_output(self):
        self.start()
        good = self.read("out.pdf")
        self.replace("poster.yaml", "titel: あ\nslides: [い]\n")
        self.wait_for("out.pdf is left as it was")
        self.assertIn("poster.yaml:1:1: error: unknown key 'titel'", "".join(self.said))
        self.assertTrue(self.read("out.pdf") == good)
        self.replace("poster.yaml", POSTER.format("年に八回集まる。"))
        self.wait_for("is up to date", 2)
        self.assert_like_render()

    # What is missing is waited for, also in a folder that is not there yet.
    def test_missing_file_comes(self):
        os.unlink(self.path("look.yaml"))
        self.write("poster.yaml", POSTER.format("年に五回集まる。").replace("data.csv", "data/more/data.csv"))
        self.start()
        self.assertIn("missing-file", "".join(self.said))
        os.makedirs(self.path("data/more"))
        self.replace("data/more/data.csv", "月,人\n四月,12\n")
        self.replace("look.yaml", LOOK)
        self.wait_for("is up to date")
        self.assert_like_render()

    def test_poster_that_goes_and_comes(self):
        self.start()
        os.rename(self.path("poster.yaml"), self.path("away.yaml"))
        self.wait_for("left as it was")
        os.rename(self.path("away.yaml"), self.path("poster.yaml"))
        self.wait_for("is up to date", 2)

    def test_other_files_do_not_wake_it(self):
        self.start()
        self.write("notes.txt", "x")
        self.write("poster.yaml~", "x")
        self.replace("out.txt", "x")
        time.sleep(0.5)
        self.assertEqual(sum("waiting" in line for line in self.said), 1)

    def test_ends_when_told(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            self.said.clear()
            self.start()
            self.process.send_signal(number)
            self.assertEqual(self.process.wait(timeout=60), 0)
        self.assertEqual([name for name in os.listdir(self.folder) if name.startswith(".")], [])

    def test_usage(self):
        for words, code in ((["missing.yaml", "-o", "x.pdf"], 3), (["-", "-o", "x.pdf"], 2),
                            (["poster.yaml", "-o", "-"], 2), (["poster.yaml", "look.yaml"], 2)):
            result = subprocess.run([POSTERC, "watch", *words], cwd=self.folder, capture_output=True, timeout=120)
            self.assertEqual(result.returncode, code, (words, result.stderr))


if __name__ == "__main__":
    POSTERC = os.path.abspath(sys.argv.pop(1))
    ROOT = os.path.abspath(sys.argv.pop(1))
    unittest.main()

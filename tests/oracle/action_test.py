# SPDX-License-Identifier: MIT
"""action_test.py - action.yml does what it says, run as GitHub's runner runs it.

Usage: action_test.py PROGRAM ROOT TOOLS [-v] [TEST]...
PROGRAM is cvpdf, ROOT this repository; TOOLS does not matter. The steps get the variables that the
runner sets; the first, which installs, has a bootstrap that only notes how it was called.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import oracle

try:
    from ruamel.yaml import YAML
except ImportError:
    oracle.missing("ruamel.yaml (python3-ruamel.yaml)")

GOOD = "name: Ada Lovelace\nsections:\n  Experience:\n    - role: Analyst\n      start: 1842\n"
OTHER = GOOD.replace("Analyst", "Countess")
BROKEN = GOOD.replace("role", "rolle")
VARIANTS = GOOD + "variants:\n  short: {output: \"{{file}}-short.pdf\"}\n  long: {language: de}\n"
SHELLS = {"sh": ["sh", "-e"]}  # as the runner calls them
INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")


def read_outputs(path):
    """The file that GITHUB_OUTPUT names: NAME=VALUE, or NAME<<END, lines, END."""
    lines, found = iter(path.read_text().splitlines()), {}
    for line in lines:
        if "<<" in line:
            name, end = line.split("<<", 1)
            value = []
            while (line := next(lines)) != end:
                value.append(line)
            found[name] = value
        else:
            name, value = line.split("=", 1)
            found[name] = [value]
    return found


class Action(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="cvpdf action ")
        self.addCleanup(scratch.cleanup)
        folder = pathlib.Path(scratch.name)
        self.action, self.workspace, self.temp = (folder / name for name in
                                                  ("action", "workspace", "temp"))
        for path in (self.action, self.workspace, self.temp, self.action / "build"):
            path.mkdir()
        (self.action / "tools").symlink_to(ROOT / "tools")
        (self.action / "build" / "cvpdf").symlink_to(PROGRAM)
        bootstrap = self.action / "bootstrap"
        bootstrap.write_text('#!/bin/sh\necho "$@" >"$(dirname "$0")/called"\n')
        bootstrap.chmod(0o755)
        self.definition = YAML(typ="safe").load(ROOT / "action.yml")

    def write(self, name, text=GOOD):
        (self.workspace / name).parent.mkdir(exist_ok=True)
        (self.workspace / name).write_text(text)

    def environment(self, step, inputs):
        values = {name: value["default"] for name, value in self.definition["inputs"].items()}
        values.update(inputs)
        return {"PATH": os.environ["PATH"], "HOME": str(self.temp), "LC_ALL": "C.UTF-8",
                "GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": str(self.action),
                "GITHUB_WORKSPACE": str(self.workspace), "RUNNER_TEMP": str(self.temp / "runner"),
                "GITHUB_OUTPUT": str(self.temp / "output"),
                "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
                **{name: INPUT.sub(lambda match: values[match[1]], text)
                   for name, text in step.get("env", {}).items()}}

    def run_action(self, code=0, path=None, **inputs):
        """Runs the steps, and keeps what they tell: said, outputs and summary."""
        inputs = {name.replace("_", "-"): value for name, value in inputs.items()}
        (self.temp / "runner").mkdir(exist_ok=True)
        for name in ("output", "summary"):
            (self.temp / name).write_text("")
        for step in self.definition["runs"]["steps"]:
            environment = self.environment(step, inputs)
            if path:
                environment["PATH"] = path
            script = self.temp / "step"
            script.write_text(step["run"])
            done = subprocess.run([*SHELLS[step["shell"]], str(script)], env=environment, text=True,
                                  cwd=self.workspace, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False)
            if done.returncode:
                break
        if code is not None:
            self.assertEqual(done.returncode, code, done.stdout)
        self.said = done.stdout
        self.outputs = read_outputs(self.temp / "output")
        self.summary = (self.temp / "summary").read_text()
        self.assertEqual(list((self.temp / "runner").iterdir()), [])

    def made(self):
        return sorted(str(path.relative_to(self.workspace))
                      for path in self.workspace.rglob("*.pdf"))

    def test_makes_all_resumes_and_tells_of_them(self):
        self.write("resume.yaml")
        self.write("more/ada.cv.yaml", GOOD + "design: {page: {size: a5}}\n")
        self.run_action()
        self.assertEqual(self.outputs, {"pdf-files": ["more/ada.cv.pdf", "resume.pdf"],
                                        "pages": ["1", "1"]})
        self.assertEqual(self.made(), self.outputs["pdf-files"])
        self.assertIn("2 made, 2 pages\n", self.summary)
        self.assertIn("| more/ada.cv.pdf |  | 1 | made | 0 | 0 |\n", self.summary)
        self.run_action()
        self.assertIn("2 unchanged, 2 pages\n", self.summary)

    def test_takes_lists_line_by_line(self):
        self.write("my own.yaml", VARIANTS)
        self.write("other.yaml", VARIANTS)
        self.run_action(files="\n  my own.yaml\r\n\n", variants="short\n", args="-d\nthe output\n")
        self.assertEqual(self.outputs["pdf-files"], ["the output/my-own-short.pdf"])
        self.assertEqual(self.made(), self.outputs["pdf-files"])

    def test_a_mistake_is_annotated_and_the_others_are_made(self):
        self.write("ada.cv.yaml")
        self.write("eve.cv.yaml", BROKEN)
        self.run_action(code=1)
        self.assertRegex(self.said, r"(?m)^::error file=eve\.cv\.yaml,line=4,.*col=7,.*::")
        self.assertEqual(self.outputs["pdf-files"], ["ada.cv.pdf"])
        self.assertIn("| eve.cv.pdf |  | 0 | failed | 0 | 1 |\n", self.summary)
        self.assertLess(self.summary.index("eve"), self.summary.index("ada"))

    def test_check_writes_nothing(self):
        for name in ("ada.cv.yaml", "eve.cv.yaml"):
            self.write(name)
        self.run_action(check="true", code=1)
        self.assertEqual(self.made(), [])
        self.assertEqual(self.outputs, {"pdf-files": [], "pages": []})
        self.assertIn("| missing |", self.summary)
        self.run_action(check="false")
        self.run_action(check="true")
        self.write("ada.cv.yaml", OTHER)
        before = (self.workspace / "ada.cv.pdf").read_bytes()
        self.run_action(check="true", code=1)
        self.assertEqual((self.workspace / "ada.cv.pdf").read_bytes(), before)
        self.assertEqual(self.outputs["pdf-files"], ["ada.cv.pdf", "eve.cv.pdf"])
        self.assertIn("| ada.cv.pdf |  | 1 | differs | 0 | 0 |\n", self.summary)

    def test_says_what_check_may_be(self):
        self.run_action(check="$(touch pwned)", code=2)
        self.assertRegex(self.said, r"(?m)^::error title=cvpdf::the input 'check' is neither")
        self.assertEqual(self.outputs, {})
        self.assertEqual(list(self.workspace.iterdir()), [])

    def test_inputs_are_data_and_never_commands(self):
        self.write("resume.yaml")
        for text in ("$(touch pwned)", "`touch pwned`", "; touch pwned", '"; touch pwned; "',
                     "'; touch pwned; '", "x\nLINES\ntouch pwned", "--depfile=pwned", "*", "\\",
                     "${{ github.token }}", "x\npdf-files<<X\npwned\nX"):
            for name in ("files", "variants"):
                with self.subTest(text, name=name):
                    self.run_action(code=None, **{name: text})
                    self.assertEqual([path.name for path in self.workspace.iterdir()],
                                     ["resume.yaml"])
                    self.assertNotIn("pwned", self.outputs.get("pdf-files", []))

    def test_an_argument_is_not_taken_apart(self):
        self.write("resume.yaml", GOOD + "headline: '{{who}}'\nvars: {who: }\n")
        self.run_action(args="--var\nwho=a  $(touch pwned) 'b'; *\n--depfile=deps")
        self.assertEqual(sorted(path.name for path in self.workspace.iterdir()),
                         ["deps", "resume.pdf", "resume.yaml"])

    def test_arguments_that_build_nothing_are_refused(self):
        self.write("resume.yaml")
        for argument in ("--help", "-h", "--version", "--list", "--format=json", "--stats"):
            with self.subTest(argument):
                self.run_action(args=argument, code=2)
                self.assertRegex(self.said, rf"(?m)^::error title=cvpdf::'{argument}' is not for")
                self.assertNotIn("jq", self.said)
        for argument in ("-qh", "-vh"):
            with self.subTest(argument):
                self.run_action(args=argument, code=2)
                self.assertRegex(self.said, "(?m)^::error title=cvpdf::")
                self.assertNotIn("jq", self.said)
                self.assertEqual(self.outputs, {})

    def test_a_wrong_argument_is_told(self):
        self.write("resume.yaml")
        self.run_action(args="--no-such-thing", code=2)
        self.assertIn("--no-such-thing", self.said)
        self.assertEqual(self.outputs, {})

    def test_a_name_cannot_leave_its_cell(self):
        self.write("a|b<c>`d`_e_.cv.yaml")
        self.run_action()
        row, = (line for line in self.summary.splitlines() if line.startswith("| a"))
        self.assertEqual(row.count("|"), 7)
        self.assertNotRegex(row, "[<>`_]")

    def test_a_long_table_is_cut(self):
        self.write("resume.yaml", GOOD + "headline: '{{who}}'\nvars: {who: }\n")
        rows = "".join(f"{number},{number}.pdf\n" for number in range(501))
        self.write("rows.csv", "who,output\n" + rows)
        self.run_action(args="--each\nrows.csv\n-d\nout", files="resume.yaml")
        self.assertEqual(len(self.outputs["pages"]), 501)
        self.assertEqual(self.summary.count("| made |"), 500)
        self.assertIn("\nand 1 more\n", self.summary)

    def test_installs_what_it_needs_and_no_more(self):
        self.write("resume.yaml")
        self.run_action()
        self.assertEqual((self.action / "called").read_text(), "build\n")
        programs = self.temp / "programs"
        programs.mkdir()
        for name in ("sh", "dirname"):
            (programs / name).symlink_to(oracle.need(name))
        self.run_action(path=str(programs), code=None)
        self.assertEqual((self.action / "called").read_text(), "build jq\n")

    def test_its_definition_hangs_together(self):
        runs = [step["run"] for step in self.definition["runs"]["steps"]]
        self.assertFalse([text for text in runs if "${{" in text])
        used = {name for step in self.definition["runs"]["steps"]
                for text in step.get("env", {}).values() for name in INPUT.findall(text)}
        self.assertEqual(used, set(self.definition["inputs"]))
        self.write("resume.yaml")
        self.run_action()
        self.assertEqual({f"${{{{ steps.build.outputs.{name} }}}}" for name in self.outputs},
                         {output["value"] for output in self.definition["outputs"].values()})


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    PROGRAM, ROOT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    oracle.need("jq")
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])

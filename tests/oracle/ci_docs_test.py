# SPDX-License-Identifier: MIT
"""ci_docs_test.py - what docs/ci.md tells people to write is right, and works where it can run.

Usage: ci_docs_test.py PROGRAM ROOT TOOLS [-v] [TEST]...
The judges are pre-commit, and the schemas of GitHub and GitLab that check-jsonschema has.
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
FENCED = re.compile(r"^```(\w+)\n((?:#!.*\n)?# (\S+)\n.*?)^```$", re.DOTALL | re.MULTILINE)
ACTION = "example/cvpdf@"


def snippets(name):
    """The texts of the files of that name in docs/ci.md."""
    text = (ROOT / "docs" / "ci.md").read_text("utf-8")
    found = [match[2] for match in FENCED.finditer(text) if match[3] == name]
    if not found:
        raise AssertionError(f"docs/ci.md has no {name}")
    return found


def parse(text):
    return YAML(typ="safe").load(text)


class Snippets(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "cvpdf").symlink_to(PROGRAM)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run_in(self, *arguments, code=0):
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run([str(argument) for argument in arguments], cwd=self.folder, text=True,
                              env={"PATH": path, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"},
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        self.assertEqual(done.returncode, code, done.stdout)
        return done.stdout

    def assert_valid(self, schema, path):
        self.run_in(TOOLS / "venv/bin/check-jsonschema", "--builtin-schema", f"vendor.{schema}",
                    path)

    def test_every_file_with_a_name_is_looked_at(self):
        text = (ROOT / "docs" / "ci.md").read_text("utf-8")
        self.assertEqual(len(FENCED.findall(text)), text.count("\n```\n"))
        self.assertEqual({match[3] for match in FENCED.finditer(text)},
                         {".pre-commit-config.yaml", ".github/workflows/resumes.yml",
                          ".github/workflows/verify.yml", ".gitlab-ci.yml", "Makefile",
                          ".git/hooks/pre-commit"})

    def test_hooks_are_those_that_there_are(self):
        program = TOOLS / "venv/bin/pre-commit"
        self.run_in(program, "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
        hooks = {hook["id"] for hook in parse(ROOT / ".pre-commit-hooks.yaml")}
        for text in snippets(".pre-commit-config.yaml"):
            said = self.run_in(program, "validate-config", self.write("config.yaml", text))
            self.assertEqual(said, "")
            used = {hook["id"] for repository in parse(text)["repos"]
                    for hook in repository["hooks"]}
            self.assertLessEqual(used, hooks)
        for name in hooks:
            self.assertIn(f"`{name}`", (ROOT / "docs" / "ci.md").read_text("utf-8"))

    def test_workflows_are_valid_and_use_the_inputs_that_there_are(self):
        self.assert_valid("github-actions", ROOT / "action.yml")
        inputs = parse(ROOT / "action.yml")["inputs"]
        for name in ("resumes", "verify"):
            text, = snippets(f".github/workflows/{name}.yml")
            self.assert_valid("github-workflows", self.write("workflow.yml", text))
            steps = parse(text)["jobs"]["pdf"]["steps"]
            step, = (step for step in steps if step["uses"].startswith(ACTION))
            self.assertLessEqual(set(step["with"]), set(inputs))
        self.assert_valid("github-workflows", ROOT / ".github/workflows/ci.yml")

    def test_gitlab_takes_its_file(self):
        text, = snippets(".gitlab-ci.yml")
        self.assert_valid("gitlab-ci", self.write(".gitlab-ci.yml", text))

    def test_the_makefile_makes_and_checks(self):
        text, = snippets("Makefile")
        self.write("Makefile", text)
        self.write("ada.cv.yaml", GOOD)
        self.run_in("make", "check")
        self.run_in("make", "verify", code=2)
        self.run_in("make")
        self.run_in("make", "verify")

    def test_the_git_hook_refuses_what_is_stale(self):
        text, = snippets(".git/hooks/pre-commit")
        self.run_in("git", "init", "-q")
        self.write(".git/hooks/pre-commit", text).chmod(0o755)
        self.write("resume.yaml", GOOD)
        self.run_in("git", "add", "resume.yaml")
        commit = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-q",
                  "-m", "Change")
        self.assertIn("add the PDFs", self.run_in(*commit, code=1))
        self.run_in("git", "add", "resume.pdf")
        self.run_in(*commit)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    PROGRAM, ROOT, TOOLS = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    for name in ("git", "make"):
        oracle.need(name)
    for name in ("check-jsonschema", "pre-commit"):
        oracle.need_file(TOOLS / "venv/bin" / name)
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])

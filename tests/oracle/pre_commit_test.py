# SPDX-License-Identifier: MIT
"""pre_commit_test.py - pre-commit runs the hooks of this repository in repositories of resumes.

Usage: pre_commit_test.py PROGRAM ROOT TOOLS [-v] [TEST]...
PROGRAM is cvpdf, ROOT this repository, TOOLS where install.py has put pre-commit. Everything
happens in a folder of its own: the repositories, HOME and what pre-commit keeps.
"""
import os
import pathlib
import re
import shutil
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
# What the program is built of, and the hooks.
PARTS = (".gitignore", ".pre-commit-hooks.yaml", "CMakeLists.txt", "bootstrap", "cmake", "data",
         "fonts", "include", "src", "tools")
GIT = ("git", "-c", "init.defaultBranch=main", "-c", "user.name=Ada",
       "-c", "user.email=ada@example.org")


def environment(home, path):
    return {"PATH": os.pathsep.join(map(str, path)), "HOME": str(home), "LC_ALL": "C.UTF-8",
            "PRE_COMMIT_HOME": str(home / "pre-commit"), "PRE_COMMIT_COLOR": "never",
            "GIT_CONFIG_NOSYSTEM": "1"}


def links_to_programs(folder, without):
    """A folder that has all programs of PATH, as links, but for those."""
    folder.mkdir()
    for place in os.environ["PATH"].split(os.pathsep):
        for program in pathlib.Path(place).glob("*"):
            link = folder / program.name
            if program.name not in without and not link.is_symlink():
                link.symlink_to(program)
    return folder


def write_program(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


class Hooks(unittest.TestCase):
    """One folder for all tests, for what each would only make again."""

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="cvpdf hooks ")
        cls.addClassCleanup(scratch.cleanup)
        cls.scratch = pathlib.Path(scratch.name)
        (cls.scratch / "bin").mkdir()
        (cls.scratch / "bin" / "cvpdf").symlink_to(PROGRAM)
        cls.programs = links_to_programs(cls.scratch / "programs", {"cvpdf", "pre-commit"})
        cls.tools = TOOLS / "venv" / "bin"
        cls.home = cls.scratch / "home"
        cls.home.mkdir()
        cls.path = [cls.scratch / "bin", cls.tools, cls.programs]
        cls.hooks, cls.revision = cls.make_hooks(cls.scratch / "the hooks")

    @classmethod
    def make_hooks(cls, folder):
        """A repository with the hooks as they are now, committed or not."""
        folder.mkdir()
        for part in PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
            copy(ROOT / part, folder / part)
        for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Hooks"]):
            cls.run_in(folder, *GIT, *arguments)
        return folder, cls.run_in(folder, *GIT, "rev-parse", "HEAD").stdout.strip()

    @classmethod
    def run_in(cls, folder, *arguments, path=None, code=0):
        done = subprocess.run([str(argument) for argument in arguments], cwd=folder, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                              env=environment(cls.home, path or cls.path))
        if code is not None and done.returncode != code:
            raise AssertionError(f"{arguments}: exit {done.returncode}\n{done.stdout}")
        return done

    def setUp(self):
        self.repository = pathlib.Path(tempfile.mkdtemp(prefix="my resumes ", dir=self.scratch))
        self.git("init", "-q")

    def git(self, *arguments, **more):
        return self.run_in(self.repository, *GIT, *arguments, **more)

    def write(self, name, text=GOOD):
        path = self.repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def read(self, name):
        return (self.repository / name).read_bytes()

    def use(self, hook, *arguments):
        """Installs one hook in the repository, as its user does."""
        listed = "".join(f"\n          - {argument!r}" for argument in arguments)
        self.write(".pre-commit-config.yaml", f"""
repos:
  - repo: '{self.hooks}'
    rev: {self.revision}
    hooks:
      - id: {hook}{f"{chr(10)}        args:{listed}" if listed else ""}
""")
        self.git("add", ".pre-commit-config.yaml")
        self.run_in(self.repository, "pre-commit", "install")

    def commit(self, *names, path=None):
        """What is said where the commit is made, and where it is refused."""
        if names:
            self.git("add", "-f", "--", *names)
        done = self.git("commit", "-m", "Change", path=path, code=None)
        self.assertIn(done.returncode, (0, 1), done.stdout)
        self.is_committed = done.returncode == 0
        return done.stdout

    def assert_committed(self, *names, **more):
        said = self.commit(*names, **more)
        self.assertTrue(self.is_committed, said)
        return said

    def assert_refused(self, *names, **more):
        said = self.commit(*names, **more)
        self.assertFalse(self.is_committed, said)
        return said

    def run_all(self, **more):
        return self.run_in(self.repository, "pre-commit", "run", "--all-files", **more).stdout


class Build(Hooks):
    def test_a_first_commit_makes_the_pdf_and_the_second_has_it(self):
        self.use("cvpdf-build")
        self.write("resume.yaml")
        self.assertRegex(self.assert_refused("resume.yaml"), r"resume\.pdf: 1 page")
        self.assert_committed("resume.pdf")
        self.assertIn("Skipped", self.git("commit", "--allow-empty", "-m", "Nothing").stdout)

    def test_a_stale_pdf_is_made_anew(self):
        self.use("cvpdf-build")
        self.write("resume.yaml")
        self.assert_refused("resume.yaml")
        self.assert_committed("resume.pdf")
        old = self.read("resume.pdf")
        self.write("resume.yaml", OTHER)
        self.assert_refused("resume.yaml")
        self.assertNotEqual(self.read("resume.pdf"), old)
        self.assert_committed("resume.pdf")

    def test_pdfs_that_git_does_not_know_count(self):
        self.use("cvpdf-build")
        for name, ignored in (("ignored", "*.pdf\n"), ("untracked", "")):
            with self.subTest(name):
                self.write(".gitignore", ignored)
                self.write(f"{name}.cv.yaml")
                self.assert_refused(f"{name}.cv.yaml", ".gitignore")
                self.assert_committed()  # the PDF is there now
                self.write(f"{name}.cv.yaml", OTHER)
                self.assert_refused(f"{name}.cv.yaml")
                self.assert_committed()

    def test_a_broken_resume_keeps_its_pdf(self):
        self.use("cvpdf-build")
        self.write("resume.yaml")
        self.assert_refused("resume.yaml")
        self.assert_committed("resume.pdf")
        old = self.read("resume.pdf")
        self.write("resume.yaml", BROKEN)
        self.assertIn("resume.yaml:4:7: error[CV", self.assert_refused("resume.yaml"))
        self.assertEqual(self.read("resume.pdf"), old)

    def test_what_a_resume_takes_in_counts(self):
        self.use("cvpdf-build", "resume.yaml", "--each", "jobs.csv")
        self.write("resume.yaml", GOOD + "headline: '{{job}}'\nvars: {job: }\n")
        self.write("jobs.csv", "job,output\nPoet,poet.pdf\n")
        self.assert_refused("resume.yaml", "jobs.csv")
        self.assert_committed("poet.pdf")
        self.write("jobs.csv", "job,output\nPainter,poet.pdf\n")
        self.assert_refused("jobs.csv")
        self.assert_committed("poet.pdf")

    def test_a_commit_of_other_things_is_left_alone(self):
        self.use("cvpdf-build")
        self.write("resume.yaml", BROKEN)
        self.write("README.md", "Mine\n")
        self.assertIn("Skipped", self.assert_committed("README.md"))

    def test_a_resume_may_go_with_its_pdf(self):
        self.use("cvpdf-build")
        for name in ("ada.cv.yaml", "eve.cv.yaml"):
            self.write(name)
        self.assert_refused("ada.cv.yaml", "eve.cv.yaml")
        self.assert_committed("ada.cv.pdf", "eve.cv.pdf")
        self.git("rm", "-q", "ada.cv.yaml", "ada.cv.pdf")
        self.write("eve.cv.yaml", OTHER)
        self.assert_refused("eve.cv.yaml")
        self.assert_committed("eve.cv.pdf")
        self.assertFalse((self.repository / "ada.cv.pdf").exists())


class Verify(Hooks):
    def test_a_stale_or_missing_pdf_is_told_and_not_written(self):
        self.use("cvpdf-verify")
        self.write("resume.yaml")
        self.assertIn("resume.pdf: 1 page, missing", self.assert_refused("resume.yaml"))
        self.assertFalse((self.repository / "resume.pdf").exists())
        self.git("reset", "-q")
        self.run_in(self.repository, "cvpdf", "-q", "resume.yaml")
        self.assert_committed("resume.yaml", "resume.pdf", ".pre-commit-config.yaml")
        old = self.read("resume.pdf")
        self.write("resume.yaml", OTHER)
        self.assertIn("resume.pdf: 1 page, differs", self.assert_refused("resume.yaml"))
        self.assertEqual(self.read("resume.pdf"), old)

    def test_a_pdf_that_was_changed_by_hand_is_told(self):
        self.use("cvpdf-verify")
        self.write("resume.yaml")
        self.run_in(self.repository, "cvpdf", "-q", "resume.yaml")
        self.assert_committed("resume.yaml", "resume.pdf")
        (self.repository / "resume.pdf").write_bytes(self.read("resume.pdf") + b"\n")
        self.assertIn("differs", self.assert_refused("resume.pdf"))

    def test_all_files_finds_what_no_commit_touched(self):
        self.use("cvpdf-verify")
        self.write("resume.yaml")
        self.run_in(self.repository, "cvpdf", "-q", "resume.yaml")
        self.assert_committed("resume.yaml", "resume.pdf")
        self.assertIn("Passed", self.run_all())
        self.git("rm", "-q", "resume.pdf")
        self.assertIn("Skipped", self.assert_committed())  # pre-commit passes no deleted files
        self.assertIn("resume.pdf: 1 page, missing", self.run_all(code=1))


class Check(Hooks):
    def test_a_good_resume_is_committed_and_nothing_written(self):
        self.use("cvpdf-check")
        self.write("resume.yaml")
        self.assert_committed("resume.yaml")
        self.assertFalse(list(self.repository.glob("*.pdf")))

    def test_a_broken_resume_is_refused_with_its_place(self):
        self.use("cvpdf-check")
        self.write("cv/resume.yaml", BROKEN)
        self.assertIn("cv/resume.yaml:4:7: error[CV", self.assert_refused("cv/resume.yaml"))

    def test_a_resume_that_does_not_fit_its_pages_is_refused(self):
        self.use("cvpdf-check")
        bullets = "".join(f"        - Wrote part {number} of the notes.\n" for number in range(200))
        self.write("resume.yaml", f"fit: {{pages: 1}}\n{GOOD}      bullets:\n{bullets}")
        self.assertIn("resume.yaml:1:14: error[CV410]", self.assert_refused("resume.yaml"))

    def test_of_many_files_each_broken_one_is_told_once(self):
        self.use("cvpdf-check")
        names = [f"{number}.cv.yaml" for number in range(40)]
        for name in names:
            self.write(name, BROKEN if name in ("3.cv.yaml", "33.cv.yaml") else GOOD)
        said = self.assert_refused(*names)
        self.assertEqual(sorted(re.findall(r"(?m)^(\S+):4:7: error", said)),
                         ["3.cv.yaml", "33.cv.yaml"])
        self.assert_refused_of(names)

    def assert_refused_of(self, names):
        """What is not committed now is not looked at."""
        self.git("reset", "-q", "--", "3.cv.yaml", "33.cv.yaml")
        self.assert_committed()
        self.run_all()
        self.git("add", *names)
        self.assertIn("3.cv.yaml", self.run_all(code=1))

    def test_names_are_files_whatever_they_look_like(self):
        names = ("-q.cv.yaml", "--strict.cv.yaml", "of my own/two words.cv.yaml",
                 "é'\"$(x).cv.yaml")
        for arguments in ((), ("--strict", "--")):
            with self.subTest(arguments):
                self.use("cvpdf-check", *arguments)
                for name in names:
                    self.write(name, BROKEN)
                said = self.assert_refused(*names)
                self.assertEqual(said.count(":4:7: error"), len(names), said)

    def test_other_yaml_is_not_taken_for_a_resume(self):
        self.use("cvpdf-check")
        for name in ("docker.yaml", "resume.yaml.txt", ".cv.yaml", "curriculum-cv.yaml"):
            self.write(name, "a: 1\n")
        self.assertIn("Skipped", self.assert_committed("."))


class Patterns(Hooks):
    """The names on which pre-commit runs a hook."""

    def matched(self, hook, names):
        manifest = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
        hook, = (each for each in manifest if each["id"] == hook)
        return sorted(name for name in names if re.search(hook["files"], name)
                      and not re.search(hook.get("exclude", "^$"), name))

    def test_checks_what_a_build_without_files_takes_for_a_resume(self):
        names = ["resume.yaml", "resume.yml", "resume.json", "cv.yaml", "a/b/cv.json", "ada.cv.yml",
                 "a/ada.cv.yaml", ".cv.yaml", ".ada.cv.yaml", "myresume.yaml", "my-cv.yaml",
                 "resume.yaml.txt", "resume.csv", "resume.cv", "Resume.yaml", "cv.cv.yaml",
                 "xcv.yaml"]
        names = [f"{number}/{name}" for number, name in enumerate(names)]  # each makes another PDF
        for name in names:
            self.write(name, '{"name": "Ada Lovelace", "summary": "Wrote notes."}')
        listed = self.run_in(self.repository, "cvpdf", "build", "--list").stdout
        for hook in ("cvpdf-check", "cvpdf-check-system"):
            self.assertEqual(self.matched(hook, names),
                             sorted(line.split("\t")[1] for line in listed.splitlines()))

    def test_builds_where_an_input_changes(self):
        inputs = ["resume.yaml", "people/ada.json", "themes/mine.yml", "jobs.csv", "photo.png",
                  "Photo.JPG", "a/photo.jpeg", "fonts/Mine.ttf", "fonts/Mine.OTF", "out/resume.pdf"]
        others = ["README.md", "main.c", "photo.png.txt", "yaml", ".pre-commit-config.yaml",
                  ".github/workflows/ci.yml", ".gitlab-ci.yml"]
        for hook in ("build", "verify", "build-system", "verify-system"):
            self.assertEqual(self.matched(f"cvpdf-{hook}", inputs + others), sorted(inputs))


class System(Hooks):
    def test_the_program_in_path_is_taken_whatever_its_version(self):
        folder = self.scratch / "recorder"
        write_program(folder / "cvpdf", f'echo "$@" >> "{folder}/calls"')
        path = [folder, *self.path[1:]]
        self.write("resume.yaml")
        for hook in ("cvpdf-check-system", "cvpdf-build-system", "cvpdf-verify-system"):
            self.use(hook)
            self.assert_committed("resume.yaml", path=path)
            self.write("resume.yaml", OTHER + f"headline: {hook}\n")
        self.assertEqual((folder / "calls").read_text().splitlines(),
                         ["check -- resume.yaml", "build --fail-on-change", "build --check"])


class OwnProgram(Hooks):
    """Where PATH has no cvpdf, or another one. The parts share the one program that is built."""

    def clone(self):
        """Where pre-commit has put the hooks."""
        found, = (self.home / "pre-commit").glob("repo*/tools/cvpdf-hook")
        return found.parent.parent

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        compiler = cls.programs / "gcc"
        compiler_of_path = compiler.resolve()
        cls.compiled = cls.scratch / "compiled"
        compiler.unlink()
        write_program(compiler, f'echo "$*" >> "{cls.compiled}"; exec "{compiler_of_path}" "$@"')

    def times_compiled(self, name):
        return self.compiled.read_text().count(f"/{name}\n")

    def test_builds_once_what_the_path_does_not_have(self):
        path = self.path[1:]
        self.use("cvpdf-verify")
        self.write("resume.yaml")
        self.run_in(self.repository, "cvpdf", "-q", "resume.yaml")

        with self.subTest("what a build lacks is told, and is not installed"):
            self.says_what_is_missing()
        with self.subTest("the first run builds, and makes the same bytes"):
            self.assert_committed("resume.yaml", "resume.pdf", path=path)
            built = (self.clone() / "build/hook/built").stat().st_mtime_ns
        with self.subTest("the second does not"):
            self.assertIn("Passed", self.run_all(path=path))
            self.assertEqual((self.clone() / "build/hook/built").stat().st_mtime_ns, built)
        with self.subTest("another version in PATH is not taken"):
            self.refuses_another_version()
        with self.subTest("runs at the same time build what is old once"):
            self.builds_once_for_many()
        with self.subTest("the clone has no other change"):
            self.assertEqual(self.run_in(self.clone(), *GIT, "status", "--porcelain").stdout, "")

    def says_what_is_missing(self):
        without = links_to_programs(self.scratch / "no cmake", {"cvpdf", "cmake"})
        said = self.assert_refused("resume.yaml", "resume.pdf", path=[self.tools, without])
        self.assertRegex(said, r"these Debian packages are missing:\ncvpdf-hook: +cmake\n")
        self.assertRegex(said, r"try again: (sudo )?apt-get install cmake\n")

        folder = self.scratch / "no libharu"
        write_program(folder / "dpkg-query",
                      'case "$*" in *libhpdf-dev) exit 1;; esac; echo installed')
        for program in ("apt-get", "sudo"):
            write_program(folder / program, f'touch "{folder}/called"')
        said = self.assert_refused(path=[folder, *self.path[1:]])
        self.assertRegex(said, r"apt-get install libhpdf-dev\n")
        self.assertFalse((folder / "called").exists())
        self.assertFalse((self.clone() / "build").exists())

    def refuses_another_version(self):
        folder = self.scratch / "another"
        write_program(folder / "cvpdf", '[ "$1" = --version ] && echo cvpdf 99.0.0')
        self.assertIn("Passed", self.run_all(path=[folder, *self.path[1:]]))
        (self.repository / "resume.pdf").write_text("stale")
        self.assertIn("differs", self.run_all(path=[folder, *self.path[1:]], code=1))

    def builds_once_for_many(self):
        """After a change of the clone, which makes its program old."""
        times = self.times_compiled("main.c")
        (self.clone() / "src/command/main.c").touch()
        hook = [str(self.clone() / "tools/cvpdf-hook"), "--version"]
        runs = [subprocess.Popen(hook, env=environment(self.home, self.path[1:]), text=True,
                                 cwd=self.repository, stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL) for _ in range(4)]
        said = [run.communicate()[0] for run in runs]
        self.assertEqual(len(set(said)), 1, said)
        self.assertRegex(said[0], r"^cvpdf \d")
        self.assertEqual(self.times_compiled("main.c"), times + 1)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    PROGRAM, ROOT, TOOLS = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    oracle.need("git")
    oracle.need_file(TOOLS / "venv/bin/pre-commit")
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])

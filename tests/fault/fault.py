# SPDX-License-Identifier: MIT
"""What the fault tests share: a folder with an old PDF in it, one run of cvpdf, and what must hold.

CVPDF_FAULTS says how much is tried: without it what a minute allows, "full" what CI tries, "all" what
a release has to stand."""

import os
import pathlib
import shutil
import subprocess
import tempfile

RESUME = """name: Ada Lovelace
contact: {email: ada@example.org, website: example.org/ada}
sections:
  Work:
    - {role: Analyst, organization: Engine Works, start: 1842, end: 1843, bullets: [one, "*two*"]}
variants: {a: {}, b: {set: {headline: Analyst}}, c: {language: de}}
"""
OWN_FONT = "design: {font: {family: fonts/Own.ttf}}\n"
FONT = pathlib.Path(__file__).parents[2] / "fonts" / "lato" / "Lato-Regular.ttf"
SKIP = 77
IS_FULL = os.environ.get("CVPDF_FAULTS") in ("full", "all")
IS_ALL = os.environ.get("CVPDF_FAULTS") == "all"


def files(folder):
    """The name and the bytes of each file in `folder`."""
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}


class Scene:
    """A folder `out` with the old outputs, `old` and `new`: what each run has to leave in it.

    With `has_font`, the résumé is set in a font that lies beside it."""

    def __init__(self, cvpdf, arguments, has_old=True, has_font=False):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name)
        self.cvpdf = os.path.abspath(cvpdf)
        self.arguments = arguments
        (self.folder / "cv.yaml").write_text(RESUME + OWN_FONT * has_font)
        (self.folder / "fonts").mkdir()
        shutil.copy(FONT, self.folder / "fonts" / "Own.ttf")
        (self.folder / "out").mkdir()
        self.environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C"}
        self.old = self.made("2001-01-01") if has_old else {}
        self.new = self.made("2002-02-02")
        assert self.new and self.old != self.new

    def command(self, date="2002-02-02"):
        return [self.cvpdf, *self.arguments, "--date", date]

    def made(self, date):
        self.restore({})
        subprocess.run(self.command(date), cwd=self.folder, env=self.environment, check=True,
                       stderr=subprocess.DEVNULL)
        return files(self.folder / "out")

    def restore(self, outputs):
        for path in (self.folder / "out").iterdir():
            path.unlink()
        for name, content in outputs.items():
            (self.folder / "out" / name).write_bytes(content)

    def run(self, prefix=(), environment=None):
        """Runs cvpdf over the old outputs; `prefix` goes before the command."""
        self.restore(self.old)
        return self.run_as_it_is(prefix, environment)

    def run_as_it_is(self, prefix=(), environment=None, timeout=60):
        return subprocess.run([*prefix, *self.command()], cwd=self.folder, timeout=timeout,
                              env={**self.environment, **(environment or {})},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)

    def faults(self, done, codes=(0, 3), may_leave=False, may_be_silent=False):
        """What of the promises is broken after the run `done`, as a list of sentences.

        Promised are one of the exit codes, 0 only if all is written, and in each place the old
        bytes or the new ones, and nothing else."""
        found = files(self.folder / "out")
        wrong = []
        if done.returncode not in codes:
            wrong.append(f"exit code {done.returncode}")
        if done.returncode == 0 and {**found, **self.new} != found:
            wrong.append("success was told, but not all is there")
        if done.returncode != 0 and not done.stderr and not may_be_silent:
            wrong.append("a failure without a word")
        for name, content in found.items():
            if name.startswith(".cvpdf-") and may_leave:
                continue
            if name not in self.new:
                wrong.append(f"'{name}' was left behind")
            elif content not in (self.old.get(name), self.new[name]):
                wrong.append(f"'{name}' is torn: {len(content)} bytes")
        wrong += [f"'{name}' is gone" for name in self.old if name not in found]
        return wrong


def scenes(cvpdf):
    """One file, new and over an old one, and a build of several."""
    render = ["-q", "cv.yaml", "-o", "out/cv.pdf"]
    build = ["build", "-q", "cv.yaml", "-d", "out", "-j2"]
    return {
        "new file": Scene(cvpdf, render, has_old=False),
        "old file": Scene(cvpdf, render),
        "build": Scene(cvpdf, build),
    }


def finish(count, broken, what):
    """Prints the verdict and returns the exit code of the test."""
    for line in broken:
        print(line)
    print(f"{count} {what}, {len(broken)} against the promises")
    return 1 if broken or not count else 0

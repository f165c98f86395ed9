# SPDX-License-Identifier: MIT
"""Memory runs out at each allocation in turn, once or from then on.

Usage: memory.py CVPDF SHIM. All allocations of cvpdf itself, of libharu and of the C library fail in
turn, every 7th of HarfBuzz, and every 20th of the other libraries; all of those, too, before a
release.

Other libraries cannot be mended from here: one may crash or wait for itself, which must cost no
file, or make do with less and tell nobody, which must give a whole PDF. How many of each there were
is printed. What they cannot read for want of memory must not be told as damaged: HarfBuzz works on
a font of the user's here."""

import os
import subprocess
import sys

import fault

CRASH_OF_LIBRARY = 98  # see shim.c
HANG = "of none: it did not end"
STEPS = {"program": 1, "hpdf": 1, "libc": 1, "harfbuzz": 7, "other": 20}


class Trials:
    def __init__(self, cvpdf, shim):
        self.scene = fault.Scene(cvpdf, ["-q", "cv.yaml", "-o", "out/cv.pdf"], has_font=True)
        self.report = self.scene.folder / "report"
        self.shim = shim
        self.runs = self.crashes = self.hangs = self.poorer = 0
        self.broken = []

    def run(self, owner, at, more):
        self.report.unlink(missing_ok=True)
        environment = {"LD_PRELOAD": self.shim, "FAULT_OF": owner, "FAULT_AT": str(at),
                       "FAULT_REPORT": str(self.report), **more}
        try:
            return self.scene.run(environment=environment)
        except subprocess.TimeoutExpired as hang:
            return subprocess.CompletedProcess(hang.cmd, HANG, hang.stdout, hang.stderr or b"")

    def reported(self):
        """How many allocations there were, and how many bytes of cvpdf's own were never freed."""
        if not self.report.exists():
            return 0, 0
        count, lost = self.report.read_text().split()
        return int(count), int(lost)

    def count(self, owner):
        done = self.run(owner, 0, {})
        assert done.returncode == 0, done
        return self.reported()[0]

    def is_poorer(self, done):
        """Success, with a PDF that is whole, but another."""
        path = self.scene.folder / "out" / "cv.pdf"
        pdf = path.read_bytes() if path.exists() else b""
        return (done.returncode == 0 and pdf not in self.scene.new.values()
                and pdf.startswith(b"%PDF-") and pdf.endswith(b"%%EOF\n"))

    def judge(self, owner, at, more):
        done = self.run(owner, at, more)
        self.runs += 1
        is_foreign = owner in ("harfbuzz", "other")
        if is_foreign and self.is_poorer(done):
            self.poorer += 1
            return
        if is_foreign and done.returncode in (CRASH_OF_LIBRARY, -6):
            self.crashes += 1
            done.returncode, done.stderr = 70, b"(a crash)"
        elif owner == "other" and done.returncode == HANG:
            self.hangs += 1
            done.returncode, done.stderr = 70, b"(a hang)"
        wrong = self.scene.faults(done, codes=(0, 1, 3, 70))
        if b"[CV332]" in done.stderr:
            wrong.append("the font is said to be at fault")
        if self.reported()[1]:
            wrong.append(f"{self.reported()[1]} bytes were never freed")
        self.broken += [f"{owner} {at}{' and on' if more else ''}: {each}" for each in wrong]


def main():
    trials = Trials(sys.argv[1], os.path.abspath(sys.argv[2]))
    for owner, step in STEPS.items():
        total = trials.count(owner)
        print(f"{owner}: {total} allocations")
        for at in range(1, total + 1, 1 if fault.IS_ALL else step):
            trials.judge(owner, at, {})
            trials.judge(owner, at, {"FAULT_ON": "1"})
    print(f"libraries crashed {trials.crashes} times, hung {trials.hangs} times, and made do with less "
          f"{trials.poorer} times")
    return fault.finish(trials.runs, trials.broken, "runs short of memory")


if __name__ == "__main__":
    sys.exit(main())

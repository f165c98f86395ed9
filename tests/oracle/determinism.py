# SPDX-License-Identifier: MIT
"""determinism.py - a resume makes the same bytes wherever, whenever and by whomever it is made.

Usage: determinism.py PROGRAM SCRATCH RESUME...
Time zone, locale, current directory, home, umask, terminal, the way the file is named and the hour
change; the bytes do not. With SOURCE_DATE_EPOCH they depend on its value alone.
"""
import hashlib
import os
import pathlib
import shutil
import sys

import oracle

LOCALES = ("de_DE", "tr_TR")  # a decimal comma; an i that is no i in upper case
EPOCH = "1700000000"          # 2023-11-14, late enough in the day to be the 15th in the east
PLAIN = {"PATH": "/usr/bin:/bin", "HOME": "/", "LC_ALL": "C", "TZ": "UTC0"}


def make_locales(folder):
    """Compiles the locales of a comma and of a dotless i, which a small system does not have."""
    program = shutil.which("localedef")
    if not program or not pathlib.Path("/usr/share/i18n/locales/tr_TR").exists():
        oracle.missing("localedef and its definitions (locales)")
    for name in LOCALES:
        target = folder / f"{name}.UTF-8"
        if not target.exists():
            oracle.run([program, "-f", "UTF-8", "-i", name, target])
    return {"LOCPATH": str(folder)}


def circumstances(scratch):
    """What changes: (title, environment, umask, current directory or None for the resume's)."""
    locales = make_locales(scratch / "locales")
    home = scratch / "home"
    home.mkdir(exist_ok=True)
    yield "as it is", {}, 0o022, None
    yield "elsewhere", {}, 0o022, scratch
    yield "private", {"HOME": str(home), "USER": "someone"}, 0o077, None
    yield "no environment at all", dict.fromkeys(PLAIN), 0o022, None
    for zone in ("Pacific/Kiritimati", "America/St_Johns", "XYZ+11:30"):
        yield f"TZ={zone}", {"TZ": zone}, 0o022, None
    for name in LOCALES:
        locale = {"LC_ALL": f"{name}.UTF-8", "LANG": f"{name}.UTF-8", "LANGUAGE": name[:2]}
        yield f"LC_ALL={name}.UTF-8", {**locales, **locale}, 0o022, None
    yield "a terminal", {"TERM": "xterm-256color", "COLUMNS": "40", "FORCE_COLOR": "1"}, 0o022, None


def render(program, resume, out, environment, mask, directory):
    """The SHA-256 of the PDF."""
    environment = {key: value for key, value in {**PLAIN, **environment}.items()
                   if value is not None}
    name = resume if directory else resume.name
    out.unlink(missing_ok=True)
    oracle.run([program, "-q", name, "-o", out], env=environment, cwd=directory or resume.parent,
               preexec_fn=lambda: os.umask(mask))
    return hashlib.sha256(out.read_bytes()).hexdigest()


def judge(program, resume, scratch, common):
    out = scratch / "out.pdf"
    first = None
    for title, environment, mask, directory in circumstances(scratch):
        found = render(program, resume, out, {**common, **environment}, mask, directory)
        first = first or found
        if found != first:
            yield f"{title}: other bytes"


def epoch_faults(program, resume, scratch):
    """The date is in the file, so that another one makes other bytes."""
    out = scratch / "out.pdf"
    with_epoch, later, without = (
        render(program, resume, out, environment, 0o022, None)
        for environment in ({"SOURCE_DATE_EPOCH": EPOCH},
                            {"SOURCE_DATE_EPOCH": str(int(EPOCH) + 86400)}, {}))
    if len({with_epoch, later, without}) != 3:
        yield "SOURCE_DATE_EPOCH is not in the file"


def main(program, scratch, *resumes):
    program, scratch = pathlib.Path(program).resolve(), pathlib.Path(scratch).resolve()
    (scratch / "locales").mkdir(parents=True, exist_ok=True)
    verdict = oracle.Verdict()
    for resume in map(pathlib.Path, resumes):
        resume = resume.resolve()
        verdict.report(resume.name, judge(program, resume, scratch, {}))
        verdict.report(f"{resume.name}, dated",
                       judge(program, resume, scratch, {"SOURCE_DATE_EPOCH": EPOCH}))
        verdict.report(f"{resume.name}, dates", epoch_faults(program, resume, scratch))
    verdict.end()


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])

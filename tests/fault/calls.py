# SPDX-License-Identifier: MIT
"""Each system call fails in turn, with each of several reasons; and files are moved in small pieces.

Usage: calls.py CVPDF SHIM. Skips where strace may not trace."""

import os
import re
import shutil
import subprocess
import sys

import fault

# Calls that can fail, and how; the target of a call is never looked at.
REASONS = {
    "openat": ("EIO", "ENOSPC", "EINTR", "EMFILE"),
    "read": ("EIO", "EINTR"),
    "write": ("EIO", "ENOSPC", "EINTR", "EDQUOT"),
    "fsync": ("EIO", "ENOSPC", "EINTR"),
    "close": ("EIO", "ENOSPC", "EINTR"),
    "renameat": ("EIO", "ENOSPC", "EINTR", "EXDEV"),
    "newfstatat": ("EIO", "EACCES"),
    "fchmod": ("EIO", "EPERM"),
    "getdents64": ("EIO",),
    "flock": ("EIO", "EINTR", "ENOLCK"),
    "fcntl": ("EIO", "EMFILE"),
    "umask": ("EIO",),
    "faccessat2": ("EIO", "EACCES"),
    "readlink": ("EIO",),
    "unlinkat": ("EIO",),
    "pipe2": ("EMFILE",),
    "socketpair": ("EMFILE",),
    "clone": ("EAGAIN",),
    "ppoll": ("EINTR",),
    "poll": ("EINTR",),
    "wait4": ("EINTR",),
    "mmap": ("ENOMEM",),
}
FIRST_CALL = "fcntl(0, F_GETFD)"  # of main(): what is before belongs to the loader


def can_trace():
    strace = shutil.which("strace")
    return strace and subprocess.run([strace, "-qq", "-o", "/dev/null", "true"],
                                     stderr=subprocess.DEVNULL, check=False).returncode == 0


def counts(scene):
    """For each call, how many of them the loader makes, and how many there are."""
    log = scene.folder / "log"
    done = scene.run(["strace", "-o", str(log)])
    assert done.returncode == 0, done
    before, after = log.read_text().split(FIRST_CALL, 1)
    names = re.compile(r"^(\w+)\(", re.M)
    loader, own = names.findall(before), names.findall(after)
    return {name: (loader.count(name), loader.count(name) + own.count(name)) for name in REASONS}


def chosen(reasons, at):
    """All of them, or each in turn."""
    return reasons if fault.IS_FULL else (reasons[at % len(reasons)],)


def judge_calls(title, scene):
    runs, broken = 0, []
    for name, (first, last) in counts(scene).items():
        for at in range(first + 1, last + 1):
            for reason in chosen(REASONS[name], at):
                done = scene.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e",
                                  f"inject={name}:error={reason}:when={at}"])
                wrong = scene.faults(done, codes=(0, 3, 70), may_leave=name == "unlinkat",
                                     may_be_silent=name == "write")
                broken += [f"{title}, {name} {at} {reason}: {each}" for each in wrong]
                runs += 1
    return runs, broken


def judge_pieces(title, scene, shim):
    runs, broken = 0, []
    for size in ("1", "7", "4095"):
        done = scene.run(environment={"LD_PRELOAD": shim, "FAULT_PIECE": size})
        broken += [f"{title}, pieces of {size}: {each}" for each in scene.faults(done, codes=(0,))]
        runs += 1
    return runs, broken


def main():
    cvpdf, shim = sys.argv[1], os.path.abspath(sys.argv[2])
    if not can_trace():
        print("skipped: strace is missing, or may not trace here")
        return fault.SKIP
    runs, broken = 0, []
    for title, scene in fault.scenes(cvpdf).items():
        for count, wrong in (judge_calls(title, scene), judge_pieces(title, scene, shim)):
            runs += count
            broken += wrong
    return fault.finish(runs, broken, "runs with a fault")


if __name__ == "__main__":
    sys.exit(main())

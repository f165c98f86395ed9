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
GONE_ON_WITH = ("read", "write", "fsync")  # after EINTR
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


def chosen(name, at):
    """All of them, or each in turn, with those that change nothing."""
    reasons = REASONS[name]
    every = reasons if fault.IS_FULL else (reasons[at % len(reasons)],)
    return every if "EINTR" in every or name not in GONE_ON_WITH else (*every, "EINTR")


def judge_calls(title, scene):
    runs, broken = 0, []
    for name, (first, last) in counts(scene).items():
        for at in range(first + 1, last + 1):
            for reason in chosen(name, at):
                done = scene.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e",
                                  f"inject={name}:error={reason}:when={at}"])
                is_harmless = reason == "EINTR" and name in GONE_ON_WITH
                wrong = scene.faults(done, codes=(0,) if is_harmless else (0, 3, 70), may_leave=name == "unlinkat",
                                     may_be_silent=name == "write")
                broken += [f"{title}, {name} {at} {reason}: {each}" for each in wrong]
                runs += 1
    return runs, broken


def traced(scene, more=()):
    """The calls of a run and of its workers, in order, without what the loader does."""
    log = scene.folder / "log"
    scene.restore(scene.old)
    subprocess.run(["strace", "-f", "-o", str(log), *scene.command(), *more], cwd=scene.folder,
                   env=scene.environment, check=False, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    return log.read_text().split(FIRST_CALL, 1)[1].splitlines()


def first(calls, pattern, after=-1):
    """The number of the first call past `after` that matches; None if there is none."""
    return next((at for at, call in enumerate(calls)
                 if at > after and re.search(pattern, call)), None)


def staged_calls(scene):
    """The calls that bring an output to its place: the name of each, and which one of that name."""
    log = scene.folder / "log"
    scene.run(["strace", "-o", str(log)])
    seen, found, file = {}, [], None
    for call in log.read_text().splitlines():
        name = call.split("(")[0]
        seen[name] = seen.get(name, 0) + 1
        if re.match(r"openat\(.*\.cvpdf-.*O_EXCL", call):
            file = call.split()[-1]
        if file and re.match(rf"(write|fsync|close)\({file}[,)]|renameat\(", call):
            found.append((name, seen[name]))
            if name == "renameat":
                break
    assert [name for name, _ in found[-4:]] == ["write", "fsync", "close", "renameat"], found
    return found


def judge_refusals(title, scene):
    """None of them may fail without a failure of the run, which leaves the old output."""
    runs, broken = 0, []
    for name, at in staged_calls(scene):
        for reason in ("EIO", "ENOSPC"):
            done = scene.run(["strace", "-qq", "-o", "/dev/null", "-e",
                              f"inject={name}:error={reason}:when={at}"])
            wrong = scene.faults(done, codes=(3,))
            if fault.files(scene.folder / "out") != scene.old:
                wrong.append("the old output is not there")
            broken += [f"{title}, {name} {at} {reason}: {each}" for each in wrong]
            runs += 1
    return runs, broken


def judge_order(title, scene):
    """The bytes reach the disk before the name does, and the name before success is told."""
    calls, at = traced(scene), -1
    steps = (r"openat\(.*\.cvpdf-.*O_EXCL", r"write\(\d+, \"%PDF", r"fsync\(", r"renameat\(",
             r"fsync\(", r"exit_group\(0\)")
    for step in steps:
        at = first(calls, step, at)
        if at is None:
            return 1, [f"{title}: no {step} in its turn"]
    return 1, []


def judge_restraint(title, scene):
    """A resume is opened once, the network never, and to look at outputs opens none to write."""
    calls, broken = traced(scene), []
    opened = [call for call in calls if re.search(r"openat\(.*\"cv\.yaml\"", call)]
    if len(opened) != 1:
        broken.append(f"{title}: the resume is opened {len(opened)} times")
    looks = traced(scene, ["--check"]) if "build" in scene.arguments else []
    for call in calls + looks:
        if re.search(r"\b(socket|connect|execve)\(", call):
            broken.append(f"{title}: {call}")
    for call in looks:
        if re.search(r"openat\(.*O_(WRONLY|RDWR|CREAT)|mkdir|rename|unlink", call):
            broken.append(f"{title}, --check: {call}")
    return 2, broken


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
        if "build" not in scene.arguments:
            count, wrong = judge_refusals(title, scene)
            runs += count
            broken += wrong
        for count, wrong in (judge_order(title, scene), judge_restraint(title, scene),
                             judge_pieces(title, scene, shim), judge_calls(title, scene)):
            runs += count
            broken += wrong
    return fault.finish(runs, broken, "runs with a fault")


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: MIT
"""Runs that are ended at random moments, and runs at the same time as others.

Usage: kills.py CVPDF."""

import random
import signal
import subprocess
import sys
import time

import fault

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
COUNT = 1000 if fault.IS_ALL else 200 if fault.IS_FULL else 30  # kills of each scene
SEED = 7  # where in a run it is hit depends on the machine all the same


def start(scene, date="2002-02-02"):
    return subprocess.Popen(scene.command(date), cwd=scene.folder, env=scene.environment,
                            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL, preexec_fn=let_signals_end)


def let_signals_end():
    """A test that was started in the background may have been told to ignore them."""
    for number in ENDINGS:
        signal.signal(number, signal.SIG_DFL)


def duration(scene):
    scene.restore(scene.old)
    begin = time.monotonic()
    start(scene).wait()
    return time.monotonic() - begin


def end_one(scene, number, delay):
    """What is wrong after a run that got signal `number` after `delay` seconds."""
    scene.restore(scene.old)
    process = start(scene)
    time.sleep(delay)
    process.send_signal(number)
    code = process.wait()
    done = subprocess.CompletedProcess([], code, b"", b"(not read)")
    return scene.faults(done, codes=(0, -number), may_leave=number == signal.SIGKILL)


def judge_endings(title, scene, count, numbers):
    chance = random.Random(SEED)
    longest = 1.2 * duration(scene)
    broken, ended = [], 0
    for at in range(count):
        number = numbers[at % len(numbers)]
        delay = chance.uniform(0, longest)
        wrong = end_one(scene, number, delay)
        ended += fault.files(scene.folder / "out") != scene.new
        if at % 4 == 0:  # the next run makes all whole, and tidies up
            wrong += [f"afterwards: {each}" for each in scene.faults(scene.run_as_it_is())]
        broken += [f"{title}, {number.name} after {delay:.4f} s: {each}" for each in wrong]
    print(f"{title}: {count} times {'/'.join(each.name for each in numbers)}, "
          f"{ended} of them before all was written")
    return count, broken


def judge_litter(title, scene):
    """A run that was killed while it wrote leaves a file, which the next one takes away."""
    scene.restore(scene.old)
    stale = scene.folder / "out" / ".cvpdf-abcdef.tmp"
    stale.write_bytes(b"half a PDF")
    done = scene.run_as_it_is()
    return 1, [f"{title}, beside litter: {each}" for each in scene.faults(done)]


def judge_crowd(title, scene, size=6, rounds=5):
    """Several at once into one place: each succeeds, and one of them has the last word."""
    broken = []
    for _ in range(rounds):
        scene.restore(scene.old)
        crowd = [start(scene) for _ in range(size)]
        codes = [process.wait() for process in crowd]
        done = subprocess.CompletedProcess([], max(codes, key=abs), b"", b"(not read)")
        broken += [f"{title}, {size} at once: {each}" for each in scene.faults(done, codes=(0,))]
    return size * rounds, broken


def main():
    runs, broken = 0, []
    for title, scene in fault.scenes(sys.argv[1]).items():
        for more, wrong in (judge_endings(title, scene, COUNT, (signal.SIGKILL,)),
                            judge_endings(title, scene, COUNT // 2, ENDINGS),
                            judge_litter(title, scene),
                            judge_crowd(title, scene)):
            runs += more
            broken += wrong
    return fault.finish(runs, broken, "runs")


if __name__ == "__main__":
    sys.exit(main())

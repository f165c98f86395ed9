# SPDX-License-Identifier: MIT
"""hb_shape.py - our glyphs, their clusters, advances and places are those of hb-shape.

Usage: hb_shape.py SHAPE_RUNS FOLDER
SHAPE_RUNS prints each run of the resumes in FOLDER; hb-shape is asked for the same text in the same
face, script, language and direction, with the features that docs/typography.md tells of. Advances
may differ where we bound the kerning (0.09 em), and for a wide space: by that rule and no other.
"""
import json
import pathlib
import subprocess
import sys

import oracle

NO_BREAK_SPACE, NO_BREAK_HYPHEN = 0xA0, 0x2011
ARROWS = ("->", "-<", "=>", "=<", "<-", "<=")
JOINED = set("Arab Syrc Nkoo Mong Mand Phag Adlm Rohg Sogd Deva Beng Guru".split())
# The rule is about extractors; see limit_kerning() in src/shape/shape.c.
MOST_KERNING, MOST_SPACE = 9, 59  # hundredths of an em


class Run:
    """Two lines of SHAPE_RUNS."""

    def __init__(self, head, glyphs):
        (self.file, self.index, self.script, self.language, self.direction, code, tabular, capitals,
         tracked, points) = head.split("\t")
        self.points = [int(point, 16) for point in points.split(",")]
        self.code, self.tabular, self.capitals, self.tracked = (
            flag == "1" for flag in (code, tabular, capitals, tracked))
        self.glyphs = [tuple(map(int, glyph.split(","))) for glyph in glyphs.split()]

    def text(self):
        return "".join(map(chr, self.points))

    def features(self):
        text = self.text()
        found = []
        if self.code or any(arrow in text for arrow in ARROWS):
            found.append("-calt")
        if self.code or self.tracked:
            found += ["-liga", "-clig"]
        if not self.code:
            found += ["tnum" if self.tabular else "pnum", "lnum"]
        if self.capitals:
            found.append("case")
        if "\u2044" not in text:
            found += ["-frac", "-numr", "-dnom"]
        return ",".join(found)


def shape(run, points, features):
    """What hb-shape says: (glyph, character of its cluster, advance, offsets), by the text."""
    script = "Latn" if run.script == "Zyyy" else run.script
    said = json.loads(oracle.run([
        oracle.need("hb-shape"), f"--face-index={run.index}", f"--direction={run.direction}",
        f"--script={script}", f"--language={run.language}", f"--features={features}",
        "--no-glyph-names", "--output-format=json", "--shapers=ot", "--cluster-level=0",
        f"--unicodes={','.join(f'U+{point:04X}' for point in points)}", run.file]))
    glyphs = [(glyph["g"], glyph["cl"], glyph["ax"], glyph["dx"], glyph["dy"]) for glyph in said]
    return glyphs[::-1] if run.direction == "rtl" else glyphs


def stand_ins(run):
    """The text with what is drawn by glyphs of other characters."""
    drawn = {NO_BREAK_SPACE: ord(" ")}
    if NO_BREAK_HYPHEN in run.points and not shape(run, [NO_BREAK_HYPHEN], "")[0][0]:
        drawn[NO_BREAK_HYPHEN] = ord("-")
    return [drawn.get(point, point) for point in run.points]


def units_per_em(file, index, known={}):  # pylint: disable=dangerous-default-value
    """From `head`, which hb-shape does not print."""
    if (file, index) not in known:
        data = pathlib.Path(file).read_bytes()
        face = 0
        if data[:4] == b"ttcf":
            at = 12 + 4 * int(index)
            face = int.from_bytes(data[at:at + 4], "big")
        for at in range(face + 12, face + 12 + 16 * int.from_bytes(data[face + 4:face + 6], "big"), 16):
            if data[at:at + 4] == b"head":
                head = int.from_bytes(data[at + 8:at + 12], "big")
                known[file, index] = int.from_bytes(data[head + 18:head + 20], "big")
    return known[file, index]


def is_bounded(run, want, got, own):
    """Whether `got` is what our bound makes of the advance `want` of a glyph that has `own`."""
    em = units_per_em(run.file, run.index)
    if run.script in JOINED:
        return False
    if want == own and " " in run.text() and got == em * MOST_SPACE // 100:
        return True
    most = em * MOST_KERNING // 100
    return abs(want - own) > most and got == own + (most if want > own else -most)


def compare(run):
    """Faults, and how many advances were bounded."""
    want = shape(run, stand_ins(run), run.features())
    byte, places = 0, {}
    for number, point in enumerate(run.points):
        places[byte] = number
        byte += len(chr(point).encode("utf-8"))
    got = [(glyph, places[cluster], advance, x, y) for glyph, cluster, advance, _, x, y in run.glyphs]
    owns = [own for _, _, _, own, _, _ in run.glyphs]
    name = f"{pathlib.Path(run.file).name} {run.script} “{run.text()}”"
    if [glyph[:2] for glyph in want] != [glyph[:2] for glyph in got]:
        return [f"{name}: glyphs {[g[:2] for g in got]}, of hb-shape {[g[:2] for g in want]}"], 0
    faults, bounded = [], 0
    for one, other, own in zip(want, got, owns):
        if one[3:] != other[3:]:
            faults.append(f"{name}: glyph {one[0]} is put at {other[3:]}, not {one[3:]}")
        if one[2] != other[2]:
            bounded += 1
            if not is_bounded(run, one[2], other[2], own):
                faults.append(f"{name}: glyph {one[0]} advances by {other[2]}, not {one[2]}")
    return faults, bounded


def read_runs(program, source):
    """None where this system lacks a font."""
    done = subprocess.run([program, source], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          check=False)
    if done.returncode != 0:
        if oracle.lacks_only_fonts(done.stderr):
            return None
        sys.exit(f"{source}: exit {done.returncode}\n{done.stderr.decode('utf-8', 'replace')}")
    lines = done.stdout.decode("utf-8").splitlines()
    return [Run(*lines[i:i + 2]) for i in range(0, len(lines), 2)]


def main(program, folder):
    oracle.need("hb-shape")
    verdict, total, bounded, lacking = oracle.Verdict(), 0, 0, []
    for source in sorted(pathlib.Path(folder).glob("*.yaml")):
        faults, seen, glyphs = [], set(), 0
        runs = read_runs(program, source)
        if runs is None:
            lacking.append(source.stem)
            continue
        for run in runs:
            key = (run.file, run.script, run.direction, run.features(), tuple(run.points))
            glyphs += len(run.glyphs)
            if key not in seen:
                found, more = compare(run)
                faults += found
                bounded += more
            seen.add(key)
        total += glyphs
        if not glyphs:
            faults.append("no glyphs")
        verdict.report(source.stem, faults)
    print(f"{total} glyphs, {bounded} advances within the bound for extractors")
    if lacking and not verdict.failed:
        oracle.missing(f"a font for {', '.join(lacking)}")
    verdict.end()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

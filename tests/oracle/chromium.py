# SPDX-License-Identifier: MIT
"""chromium.py - Chromium sets the runs of a resume as wide as we do. No test: it is run by hand.

Usage: chromium.py SHAPE_RUNS FOLDER OUT
For each resume in FOLDER, OUT/<name>.html has its runs in the same faces, with the features that
their looks ask for, and OUT/<name>.png shows them as Chromium draws them, to look at beside the
page. A run may be 0.5 % wider or narrower than ours, but for what we bound for extractors (see
hb_shape.py). The Debian packages chromium and fontconfig have what it needs.
"""
import functools
import html
import json
import pathlib
import re
import subprocess
import sys

import hb_shape
import oracle

SIZE = 40  # pixels of an em
TOLERANCE = 0.005
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
         "--force-device-scale-factor=1", "--hide-scrollbars", "--font-render-hinting=none",
         "--virtual-time-budget=20000")
SCRIPT = """<script>document.fonts.ready.then(() => {
    const widths = [...document.querySelectorAll("span")].map(s => s.getBoundingClientRect().width);
    const out = document.createElement("pre");
    out.id = "widths";
    out.hidden = true;
    out.textContent = JSON.stringify(widths);
    document.body.append(out);
});</script>"""


@functools.lru_cache(None)
def source(file, index):
    """A face for @font-face: of a collection by its name, which has to be installed."""
    if not file.endswith((".ttc", ".otc")):
        return f"url('file://{pathlib.Path(file).resolve()}')"
    names = oracle.run([oracle.need("fc-scan"), "--format", "%{index} %{postscriptname}\\n", file])
    return next(f"local('{name}')" for number, name in map(str.split, names.splitlines())
                if number == index)


def features(run):
    """As CSS has them."""
    return ", ".join(f'"{name.lstrip("-")}" {0 if name[0] == "-" else 1}'
                     for name in run.features().split(","))


def page(runs):
    faces, body = {}, []
    for run in runs:
        name = faces.setdefault((run.file, run.index), f"f{len(faces)}")
        direction = f"direction: {run.direction}; unicode-bidi: bidi-override"
        style = f"font-family: {name}; font-feature-settings: {features(run)}; {direction}"
        body.append(f'<div lang="{run.language}"><span style="{html.escape(style)}">'
                    f"{html.escape(run.text())}</span></div>\n")
    rules = [f"@font-face {{ font-family: {name}; src: {source(*face)}; }}\n"
             for face, name in faces.items()]
    return ("<!doctype html><meta charset=utf-8><style>" + "".join(rules) +
            f"body {{ margin: 8px; text-spacing-trim: space-all }} "
            f"span {{ font-size: {SIZE}px; white-space: pre }}</style>" +
            "".join(body) + SCRIPT)


def widths_by_chromium(program, file):
    dom = oracle.run([program, *FLAGS, "--dump-dom", f"file://{file}"])
    found = re.search(r'<pre id="widths" hidden="">(.*?)</pre>', dom)
    return json.loads(html.unescape(found[1])) if found else []


def fault(run, width):
    em = hb_shape.units_per_em(run.file, run.index)
    ours = sum(glyph[2] for glyph in run.glyphs) * SIZE / em
    bound = sum(abs(glyph[2] - glyph[3]) for glyph in run.glyphs
                if abs(glyph[2] - glyph[3]) == em * hb_shape.MOST_KERNING // 100) * 3 * SIZE / em
    if abs(ours - width) > max(TOLERANCE * width, 0.1) + bound:
        return f"“{run.text()}” is {ours:.2f} px wide, in Chromium {width:.2f}"
    return None


def main(shape_runs, folder, out):
    program, out = oracle.need("chromium"), pathlib.Path(out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    verdict, count = oracle.Verdict(), 0
    for resume in sorted(pathlib.Path(folder).glob("*.yaml")):
        runs = hb_shape.read_runs(shape_runs, resume)
        file = out / f"{resume.stem}.html"
        file.write_text(page(runs), "utf-8")
        widths = widths_by_chromium(program, file)
        faults = [] if len(widths) == len(runs) else [f"{len(widths)} of {len(runs)} runs are there"]
        faults += filter(None, map(fault, runs, widths))
        count += len(widths)
        subprocess.run([program, *FLAGS, f"--screenshot={out / resume.stem}.png",
                        "--window-size=1400,2400", f"file://{file}"], check=True,
                       stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        verdict.report(resume.stem, faults)
    print(f"{count} runs")
    verdict.end()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])

# SPDX-License-Identifier: MIT
"""chromium_page.py - Chromium puts the same ink on each line of a resume as we do.

Usage: chromium_page.py CVPDF SHAPE_RUNS FOLDER OUT
No test: it is run by hand, as chromium.py is. For each resume in FOLDER, Chromium gets the items
that `cvpdf dump pages` tells of as texts of the same letters, in the same faces and sizes, at the
same places, and prints them. Poppler draws its PDF and ours, at 288 dots to an inch, and both are
smoothed. In each two ems of a line, three tenths of the ink may differ, and a pixel of place: what
is rounded makes less, a wrong letter or one that is 0.8 pt away more. OUT/<name>-N.png shows page N,
ours above. Left out are lines with kerning that we bound (see hb_shape.py).
The Debian packages chromium, fontconfig, poppler-utils and python3-pil have what it needs.
"""
import functools
import html
import pathlib
import subprocess
import sys

from PIL import Image, ImageChops, ImageFilter, ImageStat

import chromium
import hb_shape
import oracle
import pages

SCALE = 4  # pixels of a point
SMOOTH = 3  # pixels on each side
TOLERANCE = 0.3
TRACKING = 0.06  # em, of headings in the default theme, in scripts with capitals
SPACED = ("Latn", "Grek", "Cyrl", "Armn")
RISE, FALL = 1.1, 0.33  # ems of a line above its baseline and below
WINDOW = 2  # ems


@functools.lru_cache(None)
def postscript_name(file, index):
    names = oracle.run([oracle.need("fc-scan"), "--format", "%{index} %{postscriptname}\\n", file])
    return next(name for number, name in map(str.split, names.splitlines()) if number == index)


def find_run(item, runs):
    """The run that the item was cut from, or the first of those it was put together from, and
    whether it is the whole of it."""
    same = [run for run in runs if postscript_name(run.file, run.index) == item.font]
    text = item.text.strip()
    for run in same:
        if text in run.text():
            return run, True
    return next((run for run in same if text.startswith(run.text().strip() or "\0")), None), False


def is_bounded(run):
    """Whether we part letters less than the font wants (see hb_shape.py)."""
    bound = hb_shape.units_per_em(run.file, run.index) * hb_shape.MOST_KERNING // 100
    return any(abs(glyph[2] - glyph[3]) == bound for glyph in run.glyphs)


def svg_text(item, run, is_one, face):
    anchor = "end" if run.direction == "rtl" else "start"  # its left end in either case
    is_spaced = run.tracked and run.script in SPACED
    spacing = f"letter-spacing: {TRACKING * item.size}px; " if is_spaced else ""
    style = (f"font: {item.size}px {face}; font-feature-settings: {chromium.features(run)}; "
             f"{spacing}direction: {run.direction}; unicode-bidi: "
             f"{'bidi-override' if is_one else 'embed'}; white-space: pre; "
             f"text-anchor: {anchor}; text-spacing-trim: space-all; "
             "text-rendering: geometricPrecision")
    return (f'<text x="{item.x}" y="{item.y}" fill="#{item.color}" lang="{run.language}" '
            f'style="{html.escape(style)}">{html.escape(item.text)}</text>\n')


def rules(lines):
    """Left, top, right and bottom of the rules of each page."""
    found = []
    for line in lines:
        words = line.split()
        if words[0] == "page":
            found.append([])
        elif len(words) > 3 and words[3] == "rule":
            left, top, width, height = (float(words[i]) for i in (0, 1, 4, 5))
            found[-1].append((left, top, left + width, top + height))
    return found


def page_of(items, runs, size):
    """The page, and for each item of it its run, or None."""
    faces, body, found = {}, [], []
    for item in items:
        run, is_one = find_run(item, runs)
        found.append(run)
        if run:
            face = faces.setdefault((run.file, run.index), f"f{len(faces)}")
            body.append(svg_text(item, run, is_one, face))
    fonts = "".join(f"@font-face {{ font-family: {name}; src: {chromium.source(*face)}; }}\n"
                    for face, name in faces.items())
    width, height = size
    return (f"<!doctype html><meta charset=utf-8><style>{fonts} body {{ margin: 0 }} "
            "svg { display: block } "
            f"@page {{ size: {width}pt {height}pt; margin: 0 }}</style>"
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height - 1}pt" '
            f'viewBox="0 0 {width} {height - 1}">\n'
            f"{''.join(body)}</svg>"), found


def print_by_chromium(page, pdf):
    file = pdf.with_suffix(".html")
    file.write_text(page, "utf-8")
    subprocess.run([oracle.need("chromium"), *chromium.FLAGS, f"--print-to-pdf={pdf}",
                    "--no-pdf-header-footer", f"file://{file}"],
                   check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def draw(pdf, number, size, blank):
    """The ink of a page, but for what lies in the boxes `blank`."""
    stem = pdf.with_suffix("")
    oracle.run([oracle.need("pdftoppm"), "-r", 72 * SCALE, "-gray", "-f", number, "-l", number,
                "-singlefile", pdf, stem])
    ink_of_page = ImageChops.invert(Image.open(f"{stem}.pgm").convert("L").crop((0, 0, *size)))
    for left, top, right, bottom in blank:
        ink_of_page.paste(0, (int(left * SCALE) - 1, int(top * SCALE) - 1,
                              int(right * SCALE) + 2, int(bottom * SCALE) + 2))
    return ink_of_page


def ink(picture):
    return ImageStat.Stat(picture).sum[0]


def compare(ours, theirs, line):
    """The greatest difference of two ems of a line, as a part of the ink that two ems of it have.
    Glyphs are put on whole pixels, so that one may lie a pixel beside the other."""
    size = max(item.size for item in line)
    top, bottom = (int((line[0].y + ems * size) * SCALE) for ems in (-RISE, FALL))
    step = round(WINDOW * size * SCALE)
    inks, differences = [], []
    for left in range(1, ours.width - step, step):
        mine = ours.crop((left, top, left + step, bottom))
        its = [theirs.crop((left + x, top + y, left + step + x, bottom + y))
               for x in (-1, 0, 1) for y in (-1, 0, 1)]
        inks.append(max(ink(mine), ink(its[4])))
        differences.append(min(ink(ImageChops.difference(mine, each)) for each in its))
    marked = [some for some in inks if some]
    return max(differences) * len(marked) / sum(marked) if marked else 0


def keep_picture(ours, theirs, file):
    both = Image.new("L", (ours.width, 2 * ours.height))
    both.paste(ImageChops.invert(ours))
    both.paste(ImageChops.invert(theirs), (0, ours.height))
    both.save(file)


def lines_of(items, found):
    """The items on each baseline, and whether all of them are to be drawn as Chromium does."""
    for baseline in sorted({item.y for item in items}):
        pairs = [(item, run) for item, run in zip(items, found) if item.y == baseline]
        if any(item.text.strip() for item, _ in pairs):
            yield [item for item, _ in pairs], not any(run and is_bounded(run) for _, run in pairs)


def look_at(program, shape_runs, resume, out):
    """For each line its difference, None where we bound its kerning, and its text."""
    stem = out / resume.stem
    oracle.run([program, resume, "-o", f"{stem}.pdf"])
    listing = oracle.run([program, "dump", "pages", resume])
    stem.with_suffix(".pages").write_text(listing, "utf-8")
    width, height = map(float, listing.split()[2:4])
    size = int(width * SCALE), int(height * SCALE)
    runs, ruled = hb_shape.read_runs(shape_runs, resume), rules(listing.splitlines())
    for number, items in enumerate(pages.read(stem.with_suffix(".pages"))):
        other = out / f"{resume.stem}-{number + 1}.pdf"
        page, found = page_of(items, runs, (width, height))
        print_by_chromium(page, other)
        pictures = (draw(stem.with_suffix(".pdf"), number + 1, size, ruled[number]),
                    draw(other, 1, size, ruled[number]))
        keep_picture(*pictures, other.with_suffix(".png"))
        smooth = [picture.filter(ImageFilter.BoxBlur(SMOOTH)) for picture in pictures]
        for line, is_alike in lines_of(items, found):
            yield compare(*smooth, line) if is_alike else None, " ".join(each.text for each in line)


def main(program, shape_runs, folder, out):
    out = pathlib.Path(out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    verdict, bounded, parts = oracle.Verdict(), 0, []
    for resume in sorted(pathlib.Path(folder).glob("*.yaml")):
        lines = list(look_at(program, shape_runs, resume, out))
        verdict.report(resume.stem, [f"“{text}” differs by {part:.3f}" for part, text in lines
                                     if part is not None and part > TOLERANCE])
        bounded += sum(part is None for part, _ in lines)
        parts += [part for part, _ in lines if part is not None]
    print(f"{len(parts)} lines, the greatest difference {max(parts, default=1):.3f}; "
          f"{bounded} lines have kerning that we bound")
    verdict.end()


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])

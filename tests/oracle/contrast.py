# SPDX-License-Identifier: MIT
"""contrast.py - text stands out from the white page (WCAG 2.1, 1.4.3 and 1.4.6).

4.5 : 1 at least, and 7 : 1 where the resume leaves the colours of the theme alone. A resume that
asks for less is warned of it (CV304), and only then may have it.
Usage: contrast.py PROGRAM [OPTION]...
"""
import subprocess

import oracle
import pages
import source_words

LEAST, THEME = 4.5, 7.0
WARNING = "CV304"


def luminance(color):
    """Relative luminance of "rrggbb"."""
    parts = [int(color[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
                        for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_with_white(color):
    return 1.05 / (luminance(color) + 0.05)


def is_warned(program, document):
    done = subprocess.run([program, "dump", "diagnostics", document.source.name],
                          cwd=document.source.parent, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False, encoding="utf-8")
    return WARNING in done.stdout


def judge(program, document):
    design = source_words.load(document.source).get("design") or {}
    least = LEAST if "color" in design or "theme" in design else THEME
    worst = {}
    for page in pages.read(document.pages):
        for item in page:
            if item.text.strip() and contrast_with_white(item.color) < least:
                worst.setdefault(item.color, item.text)
    for color, text in worst.items():
        if not is_warned(program, document):
            yield f"#{color} has {contrast_with_white(color):.2f} : 1, expected {least}: “{text}”"


def main():
    options = oracle.parser("Checks the contrast of all text.")
    options.add_argument("program", type=oracle.pathlib.Path)
    options = options.parse_args()
    verdict = oracle.Verdict()
    for document in oracle.documents(options):
        verdict.report(document.name, judge(options.program.resolve(), document))
    verdict.end()


if __name__ == "__main__":
    main()

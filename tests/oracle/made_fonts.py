# SPDX-License-Identifier: MIT
"""made_fonts.py - fonts that are sound and odd, and a resume for each, for the judges to look at.

Usage: made_fonts.py FOLDER
FOLDER/<name>.yaml and FOLDER/fonts/<name>.ttf or .otf, made of fonts of the system:
  widths    its CFF outlines have other widths than its table `hmtx`
  bearings  its outlines do not begin where `hmtx` says, so that viewers move each glyph; marks are
            put on letters
  pictures  beside each outline it has a picture, which a PDF has no room for
"""
import pathlib
import shutil
import struct
import sys

import oracle

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "images"))
import pictures as drawing  # noqa: E402  (beside this folder)

SYSTEM = pathlib.Path("/usr/share/fonts")
RESUME = """\
# {what}
language: {language}
name: {name}
contact: {{email: ada@example.org}}
design: {{font: {{family: fonts/{file}}}}}
sections:
  Work:
    - role: {role}
      organization: Analytical Engine
      start: 1842
      bullets: ["{text}"]
"""


def tables(font):
    """The tables of a font file: {tag: bytes}."""
    count, = struct.unpack_from(">H", font, 4)
    found = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _, offset, size = struct.unpack_from(">4sIII", font, at)
        found[tag] = font[offset:offset + size]
    return found


def assemble(version, found):
    """A font file of tables. Nobody who reads one looks at the sums."""
    at = 12 + 16 * len(found)
    records, data = b"", b""
    for tag, table in sorted(found.items()):
        records += struct.pack(">4sIII", tag, 0, at + len(data), len(table))
        data += table + b"\0" * (-len(table) % 4)
    return version + struct.pack(">HHHH", len(found), 0, 0, 0) + records + data


def change_metrics(found, change):
    """Gives each (advance, bearing) of `hmtx` to change(glyph, advance, bearing)."""
    wide, = struct.unpack_from(">H", found[b"hhea"], 34)
    metrics = bytearray(found[b"hmtx"])
    for glyph in range(wide):
        old = struct.unpack_from(">Hh", metrics, 4 * glyph)
        struct.pack_into(">Hh", metrics, 4 * glyph, *change(glyph, *old))
    found[b"hmtx"] = bytes(metrics)


def widths():
    source = SYSTEM / "opentype/urw-base35/NimbusSans-Regular.otf"
    found = tables(pathlib.Path(oracle.need_file(source)).read_bytes())
    # No steps that would part letters so far that extractors see two words.
    change_metrics(found, lambda glyph, advance, bearing: (
        advance + (glyph % 5 - 2) * 12 if advance else 0, bearing))
    return assemble(b"OTTO", found)


def bearings():
    source = SYSTEM / "truetype/noto/NotoSansDevanagari-Regular.ttf"
    found = tables(pathlib.Path(oracle.need_file(source)).read_bytes())
    change_metrics(found, lambda glyph, advance, bearing: (advance, bearing + glyph % 3 * 10))
    return assemble(b"\0\1\0\0", found)


def pictures():
    """The table `sbix`: a size of 20 pixels, in which each glyph has the same square."""
    source = SYSTEM / "truetype/dejavu/DejaVuSans.ttf"
    found = tables(pathlib.Path(oracle.need_file(source)).read_bytes())
    count, = struct.unpack_from(">H", found[b"maxp"], 4)
    square = drawing.png((20, 20, 3, bytes(1200)))
    places, data = b"", b""
    for _ in range(count):
        places += struct.pack(">I", 4 + 4 * (count + 1) + len(data))
        data += struct.pack(">hh4s", 0, 0, b"png ") + square
    places += struct.pack(">I", 4 + 4 * (count + 1) + len(data))
    found[b"sbix"] = struct.pack(">HHIIHH", 1, 1, 1, 12, 20, 72) + places + data
    return assemble(b"\0\1\0\0", found)


def write(folder, stem, font, **what):
    file = f"{stem}.otf" if font[:4] == b"OTTO" else f"{stem}.ttf"
    (folder / "fonts" / file).write_bytes(font)
    (folder / f"{stem}.yaml").write_text(RESUME.format(file=file, **what), "utf-8")


def main(folder):
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "fonts").mkdir(parents=True)
    write(folder, "widths", widths(), what="CFF outlines of other widths than text is set by.",
          language="en", name="Ada Lovelace", role="Analyst",
          text="Wrote notes on **more** than an engine, affecting few; x - y = 12.")
    write(folder, "pictures", pictures(), what="Outlines beside pictures.", language="en",
          name="Ada Lovelace", role="Analyst", text="Wrote notes on an engine; x - y = 12.")
    write(folder, "bearings", bearings(), what="Outlines that do not begin where metrics say.",
          language="en", name="अनिता शर्मा", role="संपादक",
          text="हिन्दी में लेखन, शिक्षा और क्षेत्र के काम")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

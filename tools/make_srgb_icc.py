#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes data/icc/srgb.icc: sRGB as a small ICC version 2 display profile.

Everything follows from the published definition of sRGB (IEC 61966-2-1): the primaries of
ITU-R BT.709, the white point D65 and the piecewise transfer curve. ICC colours are relative to
D50, so the colorants are adapted with the Bradford matrix. Version 2 has no parametric curve:
the transfer curve is a table that readers interpolate linearly.

Usage: make_srgb_icc.py OUTPUT
"""

import struct
import sys

PRIMARIES = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))  # x, y of red, green, blue
D65 = (0.3127, 0.3290)
D50 = (0xF6D6 / 65536, 1.0, 0xD32D / 65536)  # the profile connection space, as ICC.1 encodes it
BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))

# 112 entries bring the file to 0.7 KB; the largest error of the interpolation is then a
# twentieth of one 8-bit step.
CURVE_ENTRIES = 112
CREATED = (2026, 1, 1, 0, 0, 0)


def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def apply(matrix, vector):
    return [sum(x * y for x, y in zip(row, vector)) for row in matrix]


def inverse(m):
    (a, b, c), (d, e, f), (g, h, i) = m
    determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    adjugate = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    return [[value / determinant for value in row] for row in adjugate]


def xyz(x, y):
    return (x / y, 1.0, (1 - x - y) / y)


def colorants():
    """The XYZ of the three primaries seen under D50, as columns."""
    white = xyz(*D65)
    columns = list(zip(*(xyz(*primary) for primary in PRIMARIES)))
    amounts = apply(inverse(columns), white)
    to_xyz = [[value * amount for value, amount in zip(row, amounts)] for row in columns]
    gains = [d50 / d65 for d50, d65 in zip(apply(BRADFORD, D50), apply(BRADFORD, white))]
    scaled = [[value * gain for value in row] for row, gain in zip(BRADFORD, gains)]
    return multiply(multiply(inverse(BRADFORD), scaled), to_xyz)


def linear(value):
    """The light that an encoded value stands for; both in 0..1."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def fixed(value):
    return round(value * 65536)


def rounded_colorants():
    """In 1/65536, with green adjusted so that red + green + blue is the white exactly."""
    red, green, blue = ([fixed(value) for value in column] for column in zip(*colorants()))
    green = [fixed(white) - r - b for white, r, b in zip(D50, red, blue)]
    return red, green, blue


def xyz_tag(values):
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *values)


def curve_tag():
    last = CURVE_ENTRIES - 1
    table = [round(65535 * linear(index / last)) for index in range(CURVE_ENTRIES)]
    return b"curv\0\0\0\0" + struct.pack(f">I{CURVE_ENTRIES}H", CURVE_ENTRIES, *table)


def description_tag(text):
    ascii_part = text.encode("ascii") + b"\0"
    unicode_part = struct.pack(">II", 0, 0)
    script_part = struct.pack(">HB67s", 0, 0, b"")
    return (b"desc\0\0\0\0" + struct.pack(">I", len(ascii_part)) + ascii_part
            + unicode_part + script_part)


def text_tag(text):
    return b"text\0\0\0\0" + text.encode("ascii") + b"\0"


def profile():
    red, green, blue = rounded_colorants()
    curve = curve_tag()
    tags = [
        (b"desc", description_tag("sRGB")),
        (b"cprt", text_tag("CC0")),
        (b"wtpt", xyz_tag([fixed(value) for value in D50])),
        (b"rXYZ", xyz_tag(red)),
        (b"gXYZ", xyz_tag(green)),
        (b"bXYZ", xyz_tag(blue)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    start = 128 + 4 + 12 * len(tags)
    directory, body, places = struct.pack(">I", len(tags)), b"", {}
    for signature, data in tags:
        if data not in places:  # the three curves share one table
            body += bytes(-len(body) % 4)
            places[data] = start + len(body)
            body += data
        directory += signature + struct.pack(">II", places[data], len(data))
    body += bytes(-len(body) % 4)
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sIIIQI3i4s44s", start + len(body), b"", 0x02100000, b"mntr", b"RGB ",
        b"XYZ ", *CREATED, b"acsp", b"", 0, 0, 0, 0, 0, *(fixed(value) for value in D50), b"", b"")
    return header + directory + body


def main(arguments):
    if len(arguments) != 2:
        sys.exit("usage: make_srgb_icc.py OUTPUT")
    with open(arguments[1], "wb") as output:
        output.write(profile())


if __name__ == "__main__":
    main(sys.argv)

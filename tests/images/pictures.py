# SPDX-License-Identifier: MIT
"""Pictures for tests: a drawn portrait, and writers of PNG and JPEG files with what cameras add.

No library of pictures is needed, and none decides what is in the files.
Usage: python3 pictures.py portrait.png|portrait.jpg >FILE
       python3 pictures.py seeds FOLDER
The JPEG is that of a telephone held upright: on its side, and with the place where it was taken.
"""
import math
import struct
import sys
import zlib

# Drawing. A picture is (width, height, components, samples as bytes).


def mix(a, b, share):
    return tuple(x + (y - x) * share for x, y in zip(a, b))


def in_ellipse(x, y, cx, cy, rx, ry):
    return ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1


def portrait_color(x, y):
    """The colour at x, y from 0 to 1 across and 0 to 4/3 down."""
    skin, hair, coat = (222, 184, 158), (74, 52, 42), (44, 62, 92)
    if in_ellipse(x, y, .43, .545, .022, .026) or in_ellipse(x, y, .59, .545, .022, .026):
        return (48, 40, 40)
    if .45 < x < .57 and abs(y - .715 + 2.5 * (x - .51) ** 2) < .007:
        return (168, 96, 92)
    if in_ellipse(x, y, .51, .59, .17, .225) and y > .40 + .35 * (x - .40) ** 2:
        return mix(skin, (196, 152, 126), max(0, min(1, (x - .45) * 3)))
    if in_ellipse(x, y, .51, .53, .215, .27):
        return hair
    if .44 < x < .58 and .74 < y < .93:
        return mix(skin, (150, 112, 92), max(0, min(1, (.90 - y) * 6)))
    if abs(x - .51) < (y - .86) * .45 and y < 1.15 and abs(x - .51) < .13:
        return (240, 240, 244)
    if in_ellipse(x, y, .51, 1.36, .43, .50):
        return mix(coat, (30, 44, 68), max(0, min(1, (x - .4) * 2)))
    return mix((214, 222, 228), (168, 180, 190), y / 1.34)


def draw(width, height, color, across=1.0, fine=3):
    """Each pixel is the mean of fine x fine points."""
    samples = bytearray()
    for row in range(height):
        for column in range(width):
            sums = [0.0] * 3
            for i in range(fine * fine):
                x = (column + (i % fine + .5) / fine) / width * across
                y = (row + (i // fine + .5) / fine) / width * across
                for part, value in enumerate(color(x, y)):
                    sums[part] += value
            samples += bytes(int(value / fine / fine + .5) for value in sums)
    return width, height, 3, bytes(samples)


def portrait(width=480):
    return draw(width, width * 4 // 3, portrait_color)


def turned(picture, orientation):
    """The picture as a camera stores it that was held so: upright again as Exif says."""
    width, height, components, samples = picture
    stored_width, stored_height = (height, width) if orientation > 4 else (width, height)
    out = bytearray()
    for row in range(stored_height):
        for column in range(stored_width):
            x, y = (row, column) if orientation > 4 else (column, row)
            if orientation in (2, 3, 6, 7):
                x = width - 1 - x
            if orientation in (3, 4, 7, 8):
                y = height - 1 - y
            at = (y * width + x) * components
            out += samples[at:at + components]
    return stored_width, stored_height, components, bytes(out)


def quarters(width=64, height=48):
    """Red and green above, blue and white below: tells each way of turning from the others."""
    colors = ((255, 0, 0), (0, 160, 0)), ((0, 0, 255), (255, 255, 255))
    samples = b"".join(bytes(colors[2 * y // height][2 * x // width])
                       for y in range(height) for x in range(width))
    return width, height, 3, samples


# PNG


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(picture, extra=b""):
    """`extra` are chunks that follow the header."""
    width, height, components, samples = picture
    header = struct.pack(">IIBBBBB", width, height, 8, {1: 0, 3: 2}[components], 0, 0, 0)
    size = width * components
    # Each row as its difference from the one above, which drawings have little of.
    rows, above = [], bytes(size)
    for y in range(height):
        row = samples[y * size:(y + 1) * size]
        rows.append(b"\2" + bytes((a - b) & 255 for a, b in zip(row, above)))
        above = row
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra +
            chunk(b"IDAT", zlib.compress(b"".join(rows), 9)) + chunk(b"IEND", b""))


# JPEG: baseline, without subsampling, with the tables of ITU-T T.81, annex K

ZIGZAG = sorted(range(64), key=lambda i: (i // 8 + i % 8,
                                          (i // 8 if (i // 8 + i % 8) % 2 else i % 8)))
QUANTIZATION = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99]
DC_COUNTS = bytes([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0])
DC_VALUES = bytes(range(12))
AC_COUNTS = bytes([0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125])
AC_VALUES = bytes.fromhex(
    "01020300041105122131410613516107227114328191a1082342b1c11552d1f0"
    "2433627282090a161718191a25262728292a3435363738393a43444546474849"
    "4a"
    "535455565758595a636465666768696a737475767778797a838485868788898a"
    "92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6"
    "c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa")
COSINES = [[math.cos((2 * x + 1) * u * math.pi / 16) * (math.sqrt(.125) if u == 0 else .5)
            for x in range(8)] for u in range(8)]


def huffman(counts, values):
    codes, code, at = {}, 0, 0
    for length, count in enumerate(counts, 1):
        for value in values[at:at + count]:
            codes[value] = format(code, f"0{length}b")
            code += 1
        at, code = at + count, code << 1
    return codes


def transform(block):
    rows = [[sum(c * v for c, v in zip(line, block[8 * y:8 * y + 8])) for line in COSINES]
            for y in range(8)]
    return [sum(COSINES[v][y] * rows[y][u] for y in range(8)) for v in range(8) for u in range(8)]


def bits_of(value):
    size = abs(value).bit_length()
    return size, format(value if value > 0 else value + (1 << size) - 1, f"0{size}b") if size else ""


def code_block(values, before, dc, ac):
    size, bits = bits_of(values[0] - before)
    out, zeros = [dc[size], bits], 0
    for value in values[1:]:
        if value == 0:
            zeros += 1
            continue
        out += [ac[0xF0]] * (zeros // 16)
        size, bits = bits_of(value)
        out += [ac[(zeros % 16) << 4 | size], bits]
        zeros = 0
    return "".join(out) + (ac[0] if zeros else "")


def planes(picture):
    width, height, components, samples = picture
    if components == 1:
        return [samples]
    triples = [samples[i:i + 3] for i in range(0, len(samples), 3)]
    return [[.299 * r + .587 * g + .114 * b for r, g, b in triples],
            [128 - .168736 * r - .331264 * g + .5 * b for r, g, b in triples],
            [128 + .5 * r - .418688 * g - .081312 * b for r, g, b in triples]]


def segment(marker, data):
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def jpeg(picture, extra=b"", quality=85):
    """`extra` are segments that follow the start."""
    width, height, components, _ = picture
    share = (200 - 2 * quality if quality >= 50 else 5000 / quality) / 100
    table = [max(1, min(255, round(value * share))) for value in QUANTIZATION]
    dc, ac = huffman(DC_COUNTS, DC_VALUES), huffman(AC_COUNTS, AC_VALUES)
    out, before = [], [0] * components
    parts = planes(picture)
    for y in range(0, height, 8):
        for x in range(0, width, 8):
            for number, plane in enumerate(parts):
                block = [plane[min(y + i // 8, height - 1) * width + min(x + i % 8, width - 1)] - 128
                         for i in range(64)]
                levels = transform(block)
                values = [round(levels[i] / table[i]) for i in ZIGZAG]
                out.append(code_block(values, before[number], dc, ac))
                before[number] = values[0]
    bits = "".join(out)
    bits += "1" * (-len(bits) % 8)
    coded = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")
    frame = struct.pack(">BHHB", 8, height, width, components)
    frame += b"".join(bytes([i + 1, 0x11, 0]) for i in range(components))
    scan = bytes([components]) + b"".join(bytes([i + 1, 0]) for i in range(components))
    return (b"\xff\xd8" + extra +
            segment(0xDB, b"\0" + bytes(table[i] for i in ZIGZAG)) + segment(0xC0, frame) +
            segment(0xC4, b"\0" + DC_COUNTS + DC_VALUES) +
            segment(0xC4, b"\x10" + AC_COUNTS + AC_VALUES) +
            segment(0xDA, scan + b"\0\x3f\0") + coded + b"\xff\xd9")


# What cameras add


def exif(orientation=None, location=None, text=b""):
    """A TIFF structure: orientation, a description, and coordinates with `location` as a name."""
    entries = []
    data_at = 8 + 2 + 12 * 3 + 4
    if text:
        entries.append(struct.pack(">HHII", 0x010E, 2, len(text), data_at))
    if orientation:
        entries.append(struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0))
    gps = b""
    if location:
        gps_at = data_at + len(text)
        entries.append(struct.pack(">HHII", 0x8825, 4, 1, gps_at))
        name_at = gps_at + 2 + 12 * 2 + 4
        gps = (struct.pack(">H", 2) + struct.pack(">HHII", 2, 5, 3, name_at + len(location)) +
               struct.pack(">HHII", 0x1B, 7, len(location), name_at) + bytes(4) + location +
               struct.pack(">6I", 48, 1, 51, 1, 29, 1))
    directory = struct.pack(">H", len(entries)) + b"".join(entries) + bytes(4)
    return b"MM\0*" + struct.pack(">I", 8) + directory.ljust(data_at - 8, b"\0") + text + gps


def exif_segment(**what):
    return segment(0xE1, b"Exif\0\0" + exif(**what))


# Seeds of tests/fuzz: a byte before a PNG says whether the fuzz target compresses its data


def png_seed(depth, color, interlace, rows, chunks=b"", width=3, height=2):
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlace)
    return (b"\1\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunks + chunk(b"IDAT", rows) +
            chunk(b"IEND", b""))


def seeds():
    small = 9, 5, 3, bytes(range(135))
    grey = 9, 5, 1, bytes(range(45))
    location = exif_segment(orientation=8, location=b"here", text=b"what")
    palette = chunk(b"PLTE", bytes(range(12))) + chunk(b"tRNS", b"\0\x80")
    return {
        "png/colours": png_seed(8, 2, 0, b"\1" + bytes(range(9)) + b"\4" + bytes(range(9))),
        "png/palette": png_seed(2, 3, 0, b"\0\x1b\0\xe4", palette),
        "png/interlaced": png_seed(1, 0, 1, bytes(16), chunk(b"tRNS", b"\0\1"), 5, 5),
        "png/deep": png_seed(16, 6, 0, b"\2" + bytes(24) + b"\3" + bytes(24)),
        "png/grey-alpha": png_seed(8, 4, 0, b"\0abcdef\0ghijkl"),
        "png/compressed": b"\0" + png(small, chunk(b"eXIf", exif(orientation=6, location=b"x"))),
        "png/large": png_seed(8, 0, 0, b"\0", width=1000000, height=1000000),
        "jpeg/colours": jpeg(small), "jpeg/grey": jpeg(grey), "jpeg/camera": jpeg(small, location),
        "jpeg/adobe": jpeg(small, segment(0xEE, b"Adobe\0\144\0\0\0\0\1")),
        "jpeg/restarts": jpeg(grey, segment(0xDD, b"\0\1")),
        "jpeg/progressive": jpeg(grey).replace(b"\xff\xc0", b"\xff\xc2").replace(
            b"\1\0\0\x3f\0", b"\1\0\0\0\0"),
    }


def write_seeds(folder):
    for name, data in seeds().items():
        with open(f"{folder}/{name}", "wb") as file:
            file.write(data)


if __name__ == "__main__":
    if sys.argv[1] == "seeds":
        write_seeds(sys.argv[2])
        sys.exit()
    made = {"portrait.png": lambda: png(portrait(240)),
            "portrait.jpg": lambda: jpeg(turned(portrait(480), 6),
                                         exif_segment(orientation=6, location=b"Stuttgart"))}
    sys.stdout.buffer.write(made[sys.argv[1]]())

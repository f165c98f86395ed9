# SPDX-License-Identifier: MIT
"""photo.py - a photo is upright whatever its camera says, and nothing that the camera wrote is left.

Usage: photo.py CVPDF FOLDER
Pictures of four colours are stored in each of the eight ways of Exif, as JPEG and PNG, full of words
that must not come through. What poppler draws is looked at by the colours in its corners; what qpdf
unpacks is searched for the words, as bytes, in UTF-16 and in hexadecimal.
"""
import pathlib
import shutil
import subprocess
import sys

import oracle

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "images"))
import pictures  # noqa: E402  (beside this folder)

RESOLUTION = 72  # dots an inch, so that dots are points
WIDTH = 100  # of the photo, in points
CORNERS = {(0, 0): (255, 0, 0), (1, 0): (0, 160, 0), (0, 1): (0, 0, 255), (1, 1): (255, 255, 255)}

# Where words can be hidden, each with a word of its own.
CANARIES = {word: b"canary-" + word.encode() for word in (
    "gps", "description", "xmp", "iptc", "icc", "comment", "jfif", "adobe", "film", "text",
    "packed", "international", "time", "profile", "private", "behind")}


def jpeg_extra(orientation):
    word, segment = CANARIES, pictures.segment
    return (segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\0\0" + word["jfif"]) +
            pictures.exif_segment(orientation=orientation, location=word["gps"],
                                  text=word["description"]) +
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + word["xmp"]) +
            segment(0xE2, b"ICC_PROFILE\0\1\1" + word["icc"]) +
            segment(0xED, b"Photoshop 3.0\0008BIM\4\4" + word["iptc"]) +
            # In half of the files it denies what JFIF says, and is not believed by libjpeg.
            segment(0xEE, b"Adobe\0\144\0\0\0\0" + bytes([orientation % 2]) + word["adobe"]) +
            segment(0xFE, word["comment"]))


def png_extra(orientation):
    word, chunk = CANARIES, pictures.chunk
    packed = pictures.zlib.compress
    return (chunk(b"iCCP", b"n" + word["icc"] + b"\0\0" + packed(word["profile"])) +
            chunk(b"eXIf", pictures.exif(orientation=orientation, location=word["gps"],
                                         text=word["description"])) +
            chunk(b"tEXt", b"Comment\0" + word["text"]) +
            chunk(b"zTXt", b"Comment\0\0" + packed(word["packed"])) +
            chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + word["international"]) +
            chunk(b"tIME", word["time"][:7]) + chunk(b"prVt", word["private"]))


def make_photo(kind, orientation):
    stored = pictures.turned(pictures.quarters(288, 216), orientation)
    if kind == "jpg":
        return (pictures.jpeg(stored, jpeg_extra(orientation)) + b"\xff\xd8\xff\xe1" +
                CANARIES["film"])
    return pictures.png(stored, png_extra(orientation)) + CANARIES["behind"]


def render(cvpdf, folder, kind, orientation):
    name = f"{kind}-{orientation}"
    photo = make_photo(kind, orientation)
    if sum(word in photo for word in CANARIES.values()) < 6:
        sys.exit("the photo lacks what should not come through: this test would prove nothing")
    (folder / f"{name}.{kind}").write_bytes(photo)
    source = folder / f"{name}.yaml"
    source.write_text(f"name: Ada\nphoto: {name}.{kind}\n"
                      f"design: {{header: {{photo: {{width: {WIDTH}pt}}}}}}\n")
    subprocess.run([cvpdf, "-q", "--no-sync", "--root", folder, source], check=True)
    return source.with_suffix(".pdf")


def read_ppm(data):
    magic, size, most, samples = data.split(b"\n", 3)
    width, height = map(int, size.split())
    if magic != b"P6" or most != b"255" or len(samples) != width * height * 3:
        sys.exit("pdftoppm has not written a PPM file of 8 bits")
    return width, samples


def corner_faults(pdf):
    """The middles of the quarters, in a photo of WIDTH x 3/4 WIDTH at the right margin."""
    drawn = subprocess.run([oracle.need("pdftoppm"), "-r", str(RESOLUTION), "-singlefile", pdf],
                           check=True, stdout=subprocess.PIPE).stdout
    width, samples = read_ppm(drawn)
    right, top, height = 595.28 - 68.03, 48.19, WIDTH * 3 / 4
    for (across, down), want in CORNERS.items():
        x = int(right - WIDTH * (3 - 2 * across) / 4)
        y = int(top + height * (1 + 2 * down) / 4)
        got = tuple(samples[(y * width + x) * 3:(y * width + x) * 3 + 3])
        if max(abs(a - b) for a, b in zip(got, want)) > 24:
            yield f"the quarter {across} across and {down} down is {got}, not {want}"


def leak_faults(pdf):
    unpacked = subprocess.run([oracle.need("qpdf"), "--qdf", "--object-streams=disable", pdf, "-"],
                              check=True, stdout=subprocess.PIPE).stdout
    if b"/Subtype /Image" not in unpacked:
        yield "there is no photo in it: this test would prove nothing"
    for word, canary in CANARIES.items():
        text = canary.decode()
        forms = (canary[:7] if word == "time" else canary, text.encode("utf-16-be"),
                 canary.hex().encode(), canary.hex().upper().encode())
        if any(form in unpacked for form in forms):
            yield f"the {word} of the file is in it"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    cvpdf, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    verdict = oracle.Verdict()
    for kind in ("jpg", "png"):
        for orientation in range(1, 9):
            pdf = render(cvpdf, folder, kind, orientation)
            faults = list(corner_faults(pdf)) + list(leak_faults(pdf))
            verdict.report(f"{kind}, orientation {orientation}", faults)
    verdict.end()


if __name__ == "__main__":
    main()

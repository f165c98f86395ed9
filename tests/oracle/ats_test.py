# SPDX-License-Identifier: MIT
"""ats_test.py - a resume parser finds the fields of the source.

Usage: ats_test.py [--bless] [OPTION]...
For every English document: the fields that the parser of ats.py looks for, in the first section of
each kind. At least 98 % of them must be found; those that are not are the list in docs/ats.md, which
must be true (--bless writes it anew). A field is one that satisfies the parser's own expressions:

 1. It has the words: a school that calls itself one, a title of a known word, a place with the two
    letters of a state.
 2. A company has none of a title's, and is told from a title by that having one or not being there.
 3. A section's title is in bold capitals or of few known words; a bullet has a known marker.

What is printed below the bullets of an entry is no part of the last one, though the parser takes it
for that; bullets inside a bullet are.
"""
import collections
import re
import sys

import ats
import oracle
import source_words

LEAST = 0.98
MANUAL = source_words.ROOT / "docs/ats.md"
LIST_BEGINS = "<!-- by tests/oracle/ats_test.py --bless -->\n"

# where: "profile", "work, entry 2"; texts: any of them will do; is_marked: emphasis, code and links
# change the font, at which the parser may lose the space
Field = collections.namedtuple("Field", "where name texts is_marked")


# What the source has

def is_marked(text):
    return source_words.plain(text) != text or re.search(r"https?://|www\.", text) is not None


class Source:
    """The fields of one resume, as they are printed."""

    def __init__(self, path):
        self.data = source_words.load(path)
        self.resume = source_words.Resume(self.data)

    def is_english(self):
        return self.resume.language == "en"

    def contact(self, key, pattern):
        """What the parser finds in the first item that has it, as a list of one."""
        for value in source_words.as_list((self.data.get("contact") or {}).get(key)):
            if found := pattern.search(self.resume.text(value)):
                return [found[0]]
        return []

    def addresses(self):
        contact = self.data.get("contact") or {}
        printed = [*map(source_words.printed_address,
                        source_words.as_list(contact.get("website"))),
                   *map(self.resume.profile, source_words.as_list(contact.get("profiles")))]
        return list(filter(ats.URL.fullmatch, printed))

    def profile(self):
        name = self.data["name"]
        found = {"name": [name] if ats.NAME.search(name) else [],
                 "e-mail": self.contact("email", ats.EMAIL),
                 "phone": self.contact("phone", ats.PHONE),
                 "location": self.contact("location", ats.LOCATION),
                 "link": self.addresses()}
        for name, texts in found.items():
            if texts:
                yield Field("profile", name, texts, False)

    def bullet(self, bullet):
        """Bullets inside a bullet are its text to the parser, which knows one kind of mark."""
        if not isinstance(bullet, dict) or "text" not in bullet:
            return self.source_text(bullet)
        marker = self.resume.option("bullets", "nested_marker", "–")
        inner = map(self.bullet, source_words.as_list(bullet.get("bullets")))
        return " ".join([self.source_text(bullet["text"]), *(f"{marker} {text}" for text in inner)])

    def source_text(self, value):
        """With its markup, unlike the text() of Resume."""
        if isinstance(value, dict):
            value = value.get(self.resume.tag, value.get(self.resume.language))
        return value or ""

    def bullets(self, entry):
        texts = []
        if entry.get("institution"):
            for word in ("score", "courses"):
                values = map(self.resume.text, source_words.as_list(entry.get(word)))
                if joined := self.resume.locale["list_separator"].join(values):
                    texts.append(self.resume.locale[word].replace(f"{{{word}}}", joined))
        texts += map(self.bullet, source_words.as_list(entry.get("bullets")))
        return texts

    def degree(self, entry):
        degree, area = self.resume.text(entry.get("degree")), self.resume.text(entry.get("area"))
        if degree and area:
            form = self.resume.locale["degree_in_area"]
            return form.replace("{degree}", degree).replace("{area}", area)
        return degree or area

    def records(self, kind, entry):
        """What stands as an entry: a role, the first one with the employer's name above it."""
        if kind != "work" or not entry.get("roles"):
            yield entry
            return
        first, *others = entry["roles"]
        if any(map(entry.get, ("bullets", "summary", "date", "start", "end"))):
            yield {**entry, "remark": None}  # which is below the roles
            yield first
        else:
            yield {**first, "organization": entry["organization"]}
        yield from others

    def heads(self, kind, entry):
        """(field, text) above the bullets."""
        if ats.has_date(date := self.resume.period(entry)):
            yield "date", date
        if kind == "education":
            school, degree = self.resume.text(entry.get("institution")), self.degree(entry)
            if ats.SCHOOL.search(school):
                yield "school", school
            if ats.DEGREE.search(degree):
                yield "degree", degree
        elif kind == "work":
            title = self.resume.text(entry.get("role"))
            company = self.resume.text(entry.get("organization"))
            if ats.TITLE.search(title):
                yield "title", title
            if company and (ats.TITLE.search(title) or not title) \
                    and not ats.is_foreign_to_company(company):
                yield "company", company

    def fields(self, kind, where, entry):
        for name, text in self.heads(kind, entry):
            yield Field(where, name, [text], False)
        has_known_marker = self.resume.option("bullets", "marker", "•") in ats.BULLETS
        for text in self.bullets(entry) if has_known_marker else ():
            yield Field(where, "bullet", [source_words.plain(text)], is_marked(text))

    def is_known_title(self, title):
        if self.resume.option("headings", "case", "upper") == "upper":
            title = source_words.upper(title, self.resume.language)
        weight = self.resume.option("headings", "weight", "bold")
        return ats.is_title([ats.Item(title, 0, 0, 0, 0, weight)])

    def sections(self):
        """(kind, section) for the first section of each kind that shows its title."""
        sections = [section if isinstance(section, dict) else {"entries": section}
                    for section in (self.data.get("sections") or {}).values()]
        titles = [self.resume.text(section.get("title", key))
                  for key, section in zip(self.data.get("sections") or {}, sections)]
        shown = [(title, section) for title, section in zip(titles, sections)
                 if section.get("heading", "true") == "true" and section["entries"]]
        for kind, words in ats.SECTIONS.items():
            for title, section in shown:
                if any(word in title.lower() for word in words) and self.is_known_title(title):
                    yield kind, section
                    break

    def entries(self):
        """(kind, [the fields of an entry, ...])"""
        for kind, section in self.sections():
            records = [record for entry in source_words.as_list(section["entries"])
                       if isinstance(entry, dict) for record in self.records(kind, entry)]
            yield kind, [list(self.fields(kind, f"{kind}, entry {index}", record))
                         for index, record in enumerate(records, 1)]


# Comparison

def is_same(field, text):
    text = source_words.with_named_characters(text)
    joint = "" if field.is_marked else " "
    return any(joint.join(source_words.folded_words(want))
               == joint.join(source_words.folded_words(text)) for want in field.texts)


def found_in(fields, entry):
    """The fields that one entry of the parser's has; bullets in their order."""
    found, rest = [], list(entry["bullets"])
    for field in fields:
        if field.name == "bullet":
            at = next((i for i, text in enumerate(rest) if is_same(field, text)), None)
            if at is not None:
                rest = rest[at + 1:]
                found.append(field)
        elif is_same(field, entry[field.name]):
            found.append(field)
    return found


def found_in_order(want, got):
    """Most fields that can be found when entries are paired without changing their order."""
    best = [[] for _ in range(len(got) + 1)]  # over the entries of `want` so far
    for fields in want:
        row = [[]]
        for j, entry in enumerate(got):
            row.append(max(row[j], best[j + 1], best[j] + found_in(fields, entry), key=len))
        best = row
    return best[-1]


def judge(source, parsed):
    """The fields of a document, and those of them that were missed."""
    fields = list(source.profile())
    found = [field for field in fields if is_same(field, parsed["profile"][field.name])]
    for kind, entries in source.entries():
        fields += [field for entry in entries for field in entry]
        found += found_in_order(entries, parsed[kind])
    # By identity: a bullet may be there twice.
    missed = [field for field in fields if not any(field is other for other in found)]
    return fields, missed


def row(name, field):
    text = " ".join(field.texts[0].split())
    text = text if len(text) <= 50 else f"{text[:49].rstrip()}…"
    return f"| {name} | {field.where} | {field.name} | {text.replace('|', chr(92) + '|')} |\n"


def table(rows):
    return "".join(["| document | where | field | text |\n", "|---|---|---|---|\n", *rows])


def main():
    options = oracle.parser("Compares what a resume parser finds with the source.")
    options.add_argument("--bless", action="store_true", help="take the misses as known")
    options = options.parse_args()
    # Those made for odd fonts have one face alone; the parser tells titles by another.
    documents = [(document, source) for document in oracle.documents(options)
                 if not document.name.startswith("made/")
                 and (source := Source(document.source)).is_english()]
    driver = oracle.pathlib.Path(__file__).with_name("extract.mjs")
    module = oracle.need_file(options.tools / "node_modules/pdfjs-old/legacy/build/pdf.js")
    files = oracle.run_extractor([oracle.need("node"), driver, "--items", module],
                                 [document.pdf for document, _ in documents])
    count, rows = 0, []
    for (document, source), pages in zip(documents, files):
        fields, missed = judge(source, ats.parse(pages))
        count += len(fields)
        rows += [row(document.name, field) for field in missed]
        print(f"{document.name}: {len(fields) - len(missed)} of {len(fields)}")
    print(f"{count - len(rows)} of {count}, {100 * (count - len(rows)) / count:.1f} %")

    prose, _, listed = MANUAL.read_text("utf-8").partition(LIST_BEGINS)
    if options.bless:
        MANUAL.write_text(prose + LIST_BEGINS + table(rows), "utf-8")
    elif listed != table(rows):
        print("the list in docs/ats.md is not what is missed:")
        print("".join(oracle.difflib.unified_diff(listed.splitlines(True),
                                                  table(rows).splitlines(True), n=0)))
        sys.exit(1)
    sys.exit(0 if count - len(rows) >= LEAST * count else 1)


if __name__ == "__main__":
    main()

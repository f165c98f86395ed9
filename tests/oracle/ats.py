# SPDX-License-Identifier: MIT
"""ats.py - reads a resume as an applicant-tracking system may: by place, font and word.

The model of a simple parser that takes pdf.js's text items: lines, then sections, then entries,
then for each field the item whose words and looks fit it best. docs/ats.md describes the rules
from a user's side. Nothing here knows what cvpdf is.
"""
import collections
import re
import statistics

BULLETS = "⋅∙🞄•⦁⚫●⬤⚬○"
SECTION_WORDS = ("experience", "education", "project", "skill", "job", "course", "extracurricular",
                 "objective", "summary", "award", "honor")
# Only the first section whose title has one of the words is read.
SECTIONS = {"education": ("education",),
            "work": ("work", "experience", "employment", "history", "job"),
            "project": ("project",)}
ENTRY_GAP = 1.4    # of the commonest distance between baselines
PROSE_WORDS = 8    # without digits: a line of running text
FIRST_SECTION = 2  # the name and the contact come before

TITLE_WORDS = """
    Accountant Administrator Adviser Advisor Agent Analyst Apprentice Architect Artist Assistant
    Associate Attorney Auditor Author Cashier Chef Chief Clerk Coach Consultant Coordinator Curator
    Dean Designer Developer Director Doctor Editor Electrician Engineer Executive Fellow Founder
    Head Instructor Intern Journalist Lawyer Lead Lecturer Librarian Manager Mechanic Nurse Officer
    Operator Owner Partner Pharmacist Physician President Producer Professor Programmer
    Representative Researcher Scientist Secretary Specialist Supervisor Teacher Technician Trainee
    Translator Tutor Volunteer Writer""".split()
MONTHS = """January February March April May June July August September October November
    December""".split()

# Fields are what these find, whole words where it says so.
NAME = re.compile(r"^[a-zA-Z\s.]+$")
EMAIL = re.compile(r"\S+@\S+\.\S+")
PHONE = re.compile(r"\(?\d{3}\)?[\s-]?\d{3}[\s-]?\d{4}")
LOCATION = re.compile(r"[A-Z][a-zA-Z\s]+, [A-Z]{2}")
URL = re.compile(r"\S+\.[a-z]+/\S+")
HTTP = re.compile(r"https?://\S+\.\S+")
WWW = re.compile(r"www\.\S+\.\S+")
YEAR = re.compile(r"(?:19|20)\d\d")
MONTH = re.compile(rf"\b(?:{'|'.join(m[:n] for m in MONTHS for n in range(len(m), 2, -1))})\b")
SEASON = re.compile("Spring|Summer|Fall|Autumn|Winter")
PRESENT = re.compile("Present")
TITLE = re.compile(rf"\b(?:{'|'.join(TITLE_WORDS)})\b")
SCHOOL = re.compile("College|University|Institute|School|Academy|BASIS|Magnet")
DEGREE = re.compile(r"Associate|Bachelor|Master|PhD|Ph\.|[ABM][A-Z.]")
DIGIT = re.compile(r"\d")

Item = collections.namedtuple("Item", "text x y width height font")


def is_bold(item):
    return "bold" in item.font.lower()


def is_upper(text):
    return text.upper() == text != text.lower()


def has_date(text):
    return any(part.search(text) for part in (YEAR, MONTH, SEASON, PRESENT))


# Lines

def typical_width(items):
    """The mean width of a character of running text."""
    looks = collections.Counter()
    for item in items:
        looks[item.font, item.height] += len(item.text)
    look = looks.most_common(1)[0][0]
    body = [item for item in items if (item.font, item.height) == look]
    return sum(item.width for item in body) / sum(len(item.text) for item in body)


def needs_space(left, right):
    return left[-1] in ":,|." + BULLETS or right[0] in "|" + BULLETS


def joined(line, width):
    """Neighbours no further apart than a character are one item."""
    parts = [line[-1]]
    for left in reversed(line[:-1]):
        right = parts[0]
        if right.x - (left.x + left.width) > width:
            parts.insert(0, left)
            continue
        space = " " if needs_space(left.text, right.text) else ""
        parts[0] = left._replace(text=left.text + space + right.text,
                                 width=right.x + right.width - left.x)
    return parts


def lines_of(pages):
    """Lines of items, through all pages; `pages` are what extract.mjs --items gives of one file."""
    lines = []
    for page in pages:
        lines.append([])  # not told by pdf.js, and left to chance by some parsers
        for found in page:
            text = found["text"].replace("-\u00AD‐", "-")
            if text.strip():
                lines[-1].append(Item(text, found["x"], found["y"], found["width"],
                                      found["height"], found["font"]))
            if found["endsLine"]:
                lines.append([])
    lines = [line for line in lines if line]
    width = typical_width([item for line in lines for item in line])
    return [joined(line, width) for line in lines]


def text_of(lines):
    return " ".join(item.text for line in lines for item in line)


# Sections and entries

def is_title(line):
    if len(line) != 1:
        return False
    text = line[0].text.strip()
    if is_bold(line[0]) and is_upper(text):
        return True
    return (len([word for word in text.split() if word != "&"]) <= 2
            and re.fullmatch(r"[A-Z][A-Za-z\s&]*", text) is not None
            and any(word in text.lower() for word in SECTION_WORDS))


def sections_of(lines):
    """Lines by title; those before the first title have "profile"."""
    sections, title = {}, "profile"
    sections[title] = []
    for index, line in enumerate(lines):
        if index >= FIRST_SECTION and is_title(line):
            title = line[0].text
            sections[title] = []
        else:
            sections[title].append(line)
    return sections


def find_section(sections, kind):
    for title, lines in sections.items():
        if any(word in title.lower() for word in SECTIONS[kind]):
            return lines
    return []


def split_before(lines, begins):
    entries = []
    for index, line in enumerate(lines):
        if index == 0 or begins(lines[index - 1][0], line[0]):
            entries.append([])
        entries[-1].append(line)
    return entries


def entries_of(lines):
    """Entries are set apart by space, or where there is none, begin with a bold line."""
    gaps = [round(above[0].y - below[0].y) for above, below in zip(lines, lines[1:])]
    if not gaps:
        return [lines] if lines else []
    widest = ENTRY_GAP * statistics.mode(gaps)
    entries = split_before(lines, lambda above, line: above.y - line.y > widest)
    if len(entries) == 1:
        entries = split_before(lines, lambda above, line: not is_bold(above) and is_bold(line))
    return entries


def is_prose(line):
    words = [word for word in line[0].text.split() if not DIGIT.search(word)]
    return len(line) == 1 and len(words) >= PROSE_WORDS


def has_bullet(line):
    return any(character in BULLETS for item in line for character in item.text)


def first_description(entry):
    """The index of the line where descriptions begin."""
    for is_first in (has_bullet, is_prose):
        for index, line in enumerate(entry):
            if is_first(line):
                return index
    return len(entry)


def bullets_of(lines):
    text = text_of(lines)
    marks = collections.Counter(character for character in text if character in BULLETS)
    if not marks:
        return [text_of([line]) for line in lines]
    mark = marks.most_common(1)[0][0]
    return [part.strip() for part in text[text.index(mark):].split(mark) if part.strip()]


# Fields

def best(items, score, zero_is_enough=False):
    """The item of the highest score, which is at least positive; the first of equals."""
    chosen = max(items, key=score, default=None)
    if chosen is None or (score(chosen) <= 0 and not zero_is_enough):
        return ""
    return chosen.text


def match(items, pattern, *more):
    """What `pattern` finds in the item that most of the patterns, with their weights, speak for."""
    weights = ((pattern, 4), *more)
    text = best(items, lambda item: sum(weight for known, weight in weights
                                        if known.search(item.text)))
    for known, _ in weights:
        if found := known.search(text):
            return found[0]
    return ""


def score_name(item):
    text = item.text
    return (3 * bool(NAME.search(text)) + 2 * is_bold(item) + 2 * is_upper(text) - 4 * ("@" in text)
            - 4 * bool(DIGIT.search(text)) - 4 * bool(re.search(r"\([0-9]+\)", text))
            - 4 * ("," in text) - 4 * ("/" in text) - 2 * (len(text.split()) >= 4))


def score_date(item):
    found = sum(bool(part.search(item.text)) for part in (YEAR, MONTH, SEASON, PRESENT))
    return found - ("," in item.text)


def score_title(item):
    return (4 * bool(TITLE.search(item.text)) - 4 * bool(DIGIT.search(item.text))
            - 2 * (len(item.text.split()) > 5))


def is_foreign_to_company(text):
    return has_date(text) or TITLE.search(text) is not None


def score_company(item):
    return (2 * is_bold(item) - 4 * has_date(item.text) - 4 * bool(TITLE.search(item.text)))


def profile_of(lines):
    items = [item for line in lines for item in line]
    return {"name": best(items, score_name),
            "e-mail": match(items, EMAIL),
            "phone": match(items, PHONE),
            "location": match(items, LOCATION),
            "link": match(items, URL, (HTTP, 3), (WWW, 3))}


def education_fields(items):
    return {"school": best(items, lambda item: 4 * bool(SCHOOL.search(item.text))),
            "degree": best(items, lambda item: 4 * bool(DEGREE.search(item.text))),
            "date": best(items, score_date)}


def work_fields(items):
    # What nothing speaks for is still a company, where nothing speaks against it.
    return {"company": best(items, score_company, zero_is_enough=True),
            "title": best(items, score_title),
            "date": best(items, score_date)}


def project_fields(items):
    return {"date": best(items, score_date)}


FIELDS = {"education": education_fields, "work": work_fields, "project": project_fields}


def parse(pages):
    """{"profile": {field: text}, "education", "work", "project": [{field: text, "bullets": []}]}"""
    sections = sections_of(lines_of(pages))
    found = {"profile": profile_of(sections["profile"])}
    for kind, fields_of in FIELDS.items():
        found[kind] = []
        for entry in entries_of(find_section(sections, kind)):
            begin = first_description(entry)
            fields = fields_of([item for line in entry[:begin] for item in line])
            found[kind].append({**fields, "bullets": bullets_of(entry[begin:])})
    return found

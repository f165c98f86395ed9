# SPDX-License-Identifier: MIT
"""source_words.py - the words of a resume are the words of its pages: none lost, none invented.

Usage: source_words.py [OPTION]...
Reads the YAML source with ruamel.yaml and without any knowledge of the program's own reader, says
which words must be on paper, and compares both as multisets. What may differ between source and
paper is declared here and nowhere else:

 1. Quotation marks of any kind are one mark, with the French blanks inside guillemets; hyphens and
    dashes of any length are one dash; an ellipsis is three points. No-break spaces are spaces.
    Variation selectors, which faces without such forms do without, are none.
 2. Inline Markdown is gone: stars, backticks, the address of a [text](address), backslashes.
 3. Section titles are in upper case, by the rules of the language (Turkish i, Greek accents),
    unless `design.headings.case` says otherwise; `heading: false` hides one.
 4. Dates are in words (months.yaml), a range has a dash; an end that is open or `present` is the
    locale's word, and an end equal to the start is left out.
 5. The locale's own words (data/locales): title of the summary, "Score: …", "Courses: …",
    "Keywords: …", degree "in" area.
 6. Lists have markers, or numbers where the section asks for them; publications always have one.
    An empty bullet is none.
 7. Joined with the locale's separator: authors, courses, keywords, a project's role and
    organization; and with place and date: a venue, a skill's level, the name of a reference. A list
    of authors ends in a point. A skill's label has a colon, its level brackets where details
    precede it. References stand in quotation marks, their name behind a dash.
 8. Web addresses of the contact are printed without scheme and last slash; profiles with
    a user name as the address of the network (NETWORKS). Contact items have a separator between
    them (SEPARATOR), except at the end of a line.
 9. With `links.show_url` the address of an entry stands in brackets, without scheme.
10. With `missing: name` a character that no font has is its Unicode name in brackets.
11. Never printed: note, tags, priority, id, other addresses, keys beginning with `x-`, the photo.
"""
import collections
import functools
import pathlib
import re
import sys
import unicodedata

import oracle
import pages

try:
    from ruamel import yaml  # reads YAML 1.2, as the program does
except ImportError:
    oracle.missing("ruamel.yaml (python3-ruamel.yaml)")

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEPARATOR = " | "
NETWORKS = {
    "arxiv": "arxiv.org/a/", "behance": "behance.net/", "bitbucket": "bitbucket.org/",
    "bluesky": "bsky.app/profile/", "codeberg": "codeberg.org/",
    "codeforces": "codeforces.com/profile/", "dblp": "dblp.org/pid/", "dev": "dev.to/",
    "dockerhub": "hub.docker.com/u/", "dribbble": "dribbble.com/", "facebook": "facebook.com/",
    "github": "github.com/", "gitlab": "gitlab.com/",
    "googlescholar": "scholar.google.com/citations?user=", "huggingface": "huggingface.co/",
    "instagram": "instagram.com/", "kaggle": "kaggle.com/", "keybase": "keybase.io/",
    "leetcode": "leetcode.com/u/", "linkedin": "linkedin.com/in/", "medium": "medium.com/@",
    "npm": "npmjs.com/~", "openreview": "openreview.net/profile?id=", "orcid": "orcid.org/",
    "pypi": "pypi.org/user/", "reddit": "reddit.com/user/",
    "researchgate": "researchgate.net/profile/",
    "semanticscholar": "semanticscholar.org/author/", "sourcehut": "sr.ht/~",
    "stackoverflow": "stackoverflow.com/users/", "substack": "substack.com/@",
    "telegram": "t.me/", "twitter": "x.com/", "x": "x.com/", "xing": "xing.com/profile/",
    "youtube": "youtube.com/@",
}
# The first key that an entry has tells its kind.
KINDS = {"institution": "education", "project": "project", "award": "award",
         "certificate": "certificate", "title": "publication", "label": "skill",
         "reference": "reference", "name": "item", "organization": "experience",
         "role": "experience", "text": "text"}


class Loader(yaml.BaseLoader):
    """Every scalar is a string, except those that YAML 1.2 calls null."""


Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("(~|null|Null|NULL|)$"),
                             ["~", "n", "N", ""])
Loader.add_constructor("tag:yaml.org,2002:null", lambda loader, node: None)


def parse(text):
    return Loader(text).get_single_data()


@functools.lru_cache
def load(path):
    return parse(path.read_text("utf-8-sig"))


# What typography may change (1)

_FOLDS = [(re.compile(pattern), text) for pattern, text in (
    ("[«‹][ \u00A0\u202F]*|[ \u00A0\u202F]*[»›]", '"'),
    ("[\"'`´‘’‚‛“”„‟]", '"'),
    ("[-\u2010-\u2015\u2212]+", "-"),
    ("…", "..."),
    ("[\uFE00-\uFE0F]", ""),
)]


def folded_words(text):
    text = unicodedata.normalize("NFC", text)
    for pattern, replacement in _FOLDS:
        text = pattern.sub(replacement, text)
    return text.split()


# Inline Markdown (2)

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<!\\)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\s]|\([^()\s]*\))*\)")
_STARS = [re.compile(rf"(?<!\\)\*{{{n}}}(?=\S)((?:[^*]|\*(?!\*))+?)(?<=\S)\*{{{n}}}", re.DOTALL)
          for n in (3, 2)] + [re.compile(r"(?<![\\*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*", re.DOTALL)]


def plain(text):
    """The text without its markup. Code is set aside first: nothing in it is markup."""
    kept = []

    def keep(string):
        kept.append(string)
        return f"\uE000{len(kept) - 1}\uE001"

    text = _CODE.sub(lambda match: keep(match[2].strip() or match[2]), text)
    text = _ESCAPED.sub(lambda match: keep(match[1]), text)
    text = _LINK.sub(r"\1", text)
    for stars in _STARS:
        text = stars.sub(r"\1", text)
    return re.sub("\uE000(\\d+)\uE001", lambda match: kept[int(match[1])], text)


# Capitals (3)

def upper(text, language):
    if language in ("tr", "az"):
        text = text.replace("i", "İ")
    text = text.upper()
    if language == "el":
        text = "".join(character for character in unicodedata.normalize("NFD", text)
                       if character != "\u0301")
    return unicodedata.normalize("NFC", text)


def printed_address(address):
    """(8)"""
    return re.sub(r"^https?://|/$", "", address)


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def kind_of(entry):
    """A text may also be a mapping of languages."""
    keys = (key for key in KINDS if isinstance(entry, dict) and key in entry)
    return KINDS[next(keys, "text")]


class Resume:
    """Collects the texts that a resume must have on paper."""

    def __init__(self, data):
        self.texts = []
        self.optional = collections.Counter()  # words that need not be there
        self.data = data
        self.tag = data.get("language") or "en"
        self.language = self.tag.split("-")[0].lower()
        self.locale = load(ROOT / f"data/locales/{self.language}.yaml")
        months = load(pathlib.Path(__file__).with_name("months.yaml"))
        self.months = months.get(self.tag) or months[self.language]
        self.design = data.get("design") or {}

    def option(self, group, key, default):
        return (self.design.get(group) or {}).get(key, default)

    def text(self, value):
        """A text of the source, in the language that is printed."""
        if isinstance(value, dict):
            value = value.get(self.tag, value.get(self.language))
        return "" if value is None else plain(value)

    def add(self, *values):
        self.texts += filter(None, map(self.text, values))

    def add_joined(self, values, separator=None, end=""):
        texts = list(filter(None, map(self.text, values)))
        separator = self.locale["list_separator"] if separator is None else separator
        if texts:
            self.texts.append(separator.join(texts) + end)

    def add_labelled(self, word, values):
        """(5) "Courses: Compilers, Operating Systems"."""
        values = list(map(self.text, as_list(values)))
        if values:
            joined = self.locale["list_separator"].join(values)
            self.texts.append(self.locale[word].replace(f"{{{word}}}", joined))

    # Dates (4)

    def date(self, value, has_year=True):
        """A date by the skeleton, as far as it goes; a text that is none as it stands."""
        match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
        if not match:
            return self.text(value)
        year, month, day = match.groups()
        skeleton = self.option("entry", "date_format", "yMMMM")
        for letter, part in (("M", month), ("d", day)):
            skeleton = skeleton if part else skeleton.replace(letter, "")
        if skeleton == "y":
            return year
        if skeleton not in self.months:
            sys.exit(f"months.yaml does not know {skeleton} in the language {self.tag}")
        form = self.months[skeleton if has_year else skeleton[1:]]["form"]
        month = self.months[skeleton]["months"][int(month) - 1]
        return form.format(month=month, year=year, day=day and int(day))

    def is_collapsed(self, start, end):
        return (self.option("entry", "date_collapse", "false") == "true" and end
                and start[:4] == end[:4] and min(len(start), len(end)) > 4)

    def period(self, entry):
        if entry.get("date"):
            return self.date(entry["date"])
        start, end = entry.get("start"), entry.get("end")
        if not start:
            return self.date(end) if end else ""
        if self.date(start) == (end and self.date(end)):
            return self.date(start)
        has_year = not self.is_collapsed(start, end)
        end = self.locale["present"] if end in (None, "present") else self.date(end)
        return f"{self.date(start, has_year)} – {end}"

    # Header (8)

    def profile(self, profile):
        if profile.get("label") or profile.get("url"):
            return profile.get("label") or printed_address(profile["url"])
        user = profile["username"].lstrip("@")
        network = re.sub("[-_. ]", "", profile["network"].lower())
        if network == "mastodon":
            return "{1}/@{0}".format(*user.split("@"))
        return NETWORKS[network] + user

    def header(self):
        contact = self.data.get("contact") or {}
        items = as_list(contact.get("email")) + as_list(contact.get("phone"))
        items += map(printed_address, as_list(contact.get("website")))
        items += map(self.profile, as_list(contact.get("profiles")))
        items += [link.get("label") or printed_address(link["url"])
                  for link in as_list(contact.get("links"))]
        self.add(self.data["name"], self.data.get("headline"))
        for place in as_list(contact.get("location")):
            items.append(self.text(place))
        self.texts += items
        separator = folded_words(self.option("header", "separator", SEPARATOR))
        self.optional.update({word: max(0, len(items) - 1) for word in separator})

    # Entries

    def bullets(self, items, depth=0):
        marker = self.option("bullets", "nested_marker", "–") if depth \
            else self.option("bullets", "marker", "•")
        for item in as_list(items):
            if not item:
                continue
            self.texts.append(marker)
            if isinstance(item, dict) and "text" in item:
                self.add(item["text"])
                self.bullets(item.get("bullets"), depth + 1)
            else:
                self.add(item)

    def rest(self, entry):
        """What follows the head of any entry, and the address where it is shown (9)."""
        self.add(entry.get("summary"), entry.get("remark"))
        self.bullets(entry.get("bullets"))
        address = f"doi.org/{entry['doi']}" if entry.get("doi") else entry.get("url")
        if address and self.option("links", "show_url", "false") == "true":
            self.texts.append(f"({re.sub('^https?://', '', address)})")

    def dated(self, entry):
        self.add(entry.get("location"))
        self.texts.append(self.period(entry))
        self.rest(entry)

    def with_place_and_date(self, value, entry):
        texts = [self.text(value), self.text(entry.get("location")), self.period(entry)]
        return self.locale["list_separator"].join(filter(None, texts))

    def education(self, entry):
        self.add(entry["institution"])
        degree, area = self.text(entry.get("degree")), self.text(entry.get("area"))
        if degree and area:
            form = self.locale["degree_in_area"]
            self.texts.append(form.replace("{degree}", degree).replace("{area}", area))
        else:
            self.texts += [degree, area]
        marker = self.option("bullets", "marker", "•")
        for word in ("score", "courses"):
            if entry.get(word):
                self.texts.append(marker)
                self.add_labelled(word, entry[word])
        self.dated(entry)

    def project(self, entry):
        self.add(entry["project"])
        self.add_joined([entry.get("role"), entry.get("organization")])
        self.add_labelled("keywords", entry.get("keywords"))
        self.dated(entry)

    def award(self, entry):
        self.add(entry.get("award"), entry.get("certificate"), entry.get("organization"))
        self.dated(entry)

    certificate = award

    def experience(self, entry):
        self.add(entry.get("role"), entry.get("organization"))
        for role in as_list(entry.get("roles")):
            self.add(role.get("role"))
            self.dated(role)
        self.dated(entry)

    def item(self, entry):
        self.add(entry["name"], entry.get("subtitle"))
        self.dated(entry)

    def publication(self, entry):
        self.add(entry["title"])
        authors = [self.text(author) for author in as_list(entry.get("authors"))]
        self.add_joined(authors, end="" if authors and authors[-1][-1] in ".!?…" else ".")
        self.texts.append(self.with_place_and_date(entry.get("venue"), entry))
        self.rest(entry)

    def skill(self, entry):
        label = self.text(entry["label"])
        notes = self.with_place_and_date(entry.get("level"), entry)
        details = as_list(entry.get("details")) + as_list(entry.get("keywords"))
        self.texts.append(label + self.locale["colon"] if details or notes else label)
        self.add_joined(details)
        self.texts.append(f"({notes})" if details and notes else notes)
        self.rest(entry)

    def reference(self, entry):
        self.texts.append(f'"{self.text(entry["reference"])}"')
        giver = self.with_place_and_date(entry.get("name"), entry)
        self.texts.append(f"– {giver}" if giver else "")
        self.rest(entry)

    def plain_text(self, entry):
        self.add(entry["text"])
        self.dated(entry)

    def entry(self, entry, kind):
        kind = kind or kind_of(entry)
        if kind == "text" and (not isinstance(entry, dict) or "text" not in entry):
            entry = {"text": entry}
        getattr(self, "plain_text" if kind == "text" else kind)(entry)
        return kind

    def section(self, key, section):
        options = section if isinstance(section, dict) else {"entries": section}
        if options.get("heading", "true") == "true" and options["entries"]:
            title = self.text(options.get("title", key))
            is_upper = self.option("headings", "case", "upper") == "upper"
            self.texts.append(upper(title, self.language) if is_upper else title)
        numbering = options.get("list")
        for index, entry in enumerate(as_list(options["entries"])):
            kind = self.entry(entry, options.get("type"))
            if numbering in ("numbered", "reversed"):
                number = index + 1 if numbering == "numbered" else len(options["entries"]) - index
                self.texts.append(f"{number}.")
            elif numbering == "bullet" or kind == "publication":
                self.texts.append(self.option("bullets", "marker", "•"))

    def words(self):
        self.header()
        if self.data.get("summary"):
            self.section(self.locale["summary"], [{"text": self.data["summary"]}])
        for key, section in (self.data.get("sections") or {}).items():
            self.section(key, section)
        return collections.Counter(word for text in self.texts for word in folded_words(text))


def with_named_characters(text):
    """(10) "[CJK UNIFIED IDEOGRAPH-5065]" is the character itself."""
    def character(match):
        try:
            return unicodedata.lookup(match[1])
        except KeyError:
            return match[0]
    return re.sub(r"\[([A-Z][-A-Z0-9\s]+)\]", character, text)


def judge(document):
    resume = Resume(load(document.source))
    want = resume.words()
    text = pages.unbroken_text(pages.read(document.pages))
    if resume.design.get("missing") == "name":
        text = with_named_characters(text)
    got = collections.Counter(folded_words(text))
    for word, count in sorted((want - got).items()):
        yield f"{count} × “{word}” of the source is not on paper"
    for word, count in sorted((got - want - resume.optional).items()):
        yield f"{count} × “{word}” on paper is not in the source"


def main():
    options = oracle.parser("Compares the words of the source with those on paper.").parse_args()
    verdict = oracle.Verdict()
    for document in oracle.documents(options):
        verdict.report(document.name, judge(document))
    verdict.end()


if __name__ == "__main__":
    main()

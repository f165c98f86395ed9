# SPDX-License-Identifier: MIT
"""ats_parser_test.py - the parser of ats.py errs where a simple parser errs.

Usage: ats_parser_test.py [-v] [TEST]...
"""
import unittest

import ats
import ats_test

REGULAR, BOLD, ITALIC = "Lato-Regular", "Lato-Bold", "Lato-Italic"
LEFT, RIGHT, LINE, ENTRY = 60, 400, 13, 20


def width(text):
    return 5 * len(text)


def page(*lines):
    """Lines are (distance from the one above, (x, text, font), ...)."""
    y, items = 800, []
    for distance, *parts in lines:
        y -= distance
        items += [{"text": text, "x": x, "y": y, "width": width(text), "height": 10, "font": font,
                   "endsLine": index == len(parts)}
                  for index, (x, text, font) in enumerate(parts, 1)]
    return [items]


def resume(*lines):
    """With a header, which comes before the first section."""
    return ats.parse(page((0, (LEFT, "Ada Byron", BOLD)),
                          (LINE, (LEFT, "ada@example.org", REGULAR)), *lines))


def heading(text, font=BOLD):
    return 2 * LINE, (LEFT, text, font)


def job(first_right, second_right, distance=ENTRY):
    return [(distance, (LEFT, "Software Engineer", BOLD), (RIGHT, first_right, REGULAR)),
            (LINE, (LEFT, "Analytical Engines", ITALIC), (RIGHT, second_right, ITALIC)),
            (LINE, (LEFT, "•", REGULAR), (LEFT + 11, "Wrote notes.", REGULAR)),
            (LINE, (LEFT, "•", REGULAR), (LEFT + 11, "Drew a table.", REGULAR))]


class Parser(unittest.TestCase):
    def test_reads_an_entry_of_two_lines_and_bullets(self):
        work, = resume(heading("WORK EXPERIENCE"), *job("May 1842 – 2003", "London, UK"))["work"]
        self.assertEqual(work, {"company": "Analytical Engines", "title": "Software Engineer",
                                "date": "May 1842 – 2003",
                                "bullets": ["Wrote notes.", "Drew a table."]})

    def test_takes_the_place_for_the_employer_where_it_comes_first(self):
        work, = resume(heading("EXPERIENCE"), *job("London, UK", "2003"))["work"]
        self.assertEqual(work["company"], "London, UK")

    def test_knows_a_section_by_bold_capitals_or_by_one_of_few_words(self):
        for title, font, is_known in (("CAREER AND WORK HISTORY", BOLD, True),
                                      ("CAREER AND WORK HISTORY", REGULAR, False),
                                      ("Work Experience", REGULAR, True),
                                      ("My Work Experience", BOLD, False),
                                      ("Work: Experience", REGULAR, False)):
            found = resume(heading(title, font), *job("2003", "London, UK"))
            self.assertEqual(bool(found["work"]), is_known, title)

    def test_reads_the_first_section_of_a_kind_only(self):
        found = resume(heading("RESEARCH EXPERIENCE"), *job("2003", "London, UK"),
                       heading("WORK EXPERIENCE"), *job("2004", "London, UK"))
        self.assertEqual([entry["date"] for entry in found["work"]], ["2003"])

    def test_sees_an_entry_by_the_space_above_it(self):
        for distance, count in ((18, 1), (19, 2)):
            lines = [line for line in job("2003", "London, UK")]
            second = job("2004", "London, UK", distance)
            second[0] = (distance, (LEFT, "Software Engineer", REGULAR), *second[0][2:])
            found = resume(heading("EXPERIENCE"), *lines, *second)
            self.assertEqual(len(found["work"]), count, distance)

    def test_sees_no_entry_behind_a_bullet(self):
        lines = job("2003", "London, UK")
        lines[0] = (ENTRY, (LEFT, "•", REGULAR), *lines[0][1:])
        work, = resume(heading("EXPERIENCE"), *lines)["work"]
        self.assertEqual((work["title"], work["company"], work["date"]), ("", "", ""))

    def test_ends_a_line_with_its_page(self):
        first, second = page((0, (LEFT, "a", REGULAR))), page((0, (LEFT, "b", REGULAR)))
        self.assertEqual(len(ats.lines_of([*first, *second])), 2)

    def test_glues_what_a_change_of_font_has_torn(self):
        line = LINE, (LEFT, "•", REGULAR), (LEFT, "Solved", REGULAR), (LEFT + 33, "sparse", ITALIC)
        education, = resume(heading("EDUCATION"), line)["education"]
        self.assertEqual(education["bullets"], ["Solvedsparse"])

    def test_finds_contact_items_in_a_line(self):
        contact = "(650) 555-0100 | Palo Alto, CA | github.com/ada | ada.example.org"
        profile = resume((LINE, (LEFT, contact, REGULAR)), heading("SKILLS"))["profile"]
        self.assertEqual(profile, {"name": "Ada Byron", "e-mail": "ada@example.org",
                                   "phone": "(650) 555-0100", "location": "Palo Alto, CA",
                                   "link": "github.com/ada"})


class Comparison(unittest.TestCase):
    WANT = [[ats_test.Field("1", "title", ["Baker"], False),
             ats_test.Field("1", "bullet", ["a b"], True)],
            [ats_test.Field("2", "title", ["Clerk"], False)]]

    def found(self, *got):
        entries = [{"title": title, "bullets": bullets} for title, *bullets in got]
        return [field.texts[0] for field in ats_test.found_in_order(self.WANT, entries)]

    def test_finds_what_is_there(self):
        self.assertEqual(self.found(("Baker", "x", "ab"), ("Clerk",)), ["Baker", "a b", "Clerk"])

    def test_a_field_in_another_entry_or_in_wrong_order_is_missed(self):
        self.assertEqual(self.found(("", "ab"), ("Clerk",), ("Baker",)), ["a b", "Clerk"])
        self.assertEqual(self.found(("Clerk",), ("Baker", "a b")), ["Baker", "a b"])

    def test_white_space_counts_where_the_font_does_not_change(self):
        field = ats_test.Field("1", "bullet", ["a b"], False)
        self.assertFalse(ats_test.is_same(field, "ab"))
        self.assertTrue(ats_test.is_same(field._replace(is_marked=True), "ab"))


if __name__ == "__main__":
    unittest.main()

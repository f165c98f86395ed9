# SPDX-License-Identifier: MIT
"""judges_test.py - each judge sees the defect it is there for, and nothing else.

Usage: judges_test.py [-v] [TEST]...
"""
import io
import pathlib
import tempfile
import unittest
from contextlib import redirect_stdout
from unittest import mock

import contrast
import embedded
import hb_shape
import links
import oracle
import pages
import source_words
import structure
import tagged
import validate
import words

DISPLAY = r'''page 1 595.28 841.89
68.03 10.00 H38+ Lato-Bold 10.50 #1a1a1a "Ada \"A\" Lovelace"
90.00 10.00 H38 Lato-Regular 10.50 #1a1a1a stretch 91.32 " " as "  "
99.00 10.00 P9+ Lato-Regular 10.50 #1a1a1a "1842\u{00A0}–\u{00A0}1843"
68.03 15.00 artifact rule 459.21 0.50
68.03 24.00 LBody10+ Lato-Regular 10.50 #1a1a1a "notes "
99.00 24.00 Link11 Lato-Regular 10.50 #1a1a1a "example.org/"
68.03 38.00 Link11 Lato-Regular 10.50 #1a1a1a "notes"
99.00 24.00 Link11 link 10.00 10.00
68.03 50.00 artifact Lato-Regular 8.00 #777777 outline "Ada · 1 / 1"
'''


def read_display(text):
    with tempfile.NamedTemporaryFile("w", suffix=".pages", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        return pages.read(pathlib.Path(file.name))


class DisplayList(unittest.TestCase):
    def test_keeps_lines_and_leaves_out_artifacts(self):
        page, = read_display(DISPLAY)
        self.assertEqual(pages.text_of(page), 'Ada "A" Lovelace  1842\u00A0–\u00A01843\n'
                                              "notes example.org/\nnotes")

    def test_joins_a_word_divided_at_the_end_of_a_line(self):
        text = pages.unbroken_text(read_display(DISPLAY))
        self.assertTrue(text.endswith("1843\nnotes example.org/notes"), text)

    def test_refuses_what_it_does_not_know(self):
        with self.assertRaises(ValueError):
            read_display("page 1 1.00 1.00\n1.00 1.00 P1 circle 4.00\n")


class Words(unittest.TestCase):
    def faults(self, want, got):
        return list(words.judge([want], [got]))

    def test_accepts_other_white_space_and_forms_of_accents(self):
        self.assertEqual(self.faults("caf\u00E9  au\nlait", "cafe\u0301 au lait\n"), [])

    def test_sees_words_that_are_lost_split_glued_or_moved(self):
        for got in ("a c", "a b b c", "a bc", "a b c d", "b a c", "a B c"):
            self.assertTrue(self.faults("a b c", got), got)

    def test_sees_a_lost_page(self):
        self.assertTrue(list(words.judge(["a", "b"], ["a"])))

    def test_sees_characters_that_stand_for_others(self):
        for character in "\uE000\u00AD\uFB01\u00A0\u2009\u0000\uFFFD":
            self.assertTrue(self.faults("a", f"a {character}"), f"U+{ord(character):04X}")


class SourceWords(unittest.TestCase):
    def words(self, source):
        data = source_words.parse(source)
        return dict(source_words.Resume(data).words())

    def test_reads_markup(self):
        for text, want in (("a *b* **c** ***d***", "a b c d"), ("**a *b* c**", "a b c"),
                           ("5 * 3 * 2", "5 * 3 * 2"), (r"\*a\*", "*a*"), ("`*a* \\`", "*a* \\"),
                           ("[a (b)](https://e.org/(c)) d", "a (b) d"), ("[a] (b)", "[a] (b)"),
                           ("``a`b``", "a`b"), ("*a", "*a")):
            self.assertEqual(source_words.plain(text), want)

    def test_folds_what_typography_may_change(self):
        self.assertEqual(source_words.folded_words("«\u00A0a\u00A0» – b… ‘c’"),
                         source_words.folded_words("\"a\" -- b... 'c'"))

    def test_capitals_follow_the_language(self):
        self.assertEqual(source_words.upper("iş", "tr"), "İŞ")
        self.assertEqual(source_words.upper("Straße", "de"), "STRASSE")
        self.assertEqual(source_words.upper("Εκπαίδευση", "el"), "ΕΚΠΑΙΔΕΥΣΗ")

    def test_knows_what_is_printed(self):
        self.assertEqual(self.words("""
            name: Ada
            contact: {website: "https://www.e.org/", profiles: [{network: GitHub, username: ada}]}
            language: de
            sections:
              Jobs:
                - {role: Analyst, organization: Engines, start: 1842-03, note: private, x-y: z}
                - {title: Notes, authors: [A. L., B. C.], venue: Memoirs, date: 1843}
            """), dict.fromkeys("""Ada www.e.org github.com/ada JOBS Analyst Engines März 1842 - heute
            • Notes A. L., B. C. Memoirs, 1843""".split(), 1))

    def test_null_is_nothing_unless_quoted(self):
        self.assertEqual(self.words('{name: Ada, headline: null, summary: "null"}'),
                         {"Ada": 1, "SUMMARY": 1, "null": 1})


class Actions(unittest.TestCase):
    def test_sees_what_a_link_must_not_do(self):
        for fault in ({"/S": "/Launch"}, {"/S": "/JavaScript"}, {"/AA": {}},
                      {"/S": "/URI", "/URI": "u:javascript:alert(1)"},
                      {"/S": "/URI", "/URI": "b:66696c653a2f2f"}):
            self.assertTrue(list(validate.action_faults([{"obj:1 0 R": {"value": [fault]}}])))

    def test_accepts_web_mail_and_places_inside(self):
        fine = [{"/S": "/URI", "/URI": "u:https://e.org"}, {"/S": "/GoTo"}, {"/S": "/Link"}]
        self.assertEqual(list(validate.action_faults(fine)), [])


class Links(unittest.TestCase):
    def faults(self, rectangle, others=()):
        own = [tagged.Character(0, 1, "a", 10, 15, 100, 10),
               tagged.Character(0, 1, "b", 15, 20, 100, 10)]
        annotation = tagged.Annotation(1, 0, rectangle, "", "")
        return list(links.area_faults(annotation, own, others))

    def test_accepts_an_area_round_its_text(self):
        self.assertEqual(self.faults([10, 98, 20, 108]), [])

    def test_sees_areas_that_are_too_small_too_large_or_elsewhere(self):
        for rectangle in ([9, 98, 20, 108], [10, 98, 21, 108],
                          [10, 98, 20, 104], [10, 102, 20, 108], [40, 98, 50, 108]):
            self.assertTrue(self.faults(rectangle), rectangle)

    def test_sees_the_glyphs_of_others_inside(self):
        self.assertTrue(self.faults([10, 98, 20, 108],
                                    [tagged.Character(0, 2, "c", 18, 19, 100, 10)]))


class Structure(unittest.TestCase):
    def test_reads_the_text_of_poppler(self):
        output = 'Document\n  P (block)\n    "a "\n    Link (inline)\n      "b"\n      Object\n' \
                 '    "."\n  P (block)\n    "c "d""\n'
        self.assertEqual(structure.poppler_text(output).split(), ["a", "b.", "c", '"d"'])

    def test_a_list_holds_items_and_an_item_label_and_body(self):
        def element(tag, *kids):
            return tagged.Element(tag, [tagged.Element(kid, []) for kid in kids])
        self.assertEqual(list(structure.list_faults(element("LI", "Lbl", "LBody"))), [])
        for wrong in (element("L", "LBody"), element("LI", "Lbl", "P"), element("L", "LI", "P")):
            self.assertTrue(list(structure.list_faults(wrong)))


class Contrast(unittest.TestCase):
    def test_is_that_of_wcag(self):
        for color, ratio in (("000000", 21.0), ("ffffff", 1.0), ("767676", 4.54), ("555555", 7.46)):
            self.assertAlmostEqual(contrast.contrast_with_white(color), ratio, places=2)


class Embedded(unittest.TestCase):
    def faults(self, *entries):
        page = {"contact": ["/basics/email"], "sections": [{"entries": list(entries)}]}
        return list(embedded.place_faults({"basics": {"email": "a@example.org"},
                                           "work": [{}, {}], "meta": {"cvpdf": page}}))

    def test_each_entry_has_one_place(self):
        self.assertEqual(self.faults({"roles": ["/work/0", "/work/1"]}), [])
        self.assertEqual(self.faults("/work/0"), ["/work/1 is not on the page"])
        self.assertEqual(self.faults("/work/0", "/work/1", "/work/2"), ["/work/2 is nowhere"])
        self.assertEqual(self.faults("/work/0", "/work/1", "/work/1"),
                         ["an entry stands at two places"])


class Shapes(unittest.TestCase):
    SAID = [(5, 0, 600, 0, 0), (7, 1, 500, 0, 20)]

    def faults(self, glyphs, said=None, text="00E9,0041"):
        run = hb_shape.Run(f"a.ttf\t0\tLatn\ten\tltr\t0\t0\t0\t0\t{text}", glyphs)
        with mock.patch.object(hb_shape, "shape", return_value=said or self.SAID), \
                mock.patch.object(hb_shape, "units_per_em", return_value=1000):
            return hb_shape.compare(run)[0]

    def test_what_hb_shape_says_is_right(self):
        self.assertEqual(self.faults("5,0,600,600,0,0 7,2,500,500,0,20"), [])
        for glyphs in ("6,0,600,600,0,0 7,2,500,500,0,20", "5,0,600,600,0,0 7,0,500,500,0,20",
                       "5,0,600,600,0,0", "5,0,601,600,0,0 7,2,500,500,0,20",
                       "5,0,600,600,1,0 7,2,500,500,0,20", "5,0,600,600,0,0 7,2,500,500,0,0"):
            self.assertEqual(len(self.faults(glyphs)), 1, glyphs)

    def test_bounds_have_a_rule(self):
        kerned = [(5, 0, 400, 0, 0), (7, 1, 500, 0, 20)]
        self.assertEqual(self.faults("5,0,510,600,0,0 7,2,500,500,0,20", kerned), [])
        self.assertEqual(len(self.faults("5,0,511,600,0,0 7,2,500,500,0,20", kerned)), 1)
        blank = [(5, 0, 600, 0, 0), (7, 1, 500, 0, 20)]
        self.assertEqual(self.faults("5,0,590,600,0,0 7,1,500,500,0,20", blank, "0020,0041"), [])
        self.assertEqual(len(self.faults("5,0,590,600,0,0 7,2,500,500,0,20", blank)), 1)

    def test_features_follow_from_the_looks_of_a_run(self):
        def features(looks, text="0041"):
            return hb_shape.Run(f"a.ttf\t0\tLatn\ten\tltr\t{looks}\t{text}", "").features()
        self.assertEqual(features("0\t0\t0\t0"), "pnum,lnum,-frac,-numr,-dnom")
        self.assertEqual(features("0\t1\t1\t1", "0031,2044,0032"), "-liga,-clig,tnum,lnum,case")
        self.assertEqual(features("1\t0\t0\t0"), "-calt,-liga,-clig,-frac,-numr,-dnom")


class Verdict(unittest.TestCase):
    def end(self, *reports):
        verdict = oracle.Verdict()
        with redirect_stdout(io.StringIO()), self.assertRaises(SystemExit) as raised:
            for faults in reports:
                verdict.report("name", faults)
            verdict.end()
        return raised.exception.code

    def test_one_fault_fails_and_so_does_nothing_at_all(self):
        self.assertEqual(self.end([], []), 0)
        self.assertEqual(self.end([], ["wrong"]), 1)
        self.assertEqual(self.end(), 1)


if __name__ == "__main__":
    unittest.main()

// SPDX-License-Identifier: MIT
#include "pdf/fixture.h"

static cv_mark start(fixture *made, support *self) {
    fixture_init(made, self);
    fixture_page(made);
    return fixture_element(made, CV_TAG_DOCUMENT, CV_ARTIFACT);
}

static const char *tree_root(fixture *self, const char *file) {
    return fixture_object(self, file, fixture_reference(file, "/StructTreeRoot "));
}

// The only kid of an element.
static const char *only_kid(fixture *self, const char *file, const char *element) {
    return fixture_object(self, file, fixture_reference(element, "/K "));
}

static cv_item *add_link(fixture *self, cv_mark mark, int x, int y) {
    cv_item item = {.kind = CV_ITEM_LINK, .mark = mark};
    item.at = (cv_point){x * CV_POINT + 1, y * CV_POINT + 1};
    item.as.link.width = 30 * CV_POINT;
    item.as.link.height = 12 * CV_POINT;
    return fixture_item(self, item);
}

static void keeps_the_order_of_drawing(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_mark paragraph = fixture_element(&made, CV_TAG_P, document);
    cv_mark link = fixture_element(&made, CV_TAG_LINK, paragraph);
    made.structure.items[link].uri = "https://ada.example";
    fixture_text(&made, FIXTURE_MONO, paragraph, 50, 100, "a ");
    fixture_text(&made, FIXTURE_MONO, link, 62, 100, "link");
    add_link(&made, link, 62, 92);
    fixture_text(&made, FIXTURE_MONO, paragraph, 86, 100, " b");
    const char *file = fixture_write(&made);
    const char *text = only_kid(&made, file, only_kid(&made, file, tree_root(&made, file)));
    unsigned number = fixture_reference(text, "/K[0 ");
    support_contains(text, cv_format(self->arena, "/K[0 %u 0 R 2]", number));
    support_contains(fixture_object(&made, file, number), "/S/Link/P ");
    support_contains(fixture_object(&made, file, number), "/K[1 <</Type/OBJR/Obj ");
}

static void leaves_out_what_is_not_drawn(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    fixture_element(&made, CV_TAG_LI, fixture_element(&made, CV_TAG_L, document));
    fixture_text(&made, FIXTURE_MONO, fixture_element(&made, CV_TAG_P, document), 50, 100, "a");
    fixture_text(&made, FIXTURE_MONO, CV_ARTIFACT, 50, 780, "b")->as.glyphs.is_outline = true;
    const char *file = fixture_write(&made);
    assert_null(strstr(file, "/S/L"));
    support_contains(tree_root(&made, file), "/ParentTreeNextKey 1");
}

static void names_the_page_of_content_that_is_on_another(support *self) {
    fixture made;
    cv_mark paragraph = fixture_element(&made, CV_TAG_P, start(&made, self));
    fixture_text(&made, FIXTURE_MONO, paragraph, 50, 780, "a");
    fixture_page(&made);
    fixture_text(&made, FIXTURE_MONO, paragraph, 50, 20, "b");
    const char *file = fixture_write(&made);
    unsigned second = fixture_reference(file, "/Kids [ 4 0 R ");
    const char *text = only_kid(&made, file, only_kid(&made, file, tree_root(&made, file)));
    support_contains(text, "/Pg 4 0 R/K[0 ");
    support_contains(text, cv_format(self->arena, "<</Type/MCR/Pg %u 0 R/MCID 0>>]", second));
}

// A link may stand on two pages, and may be met before its text.
static void finds_annotations_wherever_they_are(support *self) {
    fixture made;
    cv_mark link = fixture_element(&made, CV_TAG_LINK, start(&made, self));
    made.structure.items[link].uri = "https://ada.example";
    add_link(&made, link, 50, 772);
    fixture_text(&made, FIXTURE_MONO, link, 50, 780, "a");
    fixture_page(&made);
    add_link(&made, link, 50, 12);
    const char *file = fixture_write(&made);
    unsigned second = fixture_reference(file, "/Kids [ 4 0 R ");
    const char *element = only_kid(&made, file, only_kid(&made, file, tree_root(&made, file)));
    unsigned here = fixture_reference(element, "/Obj ");
    unsigned there = fixture_reference(element, "0 <</Type/OBJR/Obj ");
    support_contains(element, cv_format(self->arena,
                                        "/Pg 4 0 R/K[<</Type/OBJR/Obj %u 0 R>> 0 "
                                        "<</Type/OBJR/Obj %u 0 R/Pg %u 0 R>>]",
                                        here, there, second));
    support_contains(fixture_object(&made, file, here), "/Rect[50 15.99");
    support_contains(fixture_object(&made, file, there), "/Rect[50 775.99");
}

static void leads_back_from_content_to_elements(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_mark heading = fixture_element(&made, CV_TAG_H1, document);
    cv_mark link = fixture_element(&made, CV_TAG_LINK, document);
    made.structure.items[link].uri = "https://ada.example";
    fixture_text(&made, FIXTURE_MONO, heading, 50, 100, "a");
    fixture_text(&made, FIXTURE_MONO, link, 50, 120, "b");
    add_link(&made, link, 50, 112);
    const char *file = fixture_write(&made), *root = tree_root(&made, file);
    support_contains(root, "/ParentTreeNextKey 2");
    const char *tree = fixture_object(&made, file, fixture_reference(root, "/ParentTree "));
    unsigned first = fixture_reference(tree, "/Nums[0[");
    unsigned second = fixture_reference(tree, cv_format(self->arena, "[%u 0 R ", first));
    support_contains(fixture_object(&made, file, first), "/S/H1");
    support_contains(fixture_object(&made, file, second), "/S/Link");
    assert_int_equal(fixture_reference(tree, "]\n1 "), second); // the annotation's
}

static void states_what_an_element_has(support *self) {
    fixture made;
    cv_mark section = fixture_element(&made, CV_TAG_SECT, start(&made, self));
    cv_mark list = fixture_element(&made, CV_TAG_L, section);
    cv_mark item = fixture_element(&made, CV_TAG_LI, list);
    cv_mark label = fixture_element(&made, CV_TAG_LBL, item);
    made.structure.items[section].title = "Études";
    made.structure.items[section].language = "fr";
    made.structure.items[list].numbering = CV_NUMBERING_DISC;
    fixture_text(&made, FIXTURE_MONO, label, 50, 100, "•");
    const char *file = fixture_write(&made);
    support_contains(file, "/T<FEFF00C900740075006400650073>");
    support_contains(file, "/Lang(fr)");
    support_contains(file, "/A<</O/List/ListNumbering/Disc>>");
}

static void encloses_links_and_explains_them(support *self) {
    fixture made;
    cv_mark link = fixture_element(&made, CV_TAG_LINK, start(&made, self));
    made.structure.items[link].uri = "https://ada.example/é";
    made.structure.items[link].description = "Web page of Ada (1815)";
    fixture_text(&made, FIXTURE_MONO, link, 50, 100, "a");
    add_link(&made, link, 50, 92); // an address broken over two lines
    add_link(&made, link, 50, 104);
    const char *file = fixture_write(&made);
    const char *page = strstr(file, "/Type/Page/");
    const char *first = fixture_object(&made, file, fixture_reference(page, "/Annots["));
    support_contains(first, "/Type/Annot/Subtype/Link/Rect[50 695.99 80.01 708]");
    support_contains(first, "/Border[0 0 0]/F 4/StructParent 1");
    support_contains(first, "/Contents(Web page of Ada \\(1815\\))");
    support_contains(first, "/A<</S/URI/URI(https://ada.example/%C3%A9)>>");
    support_contains(file, "/StructParent 2");
    const char *element = only_kid(&made, file, tree_root(&made, file));
    element = only_kid(&made, file, element);
    const char *object = strstr(element, "/OBJR");
    assert_non_null(object);
    assert_non_null(strstr(object + 1, "/OBJR"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(keeps_the_order_of_drawing),
        SUPPORT_TEST(leaves_out_what_is_not_drawn),
        SUPPORT_TEST(names_the_page_of_content_that_is_on_another),
        SUPPORT_TEST(finds_annotations_wherever_they_are),
        SUPPORT_TEST(leads_back_from_content_to_elements),
        SUPPORT_TEST(states_what_an_element_has),
        SUPPORT_TEST(encloses_links_and_explains_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

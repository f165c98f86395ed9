// SPDX-License-Identifier: MIT
#include "resume/fixture.h"

static void prints_and_links_in_the_order_of_the_file(void **state) {
    (void)state;
    static const dump_case cases[] = {
        {"contact: {location: 'Stanford, CA', website: zhang677.github.io, email: a@b.c}",
         "location \"Stanford, CA\"\n"
         "website \"zhang677.github.io\" to \"https://zhang677.github.io\"\n"
         "email \"a@b.c\" to \"mailto:a@b.c\"\n"},
        {"contact: {website: 'http://example.org/'}",
         "website \"example.org\" to \"http://example.org/\"\n"},
        {"contact: {email: [a@b.c, ~, d@e.f]}",
         "email \"a@b.c\" to \"mailto:a@b.c\"\nemail \"d@e.f\" to \"mailto:d@e.f\"\n"},
        {"contact: {phone: '+1 650 555 0100'}",
         "phone \"+1 650 555 0100\" to \"tel:+16505550100\"\n"},
        {"contact: {links: [{label: Group, url: 'https://example.org/group'}]}",
         "link \"Group\" label \"Group\" to \"https://example.org/group\"\n"},
        {"contact: {links: [~, {url: example.org/a}]}",
         "link \"example.org/a\" to \"https://example.org/a\"\n"},
        {"contact: ~", ""},
    };
    check_dumps(cases, COUNT(cases));
}

static void knows_where_profiles_are(void **state) {
    (void)state;
    static const struct {
        const char *network, *username, *uri, *name;
    } cases[] = {
        {"GitHub", "zhang677", "https://github.com/zhang677", "GitHub"},
        {"github", "@zhang677", "https://github.com/zhang677", "GitHub"},
        {"LinkedIn", "ada", "https://linkedin.com/in/ada", "LinkedIn"},
        {"ORCID", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "ORCID"},
        {"google scholar", "a_B-1", "https://scholar.google.com/citations?user=a_B-1",
         "Google Scholar"},
        {"StackOverflow", "12/ada", "https://stackoverflow.com/users/12/ada", "Stack Overflow"},
        {"X", "ada", "https://x.com/ada", "X"},
        {"Twitter", "ada", "https://x.com/ada", "Twitter"},
        {"Mastodon", "@ada@example.social", "https://example.social/@ada", "Mastodon"},
        {"mastodon", "ada@example.social", "https://example.social/@ada", "Mastodon"},
        {"YouTube", "@ada", "https://youtube.com/@ada", "YouTube"},
        {"Bluesky", "ada.bsky.social", "https://bsky.app/profile/ada.bsky.social", "Bluesky"},
        {"stack_overflow", "12/ada", "https://stackoverflow.com/users/12/ada", "Stack Overflow"},
        {"stack.overflow", "12/ada", "https://stackoverflow.com/users/12/ada", "Stack Overflow"},
        {"hugging-face", "ada", "https://huggingface.co/ada", "Hugging Face"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        const char *yaml = cv_format(
            self->arena, "{name: A, contact: {profiles: [{network: %s, username: '%s'}]}}",
            cases[i].network, cases[i].username);
        const cv_resume *resume = fixture_decode(self, yaml);
        assert_string_equal(fixture_findings(self), "");
        const cv_contact *contact = &resume->contacts.items[0];
        assert_int_equal(contact->kind, CV_CONTACT_PROFILE);
        assert_string_equal(contact->uri, cases[i].uri);
        assert_string_equal(contact->string, cases[i].uri + strlen("https://"));
        assert_string_equal(contact->label, cases[i].name);
        assert_string_equal(contact->network, cases[i].name);
        fixture_destroy(self);
    }
}

static void lets_url_and_label_override(void **state) {
    (void)state;
    static const dump_case cases[] = {
        {"contact: {profiles: [{network: GitHub, username: a, url: 'https://example.org/git/'}]}",
         "profile \"example.org/git\" label \"GitHub\" network \"GitHub\" to "
         "\"https://example.org/git/\"\n"},
        {"contact: {profiles: [{network: GitHub, username: a, label: My code}]}",
         "profile \"My code\" label \"My code\" network \"GitHub\" to \"https://github.com/a\"\n"},
        {"contact: {profiles: [{network: Forum, url: forum.example.org/a}]}",
         "profile \"forum.example.org/a\" label \"Forum\" network \"Forum\" to "
         "\"https://forum.example.org/a\"\n"},
    };
    check_dumps(cases, COUNT(cases));
}

static void reports_what_leads_nowhere(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, contact: {email: ada}}",
         "CV122 at ada: 'ada' is not an e-mail address (write one address, like name@example.org; "
         "several make a list)\n"},
        {"{name: A, contact: {website: me}}",
         "CV123 at me: 'website' is not a web address: it does not begin with https:// or http:// "
         "(write it like example.org/me)\n"},
        {"{name: A, contact: {website: a.b@example.org}}",
         "CV123 at a.b@example.org: 'website' is not a web address: it names a user (write it like "
         "example.org/me)\n"},
        {"{name: A, contact: {phone: none}}",
         "CV105 at none: 'none' is not a telephone number (write it like +1 650 555 0100)\n"},
        {"{name: A, contact: {profiles: [{network: Githib, username: a}]}}",
         "CV105 at Githib: 'Githib' is not a network known here (did you mean 'GitHub'?)\n"},
        {"{name: A, contact: {profiles: [{network: Guild of Clerks, username: a}]}}",
         "CV105 at Guild of Clerks: 'Guild of Clerks' is not a network known here (give the whole "
         "address as 'url')\n"},
        {"{name: A, contact: {profiles: [{network: GitHub, username: 'https://github.com/a'}]}}",
         "CV105 at 'https://github.com/a': 'https://github.com/a' is not a user name (write it "
         "like "
         "name, or give the whole address as 'url')\n"},
        {"{name: A, contact: {profiles: [{network: Mastodon, username: a}]}}",
         "CV105 at a: 'a' is not a user name (write it like @name@example.social, or give the "
         "whole "
         "address as 'url')\n"},
        {"{name: A, contact: {profiles: [{network: GitHub}]}}",
         "CV103 at {network: GitHub}: missing key 'username'\n"},
        {"{name: A, contact: {profiles: [{network: GitHub, url: 'ftp://a.b'}]}}",
         "CV123 at 'ftp://a.b': 'url' is not a web address: it does not begin with https:// or "
         "http:// (write it like example.org/me)\n"},
        {"{name: A, contact: {links: [{label: L}]}}", "CV103 at {label: L}: missing key 'url'\n"},
        {"{name: A, contact: {email: [[a@b.c]]}}",
         "CV102 at [a@b.c]: this must be text, not a list\n"},
        {"{name: A, contact: {phone: [1]}}", "CV102 at [1]: 'phone' must be text, not a list\n"},
        {"{name: A, contact: {website: [a.b]}}",
         "CV102 at [a.b]: 'website' must be text, not a list\n"},
        {"{name: A, contact: {website: 'a.b://c.d'}}",
         "CV123 at 'a.b://c.d': 'website' is not a web address: it does not begin with https:// or "
         "http:// (write it like example.org/me)\n"},
        {"{name: A, contact: {profiles: GitHub}}",
         "CV102 at GitHub: 'profiles' must be a list, not text\n"},
        {"{name: A, contact: {links: [a.b]}}", "CV102 at a.b: this must be a mapping, not text\n"},
        {"{name: A, contact: {mail: a@b.c}}",
         "CV101 at mail: unknown key 'mail' (did you mean 'email'?)\n"},
        {"{name: A, contact: a@b.c}", "CV102 at a@b.c: 'contact' must be a mapping, not text\n"},
    };
    check_findings(cases, COUNT(cases));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_and_links_in_the_order_of_the_file),
        cmocka_unit_test(knows_where_profiles_are),
        cmocka_unit_test(lets_url_and_label_override),
        cmocka_unit_test(reports_what_leads_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

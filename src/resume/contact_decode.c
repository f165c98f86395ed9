// SPDX-License-Identifier: MIT
// contact_decode.c - how to reach the person, in the order of the file.
#include "resume/decode.h"

#include "resume/link.h"
#include "resume/network.h"
#include "resume/value.h"

#include <string.h>

static void add_contact(const cv_decoder *decoder, cv_contacts *contacts, cv_contact contact) {
    CV_PUSH(decoder->arena, contacts, contact);
}

// An address as people type it: "example.org", "https://example.org/". NULL after a finding.
static const char *read_address(const cv_node *node, const cv_decoder *decoder) {
    const char *typed = cv_value_get(node, decoder), *end;
    if (!typed) return NULL;
    bool has_scheme = !cv_link_has_public_host(typed, &end) || cv_starts_with(end, "://");
    const char *address = has_scheme ? typed : cv_format(decoder->arena, "https://%s", typed);
    const char *fault = cv_link_web_fault(address);
    if (!fault) return address;
    cv_report_add(decoder->report, CV_BAD_LINK, node->span, "'%s' is not a web address: %s",
                  node->key, fault)
        ->hint = "write it like example.org/me";
    return NULL;
}

static void read_website(const cv_node *node, void *target, const cv_decoder *decoder) {
    const char *address = read_address(node, decoder);
    if (!address) return;
    add_contact(decoder, target,
                (cv_contact){.kind = CV_CONTACT_WEBSITE,
                             .string = cv_link_printed(address, decoder->arena),
                             .uri = cv_link_uri(address, decoder->arena),
                             .span = node->span});
}

static void add_email(const cv_node *node, void *target, const cv_decoder *decoder) {
    const char *email = cv_value_get(node, decoder);
    if (!email) return;
    if (!cv_link_is_email(email)) {
        cv_report_add(decoder->report, CV_BAD_EMAIL, node->span, "'%s' is not an e-mail address",
                      email)
            ->hint = "write one address, like name@example.org; several make a list";
        return;
    }
    const char *uri = cv_format(decoder->arena, "mailto:%s", cv_link_uri(email, decoder->arena));
    add_contact(
        decoder, target,
        (cv_contact){.kind = CV_CONTACT_EMAIL, .string = email, .uri = uri, .span = node->span});
}

static void read_email(const cv_node *node, void *target, const cv_decoder *decoder) {
    if (node->kind != CV_NODE_LIST) {
        add_email(node, target, decoder);
        return;
    }
    for (const cv_node *item = node->first; item; item = item->next)
        if (!cv_field_is_absent(item)) add_email(item, target, decoder);
}

static void read_phone(const cv_node *node, void *target, const cv_decoder *decoder) {
    const char *phone = cv_value_get(node, decoder);
    if (!phone) return;
    const char *uri = cv_link_phone_uri(phone, decoder->arena);
    if (uri)
        add_contact(decoder, target,
                    (cv_contact){
                        .kind = CV_CONTACT_PHONE, .string = phone, .uri = uri, .span = node->span});
    else
        cv_report_add(decoder->report, CV_BAD_VALUE, node->span, "'%s' is not a telephone number",
                      phone)
            ->hint = "write it like +1 650 555 0100";
}

static void read_location(const cv_node *node, void *target, const cv_decoder *decoder) {
    const char *location = cv_value_get(node, decoder);
    if (!location) return;
    add_contact(decoder, target,
                (cv_contact){.kind = CV_CONTACT_LOCATION, .string = location, .span = node->span});
}

static void read_web_address(const cv_node *node, void *target, const cv_decoder *decoder) {
    const char *address = read_address(node, decoder);
    if (address) *(const char **)target = address;
}

static void for_each_map(const cv_node *node, cv_field_reader *add, void *target,
                         const cv_decoder *decoder) {
    if (node->kind != CV_NODE_LIST) {
        cv_value_report_type(node, "a list", decoder);
        return;
    }
    for (const cv_node *item = node->first; item; item = item->next)
        if (!cv_field_is_absent(item) && cv_value_is_map(item, decoder)) add(item, target, decoder);
}

// Profiles

typedef struct profile_record {
    const char *network, *username, *url, *label;
} profile_record;

static const cv_field profile_fields[] = {
    {"network", cv_value_string, offsetof(profile_record, network), true, "text",
     "GitHub, LinkedIn, ORCID"},
    {"username", cv_value_string, offsetof(profile_record, username), false, "text",
     "your name there"},
    {"url", read_web_address, offsetof(profile_record, url), false, "address",
     "address, of a network not known"},
    {"label", cv_value_string, offsetof(profile_record, label), false, "text",
     "printed in place of the address"},
};

static const cv_field_table profile_table = {CV_FIELDS(profile_fields), NULL, NULL};

static void report_username(const cv_node *map, const char *example, const cv_decoder *decoder) {
    const cv_node *node = cv_tree_find(map, "username");
    cv_report_add(decoder->report, CV_BAD_VALUE, node->span, "'%s' is not a user name", node->text)
        ->hint = cv_format(decoder->report->arena,
                           "write it like %s, or give the whole address as 'url'", example);
}

// "github.com/zhang677"; NULL after a finding. A Mastodon name has its server in it.
static const char *profile_address(const cv_node *map, const cv_network *network,
                                   const char *username, const cv_decoder *decoder) {
    if (*username == '@') username++;
    bool is_federated = *network->address == '*';
    const char *host = strchr(username, '@');
    if (strpbrk(username, " ?#%&\\<>\"") || strstr(username, "://") ||
        is_federated != (host != NULL)) {
        report_username(map, is_federated ? "@name@example.social" : "name", decoder);
        return NULL;
    }
    if (!is_federated) return cv_format(decoder->arena, "%s%s", network->address, username);
    return cv_format(decoder->arena, "%s/@%.*s", host + 1, (int)(host - username), username);
}

static const char *find_address(const cv_node *map, const cv_network *network,
                                const profile_record *profile, const cv_decoder *decoder) {
    cv_report *report = decoder->report;
    const cv_node *node = cv_tree_find(map, "network");
    if (!network) {
        const cv_network *near = cv_network_suggest(profile->network);
        cv_report_add(report, CV_BAD_VALUE, node->span, "'%s' is not a network known here",
                      profile->network)
            ->hint = near ? cv_format(report->arena, "did you mean '%s'?", near->name)
                          : "give the whole address as 'url'";
        return NULL;
    }
    if (!profile->username) {
        if (!cv_field_present(map, "username"))
            cv_report_add(report, CV_MISSING_KEY, map->span, "missing key 'username'");
        return NULL;
    }
    const char *address = profile_address(map, network, profile->username, decoder);
    return address ? cv_format(decoder->arena, "https://%s", address) : NULL;
}

static void add_profile(const cv_node *map, void *target, const cv_decoder *decoder) {
    profile_record profile = {0};
    cv_fields_read(map, &profile_table, &profile, decoder);
    bool is_url_wrong = !profile.url && cv_field_present(map, "url");
    if (!profile.network || is_url_wrong) return;
    const cv_network *network = cv_network_find(profile.network);
    const char *address = profile.url ? profile.url : find_address(map, network, &profile, decoder);
    if (!address) return;
    const char *name = network ? network->name : profile.network;
    add_contact(decoder, target,
                (cv_contact){.kind = CV_CONTACT_PROFILE,
                             .label = profile.label ? profile.label : name,
                             .string = profile.label ? profile.label
                                                     : cv_link_printed(address, decoder->arena),
                             .uri = cv_link_uri(address, decoder->arena),
                             .network = name,
                             .span = map->span});
}

static void read_profiles(const cv_node *node, void *target, const cv_decoder *decoder) {
    for_each_map(node, add_profile, target, decoder);
}

// Links

typedef struct link_record {
    const char *label, *url;
} link_record;

static const cv_field link_fields[] = {
    {"label", cv_value_string, offsetof(link_record, label), false, "text",
     "printed in place of the address"},
    {"url", read_web_address, offsetof(link_record, url), true, "address", "where it leads"},
};

static const cv_field_table link_table = {CV_FIELDS(link_fields), NULL, NULL};

static void add_link(const cv_node *map, void *target, const cv_decoder *decoder) {
    link_record link = {0};
    cv_fields_read(map, &link_table, &link, decoder);
    if (!link.url) return;
    add_contact(
        decoder, target,
        (cv_contact){.kind = CV_CONTACT_LINK,
                     .label = link.label,
                     .string = link.label ? link.label : cv_link_printed(link.url, decoder->arena),
                     .uri = cv_link_uri(link.url, decoder->arena),
                     .span = map->span});
}

static void read_links(const cv_node *node, void *target, const cv_decoder *decoder) {
    for_each_map(node, add_link, target, decoder);
}

// Contact

static const cv_field fields[] = {
    {"website", read_website, 0, false, "address", "example.org"},
    {"email", read_email, 0, false, "emails", "one address, or a list"},
    {"phone", read_phone, 0, false, "phone", "+1 650 555 0100"},
    {"location", read_location, 0, false, "text", "town, country"},
    {"profiles", read_profiles, 0, false, "profiles", "a list of network and username"},
    {"links", read_links, 0, false, "links", "a list of label and url"},
};

static const cv_field_table table = {CV_FIELDS(fields), NULL, NULL};

void cv_contacts_describe(cv_schema *schema) {
    cv_fields_describe(&table, "contact", "how to reach you, printed in this order", schema);
    cv_fields_describe(&profile_table, "profile", "your page on a network", schema);
    cv_fields_describe(&link_table, "link", "any other address", schema);
}

void cv_contacts_decode(const cv_node *node, void *target, const cv_decoder *decoder) {
    if (cv_value_is_map(node, decoder)) cv_fields_read(node, &table, target, decoder);
}

// SPDX-License-Identifier: MIT
// network.c - the table of networks, by name.
#include "resume/network.h"

#include "base/suggest.h"
#include "base/text.h"

static const cv_network networks[] = {
    {"arXiv", "arxiv.org/a/"},
    {"Behance", "behance.net/"},
    {"Bitbucket", "bitbucket.org/"},
    {"Bluesky", "bsky.app/profile/"},
    {"Codeberg", "codeberg.org/"},
    {"Codeforces", "codeforces.com/profile/"},
    {"DBLP", "dblp.org/pid/"},
    {"DEV", "dev.to/"},
    {"Docker Hub", "hub.docker.com/u/"},
    {"Dribbble", "dribbble.com/"},
    {"Facebook", "facebook.com/"},
    {"GitHub", "github.com/"},
    {"GitLab", "gitlab.com/"},
    {"Google Scholar", "scholar.google.com/citations?user="},
    {"Hugging Face", "huggingface.co/"},
    {"Instagram", "instagram.com/"},
    {"Kaggle", "kaggle.com/"},
    {"Keybase", "keybase.io/"},
    {"LeetCode", "leetcode.com/u/"},
    {"LinkedIn", "linkedin.com/in/"},
    {"Mastodon", "*"}, // the user name has the host in it
    {"Medium", "medium.com/@"},
    {"npm", "npmjs.com/~"},
    {"OpenReview", "openreview.net/profile?id="},
    {"ORCID", "orcid.org/"},
    {"PyPI", "pypi.org/user/"},
    {"Reddit", "reddit.com/user/"},
    {"ResearchGate", "researchgate.net/profile/"},
    {"Semantic Scholar", "semanticscholar.org/author/"},
    {"SourceHut", "sr.ht/~"},
    {"Stack Overflow", "stackoverflow.com/users/"},
    {"Substack", "substack.com/@"},
    {"Telegram", "t.me/"},
    {"Twitter", "x.com/"},
    {"X", "x.com/"},
    {"Xing", "xing.com/profile/"},
    {"YouTube", "youtube.com/@"},
};
enum { NETWORK_COUNT = sizeof networks / sizeof *networks };

static bool is_ignored(char byte) {
    return byte == ' ' || byte == '-' || byte == '_' || byte == '.';
}

static bool is_same_name(const char *a, const char *b) {
    for (;; a++, b++) {
        while (is_ignored(*a)) a++;
        while (is_ignored(*b)) b++;
        char left[] = {*a, '\0'}, right[] = {*b, '\0'};
        if (!cv_equal_ignoring_case(left, right)) return false;
        if (!*a) return true;
    }
}

const cv_network *cv_network_find(const char *name) {
    for (size_t i = 0; i < NETWORK_COUNT; i++)
        if (is_same_name(networks[i].name, name)) return &networks[i];
    return NULL;
}

const cv_network *cv_network_suggest(const char *name) {
    const char *names[NETWORK_COUNT];
    for (size_t i = 0; i < NETWORK_COUNT; i++) names[i] = networks[i].name;
    const char *near = cv_suggest(name, names, NETWORK_COUNT);
    return near ? cv_network_find(near) : NULL;
}

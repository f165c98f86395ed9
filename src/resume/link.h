// SPDX-License-Identifier: MIT
// link.h - which addresses may be links, and how they are printed.
//
// A fault is a clause for messages that says why not ("it names a user"); NULL means there is none.
#ifndef CV_RESUME_LINK_H
#define CV_RESUME_LINK_H

#include "base/arena.h"

#include <stdbool.h>

// Of an http or https address: these schemes only, a host, no user, no blank or invisible
// character.
const char *cv_link_web_fault(const char *address);

// Of an address behind [text](…): http, https, mailto or tel.
const char *cv_link_fault(const char *address);

// True if `text` begins with a host of at least two labels. `*end` is where a host ends in any
// case.
bool cv_link_has_public_host(const char *text, const char **end);

// One @, no blanks, a dot in the domain.
bool cv_link_is_email(const char *text);

// `address` with all that an URI may not hold (RFC 3986) percent-encoded.
const char *cv_link_uri(const char *address, cv_arena *arena);

// `address` without "https://" or "http://" and without one slash at the end.
const char *cv_link_printed(const char *address, cv_arena *arena);

// "tel:+16505550100" for "+1 (650) 555 0100 ext. 2"; NULL if there are fewer than three digits.
const char *cv_link_phone_uri(const char *phone, cv_arena *arena);

#endif

// SPDX-License-Identifier: MIT
// network.h - where the profiles of a network are.
#ifndef CV_RESUME_NETWORK_H
#define CV_RESUME_NETWORK_H

typedef struct cv_network {
    const char *name;    // "Stack Overflow"
    const char *address; // without https://; the user name follows, or stands in the place of a '*'
} cv_network;

// Case, blanks and hyphens do not count. NULL if the network is not known.
const cv_network *cv_network_find(const char *name);

// The known network with the nearest name, NULL if none is near.
const cv_network *cv_network_suggest(const char *name);

#endif

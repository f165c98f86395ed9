// SPDX-License-Identifier: MIT
// contact.c - whether a reader could answer.
#include "review/rules.h"

static const cv_contact *find(const cv_resume *resume, cv_contact_kind kind) {
    for (size_t i = 0; i < resume->contacts.count; i++)
        if (resume->contacts.items[i].kind == kind) return &resume->contacts.items[i];
    return NULL;
}

void cv_rule_contact(const cv_review *review) {
    const cv_resume *resume = review->shown;
    const cv_contact *email = find(resume, CV_CONTACT_EMAIL);
    const cv_contact *phone = find(resume, CV_CONTACT_PHONE);
    if (!email && !phone)
        cv_report_add(review->report, CV_NO_CONTACT, resume->name.span,
                      "there is neither an e-mail address nor a telephone number")
            ->hint = "write 'contact: {email: ada@lovelace.org, phone: +44 20 7946 0000}'";
    else if (!email)
        cv_report_add(review->report, CV_LITTLE_CONTACT, phone->span,
                      "there is a telephone number, but no e-mail address");
    else if (!phone)
        cv_report_add(review->report, CV_LITTLE_CONTACT, email->span,
                      "there is an e-mail address, but no telephone number");
}

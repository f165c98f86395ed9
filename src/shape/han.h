// SPDX-License-Identifier: MIT
// han.h - whose forms the characters get that Chinese, Japanese and Korean share.
#ifndef CV_SHAPE_HAN_H
#define CV_SHAPE_HAN_H

#include "document/document.h"

// "ja", "ko", "zh-Hans" or "zh-Hant": by the document's language, or where that is another, by the
// letters beside them: kana are Japanese, Hangul Korean. Else simplified, as most of them are.
const char *cv_han_language(const cv_document *document);

#endif

// SPDX-License-Identifier: MIT
// photo.c - the photo of a resume: its file, what is in that, and whether it suits its place.
#include "base/limits.h"
#include "library/pipeline.h"

enum {
    FINE = 300,   // pixels an inch, of which print shows no more
    COARSE = 200, // below it, print shows the pixels
    HEAVY = 1 << 20,
    MOST_LONG = 2 // times as long as wide: what is longer is no portrait
};

static uint32_t pixels_for(cv_length width, int resolution) {
    return (uint32_t)((int64_t)width * resolution / (72 * (int64_t)CV_POINT));
}

// Across the area: of a circle, the shorter side fills it.
static uint32_t pixels_across(const cv_image *image, cv_photo_shape shape) {
    uint32_t width = cv_image_shown_width(image), height = cv_image_shown_height(image);
    return shape == CV_PHOTO_CIRCLE && height < width ? height : width;
}

static void check_resolution(const cv_photo *photo, const cv_image *image,
                             const cv_photo_style *style, cv_report *report) {
    uint32_t pixels = pixels_across(image, style->shape);
    if (pixels >= pixels_for(style->width, COARSE)) return;
    cv_report_add(report, CV_PHOTO_COARSE, photo->span,
                  "'%s' has %u pixels across, which will look coarse in print", photo->file, pixels)
        ->hint =
        cv_format(report->arena, "take one of %u or more, or a smaller design.header.photo.width",
                  pixels_for(style->width, FINE));
}

static void check_weight(const cv_photo *photo, const cv_image *image, const cv_photo_style *style,
                         cv_report *report) {
    if (image->coding != CV_IMAGE_JPEG || image->data.size <= HEAVY) return;
    size_t tenths = image->data.size * 10 >> 20;
    cv_report_add(report, CV_PHOTO_HEAVY, photo->span, "'%s' adds %zu.%zu MiB to the PDF",
                  photo->file, tenths / 10, tenths % 10)
        ->hint =
        cv_format(report->arena, "make it smaller: %u pixels across are all that print shows",
                  pixels_for(style->width, FINE));
}

// False after a finding.
static bool check_form(const cv_photo *photo, const cv_image *image, cv_report *report) {
    uint32_t width = cv_image_shown_width(image), height = cv_image_shown_height(image);
    if (height <= MOST_LONG * width && width <= MOST_LONG * height) return true;
    cv_report_add(report, CV_PHOTO_PLACE, photo->span,
                  "'%s' has %u x %u pixels, and is too long for a photo", photo->file, width,
                  height)
        ->hint = "cut it: a portrait of 3 to 4 suits best";
    return false;
}

const cv_image *cv_job_read_photo(cv_job *job) {
    const cv_photo *photo = &job->resume->photo;
    const cv_photo_style *style = &job->style->header.photo;
    cv_report *report = &job->report;
    if (!photo->file) return NULL;
    cv_image_file file = {.name = photo->file,
                          .span = photo->span,
                          .bytes =
                              cv_files_read(job->files, CV_FILE_PHOTO, photo->file, photo->span),
                          .least = pixels_for(style->width, FINE)};
    if (!file.bytes.size) return NULL;
    const cv_image *image = cv_image_read(&file, job->arena, report);
    if (!image || !check_form(photo, image, report)) return NULL;
    check_resolution(photo, image, style, report);
    check_weight(photo, image, style, report);
    return image;
}

void cv_job_review_photo(cv_job *job) {
    const cv_photo *photo = &job->resume->photo;
    if (!job->photo || !job->photo->has_location) return;
    cv_report_add(&job->report, CV_PHOTO_LOCATION, photo->span,
                  "'%s' says where it was taken; its copy in the PDF does not", photo->file)
        ->hint = "remove the location before you publish the file itself";
}

// SPDX-License-Identifier: MIT
// embed.cpp - the public header in C++: a PDF of its own for two values of one setting.
#include <cvpdf.h>

#include <cstdio>
#include <memory>
#include <string>

namespace {

struct release {
    void operator()(cvpdf_engine *engine) const { cvpdf_engine_free(engine); }
    void operator()(cvpdf_result *result) const { cvpdf_result_free(result); }
};

std::string render(const cvpdf_engine *engine, const std::string &text, const char *size) {
    const cvpdf_setting setting = {"design.font.size", size, nullptr};
    cvpdf_job job = cvpdf_job();
    job.size = sizeof job;
    job.name = "grace.yaml";
    job.source.data = reinterpret_cast<const unsigned char *>(text.data());
    job.source.size = text.size();
    job.settings = &setting;
    job.setting_count = 1;

    cvpdf_result *raw = nullptr;
    if (cvpdf_render(engine, &job, &raw) != CVPDF_OK) {
        cvpdf_result_free(raw);
        return std::string();
    }
    std::unique_ptr<cvpdf_result, release> result(raw);
    const cvpdf_bytes pdf = cvpdf_result_bytes(result.get());
    return std::string(reinterpret_cast<const char *>(pdf.data), pdf.size);
}

} // namespace

int main() {
    std::unique_ptr<cvpdf_engine, release> engine(cvpdf_engine_create());
    if (!engine) return 1;
    const std::string text = "name: Grace Hopper\nsummary: Wrote compilers.\n";
    const std::string small = render(engine.get(), text, "9pt");
    const std::string large = render(engine.get(), text, "11pt");
    if (small.compare(0, 5, "%PDF-") != 0 || large.compare(0, 5, "%PDF-") != 0 || small == large) {
        std::fprintf(stderr, "%lu and %lu bytes\n", static_cast<unsigned long>(small.size()),
                     static_cast<unsigned long>(large.size()));
        return 1;
    }
    return 0;
}

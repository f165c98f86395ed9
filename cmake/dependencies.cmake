# SPDX-License-Identifier: MIT
# The libraries that libcvpdf links. Read by the build and by the installed package, so that a
# static libcvpdf finds the same targets again.
find_package(PkgConfig REQUIRED)
pkg_check_modules(CVPDF_YAML REQUIRED QUIET IMPORTED_TARGET yaml-0.1)
pkg_check_modules(CVPDF_ICU REQUIRED QUIET IMPORTED_TARGET icu-i18n icu-uc)
pkg_check_modules(CVPDF_HARFBUZZ REQUIRED QUIET IMPORTED_TARGET harfbuzz harfbuzz-subset)
pkg_check_modules(CVPDF_FONTCONFIG REQUIRED QUIET IMPORTED_TARGET fontconfig)
pkg_check_modules(CVPDF_JANSSON REQUIRED QUIET IMPORTED_TARGET jansson)
pkg_check_modules(CVPDF_PNG REQUIRED QUIET IMPORTED_TARGET libpng)
pkg_check_modules(CVPDF_ZLIB REQUIRED QUIET IMPORTED_TARGET zlib)

if(NOT TARGET cvpdf::hpdf) # libharu comes without a pkg-config file
    find_library(CVPDF_HPDF_LIBRARY hpdf)
    find_path(CVPDF_HPDF_INCLUDE_DIR hpdf.h)
    mark_as_advanced(CVPDF_HPDF_LIBRARY CVPDF_HPDF_INCLUDE_DIR)
    if(NOT CVPDF_HPDF_LIBRARY OR NOT CVPDF_HPDF_INCLUDE_DIR)
        message(FATAL_ERROR "libharu (hpdf) was not found; on Debian it is the package libhpdf-dev")
    endif()
    add_library(cvpdf::hpdf UNKNOWN IMPORTED)
    set_target_properties(cvpdf::hpdf PROPERTIES
        IMPORTED_LOCATION "${CVPDF_HPDF_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${CVPDF_HPDF_INCLUDE_DIR}")
endif()

set(CVPDF_DEPENDENCIES
    cvpdf::hpdf
    PkgConfig::CVPDF_YAML
    PkgConfig::CVPDF_ICU
    PkgConfig::CVPDF_HARFBUZZ
    PkgConfig::CVPDF_FONTCONFIG
    PkgConfig::CVPDF_JANSSON
    PkgConfig::CVPDF_PNG
    PkgConfig::CVPDF_ZLIB)

# What the program has besides; libcvpdf does without.
set(CVPDF_PROGRAM_DEPENDENCIES)
if(PROJECT_NAME STREQUAL "cvpdf")
    find_library(CVPDF_CSV_LIBRARY csv) # libcsv comes without a pkg-config file
    find_path(CVPDF_CSV_INCLUDE_DIR csv.h)
    mark_as_advanced(CVPDF_CSV_LIBRARY CVPDF_CSV_INCLUDE_DIR)
    if(NOT CVPDF_CSV_LIBRARY OR NOT CVPDF_CSV_INCLUDE_DIR)
        message(FATAL_ERROR "libcsv was not found; on Debian it is the package libcsv-dev")
    endif()
    set(THREADS_PREFER_PTHREAD_FLAG ON)
    find_package(Threads REQUIRED)
    set(CVPDF_PROGRAM_DEPENDENCIES
        ${CVPDF_CSV_LIBRARY} PkgConfig::CVPDF_JANSSON Threads::Threads)
endif()

# SPDX-License-Identifier: MIT
# `cpack` in a build folder makes the Debian packages cvpdf and libcvpdf-dev. Configure with
# -DCMAKE_INSTALL_PREFIX=/usr, whose folders are those of Debian.
set(CVPDF_MAINTAINER "cvpdf contributors <contributors@cvpdf.invalid>" CACHE STRING
    "Who answers for the Debian packages: Name <address>")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "${CVPDF_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "typesetter of resumes written in YAML as tagged PDFs")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian.cmake)
set(CPACK_CVPDF_SOURCE ${PROJECT_SOURCE_DIR})

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME cvpdf)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"The PDF is one that people, screen readers and programs can read. Variants of
a resume and tables of applications are made in one run, and fitted to their
pages.
.
Fonts, themes and the words of its languages are inside the program.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libcvpdf-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"libcvpdf is what the program cvpdf is made of: it takes the bytes of a resume
in memory, and gives those of a PDF.
.
This package has the static library, its header, and files for pkg-config and
CMake.")

# The packages that have the pkg-config files and the header that ours needs.
function(cvpdf_find_packages out)
    find_program(CVPDF_DPKG_QUERY dpkg-query)
    mark_as_advanced(CVPDF_DPKG_QUERY)
    set(packages)
    foreach(file IN LISTS ARGN)
        execute_process(COMMAND ${CVPDF_DPKG_QUERY} -S ${file}
            OUTPUT_VARIABLE found ERROR_QUIET RESULT_VARIABLE failed)
        if(NOT failed AND found MATCHES "^([a-z0-9.+-]+):")
            list(APPEND packages ${CMAKE_MATCH_1})
        endif()
    endforeach()
    list(REMOVE_DUPLICATES packages)
    list(JOIN packages ", " packages)
    set(${out} "${packages}" PARENT_SCOPE)
endfunction()

file(STRINGS ${PROJECT_BINARY_DIR}/cvpdf.pc modules REGEX "^Requires")
string(REGEX REPLACE "^[^:]*: *" "" modules "${modules}")
separate_arguments(modules)
set(files ${CVPDF_HPDF_INCLUDE_DIR}/hpdf.h)
foreach(module IN LISTS modules)
    execute_process(COMMAND ${PKG_CONFIG_EXECUTABLE} --variable=pcfiledir ${module}
        OUTPUT_VARIABLE folder OUTPUT_STRIP_TRAILING_WHITESPACE)
    list(APPEND files ${folder}/${module}.pc)
endforeach()
cvpdf_find_packages(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS ${files})

include(CPack)

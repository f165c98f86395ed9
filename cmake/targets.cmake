# SPDX-License-Identifier: MIT
# Targets for daily work: format, format-check, docs, check, bless.
find_program(CVPDF_CLANG_FORMAT clang-format-14)
mark_as_advanced(CVPDF_CLANG_FORMAT)

foreach(mode format format-check)
    add_custom_target(${mode}
        COMMAND ${CMAKE_COMMAND} -D CLANG_FORMAT=${CVPDF_CLANG_FORMAT} -D MODE=${mode}
                -P ${PROJECT_SOURCE_DIR}/cmake/format.cmake
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
        VERBATIM)
endforeach()

# Writes the pages of docs/ that are made of what the program knows.
add_custom_target(docs
    COMMAND python3 -B ${PROJECT_SOURCE_DIR}/tools/diagnostics_doc.py $<TARGET_FILE:cvpdf_cli>
            ${PROJECT_SOURCE_DIR}/src/base/diagnostics.def
            ${PROJECT_SOURCE_DIR}/docs/diagnostics.md
    DEPENDS cvpdf_cli
    VERBATIM)

if(NOT CVPDF_TESTS)
    return()
endif()

# Everything that a developer wants to know before a commit.
add_custom_target(check
    COMMAND ${CMAKE_CTEST_COMMAND} --output-on-failure --parallel 2
    USES_TERMINAL VERBATIM)
if(CVPDF_CLANG_FORMAT)
    add_dependencies(check format-check)
endif()

# Rewrites the expectations under tests/golden and shows what changed.
add_custom_target(bless
    COMMAND ${CMAKE_COMMAND} -E rm -f bless.diff
    COMMAND ${CMAKE_COMMAND} -E touch bless.diff
    COMMAND ${CMAKE_COMMAND} -E env CVPDF_BLESS=${PROJECT_BINARY_DIR}/bless.diff
            ${CMAKE_CTEST_COMMAND} --output-on-failure -R "^golden\\."
    COMMAND ${CMAKE_COMMAND} -E cat bless.diff
    WORKING_DIRECTORY ${PROJECT_BINARY_DIR}
    DEPENDS cvpdf_cli
    USES_TERMINAL VERBATIM)

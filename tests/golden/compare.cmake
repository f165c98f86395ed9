# SPDX-License-Identifier: MIT
# Runs one stage on one input; compares what it prints (for `diagnostics` with stderr, for `sha256`
# the hash of the PDF) and the exit code. Where CVPDF_BLESS names a file, a difference is written
# to the expectation and appended to that file instead.
cmake_minimum_required(VERSION 3.20)

set(arguments)
if(EXISTS ${ARGUMENTS})
    file(STRINGS ${ARGUMENTS} arguments)
endif()
set(expected 0)

if(STAGE STREQUAL "sha256")
    execute_process(COMMAND ${CVPDF} ${arguments} -o ${GOT}.pdf ${INPUT} RESULT_VARIABLE code)
    if(code EQUAL 0)
        file(SHA256 ${GOT}.pdf hash)
        file(WRITE ${GOT} "${hash}\n")
    endif()
elseif(STAGE STREQUAL "diagnostics")
    execute_process(COMMAND ${CVPDF} dump diagnostics ${arguments} ${INPUT}
                    OUTPUT_FILE ${GOT} ERROR_FILE ${GOT} RESULT_VARIABLE code)
    file(STRINGS ${GOT} errors REGEX ": error\\[")
    if(errors)
        set(expected 1)
    endif()
else()
    execute_process(COMMAND ${CVPDF} dump ${STAGE} ${arguments} ${INPUT}
                    OUTPUT_FILE ${GOT} RESULT_VARIABLE code)
endif()
if(NOT code EQUAL expected)
    message(FATAL_ERROR "${INPUT}: exit ${code}, expected ${expected}")
endif()

execute_process(COMMAND diff -u ${WANT} ${GOT} RESULT_VARIABLE differs OUTPUT_VARIABLE difference)
if(NOT differs)
    return()
endif()
if(DEFINED ENV{CVPDF_BLESS})
    file(APPEND $ENV{CVPDF_BLESS} "${difference}")
    configure_file(${GOT} ${WANT} COPYONLY)
else()
    message("${difference}")
    message(FATAL_ERROR "${INPUT}: the ${STAGE} stage changed; see the difference above")
endif()

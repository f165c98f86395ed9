# SPDX-License-Identifier: MIT
# Renders one resume: it must succeed and print nothing, except warnings where the comment in its
# first line says that it is about them.
# Run: cmake -D CVPDF=… -D INPUT=resume.yaml -D PDF=resume.pdf -P tests/corpus/accept.cmake
cmake_minimum_required(VERSION 3.20)

file(REMOVE ${PDF})
execute_process(COMMAND ${CVPDF} --quiet -o ${PDF} ${INPUT}
                RESULT_VARIABLE code OUTPUT_VARIABLE messages ERROR_VARIABLE messages)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "exit ${code}, expected 0\n${messages}")
endif()

file(READ ${PDF} head LIMIT 5 HEX)
if(NOT head STREQUAL "255044462d") # %PDF-
    message(FATAL_ERROR "${PDF} is no PDF")
endif()

file(STRINGS ${INPUT} first_line LIMIT_COUNT 1 ENCODING UTF-8)
if(first_line MATCHES "^#.*warning")
    if(NOT messages MATCHES "warning\\[")
        message(FATAL_ERROR "no warning, though the file is about one")
    endif()
    string(REGEX MATCH "error\\[" messages "${messages}")
endif()
if(messages)
    message(FATAL_ERROR "${messages}")
endif()

# SPDX-License-Identifier: MIT
# Compares a file with what a command prints. Where CVPDF_BLESS names a file, a difference is written
# to the first and appended to that one instead.
cmake_minimum_required(VERSION 3.20)

execute_process(COMMAND ${MAKE} OUTPUT_FILE ${GOT} RESULT_VARIABLE code)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "${MAKE}: exit ${code}")
endif()
execute_process(COMMAND diff -uN ${WANT} ${GOT} RESULT_VARIABLE differs OUTPUT_VARIABLE difference)
if(NOT differs)
    return()
endif()
if(DEFINED ENV{CVPDF_BLESS})
    file(APPEND $ENV{CVPDF_BLESS} "${difference}")
    configure_file(${GOT} ${WANT} COPYONLY)
else()
    message("${difference}")
    message(FATAL_ERROR "${WANT} is not what the tables say now; the target `bless` rewrites it")
endif()

# SPDX-License-Identifier: MIT
# Each header compiles alone, and twice, and its guard is named after its place. Each function of the
# public one has a comment right above it.
# Run: cmake -D ROOT=. -D CC=cc -D INCLUDE_DIRS=dir;dir -D SCRATCH=dir -P tests/lint/headers.cmake
cmake_minimum_required(VERSION 3.20)
get_filename_component(ROOT ${ROOT} ABSOLUTE)
set(flags -std=c11 -D_POSIX_C_SOURCE=200809L -fsyntax-only -Wall -Wextra -Wpedantic -Werror
    -I ${ROOT}/include -I ${ROOT}/src)
foreach(dir IN LISTS INCLUDE_DIRS)
    list(APPEND flags -isystem ${dir})
endforeach()

file(GLOB_RECURSE headers RELATIVE ${ROOT} ${ROOT}/include/*.h ${ROOT}/src/*.h)
if(NOT headers)
    message(FATAL_ERROR "no headers under ${ROOT}: this check would prove nothing")
endif()
foreach(header IN LISTS headers)
    string(REGEX REPLACE "^(include|src)/" "" name ${header})
    # The declaration keeps a file of macros alone from being an empty program.
    file(WRITE ${SCRATCH}/alone.c
         "#include \"${name}\"\n#include \"${name}\"\nextern int cv_nothing;\n")
    execute_process(COMMAND ${CC} ${flags} ${SCRATCH}/alone.c RESULT_VARIABLE failed)
    if(failed)
        message(SEND_ERROR "${header} does not compile alone")
    endif()
    string(TOUPPER "CV_${name}" guard)
    string(REGEX REPLACE "[/.]" "_" guard ${guard})
    if(header STREQUAL "include/cvpdf.h")
        set(guard CVPDF_H)
    endif()
    file(STRINGS ${ROOT}/${header} found REGEX "^#ifndef ${guard}$")
    if(NOT found)
        message(SEND_ERROR "${header}: its guard is not ${guard}")
    endif()
endforeach()

set(above)
file(STRINGS ${ROOT}/include/cvpdf.h lines)
foreach(line IN LISTS lines)
    if(line MATCHES "^CVPDF_API" AND NOT above MATCHES "^//")
        message(SEND_ERROR "include/cvpdf.h: this has no comment: ${line}")
    endif()
    set(above "${line}")
endforeach()

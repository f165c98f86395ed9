# SPDX-License-Identifier: MIT
# Words that do not belong into the project: paths of somebody's machine, and promises to do later
# what should be done or left out.
# Run: cmake -D ROOT=. -P tests/lint/words.cmake
cmake_minimum_required(VERSION 3.20)
get_filename_component(ROOT ${ROOT} ABSOLUTE)
set(path "(^|[^A-Za-z0-9_.~-])/(home|root|Users|work)/[A-Za-z.]")
set(promise "(^|[^A-Za-z])(TO[D]O|FIX[M]E|XX[X]|HA[C]K)([^A-Za-z]|$)")

file(GLOB_RECURSE files RELATIVE ${ROOT}
    ${ROOT}/src/* ${ROOT}/include/* ${ROOT}/cmake/* ${ROOT}/tools/* ${ROOT}/docs/* ${ROOT}/data/*
    ${ROOT}/tests/*)
file(GLOB more RELATIVE ${ROOT} ${ROOT}/* ${ROOT}/.ci/* ${ROOT}/.github/workflows/*
    ${ROOT}/fonts/VERSIONS ${ROOT}/.*)
set(count 0)
foreach(file IN LISTS files more)
    if(IS_DIRECTORY ${ROOT}/${file} OR file MATCHES "\\.(icc|pdf|png|jpe?g|ttf|otf|pyc)$"
       OR file MATCHES "^tests/(corpus|fuzz/seeds)/")
        continue()
    endif()
    math(EXPR count "${count} + 1")
    foreach(kind path promise)
        file(STRINGS ${ROOT}/${file} found REGEX "${${kind}}")
        foreach(text IN LISTS found)
            message(SEND_ERROR "${file}: not in this project: ${text}")
        endforeach()
    endforeach()
endforeach()
if(count EQUAL 0)
    message(FATAL_ERROR "no files under ${ROOT}: this check would prove nothing")
endif()

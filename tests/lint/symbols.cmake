# SPDX-License-Identifier: MIT
# The archive must not crowd an embedder's names, and holds nothing that a thread could change:
# external symbols begin with cv_ or cvpdf_, and no object is in a writable section.
# Run: cmake -D NM=nm -D ARCHIVE=libcvpdf.a -P tests/lint/symbols.cmake
cmake_minimum_required(VERSION 3.20)
execute_process(COMMAND ${NM} --format=sysv --defined-only ${ARCHIVE}
                OUTPUT_VARIABLE listing RESULT_VARIABLE failed)
if(failed)
    message(FATAL_ERROR "${NM} cannot read ${ARCHIVE}")
endif()

# name |value |class |type |size |line |section
string(REGEX MATCHALL "[^\n|]+\\|[^|\n]*\\|[^|\n]*\\|[^|\n]*\\|[^|\n]*\\|[^|\n]*\\|[^\n]*"
       rows "${listing}")
set(count 0)
foreach(row IN LISTS rows)
    string(REPLACE "|" ";" columns "${row}")
    list(TRANSFORM columns STRIP)
    list(GET columns 0 name)
    list(GET columns 2 class)
    list(GET columns 3 type)
    list(GET columns 6 section)
    if(class MATCHES "^[A-Z]$")
        math(EXPR count "${count} + 1")
        if(NOT name MATCHES "^(cv_|cvpdf_)")
            message(SEND_ERROR "${name}: an external symbol begins with cv_ or cvpdf_")
        endif()
    endif()
    # Constant tables of pointers are in .data.rel.ro: the loader fills them in, then seals them.
    if(type STREQUAL "OBJECT" AND section MATCHES "^(\\.data|\\.bss|\\.tdata|\\.tbss|\\*COM\\*)"
       AND NOT section MATCHES "^\\.data\\.rel\\.ro")
        message(SEND_ERROR "${name}: a global that can be written (${section})")
    endif()
endforeach()
if(count EQUAL 0)
    message(FATAL_ERROR "no symbols in ${ARCHIVE}: this check would prove nothing")
endif()

# SPDX-License-Identifier: MIT
# Third-party headers are included only by the files that are the door to their library; any header
# in <> that is neither a door's nor the language's or POSIX's is refused.
# Run: cmake -D SRC=src -P tests/lint/doors.cmake
cmake_minimum_required(VERSION 3.20)
get_filename_component(SRC ${SRC} ABSOLUTE)

set(doors hpdf yaml hb_subset hb icu zlib)
set(hpdf_headers      "^hpdf.*\\.h$")
set(hpdf_files        "^pdf/haru\\.c$")
set(yaml_headers      "^yaml\\.h$")
set(yaml_files        "^source/yaml\\.c$")
set(hb_subset_headers "^(harfbuzz/)?hb-subset.*\\.h$")
set(hb_subset_files   "^pdf/font_embed\\.c$")
set(hb_headers        "^(harfbuzz/)?hb.*\\.h$")
set(hb_files          "^(shape/.*|pdf/(font_embed|glyph_path)\\.c)$")
set(icu_headers       "^unicode/")
set(icu_files         "^(base/unicode|line/breaks|shape/itemize)\\.c$")
set(zlib_headers      "^zlib\\.h$")
set(zlib_files        "^pdf/")

set(language assert ctype errno float inttypes iso646 limits locale math setjmp signal stdalign
    stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath time wchar wctype)
# sys/file.h is for flock(), which every POSIX system has, although POSIX does not name it.
set(posix dirent fcntl poll sys/file sys/mman sys/resource sys/stat sys/types sys/wait unistd)

file(GLOB_RECURSE files RELATIVE ${SRC} ${SRC}/*.c ${SRC}/*.h)
if(NOT files)
    message(FATAL_ERROR "no sources under ${SRC}: this check would prove nothing")
endif()
foreach(file IN LISTS files)
    file(STRINGS ${SRC}/${file} includes REGEX "^[ \t]*#[ \t]*include[ \t]*<")
    foreach(include IN LISTS includes)
        string(REGEX REPLACE "^[^<]*<([^>]*)>.*" "\\1" header "${include}")
        string(REGEX REPLACE "\\.h$" "" stem "${header}")
        if(stem IN_LIST language OR stem IN_LIST posix)
            continue()
        endif()
        set(known FALSE)
        foreach(door IN LISTS doors)
            if(header MATCHES "${${door}_headers}")
                set(known TRUE)
                if(NOT file MATCHES "${${door}_files}")
                    message(SEND_ERROR "${file}: <${header}> belongs behind its door")
                endif()
                break() # hb-subset.h is not looked up again as hb*.h
            endif()
        endforeach()
        if(NOT known)
            message(SEND_ERROR "${file}: <${header}> has no door; see tests/lint/doors.cmake")
        endif()
    endforeach()
endforeach()

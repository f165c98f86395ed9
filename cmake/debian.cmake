# SPDX-License-Identifier: MIT
# Run by cpack on the files of each package, before it is closed: what Debian wants besides.
cmake_minimum_required(VERSION 3.20)

# As a field of the copyright file: each line a blank further in, an empty one a full stop.
function(read_indented file first out)
    file(READ ${file} text)
    string(REPLACE "\r" "" text "${text}")
    if(first)
        string(FIND "${text}" "${first}" begin)
        string(SUBSTRING "${text}" ${begin} -1 text)
    endif()
    string(STRIP "${text}" text)
    string(REPLACE "\n" "\n " text " ${text}")
    string(REPLACE "\n \n" "\n .\n" text "${text}")
    string(REPLACE "\n \n" "\n .\n" text "${text}")
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

# Which holds the licences of the fonts too: they are inside the library.
function(write_copyright folder)
    set(source ${CPACK_CVPDF_SOURCE})
    file(GLOB licences ${source}/fonts/*/OFL.txt)
    set(holders)
    foreach(licence IN LISTS licences)
        file(STRINGS ${licence} holder LIMIT_COUNT 1)
        string(REGEX REPLACE "^Copyright (\\(c\\) )?" "" holder "${holder}")
        list(APPEND holders "${holder}")
    endforeach()
    list(JOIN holders "\n  " holders)
    list(GET licences 0 licence)
    read_indented(${licence} "SIL OPEN FONT" ofl)
    read_indented(${source}/LICENSE "Permission is" mit)
    file(STRINGS ${source}/LICENSE owner REGEX "^Copyright")
    string(REPLACE "Copyright (c) " "" owner "${owner}")
    file(WRITE ${folder}/copyright
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: cvpdf

Files: *
Copyright: ${owner}
License: Expat

Files: fonts/*
Copyright:
  ${holders}
License: OFL-1.1

License: Expat
${mit}

License: OFL-1.1
${ofl}
")
endfunction()

function(compress)
    execute_process(COMMAND gzip -9 -n -f ${ARGN} RESULT_VARIABLE failed)
    if(failed)
        message(FATAL_ERROR "gzip failed")
    endif()
endfunction()

# The changes themselves are told by CHANGELOG.md, which is written for people.
function(write_changelog folder package)
    string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
    file(WRITE ${folder}/changelog
"cvpdf (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * See /usr/share/doc/${package}/CHANGELOG.md.gz

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
    file(COPY ${CPACK_CVPDF_SOURCE}/CHANGELOG.md DESTINATION ${folder})
    compress(${folder}/changelog ${folder}/CHANGELOG.md)
endfunction()

foreach(pair program:cvpdf development:libcvpdf-dev)
    string(REPLACE ":" ";" pair ${pair})
    list(GET pair 0 component)
    list(GET pair 1 package)
    set(share ${CPACK_TEMPORARY_DIRECTORY}/${component}/usr/share)
    write_copyright(${share}/doc/${package})
    write_changelog(${share}/doc/${package} ${package})
    file(REMOVE_RECURSE ${share}/doc/${package}/LICENSE ${share}/doc/${package}/fonts)
    if(EXISTS ${share}/zsh/site-functions) # those of a package are elsewhere in Debian
        file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)
    endif()
    file(GLOB pages ${share}/man/man*/*.[1-9])
    if(pages)
        compress(${pages})
    endif()
endforeach()

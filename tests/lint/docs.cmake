# SPDX-License-Identifier: MIT
# docs/diagnostics.md is what tools/diagnostics_doc.py makes of the texts in the program.
# Run: cmake -D ROOT=. -D CVPDF=cvpdf -D PYTHON=python3 -D SCRATCH=dir -P tests/lint/docs.cmake
cmake_minimum_required(VERSION 3.20)
get_filename_component(ROOT ${ROOT} ABSOLUTE)
execute_process(COMMAND ${PYTHON} -B ${ROOT}/tools/diagnostics_doc.py
                ${CVPDF} ${ROOT}/src/base/diagnostics.def ${SCRATCH}/diagnostics.md
                RESULT_VARIABLE failed)
if(failed)
    message(FATAL_ERROR "tools/diagnostics_doc.py failed")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files
                ${ROOT}/docs/diagnostics.md ${SCRATCH}/diagnostics.md RESULT_VARIABLE differs)
if(differs)
    message(FATAL_ERROR "docs/diagnostics.md is not up to date; run: "
                        "cmake --build build --target docs")
endif()

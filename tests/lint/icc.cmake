# SPDX-License-Identifier: MIT
# data/icc/srgb.icc is what tools/make_srgb_icc.py writes.
# Run: cmake -D ROOT=. -D PYTHON=python3 -D SCRATCH=dir -P tests/lint/icc.cmake
cmake_minimum_required(VERSION 3.20)
get_filename_component(ROOT ${ROOT} ABSOLUTE)
execute_process(COMMAND ${PYTHON} -B ${ROOT}/tools/make_srgb_icc.py ${SCRATCH}/srgb.icc
                RESULT_VARIABLE failed)
if(failed)
    message(FATAL_ERROR "tools/make_srgb_icc.py failed")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files
                ${ROOT}/data/icc/srgb.icc ${SCRATCH}/srgb.icc RESULT_VARIABLE differs)
if(differs)
    message(FATAL_ERROR "data/icc/srgb.icc is not what tools/make_srgb_icc.py writes")
endif()

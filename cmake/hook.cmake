# SPDX-License-Identifier: MIT
# Builds build/hook/cvpdf for tools/cvpdf-hook; of several runs at once, one builds and the others
# wait. The system drops the lock of a run that was killed. Run: cmake -P cmake/hook.cmake
cmake_minimum_required(VERSION 3.20)
get_filename_component(root ${CMAKE_CURRENT_LIST_DIR} DIRECTORY)
set(folder ${root}/build/hook)
set(compiler $ENV{CC})
if(NOT compiler)
    set(compiler gcc)
endif()

file(MAKE_DIRECTORY "${folder}")
file(LOCK "${folder}" DIRECTORY TIMEOUT 0 RESULT_VARIABLE is_busy)
if(NOT is_busy EQUAL 0)
    message("cvpdf-hook: another run builds it; waiting")
    file(LOCK "${folder}" DIRECTORY)
endif()

# run(what it is, command...): prints what it said where it failed
function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(failed)
        message("${said}")
        message(FATAL_ERROR "${ARGN}")
    endif()
endfunction()

file(TOUCH "${folder}/begun") # what changes from here on is not in the program
run(${CMAKE_COMMAND} -S "${root}" -B "${folder}" -G Ninja -DCMAKE_BUILD_TYPE=Release
    "-DCMAKE_C_COMPILER=${compiler}" -DCVPDF_TESTS=OFF)
run(${CMAKE_COMMAND} --build "${folder}" --target cvpdf_cli)
file(RENAME "${folder}/begun" "${folder}/built")

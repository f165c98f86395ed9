# SPDX-License-Identifier: MIT
# Each test that docs/reliability.md names exists.
# Run: cmake -D ROOT=. -D CTEST=ctest -D BINARY=build -P tests/lint/promises.cmake
cmake_minimum_required(VERSION 3.20)
execute_process(COMMAND ${CTEST} --show-only WORKING_DIRECTORY ${BINARY}
                OUTPUT_VARIABLE listing RESULT_VARIABLE failed)
string(REGEX MATCHALL "Test +#[0-9]+: [^\n]+" rows "${listing}")
if(failed OR NOT rows)
    message(FATAL_ERROR "no tests in ${BINARY}: this check would prove nothing")
endif()
list(TRANSFORM rows REPLACE "^Test +#[0-9]+: " "")
list(TRANSFORM rows STRIP)

file(READ ${ROOT}/docs/reliability.md text)
string(REGEX MATCHALL
       "`(api|command|corpus|fault|fuzz|golden|install|lint|oracle|privacy|slow|unit)\\.[a-z0-9_.-]+`"
       names "${text}")
list(TRANSFORM names REPLACE "`" "")
list(REMOVE_DUPLICATES names)
list(LENGTH names count)
if(count LESS 50)
    message(FATAL_ERROR "only ${count} tests in docs/reliability.md: this looks in the wrong way")
endif()
foreach(name IN LISTS names)
    if(NOT name IN_LIST rows)
        message(SEND_ERROR "docs/reliability.md names the test ${name}, which does not exist")
    endif()
endforeach()

# SPDX-License-Identifier: MIT
# Every long option is in the table of options, in the help and in the manual, or in none of them.
# Run: cmake -D ROOT=. -D CVPDF=cvpdf -P tests/lint/options.cmake
cmake_minimum_required(VERSION 3.20)
get_filename_component(ROOT ${ROOT} ABSOLUTE)
set(option "--[a-z][a-z-]*[a-z]")

# The table, as its designated initialisers name the options.
file(STRINGS ${ROOT}/src/command/option_table.c rows REGEX "\\.name = \"${option}\"")
set(table)
foreach(row IN LISTS rows)
    string(REGEX MATCH "${option}" name "${row}")
    list(APPEND table ${name})
endforeach()

# The help of the program and of its verbs.
set(help)
foreach(verb "" render dump build deps why diff)
    execute_process(COMMAND ${CVPDF} ${verb} --help OUTPUT_VARIABLE text RESULT_VARIABLE code)
    if(code)
        message(SEND_ERROR "cvpdf ${verb} --help: exit ${code}")
    endif()
    string(REGEX MATCHALL "${option}" found "${text}")
    list(APPEND help ${found})
endforeach()

# The manual, as man(7) or mdoc(7).
file(READ ${ROOT}/data/man/cvpdf.1 text)
string(REPLACE "\\-" "-" text "${text}")
string(REPLACE "Fl -" "Fl --" text "${text}")
string(REPLACE "---" "--" text "${text}")
string(REGEX MATCHALL "${option}" manual "${text}")

set(all ${table} ${help} ${manual})
list(REMOVE_DUPLICATES all)
if(NOT table OR NOT help OR NOT manual)
    message(FATAL_ERROR "no options in the table (${table}), the help (${help}) or the manual "
                        "(${manual}): this check would prove nothing")
endif()
foreach(name IN LISTS all)
    foreach(place table help manual)
        if(NOT name IN_LIST ${place})
            message(SEND_ERROR "${name} is not in the ${place}")
        endif()
    endforeach()
endforeach()

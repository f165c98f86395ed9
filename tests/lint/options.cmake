# SPDX-License-Identifier: MIT
# Every verb and every long option is in its table, in the help and in the manual, or in none of
# them.
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

# The verbs, as the rows of their table begin; each has help of its own and a place in the manual.
file(STRINGS ${ROOT}/src/command/verb_table.c rows REGEX "\\[CV_VERB_[A-Z]+\\] = ")
set(verbs)
foreach(row IN LISTS rows)
    string(REGEX MATCH "{\"([a-z]+)\"" found "${row}")
    list(APPEND verbs ${CMAKE_MATCH_1})
endforeach()
execute_process(COMMAND ${CVPDF} --help OUTPUT_VARIABLE overview)
file(READ ${ROOT}/data/man/cvpdf.1 text)
list(LENGTH verbs count)
if(count LESS 6)
    message(FATAL_ERROR "${count} verbs (${verbs}): this check would prove nothing")
endif()
foreach(verb IN LISTS verbs)
    if(NOT overview MATCHES "\n  ${verb} +[^\n]*  [a-z(]")
        message(SEND_ERROR "'${verb}' is not in cvpdf --help, with a summary")
    endif()
    execute_process(COMMAND ${CVPDF} help ${verb} OUTPUT_VARIABLE own)
    if(NOT verb STREQUAL "help" AND NOT own MATCHES "^cvpdf ${verb}: [^(].*\nExamples:\n  .*cvpdf ")
        message(SEND_ERROR "cvpdf help ${verb} has no summary or no examples")
    endif()
    if(NOT text MATCHES "\n\\.BI? \"?${verb}[ \n]")
        message(SEND_ERROR "'${verb}' has no paragraph of its own in the manual")
    endif()
endforeach()

# The help of the program and of its verbs.
set(help)
foreach(verb "" ${verbs})
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

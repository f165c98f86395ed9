# SPDX-License-Identifier: MIT
# One input, one expectation per stage; the files that exist say what is tested:
#   two-roles.yaml     input (or .yml, .json)
#   two-roles.args     more arguments, one a line; optional
#   two-roles.tree     cvpdf dump tree two-roles.yaml
#   two-roles.pages    cvpdf dump pages two-roles.yaml
#   two-roles.json     cvpdf dump json two-roles.yaml (without a two-roles.yaml it is an input)
#   two-roles.sha256   of the PDF itself
# The topic `examples` takes its inputs from data/examples, `corpus` from tests/corpus/accept.
set(CVPDF_GOLDEN_STAGES tree resume style blocks lines pages tags json diagnostics sha256)

function(cvpdf_golden_topic folder)
    get_filename_component(topic ${folder} NAME)
    set(inputs ${folder})
    if(topic STREQUAL "examples")
        set(inputs ${PROJECT_SOURCE_DIR}/data/examples)
    elseif(topic STREQUAL "corpus")
        set(inputs ${PROJECT_SOURCE_DIR}/tests/corpus/accept)
    endif()
    file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/${topic})

    set(count 0)
    foreach(stage IN LISTS CVPDF_GOLDEN_STAGES)
        file(GLOB expectations CONFIGURE_DEPENDS ${folder}/*.${stage})
        foreach(want IN LISTS expectations)
            get_filename_component(case ${want} NAME_WLE)
            if(stage STREQUAL "json" AND NOT EXISTS ${inputs}/${case}.yaml)
                continue() # an input
            endif()
            cvpdf_golden_input(input ${inputs} ${case})
            math(EXPR count "${count} + 1")
            add_test(NAME golden.${topic}.${case}.${stage}
                     COMMAND ${CMAKE_COMMAND} -D CVPDF=$<TARGET_FILE:cvpdf_cli> -D STAGE=${stage}
                             -D INPUT=${input} -D WANT=${want}
                             -D ARGUMENTS=${folder}/${case}.args
                             -D GOT=${CMAKE_CURRENT_BINARY_DIR}/${topic}/${case}.${stage}
                             -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/compare.cmake
                     WORKING_DIRECTORY ${inputs}) # messages then name the file without a folder
            set_tests_properties(golden.${topic}.${case}.${stage} PROPERTIES TIMEOUT 60)
        endforeach()
    endforeach()
    if(count EQUAL 0)
        message(FATAL_ERROR "no expectations in ${folder}")
    endif()
endfunction()

# The name of the input of `case` in `folder`.
function(cvpdf_golden_input out folder case)
    foreach(extension yaml yml json)
        if(EXISTS ${folder}/${case}.${extension})
            set(${out} ${case}.${extension} PARENT_SCOPE)
            return()
        endif()
    endforeach()
    message(FATAL_ERROR "no input for the expectations of '${case}' in ${folder}")
endfunction()

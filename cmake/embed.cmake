# SPDX-License-Identifier: MIT
# Embeds files, named by their path from the root of the project, into `target`: the assembler
# includes their bytes, and a generated table gives each its name. A changed file is embedded anew.
function(cvpdf_embed target)
    set(EMBED_FILES)
    set(EMBED_SYMBOLS)
    set(EMBED_ROWS)
    set(paths)
    set(index 0)
    foreach(name IN LISTS ARGN)
        set(path ${PROJECT_SOURCE_DIR}/${name})
        if(NOT EXISTS ${path})
            message(FATAL_ERROR "cvpdf_embed: there is no ${name}")
        endif()
        list(APPEND paths ${path})
        set(symbol cv_embedded_${index})
        string(APPEND EMBED_FILES "    embed ${symbol}, \"${path}\"\n")
        string(APPEND EMBED_SYMBOLS
               "extern const unsigned char ${symbol}_begin[], ${symbol}_end[];\n")
        string(APPEND EMBED_ROWS "    {\"${name}\", ${symbol}_begin, ${symbol}_end},\n")
        math(EXPR index "${index} + 1")
    endforeach()

    set(folder ${PROJECT_BINARY_DIR}/embedded)
    configure_file(${PROJECT_SOURCE_DIR}/data/embed.S.in ${folder}/embed.S @ONLY)
    configure_file(${PROJECT_SOURCE_DIR}/data/embed_table.c.in ${folder}/embed_table.c @ONLY)
    set_source_files_properties(${folder}/embed.S PROPERTIES OBJECT_DEPENDS "${paths}")
    target_sources(${target} PRIVATE ${folder}/embed.S ${folder}/embed_table.c)
endfunction()

# SPDX-License-Identifier: MIT
# Each install() names its component: program and development become two Debian packages.
set(cvpdf_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/cvpdf)

# The program finds a shared library in its own prefix, wherever that is moved.
if(BUILD_SHARED_LIBS AND NOT IS_ABSOLUTE ${CMAKE_INSTALL_LIBDIR})
    file(RELATIVE_PATH cvpdf_libraries /${CMAKE_INSTALL_BINDIR} /${CMAKE_INSTALL_LIBDIR})
    set_target_properties(cvpdf_cli PROPERTIES INSTALL_RPATH "$ORIGIN/${cvpdf_libraries}")
endif()

install(TARGETS cvpdf cvpdf_cli
    EXPORT cvpdf
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT program NAMELINK_COMPONENT development
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(EXPORT cvpdf
    FILE cvpdfTargets.cmake
    NAMESPACE cvpdf::
    DESTINATION ${cvpdf_package_dir}
    COMPONENT development)

configure_package_config_file(cmake/cvpdfConfig.cmake.in
    ${PROJECT_BINARY_DIR}/cvpdfConfig.cmake
    INSTALL_DESTINATION ${cvpdf_package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/cvpdfConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES
    ${PROJECT_BINARY_DIR}/cvpdfConfig.cmake
    ${PROJECT_BINARY_DIR}/cvpdfConfigVersion.cmake
    cmake/dependencies.cmake
    DESTINATION ${cvpdf_package_dir}
    COMPONENT development)

# The prefix is told relative to the file, so that `cmake --install build --prefix` may choose it. A
# static library is linked with its libraries by its user, a shared one is not.
if(IS_ABSOLUTE ${CMAKE_INSTALL_LIBDIR})
    set(cvpdf_prefix ${CMAKE_INSTALL_PREFIX})
else()
    file(RELATIVE_PATH cvpdf_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
    string(PREPEND cvpdf_prefix "\${pcfiledir}/")
endif()
set(cvpdf_private)
if(BUILD_SHARED_LIBS)
    set(cvpdf_private .private)
endif()
configure_file(cmake/cvpdf.pc.in ${PROJECT_BINARY_DIR}/cvpdf.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/cvpdf.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
    COMPONENT development)

install(DIRECTORY include/
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
    COMPONENT development
    FILES_MATCHING PATTERN "*.h")
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
# The licence of the fonts has to travel with the library that holds them.
install(DIRECTORY fonts/
    DESTINATION ${CMAKE_INSTALL_DOCDIR}/fonts
    COMPONENT program
    FILES_MATCHING PATTERN "OFL.txt" PATTERN "VERSIONS")
install(DIRECTORY data/examples
    DESTINATION ${CMAKE_INSTALL_DOCDIR}
    COMPONENT program OPTIONAL
    FILES_MATCHING PATTERN "*.yaml")
install(FILES data/schema/cvpdf-1.json
    DESTINATION ${CMAKE_INSTALL_DATADIR}/cvpdf
    COMPONENT program)
# Each shell finds its completions by their place and name. The program prints them.
set(cvpdf_bash_place bash-completion/completions/cvpdf)
set(cvpdf_zsh_place zsh/site-functions/_cvpdf)
set(cvpdf_fish_place fish/vendor_completions.d/cvpdf.fish)
set(cvpdf_completions)
if(NOT CMAKE_CROSSCOMPILING)
    foreach(shell bash zsh fish)
        set(completions ${PROJECT_BINARY_DIR}/completions/${cvpdf_${shell}_place})
        get_filename_component(folder ${completions} DIRECTORY)
        file(MAKE_DIRECTORY ${folder})
        add_custom_command(OUTPUT ${completions}
            COMMAND cvpdf_cli completions ${shell} > ${completions}
            DEPENDS cvpdf_cli
            VERBATIM)
        list(APPEND cvpdf_completions ${completions})
    endforeach()
    add_custom_target(cvpdf_completions ALL DEPENDS ${cvpdf_completions})
    install(DIRECTORY ${PROJECT_BINARY_DIR}/completions/
        DESTINATION ${CMAKE_INSTALL_DATADIR}
        COMPONENT program)
endif()
install(FILES data/man/cvpdf.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program OPTIONAL)
install(FILES data/man/cvpdf.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5 COMPONENT program OPTIONAL)

if(PROJECT_IS_TOP_LEVEL)
    include(cmake/package.cmake)
endif()

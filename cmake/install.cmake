# SPDX-License-Identifier: MIT
set(cvpdf_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/cvpdf)

install(TARGETS cvpdf cvpdf_cli
    EXPORT cvpdf
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT cvpdf
    FILE cvpdfTargets.cmake
    NAMESPACE cvpdf::
    DESTINATION ${cvpdf_package_dir})

configure_package_config_file(cmake/cvpdfConfig.cmake.in
    ${PROJECT_BINARY_DIR}/cvpdfConfig.cmake
    INSTALL_DESTINATION ${cvpdf_package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/cvpdfConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES
    ${PROJECT_BINARY_DIR}/cvpdfConfig.cmake
    ${PROJECT_BINARY_DIR}/cvpdfConfigVersion.cmake
    cmake/dependencies.cmake
    DESTINATION ${cvpdf_package_dir})

configure_file(cmake/cvpdf.pc.in ${PROJECT_BINARY_DIR}/cvpdf.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/cvpdf.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
# The licence of the fonts has to travel with the library that holds them.
install(DIRECTORY fonts/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/fonts
    FILES_MATCHING PATTERN "OFL.txt" PATTERN "VERSIONS")
install(DIRECTORY data/examples DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL
    FILES_MATCHING PATTERN "*.yaml")
install(FILES data/schema/cvpdf-1.json DESTINATION ${CMAKE_INSTALL_DATADIR}/cvpdf)
install(FILES data/man/cvpdf.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
install(FILES data/man/cvpdf.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5 OPTIONAL)

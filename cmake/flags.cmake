# SPDX-License-Identifier: MIT
# How our targets are compiled and linked: warnings, hardening, sanitizers. Per target, through
# cvpdf_warnings(), cvpdf_compile_flags() and cvpdf_link_flags().
include(CheckCCompilerFlag)
include(CheckLinkerFlag)

# Appends those of the given flags that the compiler knows to the list `out`.
function(cvpdf_probe_compiler out)
    set(CMAKE_REQUIRED_FLAGS -Werror) # clang only warns of flags for another machine
    foreach(flag IN LISTS ARGN)
        string(MAKE_C_IDENTIFIER "cvpdf_has${flag}" known)
        check_c_compiler_flag(${flag} ${known})
        if(${known})
            list(APPEND ${out} ${flag})
        endif()
    endforeach()
    set(${out} ${${out}} PARENT_SCOPE)
endfunction()

# The same for the linker; flags are written as LINKER:-z,now.
function(cvpdf_probe_linker out)
    foreach(flag IN LISTS ARGN)
        string(MAKE_C_IDENTIFIER "cvpdf_has_${flag}" known)
        check_linker_flag(C "${flag}" ${known})
        if(${known})
            list(APPEND ${out} "${flag}")
        endif()
    endforeach()
    set(${out} ${${out}} PARENT_SCOPE)
endfunction()

set(CVPDF_HARDENING_COMPILE)
set(CVPDF_HARDENING_LINK)
if(CVPDF_SANITIZE OR CVPDF_FUZZ) # FORTIFY and initialised variables would hide findings
    set(CVPDF_HARDENING "none: sanitizer build")
else()
    cvpdf_probe_compiler(CVPDF_HARDENING_COMPILE
        -fstack-protector-strong
        -fstack-clash-protection
        -fcf-protection=full          # x86
        -mbranch-protection=standard  # arm64
        -fno-delete-null-pointer-checks
        -fno-strict-overflow
        -fno-strict-aliasing
        -ftrivial-auto-var-init=zero
        -fzero-call-used-regs=used-gpr)
    cvpdf_probe_linker(CVPDF_HARDENING_LINK
        LINKER:-z,relro
        LINKER:-z,now
        LINKER:-z,noexecstack
        LINKER:-z,separate-code)
    string(REPLACE "LINKER:" "-Wl," CVPDF_HARDENING
           "${CVPDF_HARDENING_COMPILE};${CVPDF_HARDENING_LINK}")
    if(CMAKE_BUILD_TYPE MATCHES "^(Release|RelWithDebInfo|MinSizeRel)$") # it needs an optimiser
        list(PREPEND CVPDF_HARDENING_COMPILE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
        list(PREPEND CVPDF_HARDENING -D_FORTIFY_SOURCE=3)
    endif()
    list(JOIN CVPDF_HARDENING " " CVPDF_HARDENING)
endif()

# Nothing may enter or leave the program that was not instrumented, so these hold for the folder.
if(CVPDF_SANITIZE)
    list(JOIN CVPDF_SANITIZE "," cvpdf_sanitizers)
    add_compile_options($<$<COMPILE_LANGUAGE:C,CXX>:-fsanitize=${cvpdf_sanitizers}>
                        $<$<COMPILE_LANGUAGE:C,CXX>:-fno-sanitize-recover=all>
                        $<$<COMPILE_LANGUAGE:C,CXX>:-fno-omit-frame-pointer>)
    add_link_options(-fsanitize=${cvpdf_sanitizers})
endif()
if(CVPDF_FUZZ)
    add_compile_options($<$<COMPILE_LANGUAGE:C>:-fsanitize=fuzzer-no-link>)
endif()

function(cvpdf_warnings target)
    target_compile_options(${target} PRIVATE
        $<$<COMPILE_LANGUAGE:C>:-Wall;-Wextra;-Wpedantic;-Wconversion;-Wshadow>
        $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes;-Wmissing-prototypes>
        $<$<AND:$<BOOL:${CVPDF_WERROR}>,$<COMPILE_LANGUAGE:C>>:-Werror>)
endfunction()

function(cvpdf_compile_flags target)
    set_target_properties(${target} PROPERTIES
        C_STANDARD 11
        C_STANDARD_REQUIRED ON
        C_EXTENSIONS OFF
        C_VISIBILITY_PRESET hidden)
    # No fused multiply-add: the same bytes on every machine.
    target_compile_options(${target} PRIVATE
        $<$<COMPILE_LANGUAGE:C>:-ffp-contract=off>
        ${CVPDF_HARDENING_COMPILE})
endfunction()

function(cvpdf_link_flags target)
    target_link_options(${target} PRIVATE LINKER:--as-needed ${CVPDF_HARDENING_LINK})
endfunction()

# One place for how a folder becomes a target, so that the folders' own files only say
# what they may use. Sources are every .h and .cpp of the folder itself.

set(comanda_pch "${CMAKE_CURRENT_LIST_DIR}/pch.h")

# A second build is quick where ccache is installed. It must be told that precompiled headers are
# safe to keep (see the compile options below) and that paths below the root are relative.
find_program(comanda_ccache ccache)
mark_as_advanced(comanda_ccache)
if(comanda_ccache AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${comanda_ccache})
endif()

add_library(comanda_flags INTERFACE)
target_include_directories(comanda_flags INTERFACE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/generated")
target_compile_definitions(comanda_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_FOREACH QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    # Qt 6.4 is what we write for: what later versions would rather see is not there yet.
    $<$<VERSION_GREATER_EQUAL:${Qt6_VERSION},6.5>:QT_WARN_DEPRECATED_UP_TO=0x060400>
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
target_compile_options(comanda_flags INTERFACE
    -Wall -Wextra -Wpedantic $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local> -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
    -Wno-missing-field-initializers
    -fstack-protector-strong
    $<$<BOOL:${COMANDA_WARNINGS_AS_ERRORS}>:-Werror>
    $<$<CXX_COMPILER_ID:Clang>:-Wno-gnu-zero-variadic-macro-arguments>
    # A compiler cache can only keep precompiled headers that are the same each time.
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
if(COMANDA_SANITIZE)
    target_compile_options(comanda_flags INTERFACE
        -fsanitize=${COMANDA_SANITIZE} -fno-omit-frame-pointer -O1 -g1)
    if(COMANDA_SANITIZE MATCHES "undefined")
        target_compile_options(comanda_flags INTERFACE -fno-sanitize-recover=undefined)
    endif()
    target_link_options(comanda_flags INTERFACE -fsanitize=${COMANDA_SANITIZE})
endif()
if(COMANDA_COVERAGE)
    # Counters of several threads: without the update option they run below zero.
    target_compile_options(comanda_flags INTERFACE --coverage -fprofile-update=atomic -O0)
    target_link_options(comanda_flags INTERFACE --coverage)
endif()
if(COMANDA_FUZZ)
    target_compile_options(comanda_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# comanda_library(NAME LINKS...) : the sources of the current folder as one static library.
function(comanda_library name)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h" "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    add_library(${name} STATIC ${sources})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
    target_link_libraries(${name} PUBLIC comanda_flags ${ARGN})
    target_precompile_headers(${name} PRIVATE "${comanda_pch}")
endfunction()

# comanda_program(NAME LINKS...) : an installed executable from the current folder.
function(comanda_program name)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h" "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    add_executable(${name} ${sources})
    target_link_libraries(${name} PRIVATE ${ARGN})
    target_precompile_headers(${name} PRIVATE "${comanda_pch}")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
    install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

# Installs BUILD below PREFIX and asks each program there for its version.
#   cmake -DBUILD=DIR -DPREFIX=DIR -DBINDIR=bin -DPROGRAMS=A;B -DVERSION=X.Y.Z -DCONFIG=TYPE -P install.cmake
cmake_minimum_required(VERSION 3.23)

unset(ENV{DESTDIR}) # else it is installed below that
file(REMOVE_RECURSE "${PREFIX}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${PREFIX}" --config "${CONFIG}"
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

file(GLOB installed RELATIVE "${PREFIX}/${BINDIR}" "${PREFIX}/${BINDIR}/*")
list(SORT installed)
list(SORT PROGRAMS)
if(NOT installed STREQUAL PROGRAMS)
    message(FATAL_ERROR "installed: ${installed}; expected: ${PROGRAMS}")
endif()
foreach(program ${installed})
    execute_process(COMMAND "${PREFIX}/${BINDIR}/${program}" --version
        OUTPUT_VARIABLE said OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE status)
    if(NOT status EQUAL 0 OR NOT said STREQUAL "${program} ${VERSION}")
        message(FATAL_ERROR "${program} --version ended with ${status} and said \"${said}\"")
    endif()
endforeach()
file(REMOVE_RECURSE "${PREFIX}")

# Writes the version that the program says of itself (version.h) at every build, as what lies in the checkout may have
# another name by then; only one small file follows, and only if it has. CMakeLists.txt includes this file; the
# build runs it as a script. Without git, or outside of a checkout, the version is that of project() alone.
if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(CONSILIUM_VERSION_FILE ${CMAKE_BINARY_DIR}/generated/version.cpp)
  add_custom_target(consilium_version
    COMMAND ${CMAKE_COMMAND} -D VERSION=${PROJECT_VERSION} -D CHECKOUT=${CMAKE_SOURCE_DIR}
            -D FILE=${CONSILIUM_VERSION_FILE} -P ${CMAKE_CURRENT_LIST_FILE}
    BYPRODUCTS ${CONSILIUM_VERSION_FILE} VERBATIM)
  add_dependencies(consilium_base consilium_version)
  target_sources(consilium_base PRIVATE ${CONSILIUM_VERSION_FILE})
  # It is another at every commit, and nothing else is.
  set_source_files_properties(${CONSILIUM_VERSION_FILE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  return()
endif()

function(ask_git answer)
  execute_process(COMMAND git -C ${CHECKOUT} ${ARGN} OUTPUT_VARIABLE said RESULT_VARIABLE status
                  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT status EQUAL 0)
    set(said "")
  endif()
  set(${answer} "${said}" PARENT_SCOPE)
endfunction()

if(EXISTS ${CHECKOUT}/.git)  # not the checkout of somebody else that a copy of ours lies in
  ask_git(commit describe --always --abbrev=10 --exclude=* --dirty=-changed)
  ask_git(release describe --exact-match --match v${VERSION} --dirty=-changed)
  if(commit AND NOT release STREQUAL "v${VERSION}")
    string(APPEND VERSION "+${commit}")
  endif()
endif()
file(CONFIGURE OUTPUT ${FILE} CONTENT [[
#include "generator/base/version.h"

namespace generator::base {

std::string_view program_version() {
  return "@VERSION@";
}

}  // namespace generator::base
]] @ONLY)

# Puts the published schemas into consilium_ingest, so that docs/schema/ and what the program checks with are
# one text. Run again whenever one of those files changes.
foreach(name case settings words typography)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/docs/schema/${name}.schema.json)
  string(TOUPPER ${name} upper)
  file(READ ${CMAKE_SOURCE_DIR}/docs/schema/${name}.schema.json CONSILIUM_${upper}_SCHEMA)
endforeach()
configure_file(${CMAKE_SOURCE_DIR}/generator/ingest/case_schema_text.cpp.in
               ${CMAKE_BINARY_DIR}/generated/case_schema_text.cpp @ONLY)
target_sources(consilium_ingest PRIVATE ${CMAKE_BINARY_DIR}/generated/case_schema_text.cpp)

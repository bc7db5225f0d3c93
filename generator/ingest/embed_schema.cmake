# Puts docs/schema/case.schema.json into consilium_ingest, so that the published schema and the one that the
# program checks with are one text. Run again whenever that file changes.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/docs/schema/case.schema.json)
file(READ ${CMAKE_SOURCE_DIR}/docs/schema/case.schema.json CONSILIUM_CASE_SCHEMA)
configure_file(${CMAKE_SOURCE_DIR}/generator/ingest/case_schema_text.cpp.in
               ${CMAKE_BINARY_DIR}/generated/case_schema_text.cpp @ONLY)
target_sources(consilium_ingest PRIVATE ${CMAKE_BINARY_DIR}/generated/case_schema_text.cpp)

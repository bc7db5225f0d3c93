# Puts docs/schema/openapi.json into consilium_service, so that the published description and the one that the
# service answers with are one text. Run again whenever that file changes.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/docs/schema/openapi.json)
file(READ ${CMAKE_SOURCE_DIR}/docs/schema/openapi.json CONSILIUM_OPENAPI)
configure_file(${CMAKE_SOURCE_DIR}/generator/service/openapi_text.cpp.in
               ${CMAKE_BINARY_DIR}/generated/openapi_text.cpp @ONLY)
target_sources(consilium_service PRIVATE ${CMAKE_BINARY_DIR}/generated/openapi_text.cpp)

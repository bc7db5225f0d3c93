#include "generator/pdf/packed_file.h"

#include <catch2/catch.hpp>

#include "tests/pdf/pdf_tools.h"

namespace generator::pdf {
namespace {

TEST_CASE("objects beyond one object stream are found again, beside streams", "[packed_file]") {
  constexpr std::uint32_t k_objects = 1500;
  PackedFile file(k_objects + 1);
  std::string kids;
  for (std::uint32_t i = 5; i <= k_objects; ++i) kids += std::to_string(i) + " 0 R ";
  file.add_stream(4, "<</Length 3>>", "q Q");
  file.add_object(1, "<</Type/Catalog/Pages 2 0 R/Extra[" + kids + "]>>");
  file.add_object(2, "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>>");
  file.add_object(3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>>>");
  for (std::uint32_t i = 5; i <= k_objects; ++i) file.add_object(i, "<</Number " + std::to_string(i) + ">>");
  const std::string bytes = file.finish(1, 1);
  pdf_tools::run("qpdf", "--check {}", bytes);
  for (const std::uint32_t number : {5u, 512u, 513u, 1024u, k_objects}) {
    const auto shown = pdf_tools::run("qpdf", "--show-object=" + std::to_string(number) + " {}", bytes);
    if (shown) CHECK_THAT(*shown, Catch::Contains("/Number " + std::to_string(number) + " "));
  }
}

TEST_CASE("a file's identifier follows its content", "[packed_file]") {
  const auto identifier = [](const std::string& text) {
    PackedFile file(2);
    file.add_object(1, text);
    const std::string bytes = file.finish(1, 1);
    return bytes.substr(bytes.find("/ID["), 70);
  };
  CHECK(identifier("<</A 1>>") == identifier("<</A 1>>"));
  CHECK(identifier("<</A 1>>") != identifier("<</A 2>>"));
}

}  // namespace
}  // namespace generator::pdf

#include "pdf_tools.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>

namespace pdf_tools {

std::optional<std::string> run(const std::string& program, const std::string& arguments,
                               const std::string& pdf) {
  if (std::system(("command -v " + program + " >/dev/null").c_str()) != 0) {
    WARN("left out, because " << program << " is not installed: " << program << ' ' << arguments);
    return std::nullopt;
  }
  std::string name = (std::filesystem::temp_directory_path() / "pdf-test-XXXXXX").string();
  const int file = ::mkstemp(name.data());
  REQUIRE(file >= 0);
  REQUIRE(::write(file, pdf.data(), pdf.size()) == static_cast<ssize_t>(pdf.size()));
  ::close(file);
  std::string command = program + ' ' + arguments;
  command.replace(command.find("{}"), 2, name);
  std::string output;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> part{};
  while (const std::size_t size = std::fread(part.data(), 1, part.size(), pipe))
    output.append(part.data(), size);
  const int status = ::pclose(pipe);
  std::filesystem::remove(name);
  INFO(command << "\n" << output.substr(0, 2000));
  CHECK(status == 0);
  return output;
}

std::string bare(const std::string& utf8) {
  const auto text = icu::UnicodeString::fromUTF8(utf8);
  icu::UnicodeString kept;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (!u_isUWhiteSpace(c) && !u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL)) kept.append(c);
  }
  std::string result;
  return kept.toUTF8String(result);
}

}  // namespace pdf_tools

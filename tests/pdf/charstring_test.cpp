#include "generator/pdf/charstring.h"

#include <catch2/catch.hpp>

using namespace generator;

namespace {

/// A whole number as one byte (-107 to 107), and some operators.
char n(int value) {
  return static_cast<char>(value + 139);
}
constexpr char k_hstem = 1;
constexpr char k_rlineto = 5;
constexpr char k_callsubr = 10;
constexpr char k_return = 11;
constexpr char k_endchar = 14;
constexpr char k_hstemhm = 18;
constexpr char k_hintmask = 19;
constexpr char k_rmoveto = 21;

std::string bytes(std::initializer_list<char> list) {
  return {list};
}

std::optional<std::string> flatten(const std::string& program,
                                   const std::vector<std::string>& subroutines = {}) {
  const std::string index = pdf::cff_index(subroutines);
  std::string out = "before";
  if (!pdf::append_flat_charstring(out, program, {}, *pdf::CffIndex::read(index, 0))) return std::nullopt;
  REQUIRE(out.starts_with("before"));
  return out.substr(6);
}

constexpr int k_bias = 107;  // of fewer than 1,240 subroutines

}  // namespace

TEST_CASE("hints go, the width that stands before them stays") {
  CHECK(flatten(bytes({n(50), n(1), n(2), k_hstem, n(7), n(8), k_rmoveto, k_endchar})) ==
        bytes({n(50), n(7), n(8), k_rmoveto, k_endchar}));
  CHECK(flatten(bytes({n(1), n(2), k_hstem, n(7), n(8), k_rmoveto, k_endchar})) ==
        bytes({n(7), n(8), k_rmoveto, k_endchar}));
}

TEST_CASE("a mask has a bit for each stem, also for those whose operator was left out") {
  // One stem by hstemhm and eight more before the mask: two bytes, of which one looks like `endchar`.
  std::string program = bytes({n(1), n(2), k_hstemhm});
  for (int i = 0; i < 16; ++i) program += n(i);
  program += bytes({k_hintmask, k_endchar, k_endchar, n(7), n(8), k_rmoveto, k_endchar});
  CHECK(flatten(program) == bytes({n(7), n(8), k_rmoveto, k_endchar}));
}

TEST_CASE("subroutines are written out, whatever they leave on the stack") {
  const std::vector<std::string> subroutines = {
      bytes({n(3), n(4), k_return}),                 // operands only
      bytes({k_rlineto, k_return}),                  // takes them
      bytes({n(9), n(1 - k_bias), k_return}),        // the last operand calls the one above
      bytes({n(5), n(6), k_hstem, n(2), k_return}),  // a hint within
      bytes({n(1), n(2), k_rmoveto, k_endchar}),     // ends for good
      bytes({n(5 - k_bias), k_callsubr, k_return}),  // calls itself
  };
  const auto call = [](int number) { return bytes({n(number - k_bias), k_callsubr}); };
  CHECK(flatten(bytes({n(7), n(8), k_rmoveto}) + call(0) + call(1) + bytes({k_endchar}), subroutines) ==
        bytes({n(7), n(8), k_rmoveto, n(3), n(4), k_rlineto, k_endchar}));
  CHECK(flatten(bytes({n(7), n(8), k_rmoveto, n(6)}) + call(2) + bytes({k_callsubr, k_endchar}),
                subroutines) == bytes({n(7), n(8), k_rmoveto, n(6), n(9), k_rlineto, k_endchar}));
  CHECK(flatten(call(3) + bytes({n(8), k_rmoveto, k_endchar}), subroutines) ==
        bytes({n(2), n(8), k_rmoveto, k_endchar}));
  CHECK(flatten(call(4) + bytes({k_rlineto}), subroutines) == bytes({n(1), n(2), k_rmoveto, k_endchar}));
  CHECK(flatten(bytes({n(7), n(8), k_rmoveto}) + call(5), subroutines) == std::nullopt);
}

TEST_CASE("what no such font may hold is refused") {
  CHECK(flatten("") == std::nullopt);
  CHECK(flatten(bytes({k_callsubr})) == std::nullopt);                                // with no number
  CHECK(flatten(bytes({n(0), k_callsubr, k_endchar})) == std::nullopt);               // no such subroutine
  CHECK(flatten(bytes({n(7), n(8), k_rmoveto})) == std::nullopt);                     // no end
  CHECK(flatten(bytes({n(1), n(2), 12, 10, k_rmoveto, k_endchar})) == std::nullopt);  // arithmetic
  CHECK(flatten(bytes({n(1), n(2), n(65), n(66), k_endchar})) == std::nullopt);       // an accent on a letter
  CHECK(flatten(bytes({28, 1})) == std::nullopt);                                     // half a number
  CHECK(flatten(bytes({n(1), n(2), k_hintmask})) == std::nullopt);                    // no mask, no end
}

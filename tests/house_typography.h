// How the checkout's own locales are set, for tests of what a page and a PDF look like.
#pragma once

#include <memory>

#include "generator/document/typography.h"
#include "generator/ingest/words_reader.h"

namespace generator::test {

inline std::shared_ptr<const document::Typography> house_typography() {
  static const auto k_typography = std::make_shared<const document::Typography>(
      document::load_typography(CONSILIUM_ROOT "/locales").value(),
      ingest::read_words_folder(CONSILIUM_ROOT "/locales").value());
  return k_typography;
}

}  // namespace generator::test

#include "generator/typeset/word_cache.h"

#include <functional>

namespace generator::typeset {

WordCache::WordCache() : slots_(std::make_unique<Slot[]>(k_slots)) {}

WordCache::~WordCache() {
  for (std::size_t i = 0; i < k_slots; ++i) delete slots_[i].load(std::memory_order_relaxed);
}

std::size_t WordCache::first_slot(const WordSetting& setting, std::u16string_view text) {
  const std::size_t where = std::hash<const void*>()(setting.face) * 31 +
                            std::hash<const void*>()(setting.language) * 7 +
                            static_cast<std::size_t>(2 * setting.script + (setting.right_to_left ? 1 : 0));
  constexpr std::size_t k_golden = 0x9E3779B97F4A7C15;
  return ((std::hash<std::u16string_view>()(text) ^ where * k_golden) * k_golden) >> 32;
}

const ShapedWord* WordCache::find(const WordSetting& setting, std::u16string_view text) const {
  const std::size_t first = first_slot(setting, text);
  for (std::size_t i = 0; i < k_probes; ++i) {
    const ShapedWord* word = slots_[(first + i) % k_slots].load(std::memory_order_acquire);
    if (word == nullptr) return nullptr;
    if (word->text == text && word->setting == setting) return word;
  }
  return nullptr;
}

void WordCache::add(std::unique_ptr<const ShapedWord> word) {
  if (count_.load(std::memory_order_relaxed) >= k_most_words) return;
  const std::size_t first = first_slot(word->setting, word->text);
  for (std::size_t i = 0; i < k_probes; ++i) {
    const ShapedWord* there = nullptr;
    if (slots_[(first + i) % k_slots].compare_exchange_strong(there, word.get(), std::memory_order_acq_rel)) {
      static_cast<void>(word.release());
      count_.fetch_add(1, std::memory_order_relaxed);
      return;
    }
    if (there->text == word->text && there->setting == word->setting) return;  // another thread was first
  }
}

}  // namespace generator::typeset

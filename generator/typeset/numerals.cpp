#include "generator/typeset/numerals.h"

#include <unicode/locid.h>
#include <unicode/numsys.h>

#include <memory>

namespace generator::typeset {

std::string numeral(const model::LanguageTag& language, std::size_t value,
                    const document::Typography& typography) {
  std::string ascii = std::to_string(value);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language.text(), status);
  const auto* const own = typography.of(language);
  const std::unique_ptr<icu::NumberingSystem> system(
      own != nullptr && !own->digits.empty()
          ? icu::NumberingSystem::createInstanceByName(own->digits.c_str(), status)
          : icu::NumberingSystem::createInstance(locale, status));
  if (U_FAILURE(status) || system == nullptr || system->isAlgorithmic()) return ascii;
  const icu::UnicodeString digits = system->getDescription();
  icu::UnicodeString text;
  for (const char digit : ascii) {
    const int index = digits.moveIndex32(0, digit - '0');
    text.append(digits.char32At(index));
  }
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace generator::typeset

#include "generator/locale/catalog.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <stdexcept>

#include "generator/locale/catalog_file.h"
#include "generator/locale/formats.h"
#include "generator/locale/stand_ins.h"
#include "generator/model/names.h"

namespace generator::locale {
namespace {

using compare::Argument;
using compare::Message;

constexpr const char* k_first_strong_isolate = "\u2068";
constexpr const char* k_right_to_left_isolate = "\u2067";
constexpr const char* k_pop_isolate = "\u2069";

/// Whether `text` holds a character that could turn the order of a line of the direction `around` (UAX #9).
bool disturbs(std::string_view text, model::Direction around) {
  const bool right_to_left = around == model::Direction::right_to_left;
  const auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
  for (int i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UCharDirection direction = u_charDirection(wide.char32At(i));
    if (right_to_left ? direction == U_LEFT_TO_RIGHT || direction == U_EUROPEAN_NUMBER
                      : direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ||
                            direction == U_ARABIC_NUMBER) {
      return true;
    }
  }
  return false;
}

[[noreturn]] void bug(const std::string& what) {
  throw std::logic_error(what);
}

/// Who else reads a language; nobody, of locales without such a file, or with one that cannot be read: that
/// is told by `locales check` and whoever chooses a family's language.
std::vector<model::StandIn> stand_ins_beside(const std::filesystem::path& folder) {
  return load_stand_ins(folder / "matching.json").value_or(std::vector<model::StandIn>());
}

class LoadedCatalog final : public Catalog {
 public:
  LoadedCatalog(CatalogFile file, const model::LanguageTag& written_as, std::filesystem::path folder)
      : language_(std::move(file.language)),
        direction_(language_.direction()),
        entries_(std::move(file.entries)),
        glossary_(std::move(file.glossary)),
        joined_before_(std::move(file.joined_before)),
        state_(std::move(file.state)),
        formats_(language_, written_as),
        folder_(std::move(folder)) {}

  const model::LanguageTag& language() const override { return language_; }

  const std::optional<LocaleState>& state() const override { return state_; }

  std::optional<std::size_t> most_readable(std::span<const model::LanguageTag> languages) const override {
    if (const auto own = language_.best_of(languages))
      return static_cast<std::size_t>(std::ranges::find(languages, *own) - languages.begin());
    if (languages.empty()) return std::nullopt;
    std::call_once(stand_ins_once_, [this] { stand_ins_ = stand_ins_beside(folder_); });
    const auto served = std::ranges::find_if(languages, [this](const model::LanguageTag& each) {
      return each.best_of({&language_, 1}, stand_ins_).has_value();
    });
    if (served == languages.end()) return std::nullopt;
    return static_cast<std::size_t>(served - languages.begin());
  }

  std::string format(const Message& message) const override {
    const CatalogEntry* entry = find(message.id);
    if (entry == nullptr) bug(fmt::format("no message \"{}\" in {}", message.id, language_.text()));
    std::string out;
    render(entry->pattern.nodes(), message, out);
    return out;
  }

  std::vector<std::string> plain_ids(std::string_view prefix) const override {
    std::vector<std::string> ids;
    for (auto it = std::ranges::lower_bound(entries_, prefix, {}, &CatalogEntry::id);
         it != entries_.end() && it->id.starts_with(prefix); ++it) {
      if (it->pattern.arguments().empty()) ids.push_back(it->id);
    }
    return ids;
  }

  TermFinder term_finder() const override { return TermFinder(glossary_, joined_before_); }

  std::string format(const model::Date& date) const override { return formats_.date(date); }

  std::string format(const model::DurationRange& duration) const override {
    const std::string_view unit = model::name_of(duration.unit);
    const auto ask = [&](std::string_view form, std::vector<std::pair<std::string, Argument>> arguments) {
      return format(Message{fmt::format("duration.{}.{}", unit, form), std::move(arguments)});
    };
    if (!duration.high) return ask("from", {{"low", duration.low.value_or(0)}});
    if (!duration.low) return ask("up-to", {{"high", *duration.high}});
    if (*duration.low == *duration.high) return ask("exact", {{"count", *duration.low}});
    return ask("range", {{"low", *duration.low}, {"high", *duration.high}});
  }

  std::string format(const model::MoneyRange& amount) const override {
    const int minor = amount.currency.minor_digits();
    // What a hospital wrote is shown as it wrote it: 0.0042 for a unit is not 0.
    const bool is_stated = amount.basis != model::AmountBasis::computed;
    const auto round = [&](const std::optional<model::Decimal>& bound) -> std::optional<model::Decimal> {
      if (!bound) return std::nullopt;
      const model::Decimal rounded =
          bound->rounded(is_stated ? std::max(minor, bound->significant_places()) : minor);
      // Only what is nothing is shown as 0.
      return rounded.is_zero() && !bound->is_zero() ? bound->rounded_roughly() : rounded;
    };
    const auto low = round(amount.low);
    const auto high = round(amount.high);
    // Minor units are shown where one of the bounds has some.
    const auto whole = [](const std::optional<model::Decimal>& bound) {
      return !bound || *bound == bound->rounded(0);
    };
    const int places = whole(low) && whole(high) ? 0 : minor;
    const auto figure = [&](const model::Decimal& bound) {
      return formats_.number(bound.rounded(std::max(places, bound.significant_places())));
    };
    Message message;
    message.arguments.emplace_back("code", amount.currency.code());
    if (!high) {
      message.id = "money.from";
      message.arguments.emplace_back("low", figure(*low));
    } else if (!low) {
      message.id = "money.up-to";
      message.arguments.emplace_back("high", figure(*high));
    } else if (*low == *high) {
      message.id = "money.exact";
      message.arguments.emplace_back("amount", figure(*low));
    } else {
      message.id = "money.range";
      message.arguments.emplace_back("low", figure(*low));
      message.arguments.emplace_back("high", figure(*high));
    }
    const auto rendered = [this](const Message& of) {
      const CatalogEntry* entry = find(of.id);
      if (entry == nullptr) bug("no message " + of.id);
      std::string text;
      render(entry->pattern.nodes(), of, text, Isolation::none);
      return text;
    };
    std::string out = rendered(message);
    if (amount.approximate) out = rendered({"money.about", {{"amount", std::move(out)}}});
    // Code and figures are one unit: neither may change places with what stands before or after.
    if (direction_ == model::Direction::left_to_right) return out;
    return k_right_to_left_isolate + out + k_pop_isolate;
  }

  std::string number(int value) const override { return formats_.number(value); }
  std::string number(const model::Decimal& value) const override { return formats_.number(value); }

  std::string country(std::string_view code) const override {
    const std::string own_name = fmt::format("country.{}", code);
    return find(own_name) != nullptr ? format(Message{own_name, {}}) : formats_.country(code);
  }

  std::string unit(std::string_view unit) const override {
    std::string id = fmt::format("unit.{}", unit);
    if (find(id) == nullptr)  // "Vial", "NIGHT"
      std::ranges::transform(id, id.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
    if (find(id) != nullptr) return format(Message{id, {}});
    // Signs (mg, ml, IU) are the same everywhere; words of another language stand out as such.
    constexpr std::size_t k_longest_sign = 3;
    if (unit.size() <= k_longest_sign) return std::string(unit);
    return format(Message{"unit-as-written", {{"unit", std::string(unit)}}});
  }

  std::string language_name(const model::LanguageTag& language) const override {
    return formats_.language_name(language);
  }

  std::string currency_name(const model::Currency& currency) const override {
    return format(Message{"currency.named",
                          {{"name", formats_.currency_name(currency.code())}, {"code", currency.code()}}});
  }

  std::string list(const std::vector<std::string>& items) const override {
    return items.empty() ? "" : formats_.list(items);
  }

  std::string proper(std::string_view text) const override {
    if (!disturbs(text, direction_)) return std::string(text);
    return fmt::format("{}{}{}", k_first_strong_isolate, text, k_pop_isolate);
  }

  std::string all_text() const override {
    std::string text;
    for (const CatalogEntry& entry : entries_) text += entry.pattern.literals() + "\n";
    for (const GlossaryTerm& term : glossary_) {
      text += term.term + "\n" + term.meaning + "\n" + term.brief + "\n";
    }
    for (int month = 1; month <= 12; ++month) text += formats_.date({2026, month, 28}) + "\n";
    for (int month = 1; month <= 12; ++month) text += formats_.date({2026, month, 0}) + "\n";
    text += formats_.number(*model::Decimal::parse("1234567890.5")) + formats_.date({2026, 0, 0}) + "\n";
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      text += country(*code) + "\n";
    }
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
      if (const auto tag = model::LanguageTag::parse(*code)) text += language_name(*tag) + "\n";
    }
    return text + formats_.list({"", "", ""});
  }

 private:
  enum class Isolation { none, proper_names };

  const CatalogEntry* find(std::string_view id) const {
    const auto it = std::ranges::lower_bound(entries_, id, {}, &CatalogEntry::id);
    return it == entries_.end() || it->id != id ? nullptr : &*it;
  }

  static const Argument& argument(const Message& message, std::string_view name) {
    for (const auto& [key, value] : message.arguments) {
      if (key == name) return value;
    }
    bug(fmt::format("message \"{}\" lacks its argument \"{}\"", message.id, name));
  }

  /// Of a range, whose plural is chosen by both ends: the number "low" beside a "high".
  static const int* lower_end(const Message& message) {
    const auto low = std::ranges::find(message.arguments, "low", [](const auto& each) { return each.first; });
    return low == message.arguments.end() ? nullptr : std::get_if<int>(&low->second);
  }

  std::string shown(const Argument& value, Isolation isolation) const {
    if (const auto* text = std::get_if<std::string>(&value)) {
      return isolation == Isolation::none ? *text : proper(*text);
    }
    if (const auto* count = std::get_if<int>(&value)) return number(*count);
    if (const auto* date = std::get_if<model::Date>(&value)) return format(*date);
    if (const auto* duration = std::get_if<model::DurationRange>(&value)) return format(*duration);
    return format(std::get<model::MoneyRange>(value));
  }

  const PatternBranch& choose(const PatternNode& node, const Message& message) const {
    const Argument& value = argument(message, node.text);
    std::string keyword;
    std::optional<int> count;
    if (node.use == ArgumentUse::selected) {
      const auto* text = std::get_if<std::string>(&value);
      if (text == nullptr) bug(fmt::format("\"{}\" of \"{}\" is no keyword", node.text, message.id));
      keyword = *text;
    } else {
      const auto* number = std::get_if<int>(&value);
      if (number == nullptr) bug(fmt::format("\"{}\" of \"{}\" is no number", node.text, message.id));
      count = *number;
    }
    for (const PatternBranch& branch : node.branches) {
      if (branch.exact && branch.exact == count) return branch;
    }
    if (count) {
      const int* low = node.text == "high" ? lower_end(message) : nullptr;
      keyword = node.use == ArgumentUse::ordinal ? formats_.ordinal_category(*count)
                : low != nullptr                 ? formats_.plural_category(*low, *count)
                                                 : formats_.plural_category(*count);
    }
    for (const PatternBranch& branch : node.branches) {
      if (!branch.exact && branch.keyword == keyword) return branch;
    }
    return *std::ranges::find(node.branches, std::string("other"), &PatternBranch::keyword);
  }

  void render(const std::vector<PatternNode>& nodes, const Message& message, std::string& out,
              Isolation isolation = Isolation::proper_names) const {
    for (const PatternNode& node : nodes) {
      switch (node.kind) {
        case PatternNode::Kind::literal: out += node.text; break;
        case PatternNode::Kind::argument:
        case PatternNode::Kind::number: out += shown(argument(message, node.text), isolation); break;
        case PatternNode::Kind::choice: render(choose(node, message).body, message, out, isolation); break;
      }
    }
  }

  model::LanguageTag language_;
  model::Direction direction_;
  std::vector<CatalogEntry> entries_;
  std::vector<GlossaryTerm> glossary_;
  std::optional<std::vector<std::string>> joined_before_;
  std::optional<LocaleState> state_;
  Formats formats_;
  std::filesystem::path folder_;
  mutable std::once_flag stand_ins_once_;
  mutable std::vector<model::StandIn> stand_ins_;  ///< read when first asked for: few reports do
};

}  // namespace

base::Result<std::shared_ptr<const Catalog>> Catalog::load(const std::filesystem::path& folder,
                                                           const model::LanguageTag& language,
                                                           std::span<const compare::MessageSpec> demanded) {
  CatalogFile file = read_catalog_file(folder, language);
  base::Diagnostics diagnostics = std::move(file.diagnostics);
  if (language == model::LanguageTag()) {
    append(diagnostics, check_demanded(file, demanded));
  } else if (file.messages) {
    CatalogFile reference = read_catalog_file(folder, model::LanguageTag());
    // Without it nobody knows what this language lacks.
    if (!reference.messages) append(diagnostics, std::move(reference.diagnostics));
    append(diagnostics, check_demanded(reference, demanded));
    append(diagnostics, check_against(reference, file));
  }
  const auto written_as = formats_locale(file, diagnostics);
  sort_by_place(diagnostics);
  if (base::has_errors(diagnostics)) return tl::unexpected(std::move(diagnostics));
  return std::make_shared<LoadedCatalog>(std::move(file), written_as.value_or(language), folder);
}

}  // namespace generator::locale

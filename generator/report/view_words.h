// The words of a view: sentences from the catalog, and other people's statements beside their language and
// their source. Every statement that comes from a letter, or was translated, gets a number in square
// brackets; the same words of the same letter get the same number. The list of sources is what was numbered.
//
// One object makes one view; not for sharing between threads.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/compare/comparison.h"
#include "generator/locale/catalog.h"
#include "generator/report/chart.h"
#include "generator/report/document_plan.h"
#include "generator/report/source_book.h"
#include "generator/report/view_messages.h"
#include "generator/report/view_value.h"

namespace generator::report {

/// Whether statements bear the numbers of their sources: not where no list of sources follows.
enum class Numbering { shown, left_out };

/// Whether a cell shows the limits of a review from afar that touch it: only one place of a report does.
enum class LimitMarks { shown, left_out };

class ViewWords {
 public:
  ViewWords(const compare::Comparison& comparison, const locale::Catalog& catalog,
            std::optional<double> chart_line = std::nullopt, Numbering numbering = Numbering::shown,
            Reader reader = Reader::family)
      : comparison_(comparison),
        catalog_(catalog),
        chart_line_(chart_line),
        numbering_(numbering),
        reader_(reader) {}

  using Arguments = MessageArguments;

  const locale::Catalog& catalog() const { return catalog_; }
  ChartText chart_text(ChartRoom room) const { return {catalog_.language(), room, chart_line_}; }
  std::string say(MessageId id, Arguments arguments = {}) const;
  /// In the words of the reader: to a doctor a message's clinical version, if it has one.
  std::string say(const compare::Message& message) const;
  /// What a row, a group of rows, or a value of k_message_families is called.
  std::string name(compare::RowId row) const { return named("row", compare::name_of(row)); }
  std::string name(compare::RowGroup group) const { return named("group", compare::name_of(group)); }
  template <typename Enum>
  std::string name(Enum value, const Arguments& arguments = {}) const {
    constexpr std::string_view k_prefix = std::get<MessageFamily<Enum>>(k_message_families).prefix;
    return named(k_prefix, model::name_of(value), arguments);
  }
  /// A sentence on what a person entered, as far as the case names who did, and when.
  struct Entered {
    MessageId unnamed, by, by_on;
  };
  std::string entered(const Entered& ids) const;
  std::string proper(std::string_view text) const { return catalog_.proper(text); }
  /// Clauses, each too long for a list with "and", in one sentence: "a; b; c"; of none, no words.
  std::string clauses(const std::vector<std::string>& all) const;

  /// Its text in the report's language; where the case has it only in others, what stands in its place.
  std::string readable_or(const model::Statement& statement, const std::string& instead) const;

  /// { words, lang, dir, foreign, cite, href }: `foreign` says that the words are in another language than
  /// the reader's, `cite` is the number, `href` leads to it.
  ViewValue statement(const model::Statement& statement);
  /// The same of words whose writer and translators one note names: a translation bears no number of its own,
  /// and its translator is added to `translators`, once.
  ViewValue noted_statement(const model::Statement& statement, std::vector<std::string>& translators);

  /// { cite, href }: the number of a source, and where it leads; both false if there is none.
  ViewValue::Object place(const std::optional<model::Source>& source);

  /// { heading, plain, statement, restated, cite, href, marks }: one of the first three is there, the others
  /// are false; a plain value may have a source of its own, and `restated` is what a statement says of
  /// chances, on a fixed denominator. `marks` is for what stands in a cell (parts).
  ViewValue value(const compare::Value& value, ViewValue marks = false);
  static ViewValue plain(std::string text);
  static ViewValue bold(std::string text);
  ViewValue plain(std::string text, const std::optional<model::Source>& source);
  ViewValue plain(const model::Statement& text);
  /// As a value: what `statement` made.
  static ViewValue as_value(ViewValue statement);

  /// A cell's parts: [ { heading, single, many } ], where `many` is { items } for a list. Each value has the
  /// marks of the limits that touch it, [ { mark, href } ] or false; false throughout if they are left out.
  ViewValue parts(const std::vector<compare::Part>& parts, LimitMarks marks = LimitMarks::left_out);
  /// As values: a heading; the word for a silence; what leads a part's values.
  ViewValue heading(const compare::Heading& heading) const;
  ViewValue state(compare::CellState state) const;
  ViewValue lead(const compare::Lead& lead, ViewValue marks = false);
  /// The short mark of a limit that the comparison has in use.
  std::string limit_mark(std::string_view id) const;

  /// [ { number, id, place, quote, lang, dir, made: [ text ] } ]: what was numbered so far.
  ViewValue sources() const;
  /// The same by letter, in the letters' order, then what stands in none: [ { title, made, items } ], where a
  /// `place` is the page alone.
  ViewValue sources_by_letter() const;
  /// Begins with these numbers; to be asked before anything is numbered.
  void begin_with(const SourceBook& book);
  /// What is numbered so far.
  const SourceBook& source_book() const { return citations_; }
  /// Whether anything so far bears a number.
  bool any_cited() const { return !citations_.empty(); }
  /// Whether any statement so far was a translation.
  bool any_translated() const { return any_translated_; }
  /// A chance that the case states: so many of so many people, of whom, by when, with what.
  std::string told(const compare::StatedChance& chance) const;
  /// In the report's language, if the case has it in that.
  std::string readable(const model::Statement& statement) const;
  /// "up to 4", "30 to 40", "about 40": how many people of a chance's `out_of`.
  std::string figure(const compare::Chance& chance) const;

 private:
  std::string named(std::string_view prefix, std::string_view name, Arguments arguments = {}) const;
  ViewValue marks(const std::vector<std::string>& limits) const;
  void add_part(const compare::Part& part, LimitMarks marks, ViewValue::List& views);
  /// The chances again, as so many of 100 people; false if the words, which the reader reads, say just that.
  ViewValue restated(const std::vector<compare::Chance>& chances, bool is_read) const;
  ViewValue source(std::size_t i, std::string place) const;
  /// The one person who translated all that is cited of a letter from its language; nullptr if nobody did, or
  /// others too.
  const std::string* only_translator(const compare::SourceDocument& letter) const;
  /// What stands for a statement that is in no language which the reader reads; nullptr if nothing need or
  /// can.
  const model::Translation* translation_of(const model::Statement& statement) const;
  std::size_t number(Citation citation);
  std::string place_of(const Citation& citation) const;
  bool reads(const model::LanguageTag& language) const;
  const compare::SourceDocument* document(std::string_view id) const;

  const compare::Comparison& comparison_;
  const locale::Catalog& catalog_;
  std::optional<double> chart_line_;
  Numbering numbering_;
  Reader reader_;
  SourceBook citations_;
  bool any_translated_ = false;
};

/// "left to right" as HTML's dir says it: "ltr" or "rtl".
std::string direction_name(model::Direction direction);

}  // namespace generator::report

// A template as its author wrote it, with its partials put in their places: a flat list of pieces, each of
// which knows its file, line and column. What the house does not want of Mustache is refused here: raw
// insertion ({{{ and {{&), other delimiters ({{=), a section that does not end in its own file, a partial
// that is missing or contains itself.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/report/view_value.h"

namespace generator::report {

/// How the ids of those messages begin that a template may name itself.
inline constexpr std::string_view k_template_messages = "text.";

/// The ids that the templates and partials under `folder` name ({{text.costs.title}}), each with a place that
/// names it ("templates/one-page/report.mustache:12"). The files are only looked through: a template that is
/// wrong is refused when it is loaded.
std::map<std::string, std::string> messages_named_in(const std::filesystem::path& folder);

struct TemplatePiece {
  enum class Kind { text, variable, section, inverted, end };
  Kind kind = Kind::text;
  std::string text;     ///< of text, at most one line; of the others the name
  base::Place place;    ///< where it begins
  std::size_t end = 0;  ///< of a section: the index of its end
};

class TemplateSource {
 public:
  /// Reads <folder>/<name>/report.mustache and the partials that it names. Errors: template-missing,
  /// template-syntax, template-raw, template-cycle.
  static base::Result<TemplateSource> load(const std::filesystem::path& folder, const std::string& name);

  const std::vector<TemplatePiece>& pieces() const { return pieces_; }
  const std::string& file() const { return file_; }

  /// One error for each place at which the template names what the view, as it is there, does not hold
  /// (template-unknown-name), or writes out what is no text (template-not-text).
  base::Diagnostics check(const ViewValue& view) const;

 private:
  std::vector<TemplatePiece> pieces_;
  std::string file_;
};

/// What `name` means where `contexts` are open, the innermost last; nullptr if nothing. A name with points is
/// first looked for as a whole, then member by member.
const ViewValue* resolve(const std::vector<const ViewValue*>& contexts, std::string_view name);

}  // namespace generator::report

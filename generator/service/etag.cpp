#include "generator/service/etag.h"

#include <fmt/format.h>

namespace generator::service {
namespace {

/// Calls `visit(tag, weak)` for each tag in the list until it returns true; a malformed list ends there.
template <typename Visit>
bool any_tag(std::string_view field, Visit visit) {
  std::size_t at = 0;
  while ((at = field.find_first_not_of(" \t,", at)) != std::string_view::npos) {
    const bool weak = field.substr(at).starts_with("W/");
    if (weak) at += 2;
    if (at >= field.size() || field[at] != '"') return false;
    const std::size_t end = field.find('"', at + 1);
    if (end == std::string_view::npos) return false;
    if (visit(field.substr(at, end + 1 - at), weak)) return true;
    at = end + 1;
  }
  return false;
}

bool is_star(std::string_view field) {
  const std::size_t first = field.find_first_not_of(" \t");
  return first != std::string_view::npos &&
         field.substr(first, field.find_last_not_of(" \t") + 1 - first) == "*";
}

base::Diagnostic failed(std::string what, std::string remedy) {
  return {.code = "precondition-failed",
          .place = {},
          .what = std::move(what),
          .why = "writing now could undo somebody else's work",
          .remedy = std::move(remedy)};
}

}  // namespace

std::string etag_of(const store::Revision& revision) {
  return fmt::format("\"{}-{}\"", revision.number, revision.digest.substr(0, 16));
}

bool matches_strongly(std::string_view field, std::string_view etag) {
  return any_tag(field, [etag](std::string_view tag, bool weak) { return !weak && tag == etag; });
}

bool matches_weakly(std::string_view field, std::string_view etag) {
  return is_star(field) || any_tag(field, [etag](std::string_view tag, bool) { return tag == etag; });
}

base::Result<store::Expected> expectation(const Call& call, const std::optional<store::Revision>& current,
                                          Overwrite overwrite) {
  const std::optional<std::string> match = call.header("If-Match");
  const std::optional<std::string> none_match = call.header("If-None-Match");
  if (!current) {
    if (!match) return store::Expected::absent();
    return base::failure(
        failed("there is no such case, and If-Match asks for one", "leave If-Match out to make the case"));
  }
  if (none_match && matches_weakly(*none_match, etag_of(*current))) {
    return base::failure(failed("the case is there, and If-None-Match asks that it is not",
                                "read it, and name its ETag as If-Match to write over it"));
  }
  if (match && is_star(*match)) return store::Expected::present();
  if (match && matches_strongly(*match, etag_of(*current))) return store::Expected::at(current->number);
  // Something on the way, mostly what compresses answers, has made the tag weak.
  if (match && matches_weakly(*match, etag_of(*current))) {
    return base::failure(failed(
        "If-Match names the case's tag as a weak one, and only a strong one tells that nothing has changed",
        fmt::format("send it without W/: {}", etag_of(*current))));
  }
  if (match) {
    return base::failure(
        failed(fmt::format("the case has changed: {} is current, not {}", etag_of(*current), *match),
               "read the case again, bring the change into it, and send it with the new ETag"));
  }
  switch (overwrite) {
    case Overwrite::freely: return store::Expected::anything();
    case Overwrite::needs_match: break;
  }
  return base::failure({.code = "case-exists",
                        .place = {},
                        .what = "this case is there already",
                        .why = "writing over it without having read it could undo somebody else's work",
                        .remedy = "read it first, and send its ETag as If-Match"});
}

}  // namespace generator::service

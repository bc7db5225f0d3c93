#include "generator/service/report_handlers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "generator/service/case_editor.h"
#include "generator/service/etag.h"
#include "generator/store/report_store.h"

namespace generator::service {
namespace {

/// The case as it is; `since`, if not 0, is the revision of it to say the changes since.
base::Result<job::Dossier> open_stored(const House& house, const store::StoredCase& stored, int since) {
  auto now = house.maker->read_case(stored.text, std::string(k_case_name));
  if (!now) return tl::unexpected(std::move(now.error()));
  if (since == 0) return house.maker->open(std::move(*now));
  const auto before = store::CaseStore(house.database).at_revision(stored.id, since);
  if (!before) return tl::unexpected(before.error());
  auto earlier = house.maker->read_case(before->text, fmt::format("{}, revision {}", k_case_name, since));
  if (!earlier) return tl::unexpected(std::move(earlier.error()));
  return house.maker->open(std::move(*now), std::move(*earlier));
}

base::Diagnostic bad_value(std::string_view name, std::string_view value, std::string remedy) {
  return {.code = "query-value",
          .place = {},
          .what = fmt::format("{} cannot be \"{}\"", name, value),
          .why = "",
          .remedy = std::move(remedy),
          .fault = base::Fault::usage};
}

base::Diagnostic bad_language(const job::ReportMaker& maker, std::string_view name, std::string_view value) {
  std::vector<std::string> known;
  for (const auto& tag : maker.languages()) known.push_back(tag.text());
  return bad_value(name, value, fmt::format("choose one of: {}", fmt::join(known, ", ")));
}

base::Diagnostic unknown_parameter(std::string_view name, std::string remedy) {
  return {.code = "query-unknown",
          .place = {},
          .what = fmt::format("there is no query parameter \"{}\"", name),
          .why = "one that was mistyped must not be passed over",
          .remedy = std::move(remedy),
          .fault = base::Fault::usage};
}

/// Parameters that stand twice in the query: nobody could say which of them counts.
base::Diagnostics repeated_parameters(const Call& call) {
  base::Diagnostics found;
  std::set<std::string_view> seen;
  for (const auto& [name, value] : call.query) {
    if (seen.insert(name).second) continue;
    found.push_back(
        base::usage_fault("query-repeated", fmt::format("{} is given more than once", name), "give it once"));
  }
  return found;
}

/// What the path and the query ask for. Languages are as they were asked for: which locale serves them is
/// settled when the case is known (settle_languages).
struct Order {
  job::ReportRequest request;
  std::optional<model::LanguageTag> language, beside;
  base::Diagnostics unserved =
      {};         ///< of languages that no locale serves now: a released report may have them
  int since = 0;  ///< a revision's number, from 1; 0: what changed is not asked for
};

base::Result<int> read_since(const std::string& value) {
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error == std::errc() && end == value.data() + value.size() && number > 0) return number;
  return base::failure(bad_value("since", value, "give the number of an earlier revision of the case"));
}

/// What is new since a revision can only be said of a later one.
base::Result<void> check_since(int since, const store::StoredCase& current) {
  if (since < current.revision.number) return {};
  return base::failure(bad_value(
      "since", fmt::format("{}", since),
      fmt::format("the case is at revision {}; give the number of an earlier one", current.revision.number)));
}

/// Why no locale serves that language today; empty if one does.
base::Diagnostics unserved(const job::ReportMaker& maker, std::string_view name,
                           const model::LanguageTag& wanted) {
  const auto served = maker.locale_for(wanted);
  if (served) return {};
  if (served.error().front().code != "language-unknown") return served.error();
  return {bad_language(maker, name, wanted.text())};
}

base::Result<void> read_query(const std::string& name, const std::string& value, Order& order) {
  if (name == "page") {
    const auto page = job::parse_page(value);
    if (!page) return base::failure(bad_value("page", value, "choose one of: a4, letter, phone"));
    order.request.page = *page;
    return {};
  }
  if (name == "since") {
    const auto since = read_since(value);
    if (!since) return tl::unexpected(since.error());
    order.since = *since;
    return {};
  }
  if (name == "hospital") {  // which ones there are is the case's to say
    order.request.hospital = value;
    return {};
  }
  return base::failure(unknown_parameter(name, "choose from lang, beside, page, hospital, since"));
}

base::Result<Order> read_order(const job::ReportMaker& maker, const Call& call) {
  Order order;
  order.request.document = call.parameter("document");
  // Whether there is such a document is asked when it is made: one that was released stays where none is made
  // now.
  const auto format = job::parse_format(call.parameter("format"));
  if (!format) {
    return base::failure({.code = "report-unknown",
                          .place = {},
                          .what = fmt::format("there is no report \"{}.{}\"", order.request.document,
                                              call.parameter("format")),
                          .why = "",
                          .remedy = fmt::format("choose from {}, each as pdf, html or json",
                                                fmt::join(maker.documents(), ", ")),
                          .fault = base::Fault::usage});
  }
  order.request.format = *format;
  base::Diagnostics faults = repeated_parameters(call);
  bool refused = !faults.empty();
  for (const auto& [name, value] : call.query) {
    if (name == "lang" || name == "beside") {
      auto& wanted = name == "lang" ? order.language : order.beside;
      wanted = model::LanguageTag::parse(value);
      refused = refused || !wanted;
      base::append(faults, wanted ? unserved(maker, name, *wanted)
                                  : base::Diagnostics{bad_language(maker, name, value)});
    } else if (auto read = read_query(name, value, order); !read) {
      refused = true;
      base::append(faults, std::move(read.error()));
    }
  }
  if (refused) return tl::unexpected(std::move(faults));
  order.unserved = std::move(faults);
  return order;
}

/// Which locales serve what was asked for: those of the house, and where it has none, those in which the
/// report was kept of a released revision, for that one is served whatever the house becomes.
class ServingLocales {
 public:
  ServingLocales(const job::ReportMaker& maker, const std::vector<std::string>& kept) : maker_(maker) {
    for (const std::string& name : kept) {
      const std::size_t plus = std::min(name.find('+'), name.size());
      const auto first = model::LanguageTag::parse(name.substr(0, plus));
      if (first)
        kept_.push_back({*first, model::LanguageTag::parse(name.substr(std::min(plus + 1, name.size())))});
    }
  }

  base::Result<model::LanguageTag> beside(const model::LanguageTag& wanted) const {
    std::vector<model::LanguageTag> seconds;
    for (const Pair& pair : kept_) {
      if (pair.second) seconds.push_back(*pair.second);
    }
    return serving(wanted, seconds);
  }

  base::Result<model::LanguageTag> language(const model::LanguageTag& wanted,
                                            const std::optional<model::LanguageTag>& beside) const {
    std::vector<model::LanguageTag> firsts;
    for (const Pair& pair : kept_) {
      if (pair.second == beside) firsts.push_back(pair.first);
    }
    return serving(wanted, firsts);
  }

 private:
  struct Pair {
    model::LanguageTag first;
    std::optional<model::LanguageTag> second;
  };

  base::Result<model::LanguageTag> serving(const model::LanguageTag& wanted,
                                           const std::vector<model::LanguageTag>& kept) const {
    auto served = maker_.locale_for(wanted);
    if (served) return served;
    const auto stand_ins = maker_.house().stand_ins();
    auto was = wanted.best_of(kept, stand_ins ? **stand_ins : std::vector<model::StandIn>{});
    if (was) return *std::move(was);
    return served;
  }

  const job::ReportMaker& maker_;
  std::vector<Pair> kept_;
};

/// The locales of the report: of the first of the languages that has one, else English; and of the one beside
/// it. Errors: what the house has no locale for, of the languages that were asked for, and a list of
/// stand-ins that cannot be read.
base::Result<void> settle_languages(const ServingLocales& locales,
                                    const std::vector<model::LanguageTag>& wanted, Order& order) {
  job::ReportRequest& request = order.request;
  if (order.beside && order.beside != order.language) {
    auto served = locales.beside(*order.beside);
    if (!served) return tl::unexpected(std::move(order.unserved));
    request.beside = std::move(*served);
  }
  for (const model::LanguageTag& each : wanted) {
    auto served = locales.language(each, request.beside);
    if (!served && order.language) return tl::unexpected(std::move(order.unserved));
    if (!served && served.error().front().code != "language-unknown")
      return tl::unexpected(std::move(served.error()));
    if (!served) continue;
    request.language = std::move(*served);
    break;
  }
  if (request.beside == request.language) request.beside.reset();
  return {};
}

/// A fault in our own templates or locales is none of the caller's; what stands in the case is.
base::Diagnostics blame_house(base::Diagnostics diagnostics, const job::Dossier& dossier) {
  for (base::Diagnostic& d : diagnostics) {
    if (d.severity != base::Severity::error || d.place.file.empty()) continue;
    if (d.place.file != dossier.now().name) d.fault = base::Fault::machine;
  }
  return diagnostics;
}

Reply report_reply(const Call& call, const Order& order, const std::string& digest, std::string bytes) {
  const std::string etag = "\"" + digest + "\"";
  Reply reply{.status = 200,
              .media_type = std::string(job::media_type(order.request.format)),
              .headers = {{"ETag", etag}},
              .body = std::move(bytes)};
  if (const auto known = call.header("If-None-Match"); known && matches_weakly(*known, etag)) {
    reply.status = 304;
    reply.media_type.clear();
    reply.body.clear();
    return reply;
  }
  const std::string& language = order.request.language.text();
  reply.headers.emplace_back(
      "Content-Language", order.request.beside ? language + ", " + order.request.beside->text() : language);
  reply.headers.emplace_back(
      "Content-Disposition",
      fmt::format("inline; filename=\"{}.{}.{}.{}\"", call.parameter("id"), job::document_name(order.request),
                  job::language_name(order.request), job::name_of(order.request.format)));
  if (order.request.format == job::Format::html) {
    reply.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  }
  return reply;
}

}  // namespace

base::Result<Reply> get_comparison(const House& house, const Call& call) {
  int since = 0;
  if (auto repeated = repeated_parameters(call); !repeated.empty())
    return tl::unexpected(std::move(repeated));
  for (const auto& [name, value] : call.query) {
    if (name != "since") return base::failure(unknown_parameter(name, "there is only since"));
    const auto number = read_since(value);
    if (!number) return tl::unexpected(number.error());
    since = *number;
  }
  const auto stored = store::CaseStore(house.database).current(call.parameter("id"));
  if (!stored) return tl::unexpected(stored.error());
  if (auto earlier = check_since(since, *stored); !earlier) return tl::unexpected(std::move(earlier.error()));
  const auto dossier = open_stored(house, *stored, since);
  if (!dossier) return tl::unexpected(dossier.error());
  auto json = dossier->json("the comparison");
  if (!json) return tl::unexpected(dossier->explain(std::move(json.error())));
  return json_reply(std::string(*json));
}

base::Result<Reply> get_report(const House& house, const Call& call) {
  auto order = read_order(*house.maker, call);
  if (!order) return tl::unexpected(std::move(order.error()));
  const auto stored = store::CaseStore(house.database).current(call.parameter("id"));
  if (!stored) return tl::unexpected(stored.error());

  if (auto earlier = check_since(order->since, *stored); !earlier)
    return tl::unexpected(std::move(earlier.error()));

  // Reading and comparing costs little beside setting; only a report whose language is to be found out, or
  // that was not made before, needs it.
  std::optional<job::Dossier> dossier;
  const auto open = [&]() -> base::Result<void> {
    if (dossier) return {};
    auto opened = open_stored(house, *stored, order->since);
    if (!opened) return tl::unexpected(std::move(opened.error()));
    dossier.emplace(std::move(*opened));
    return {};
  };
  store::ReportStore reports(house.database);
  store::ReportKey key{.case_id = stored->id,
                       .revision = stored->revision.number,
                       .document = job::document_name(order->request),
                       .language = {},
                       .format = std::string(job::name_of(order->request.format)),
                       .page = std::string(job::name_of(order->request.page)),
                       .edition = house.edition,
                       .since = order->since};
  const auto kept_in = reports.released_languages(key);
  if (!kept_in) return tl::unexpected(kept_in.error());
  std::vector<model::LanguageTag> wanted;
  if (order->language) {
    wanted = {*order->language};
  } else {
    if (auto ready = open(); !ready) return tl::unexpected(std::move(ready.error()));
    wanted = dossier->comparison().summary.family.languages;
  }
  if (auto settled = settle_languages(ServingLocales(*house.maker, *kept_in), wanted, *order); !settled)
    return tl::unexpected(std::move(settled.error()));
  key.language = job::language_name(order->request);
  auto kept = reports.find(key);
  if (!kept) return tl::unexpected(std::move(kept.error()));
  if (*kept) return report_reply(call, *order, (*kept)->digest, std::move((*kept)->bytes));
  if (!order->unserved.empty()) return tl::unexpected(std::move(order->unserved));

  if (auto ready = open(); !ready) return tl::unexpected(std::move(ready.error()));
  auto made = house.maker->make(*dossier, order->request);
  if (!made) return tl::unexpected(blame_house(std::move(made.error()), *dossier));
  const auto standing = dossier->is_released() ? store::Standing::released : store::Standing::draft;
  auto stands = reports.keep(key, *made, call.holder->holder(), standing);
  if (!stands) return tl::unexpected(std::move(stands.error()));
  return report_reply(call, *order, stands->digest, std::move(stands->bytes));
}

}  // namespace generator::service

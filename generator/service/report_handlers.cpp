#include "generator/service/report_handlers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

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

base::Diagnostic unknown_parameter(std::string_view name, std::string remedy) {
  return {.code = "query-unknown",
          .place = {},
          .what = fmt::format("there is no query parameter \"{}\"", name),
          .why = "one that was mistyped must not be passed over",
          .remedy = std::move(remedy),
          .fault = base::Fault::usage};
}

/// What the path and the query ask for.
struct Order {
  job::ReportRequest request;
  bool language_given = false;
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

base::Result<void> read_query(const job::ReportMaker& maker, const std::string& name,
                              const std::string& value, Order& order) {
  if (name == "lang" || name == "beside") {
    const auto wanted = model::LanguageTag::parse(value);
    const auto language = wanted ? maker.locale_for(*wanted) : base::Result<model::LanguageTag>();
    if (!language && language.error().front().fault == base::Fault::machine)
      return tl::unexpected(language.error());
    if (!wanted || !language) {
      std::vector<std::string> known;
      for (const auto& tag : maker.languages()) known.push_back(tag.text());
      return base::failure(bad_value(name, value, fmt::format("choose one of: {}", fmt::join(known, ", "))));
    }
    if (name == "beside") {
      order.request.beside = *language;
    } else {
      order.request.language = *language;
      order.language_given = true;
    }
    return {};
  }
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
    return base::failure({.code = "document-unknown",
                          .place = {},
                          .what = fmt::format("there is no report \"{}.{}\"", order.request.document,
                                              call.parameter("format")),
                          .why = "",
                          .remedy = fmt::format("choose from {}, each as pdf, html or json",
                                                fmt::join(maker.documents(), ", ")),
                          .fault = base::Fault::usage});
  }
  order.request.format = *format;
  base::Diagnostics faults;
  for (const auto& [name, value] : call.query) {
    if (auto read = read_query(maker, name, value, order); !read) base::append(faults, read.error());
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return order;
}

/// The locale that serves the first of the family's languages that has one, else English.
base::Result<model::LanguageTag> language_for(const job::ReportMaker& maker, const model::Family& family) {
  for (const model::LanguageTag& language : family.languages) {
    auto served = maker.locale_for(language);
    if (served || served.error().front().fault == base::Fault::machine) return served;
  }
  return model::LanguageTag();
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
  if (!order->language_given) {
    if (auto ready = open(); !ready) return tl::unexpected(std::move(ready.error()));
    auto language = language_for(*house.maker, dossier->comparison().summary.family);
    if (!language) return tl::unexpected(std::move(language.error()));
    order->request.language = std::move(*language);
  }

  if (order->request.beside == order->request.language) order->request.beside.reset();

  store::ReportStore reports(house.database);
  const store::ReportKey key{.case_id = stored->id,
                             .revision = stored->revision.number,
                             .document = job::document_name(order->request),
                             .language = job::language_name(order->request),
                             .format = std::string(job::name_of(order->request.format)),
                             .page = std::string(job::name_of(order->request.page)),
                             .edition = house.edition,
                             .since = order->since};
  auto kept = reports.find(key);
  if (!kept) return tl::unexpected(std::move(kept.error()));
  if (*kept) return report_reply(call, *order, (*kept)->digest, std::move((*kept)->bytes));

  if (auto ready = open(); !ready) return tl::unexpected(std::move(ready.error()));
  auto made = house.maker->make(*dossier, order->request);
  if (!made) return tl::unexpected(blame_house(std::move(made.error()), *dossier));
  const auto standing = dossier->is_released() ? store::Standing::released : store::Standing::draft;
  auto stands = reports.keep(key, *made, call.holder->holder(), standing);
  if (!stands) return tl::unexpected(std::move(stands.error()));
  return report_reply(call, *order, stands->digest, std::move(stands->bytes));
}

}  // namespace generator::service

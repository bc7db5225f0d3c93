#include "generator/service/case_handlers.h"

#include <fmt/format.h>

#include <charconv>

#include "generator/base/json.h"
#include "generator/ingest/case_reader.h"
#include "generator/job/case_check.h"
#include "generator/service/case_editor.h"
#include "generator/service/etag.h"
#include "generator/store/case_store.h"

namespace generator::service {
namespace {

using store::Action;
using store::CaseStore;

/// How often an addition that names no revision is tried anew because somebody else was quicker.
constexpr int k_most_tries = 20;

/// The body, if it says that it is JSON.
base::Result<std::string> json_body(const Call& call) {
  const std::string field = call.header("Content-Type").value_or("");
  std::string type = field.substr(0, field.find(';'));
  type.erase(type.find_last_not_of(" \t") + 1);
  for (char& c : type) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (type != "application/json") {
    return base::failure({.code = "media-type",
                          .place = {},
                          .what = "the body is not said to be JSON",
                          .why = "cases, opinions and estimates are taken as application/json only",
                          .remedy = "send the header Content-Type: application/json",
                          .fault = base::Fault::usage});
  }
  // Of gzip the first byte would be called broken JSON, and nobody would know why.
  const std::string coding = call.header("Content-Encoding").value_or("identity");
  if (!coding.empty() && coding != "identity") {
    return base::failure({.code = "media-type",
                          .place = {},
                          .what = "the body is said to be compressed",
                          .why = "bodies are taken as they are, and not unpacked",
                          .remedy = "send it without Content-Encoding",
                          .fault = base::Fault::usage});
  }
  return call.body();
}

bool is_missing(const base::Diagnostics& diagnostics) {
  return !diagnostics.empty() && diagnostics.front().code == "case-missing";
}

/// The case as it is, or nullopt if there is none.
base::Result<std::optional<store::StoredCase>> find_current(const CaseStore& cases, const std::string& id) {
  auto current = cases.current(id);
  if (current) return std::optional(std::move(*current));
  if (is_missing(current.error())) return std::nullopt;
  return tl::unexpected(std::move(current.error()));
}

void write_diagnostics(base::JsonWriter& writer, const base::Diagnostics& diagnostics) {
  writer.key("diagnostics").begin_array();
  for (const base::Diagnostic& diagnostic : diagnostics) base::write(writer, diagnostic);
  writer.end_array();
}

void write_revision(base::JsonWriter& writer, const store::Revision& revision) {
  writer.key("revision").integer(revision.number);
  writer.field("action", name_of(revision.action)).field("at", revision.at).field("by", revision.by);
  if (revision.action == Action::erase) return;
  writer.field("digest", revision.digest).field("etag", etag_of(revision)).key("bytes");
  writer.integer(static_cast<std::int64_t>(revision.bytes));
}

/// What is answered to everything that makes a revision.
Reply saved_reply(const std::string& id, const store::Revision& revision, const base::Diagnostics& warnings,
                  int status) {
  base::JsonWriter writer;
  writer.begin_object().field("id", id);
  write_revision(writer, revision);
  write_diagnostics(writer, warnings);
  writer.end_object();
  Reply reply = json_reply(writer.take(), status);
  reply.headers.emplace_back("ETag", etag_of(revision));
  if (status == 201) {
    reply.headers.emplace_back("Location", fmt::format("/v1/cases/{}/revisions/{}", id, revision.number));
  }
  return reply;
}

Reply text_reply(const store::StoredCase& stored) {
  Reply reply = json_reply(stored.text);
  reply.headers.emplace_back("ETag", etag_of(stored.revision));
  return reply;
}

/// A case that was read names itself; the path must name the same.
base::Result<void> compare_ids(const std::string& id, const job::ReadCase& checked, const std::string& text) {
  if (checked.value.id == id) return {};
  base::Place place{.file = std::string(k_body_name)};
  if (const auto document = base::JsonDocument::parse(text, place.file)) {
    place = document->place(document->at("/id"));
  }
  return base::failure(
      {.code = "case-id-differs",
       .place = place,
       .what = fmt::format("the case calls itself \"{}\", and the path \"{}\"", checked.value.id, id),
       .why = "one of the two is a mistake, and a case must not land in another's place",
       .remedy = "make them the same"});
}

/// One try to add to the case as it is now.
base::Result<Reply> add_once(const House& house, const Call& call, const base::JsonDocument& element,
                             std::string_view array, Action action) {
  CaseStore cases(house.database);
  const std::string& id = call.parameter("id");
  const auto current = cases.current(id);
  if (!current) return tl::unexpected(current.error());
  const auto expected = expectation(call, current->revision, Overwrite::freely);
  if (!expected) return tl::unexpected(expected.error());
  const auto stored = base::JsonDocument::parse(current->text, std::string(k_case_name));
  if (!stored) return tl::unexpected(stored.error());
  const auto edited = EditedCase::add(*stored, array, element);
  if (!edited) return tl::unexpected(edited.error());
  auto checked = house.maker->read_case(edited->text(), std::string(k_case_name));
  if (!checked) {
    edited->map_places(checked.error());
    return tl::unexpected(std::move(checked.error()));
  }
  edited->map_places(checked->warnings);
  // Always onto the revision that was read: the text that was checked is the text that is kept.
  const auto saved = cases.save(id, edited->text(), action, call.holder->holder(),
                                store::Expected::at(current->revision.number));
  if (!saved) return tl::unexpected(saved.error());
  return saved_reply(id, *saved, checked->warnings, 201);
}

base::Result<Reply> add_to_case(const House& house, const Call& call, std::string_view array, Action action) {
  auto body = json_body(call);
  if (!body) return tl::unexpected(std::move(body.error()));
  auto element = base::JsonDocument::parse(std::move(*body), std::string(k_body_name));
  if (!element) return tl::unexpected(std::move(element.error()));
  if (element->root().kind != base::JsonKind::object) {
    return base::failure({.code = "body-shape",
                          .place = element->place(element->root()),
                          .what = "the body is no JSON object",
                          .why = fmt::format("one element of \"{}\" is added at a time", array),
                          .remedy = "send one object"});
  }
  const bool conditional = call.header("If-Match").has_value();
  for (int tries = 1;; ++tries) {
    auto reply = add_once(house, call, *element, array, action);
    const bool overtaken = !reply && reply.error().front().code == "case-changed";
    if (!overtaken || conditional || tries == k_most_tries) return reply;
  }
}

base::Result<int> revision_number(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number > 0) return number;
  return base::failure({.code = "revision-missing",
                        .place = {},
                        .what = "revisions have numbers from 1",
                        .why = "",
                        .remedy = "ask for the list of revisions"});
}

}  // namespace

base::Result<Reply> put_case(const House& house, const Call& call) {
  CaseStore cases(house.database);
  const std::string& id = call.parameter("id");
  auto body = json_body(call);
  if (!body) return tl::unexpected(std::move(body.error()));
  const auto current = find_current(cases, id);
  if (!current) return tl::unexpected(current.error());
  const std::optional<store::Revision> revision =
      *current ? std::optional((*current)->revision) : std::nullopt;
  const auto expected = expectation(call, revision, Overwrite::needs_match);
  if (!expected) return tl::unexpected(expected.error());
  auto checked = house.maker->read_case(*body, std::string(k_body_name));
  if (!checked) return tl::unexpected(std::move(checked.error()));
  if (auto same = compare_ids(id, *checked, *body); !same) return tl::unexpected(std::move(same.error()));
  const auto saved = cases.save(id, *body, Action::put, call.holder->holder(), *expected);
  if (!saved) return tl::unexpected(saved.error());
  return saved_reply(id, *saved, checked->warnings, revision ? 200 : 201);
}

base::Result<Reply> get_case(const House& house, const Call& call) {
  const auto current = CaseStore(house.database).current(call.parameter("id"));
  if (!current) return tl::unexpected(current.error());
  Reply reply = text_reply(*current);
  if (const auto known = call.header("If-None-Match");
      known && matches_weakly(*known, etag_of(current->revision))) {
    reply.status = 304;
    reply.media_type.clear();
    reply.body.clear();
  }
  return reply;
}

base::Result<Reply> delete_case(const House& house, const Call& call) {
  CaseStore cases(house.database);
  const std::string& id = call.parameter("id");
  const auto current = cases.current(id);
  if (!current) return tl::unexpected(current.error());
  const auto expected = expectation(call, current->revision, Overwrite::freely);
  if (!expected) return tl::unexpected(expected.error());
  const auto erased = cases.erase(id, call.holder->holder(), *expected);
  if (!erased) return tl::unexpected(erased.error());
  return Reply{.status = 204, .media_type = {}, .headers = {}, .body = {}};
}

base::Result<Reply> post_opinion(const House& house, const Call& call) {
  return add_to_case(house, call, "opinions", Action::opinion);
}

base::Result<Reply> post_estimate(const House& house, const Call& call) {
  return add_to_case(house, call, "estimates", Action::estimate);
}

base::Result<Reply> get_problems(const House& house, const Call& call) {
  const auto current = CaseStore(house.database).current(call.parameter("id"));
  if (!current) return tl::unexpected(current.error());
  // A case that was kept had no errors then; a later version of the program may be stricter.
  auto read = house.maker->read_case(current->text, std::string(k_case_name));
  const auto checked =
      read ? job::check_case(*read, house.maker->house()) : tl::unexpected(std::move(read.error()));
  base::JsonWriter writer;
  writer.begin_object().field("id", current->id).key("revision").integer(current->revision.number);
  write_diagnostics(writer, checked ? *checked : checked.error());
  writer.end_object();
  return json_reply(writer.take());
}

base::Result<Reply> get_revisions(const House& house, const Call& call) {
  const auto revisions = CaseStore(house.database).revisions(call.parameter("id"));
  if (!revisions) return tl::unexpected(revisions.error());
  base::JsonWriter writer;
  writer.begin_object().field("id", call.parameter("id")).key("revisions").begin_array();
  for (const store::Revision& revision : *revisions) {
    writer.begin_object();
    write_revision(writer, revision);
    writer.end_object();
  }
  writer.end_array().end_object();
  return json_reply(writer.take());
}

base::Result<Reply> get_revision(const House& house, const Call& call) {
  const auto number = revision_number(call.parameter("number"));
  if (!number) return tl::unexpected(number.error());
  const auto stored = CaseStore(house.database).at_revision(call.parameter("id"), *number);
  if (!stored) return tl::unexpected(stored.error());
  return text_reply(*stored);
}

}  // namespace generator::service

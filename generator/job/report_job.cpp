#include "generator/job/report_job.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "generator/document/bilingual.h"
#include "generator/document/markup.h"
#include "generator/html/page_writer.h"
#include "generator/job/wording_lint.h"
#include "generator/locale/catalog.h"
#include "generator/pdf/pdf_writer.h"
#include "generator/report/report.h"
#include "generator/typeset/fonts.h"
#include "generator/typeset/typesetter.h"

namespace generator::job {
namespace {

namespace fs = std::filesystem;

/// Loads a value for a key once; later callers share it. A failure is not kept: the file may be mended
/// meanwhile.
template <typename Key, typename Value>
class Loaded {
 public:
  template <typename Load>
  base::Result<std::shared_ptr<const Value>> get(const Key& key, Load load) {
    const std::lock_guard lock(mutex_);
    if (const auto it = values_.find(key); it != values_.end()) return it->second;
    base::Result<std::shared_ptr<const Value>> value = load();
    if (value) values_.emplace(key, *value);
    return value;
  }

 private:
  std::mutex mutex_;
  std::map<Key, std::shared_ptr<const Value>> values_;
};

std::vector<std::string> texts_of(const std::vector<model::LanguageTag>& tags) {
  std::vector<std::string> texts;
  for (const auto& tag : tags) texts.push_back(tag.text());
  return texts;
}

pdf::Attachment shown_as_data(std::string json) {
  return {.name = "comparison.json",
          .media_type = "application/json",
          .description = "The comparison that this report shows, as data",
          .bytes = std::move(json)};
}

/// The mark of what is not released belongs to the house: no template can leave it out or change it.
void mark_unreleased(document::Document& document, model::ReleaseState state,
                     const locale::Catalog& catalog) {
  switch (state) {
    case model::ReleaseState::draft:
      document.furniture.mark = catalog.format(compare::Message{"report.mark-draft", {}});
      return;
    case model::ReleaseState::reviewed:
      document.furniture.mark = catalog.format(compare::Message{"report.mark-reviewed", {}});
      return;
    case model::ReleaseState::released: return;
  }
}

std::string name_of(const ReportRequest& request) {
  return fmt::format("the report {} in {}", document_name(request), language_name(request));
}

}  // namespace

std::string document_name(const ReportRequest& request) {
  return request.hospital.empty() ? request.document : request.document + '.' + request.hospital;
}

std::string language_name(const ReportRequest& request) {
  return request.beside ? request.language.text() + '+' + request.beside->text() : request.language.text();
}

std::optional<Format> parse_format(std::string_view name) {
  for (const Format format : {Format::pdf, Format::html, Format::json}) {
    if (name_of(format) == name) return format;
  }
  return std::nullopt;
}

std::string_view name_of(Format format) {
  switch (format) {
    case Format::pdf: return "pdf";
    case Format::html: return "html";
    case Format::json: return "json";
  }
  return {};
}

std::string_view media_type(Format format) {
  switch (format) {
    case Format::pdf: return "application/pdf";
    case Format::html: return "text/html; charset=utf-8";
    case Format::json: return "application/json";
  }
  return {};
}

std::optional<document::PageSize> parse_page(std::string_view name) {
  using enum document::PageSize;
  for (const document::PageSize page : {a4, letter, phone}) {
    if (name_of(page) == name) return page;
  }
  return std::nullopt;
}

std::string_view name_of(document::PageSize page) {
  switch (page) {
    case document::PageSize::a4: return "a4";
    case document::PageSize::letter: return "letter";
    case document::PageSize::phone: return "phone";
  }
  return {};
}

namespace {

/// The column that a document for one hospital is made for; nullopt for a document of the whole case.
base::Result<std::optional<std::size_t>> recipient(const compare::Comparison& comparison,
                                                   const report::Template& form,
                                                   const ReportRequest& request) {
  const bool wanted = form.plan().scope == report::DocumentScope::each_hospital;
  if (!wanted && request.hospital.empty()) return std::nullopt;
  std::vector<std::string_view> hospitals;
  for (std::size_t i = 0; i < comparison.options.size(); ++i) {
    const compare::Option& option = comparison.options[i];
    if (option.kind != compare::OptionKind::hospital) continue;
    if (wanted && option.id == request.hospital) return std::optional(i);
    hospitals.push_back(option.id);
  }
  if (!wanted) {
    return base::failure(base::usage_fault(
        "hospital-unknown", fmt::format("\"{}\" is not made for single hospitals", request.document),
        "leave the hospital out"));
  }
  return base::failure(base::usage_fault(
      "hospital-unknown", fmt::format("\"{}\" is made for one hospital at a time", request.document),
      fmt::format("name one of: {}", fmt::join(hospitals, ", "))));
}

}  // namespace

struct ReportMaker::Cache {
  explicit Cache(Resources r) : resources(std::move(r)) {}

  base::Result<std::shared_ptr<const locale::Catalog>> catalog(const model::LanguageTag& language) {
    return catalogs.get(language, [&]() -> base::Result<std::shared_ptr<const locale::Catalog>> {
      const auto known = locale::available_languages(resources.root / "locales");
      if (std::ranges::find(known, language) != known.end())
        return locale::Catalog::load(resources.root / "locales", language);
      return base::failure(
          base::usage_fault("language-unknown", fmt::format("there is no locale \"{}\"", language.text()),
                            fmt::format("choose one of: {}", fmt::join(texts_of(known), ", "))));
    });
  }

  base::Result<std::shared_ptr<const report::Template>> template_of(const std::string& name) {
    return templates.get(name, [&]() -> base::Result<std::shared_ptr<const report::Template>> {
      const auto known = report::available_templates(resources.root / "templates");
      if (std::ranges::find(known, name) != known.end())
        return report::Template::load(resources.root / "templates", name);
      return base::failure(base::usage_fault("document-unknown",
                                             fmt::format("there is no document \"{}\"", name),
                                             fmt::format("choose one of: {}", fmt::join(known, ", "))));
    });
  }

  base::Result<std::shared_ptr<const document::Theme>> theme() {
    return themes.get(0, [&]() -> base::Result<std::shared_ptr<const document::Theme>> {
      return document::load_theme(resources.root / "templates" / "theme.json").map([](document::Theme theme) {
        return std::make_shared<const document::Theme>(std::move(theme));
      });
    });
  }

  base::Result<std::shared_ptr<const model::Settings>> settings() {
    return all_settings.get(0, [&]() -> base::Result<std::shared_ptr<const model::Settings>> {
      return resources.load_settings().map([](model::Settings settings) {
        return std::make_shared<const model::Settings>(std::move(settings));
      });
    });
  }

  base::Result<std::shared_ptr<const typeset::FontSet>> fonts() {
    return font_sets.get(0, [&] {
      std::vector<fs::path> folders = resources.font_folders;
      folders.push_back(resources.root / "fonts");
      return typeset::FontSet::load(resources.root / "fonts" / "fonts.json", folders);
    });
  }

  base::Result<typeset::Pages> pages(const document::Document& document, const ReportRequest& request) {
    const auto look = theme();
    if (!look) return tl::unexpected(look.error());
    const auto faces = fonts();
    if (!faces) return tl::unexpected(faces.error());
    return typeset::typeset(document, **look, request.page, **faces);
  }

  base::Result<std::string> pdf(const document::Document& document, const ReportRequest& request,
                                const pdf::Properties& properties) {
    const auto set = pages(document, request);
    if (!set) return tl::unexpected(set.error());
    return pdf::write_pdf(*set, properties);
  }

  /// Name and digest of the faces that set the pages.
  std::vector<std::pair<std::string, std::string>> faces_of(const typeset::Pages& pages) {
    std::set<const typeset::Face*> used;
    for (const typeset::Page& page : pages.pages) {
      for (const typeset::Item& item : page.items) {
        if (const auto* text = std::get_if<typeset::TextItem>(&item)) used.insert(text->run.face);
      }
    }
    std::vector<std::pair<std::string, std::string>> faces;
    for (const typeset::Face* face : used) {
      const auto digest =
          face_digests.get(face, [face]() -> base::Result<std::shared_ptr<const std::string>> {
            return std::make_shared<const std::string>(typeset::digest_of(*face));
          });
      faces.emplace_back(face->postscript_name(), **digest);
    }
    std::ranges::sort(faces);
    return faces;
  }

  base::Result<std::string> html(const document::Document& document) {
    const auto look = theme();
    if (!look) return tl::unexpected(look.error());
    return html::write_page(document, **look);
  }

  Resources resources;
  Loaded<model::LanguageTag, locale::Catalog> catalogs;
  Loaded<std::string, report::Template> templates;
  Loaded<int, document::Theme> themes;
  Loaded<int, model::Settings> all_settings;
  Loaded<int, typeset::FontSet> font_sets;
  Loaded<const typeset::Face*, std::string> face_digests;
  Loaded<int, WordingList> wording;
};

ReportMaker::ReportMaker(Resources resources) : cache_(std::make_unique<Cache>(std::move(resources))) {}
ReportMaker::~ReportMaker() = default;

base::Result<std::string> ReportMaker::make(const compare::Comparison& comparison, const LeakScan& secrets,
                                            const ReportRequest& request) const {
  return make_each(comparison, secrets, request, {&request.format, 1}).map([](std::vector<MadeReport> all) {
    return std::move(all.front().bytes);
  });
}

base::Result<std::vector<std::string>> ReportMaker::recipients(const compare::Comparison& comparison,
                                                               const std::string& document) const {
  const auto form = cache_->template_of(document);
  if (!form) return tl::unexpected(form.error());
  switch ((*form)->plan().scope) {
    case report::DocumentScope::whole_case: return std::vector<std::string>{""};
    case report::DocumentScope::each_hospital: break;
  }
  std::vector<std::string> hospitals;
  for (const compare::Option& option : comparison.options) {
    if (option.kind == compare::OptionKind::hospital) hospitals.push_back(option.id);
  }
  return hospitals;
}

base::Result<document::Document> ReportMaker::document(const compare::Comparison& comparison,
                                                       const LeakScan& secrets,
                                                       const ReportRequest& request) const {
  const auto catalog = cache_->catalog(request.language);
  if (!catalog) return tl::unexpected(catalog.error());
  const auto form = cache_->template_of(request.document);
  if (!form) return tl::unexpected(form.error());
  const auto hospital = recipient(comparison, **form, request);
  if (!hospital) return tl::unexpected(hospital.error());
  auto document = (*form)->render(comparison, **catalog, *hospital);
  if (!document) return document;
  mark_unreleased(*document, comparison.summary.release.state, **catalog);
  if (request.beside) {
    ReportRequest other = request;
    other.language = *std::exchange(other.beside, std::nullopt);
    auto second = this->document(comparison, secrets, other);
    if (!second) return second;
    document = document::side_by_side(std::move(*document), std::move(*second));
  }
  ScannedText text;
  text.add_document(*document);
  const auto leaks = secrets.find(text);
  if (leaks.empty()) return document;
  base::Diagnostics stand;
  for (const Leak& leak : leaks)
    stand.push_back({.code = "leak",
                     .place = {.file = document->file, .line = leak.line},
                     .what = {},
                     .why = {},
                     .remedy = {}});
  std::vector<base::Place> places;
  for (const base::Diagnostic& d : (*form)->explain(comparison, **catalog, std::move(stand), *hospital))
    places.push_back(d.place);
  return tl::unexpected(refuse_leaks(leaks, name_of(request), places));
}

base::Result<std::vector<MadeReport>> ReportMaker::make_each(const compare::Comparison& comparison,
                                                             const LeakScan& secrets,
                                                             const ReportRequest& request,
                                                             std::span<const Format> formats) const {
  // Looked up whatever the formats are: these names become part of a file's name.
  const auto catalog = cache_->catalog(request.language);
  if (!catalog) return tl::unexpected(catalog.error());
  if (request.beside) {
    if (const auto second = cache_->catalog(*request.beside); !second) return tl::unexpected(second.error());
  }
  const auto form = cache_->template_of(request.document);
  if (!form) return tl::unexpected(form.error());
  const auto hospital = recipient(comparison, **form, request);
  if (!hospital) return tl::unexpected(hospital.error());
  const bool carries_comparison = (*form)->plan().carries_comparison;
  std::optional<document::Document> document;
  const auto render = [&]() -> base::Result<void> {
    if (document) return {};
    auto rendered = this->document(comparison, secrets, request);
    if (!rendered) return tl::unexpected(std::move(rendered.error()));
    document = std::move(*rendered);
    return {};
  };
  const bool is_released = comparison.summary.release.state == model::ReleaseState::released;
  std::optional<std::string> scanned_json;
  const auto json = [&]() -> base::Result<std::string> {
    if (scanned_json) return *scanned_json;
    std::string data = compare::to_json(comparison);
    if (auto leaks = secrets.check_json(data, name_of(request)); !leaks.empty())
      return tl::unexpected(std::move(leaks));
    scanned_json = data;
    return data;
  };

  std::vector<MadeReport> all;
  for (const Format format : formats) {
    MadeReport made;
    switch (format) {
      case Format::json: {
        if (!carries_comparison) {
          return base::failure(base::usage_fault(
              "format-unknown",
              fmt::format("\"{}\" has no JSON form: it may go to a hospital, and the comparison may not",
                          request.document),
              "choose pdf or html"));
        }
        auto data = json();
        if (!data) return tl::unexpected(std::move(data.error()));
        made.bytes = std::move(*data);
        break;
      }
      case Format::html: {
        if (const auto ready = render(); !ready) return tl::unexpected(ready.error());
        auto page = cache_->html(*document);
        if (!page) return tl::unexpected(std::move(page.error()));
        ScannedText text;
        text.add_html(*page);
        if (const auto leaks = secrets.find(text); !leaks.empty())
          return tl::unexpected(refuse_leaks(leaks, name_of(request)));
        made.bytes = std::move(*page);
        break;
      }
      case Format::pdf: {
        if (const auto ready = render(); !ready) return tl::unexpected(ready.error());
        std::vector<pdf::Attachment> attachments;
        if (carries_comparison) {
          auto data = json();
          if (!data) return tl::unexpected(std::move(data.error()));
          attachments.push_back(shown_as_data(std::move(*data)));
        }
        const auto explained = [&](base::Diagnostics found) {
          return tl::unexpected((*form)->explain(comparison, **catalog, std::move(found), *hospital));
        };
        auto pages = cache_->pages(*document, request);
        if (!pages) return explained(std::move(pages.error()));
        auto bytes = pdf::write_pdf(*pages, {.date = comparison.summary.date,
                                             .author = {},
                                             .attachments = std::move(attachments),
                                             .text_order = request.text_order});
        if (!bytes) return explained(std::move(bytes.error()));
        made.bytes = std::move(*bytes);
        if (is_released) made.faces = cache_->faces_of(*pages);
        break;
      }
    }
    all.push_back(std::move(made));
  }
  return all;
}

base::Result<std::string> ReportMaker::typeset_page(std::string_view markup, const std::string& file,
                                                    const ReportRequest& request,
                                                    std::string_view data) const {
  const auto document = document::read_markup(markup, file, request.language);
  if (!document) return tl::unexpected(document.error());
  switch (request.format) {
    case Format::html: return cache_->html(*document);
    case Format::pdf: {
      pdf::Properties properties{
          .date = request.date, .author = {}, .attachments = {}, .text_order = request.text_order};
      if (!data.empty()) properties.attachments.push_back(shown_as_data(std::string(data)));
      return cache_->pdf(*document, request, properties);
    }
    case Format::json: break;
  }
  return base::failure(
      base::usage_fault("format-unknown", "a page of markup has no JSON form", "choose pdf or html"));
}

base::Result<compare::Comparison> ReportMaker::compare(const model::Case& c,
                                                       std::optional<model::Date> date) const {
  auto settings = cache_->settings();
  if (!settings) {
    for (base::Diagnostic& d : settings.error()) d.fault = base::Fault::machine;
    return tl::unexpected(std::move(settings.error()));
  }
  return compare::compare_case(c, date, **settings);
}

base::Result<std::shared_ptr<const WordingList>> ReportMaker::wording() const {
  return cache_->wording.get(
      0, [this] { return WordingList::load(cache_->resources.root / "locales" / "wording.json"); });
}

base::Diagnostics ReportMaker::check_locales() const {
  const fs::path locales = cache_->resources.root / "locales";
  base::Diagnostics found = locale::check_locales(locales);
  if (const auto settings = cache_->settings(); !settings) base::append(found, settings.error());
  const auto words = wording();
  if (!words) {
    base::append(found, words.error());
    return found;
  }
  base::append(found, (*words)->check());
  base::append(found, lint_catalogs(**words, locales));
  base::append(found, lint_templates(**words, cache_->resources.root / "templates"));
  return found;
}

base::Diagnostics ReportMaker::check_fonts() const {
  const auto faces = cache_->fonts();
  if (!faces) return faces.error();
  base::Diagnostics all;
  for (const model::LanguageTag& language : languages()) {
    const auto catalog = cache_->catalog(language);
    if (!catalog) {
      base::append(all, catalog.error());
      continue;
    }
    const std::string file =
        (cache_->resources.root / "locales" / language.text() / "messages.json").string();
    base::append(all, typeset::check_coverage(**faces, language, (*catalog)->all_text(), file));
  }
  return all;
}

std::vector<model::LanguageTag> ReportMaker::languages() const {
  return locale::available_languages(cache_->resources.root / "locales");
}

std::vector<std::string> ReportMaker::documents() const {
  return report::available_templates(cache_->resources.root / "templates");
}

const Resources& ReportMaker::resources() const {
  return cache_->resources;
}

}  // namespace generator::job

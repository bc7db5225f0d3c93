#include "generator/job/report_job.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "generator/base/json.h"
#include "generator/document/bilingual.h"
#include "generator/document/figure_isolates.h"
#include "generator/document/markup.h"
#include "generator/html/page_writer.h"
#include "generator/job/glyph_check.h"
#include "generator/pdf/pdf_writer.h"
#include "generator/report/view_messages.h"
#include "generator/typeset/typesetter.h"
#include "generator/typeset/unshown.h"

namespace generator::job {
namespace {

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
      document.furniture.mark = catalog.format(report::message("report.mark-draft"));
      return;
    case model::ReleaseState::reviewed:
      document.furniture.mark = catalog.format(report::message("report.mark-reviewed"));
      return;
    case model::ReleaseState::released: return;
  }
}

std::string name_of(const ReportRequest& request) {
  return fmt::format("the report {} in {}", document_name(request), language_name(request));
}

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

/// One report in the making. All that its request names is looked up before anything is made, whatever the
/// formats are: these names become part of a file's name. What several formats need is made for the first.
base::Diagnostic no_json(const std::string& document) {
  return base::usage_fault(
      "format-unknown",
      fmt::format("\"{}\" has no JSON form: it may go to a hospital, and the comparison may not", document),
      "choose pdf or html");
}

class Making {
 public:
  static base::Result<Making> begin(const LoadedHouse& house, const Dossier& dossier,
                                    const ReportRequest& request) {
    auto catalog = house.catalog(request.language);
    if (!catalog) return tl::unexpected(std::move(catalog.error()));
    if (request.beside) {
      if (const auto second = house.catalog(*request.beside); !second) return tl::unexpected(second.error());
    }
    auto form = house.template_of(request.document);
    if (!form) return tl::unexpected(std::move(form.error()));
    const auto hospital = recipient(dossier.comparison(), **form, request);
    if (!hospital) return tl::unexpected(hospital.error());
    return Making(house, dossier, request, std::move(*catalog), std::move(*form), *hospital);
  }

  base::Result<MadeReport> made_as(Format format) {
    switch (format) {
      case Format::json: return as_json();
      case Format::html: return as_html();
      case Format::pdf: return as_pdf();
    }
    return {};
  }

  /// Rendered, marked and searched.
  base::Result<document::Document> render() const {
    auto document = compose();
    if (!document) return document;
    document::isolate_figures(*document);
    ScannedText text;
    text.add_document(*document);
    if (const auto leaks = dossier_.secrets().find(text); !leaks.empty())
      return tl::unexpected(refuse_leaks(leaks, name_of(request_), places_of(leaks, document->file)));
    return document;
  }

 private:
  /// Of one language, or of both side by side.
  base::Result<document::Document> compose() const {
    if (!request_.beside) return compose_one({});
    ReportRequest other = request_;
    other.language = *std::exchange(other.beside, std::nullopt);
    const auto beside = begin(house_, dossier_, other);
    if (!beside) return tl::unexpected(beside.error());
    const report::SourceBook book =
        form_->number_sources(dossier_.comparison(), {catalog_.get(), beside->catalog_.get()}, hospital_);
    auto first = compose_one(book);
    if (!first) return first;
    auto second = beside->compose_one(book);
    if (!second) return second;
    return document::side_by_side(std::move(*first), std::move(*second));
  }

  base::Result<document::Document> compose_one(const report::SourceBook& book) const {
    const compare::Comparison& comparison = dossier_.comparison();
    auto document = form_->render(comparison, *catalog_, hospital_, book);
    if (document) mark_unreleased(*document, comparison.summary.release.state, *catalog_);
    return document;
  }

  Making(const LoadedHouse& house, const Dossier& dossier, const ReportRequest& request,
         std::shared_ptr<const locale::Catalog> catalog, std::shared_ptr<const report::Template> form,
         std::optional<std::size_t> hospital)
      : house_(house),
        dossier_(dossier),
        request_(request),
        catalog_(std::move(catalog)),
        form_(std::move(form)),
        hospital_(hospital) {}

  base::Result<MadeReport> as_json() const {
    if (!form_->plan().carries_comparison) return base::failure(no_json(request_.document));
    const auto json = dossier_.json(name_of(request_));
    if (!json) return tl::unexpected(json.error());
    return MadeReport{base::indented(*json)};
  }

  base::Result<MadeReport> as_html() {
    const auto document = rendered();
    if (!document) return tl::unexpected(document.error());
    const auto theme = house_.theme();
    if (!theme) return tl::unexpected(theme.error());
    const auto typography = house_.typography();
    if (!typography) return tl::unexpected(typography.error());
    std::string page = html::write_page(**document, **theme, **typography);
    ScannedText text;
    text.add_html(page);
    if (const auto leaks = dossier_.secrets().find(text); !leaks.empty())
      return tl::unexpected(refuse_leaks(leaks, name_of(request_)));
    return MadeReport{std::move(page)};
  }

  base::Result<MadeReport> as_pdf() {
    const auto document = rendered();
    if (!document) return tl::unexpected(document.error());
    pdf::Properties properties{.date = dossier_.comparison().summary.date,
                               .author = {},
                               .attachments = {},
                               .text_order = request_.text_order};
    if (form_->plan().carries_comparison) {
      const auto json = dossier_.json(name_of(request_));
      if (!json) return tl::unexpected(json.error());
      properties.attachments.push_back(shown_as_data(std::string(*json)));
    }
    const auto theme = house_.theme();
    if (!theme) return tl::unexpected(theme.error());
    const auto fonts = house_.fonts();
    if (!fonts) return tl::unexpected(fonts.error());
    auto pages = typeset::typeset(**document, **theme, request_.page, **fonts);
    if (!pages && lacks_only_glyphs(pages.error())) pages = with_stand_ins(**theme, **fonts);
    if (!pages) return tl::unexpected(explained(pages.error()));
    auto bytes = pdf::write_pdf(*pages, properties);
    if (!bytes) return tl::unexpected(explained(std::move(bytes.error())));
    MadeReport made{std::move(*bytes)};
    if (dossier_.is_released()) made.faces = faces_of(*pages);
    return made;
  }

  static bool lacks_only_glyphs(const base::Diagnostics& found) {
    return std::ranges::all_of(found, [](const base::Diagnostic& d) { return d.code == "glyph-missing"; });
  }

  /// The pages once more, with words in the place of what no face shows: the case is known by then, and a
  /// page of a browser has the signs themselves.
  base::Result<typeset::Pages> with_stand_ins(const document::Theme& theme,
                                              const typeset::FontSet& fonts) const {
    auto document = render();
    if (!document) return tl::unexpected(std::move(document.error()));
    typeset::put_stand_ins(*document, fonts,
                           [this](std::u16string_view unshown) { return stand_in_of(unshown, *catalog_); });
    return typeset::typeset(*document, theme, request_.page, fonts);
  }

  /// The document, rendered for whichever format needs it first.
  base::Result<const document::Document*> rendered() {
    if (!document_) {
      auto document = render();
      if (!document) return tl::unexpected(std::move(document.error()));
      document_ = std::move(*document);
    }
    return &*document_;
  }

  /// By the lines of the templates that wrote what is wrong.
  base::Diagnostics explained(base::Diagnostics found) const {
    return form_->explain(dossier_.comparison(), *catalog_, std::move(found), hospital_);
  }

  /// Which line of a template wrote what leaks.
  std::vector<base::Place> places_of(const std::vector<Leak>& leaks, const std::string& file) const {
    base::Diagnostics stand;
    for (const Leak& leak : leaks)
      stand.push_back(
          {.code = "leak", .place = {.file = file, .line = leak.line}, .what = {}, .why = {}, .remedy = {}});
    std::vector<base::Place> places;
    for (base::Diagnostic& d : explained(std::move(stand))) places.push_back(std::move(d.place));
    return places;
  }

  /// Name and digest of the faces that set the pages.
  std::vector<std::pair<std::string, std::string>> faces_of(const typeset::Pages& pages) const {
    std::set<const typeset::Face*> used;
    for (const typeset::Page& page : pages.pages) {
      for (const typeset::Item& item : page.items) {
        if (const auto* text = std::get_if<typeset::TextItem>(&item)) used.insert(text->run.face);
      }
    }
    std::vector<std::pair<std::string, std::string>> faces;
    for (const typeset::Face* face : used)
      faces.emplace_back(face->postscript_name(), house_.digest_of(*face));
    std::ranges::sort(faces);
    return faces;
  }

  const LoadedHouse& house_;
  const Dossier& dossier_;
  ReportRequest request_;
  std::shared_ptr<const locale::Catalog> catalog_;
  std::shared_ptr<const report::Template> form_;
  std::optional<std::size_t> hospital_;
  std::optional<document::Document> document_;
};

}  // namespace

base::Result<Dossier> ReportMaker::open(ReadCase now, std::optional<ReadCase> earlier,
                                        std::optional<model::Date> date) const {
  auto settings = house_.settings();
  if (!settings) return tl::unexpected(std::move(settings.error()));
  const auto lexicon = house_.lexicon();
  if (!lexicon) return tl::unexpected(lexicon.error());
  return Dossier::open(std::move(now), std::move(earlier), date, **settings, **lexicon);
}

base::Result<ReadCase> ReportMaker::read_case_file(const std::filesystem::path& file) const {
  const auto lexicon = house_.lexicon();
  if (!lexicon) return tl::unexpected(lexicon.error());
  return ReadCase::from_file(file, (*lexicon)->words());
}

base::Result<ReadCase> ReportMaker::read_case(std::string text, std::string name) const {
  const auto lexicon = house_.lexicon();
  if (!lexicon) return tl::unexpected(lexicon.error());
  return ReadCase::from_text(std::move(text), std::move(name), (*lexicon)->words());
}

base::Result<Dossier> ReportMaker::open(ReadCase now, const Opening& how) const {
  std::optional<ReadCase> earlier;
  if (how.since) {
    const auto lexicon = house_.lexicon();
    if (!lexicon) return tl::unexpected(lexicon.error());
    auto read = read_earlier(*how.since, now, (*lexicon)->words(), how.date);
    if (!read) return tl::unexpected(std::move(read.error()));
    earlier = std::move(*read);
  }
  return open(std::move(now), std::move(earlier), how.date);
}

base::Result<Dossier> ReportMaker::open(ReadCase now, ReadCase earlier) const {
  return open(std::move(now), std::optional(std::move(earlier)), std::nullopt);
}

base::Result<std::vector<std::string>> ReportMaker::recipients(const Dossier& dossier,
                                                               const std::string& document) const {
  const auto form = house_.template_of(document);
  if (!form) return tl::unexpected(form.error());
  switch ((*form)->plan().scope) {
    case report::DocumentScope::whole_case: return std::vector<std::string>{""};
    case report::DocumentScope::each_hospital: break;
  }
  std::vector<std::string> hospitals;
  for (const compare::Option& option : dossier.comparison().options) {
    if (option.kind == compare::OptionKind::hospital) hospitals.push_back(option.id);
  }
  return hospitals;
}

base::Result<void> ReportMaker::has_form(const std::string& document, Format format) const {
  const auto form = house_.template_of(document);
  if (!form) return tl::unexpected(form.error());
  if (format != Format::json || (*form)->plan().carries_comparison) return {};
  return base::failure(no_json(document));
}

base::Result<document::Document> ReportMaker::document(const Dossier& dossier,
                                                       const ReportRequest& request) const {
  auto document =
      Making::begin(house_, dossier, request).and_then([](const Making& making) { return making.render(); });
  if (!document) return tl::unexpected(dossier.explain(std::move(document.error())));
  return document;
}

base::Result<std::string> ReportMaker::make(const Dossier& dossier, const ReportRequest& request) const {
  return make_each(dossier, request, {&request.format, 1}).map([](std::vector<MadeReport> all) {
    return std::move(all.front().bytes);
  });
}

base::Result<std::vector<MadeReport>> ReportMaker::make_each(const Dossier& dossier,
                                                             const ReportRequest& request,
                                                             std::span<const Format> formats) const {
  auto making = Making::begin(house_, dossier, request);
  if (!making) return tl::unexpected(dossier.explain(std::move(making.error())));
  std::vector<MadeReport> all;
  for (const Format format : formats) {
    auto made = making->made_as(format);
    if (!made) return tl::unexpected(dossier.explain(std::move(made.error())));
    all.push_back(std::move(*made));
  }
  return all;
}

base::Result<std::string> ReportMaker::typeset_page(std::string_view markup, const std::string& file,
                                                    const ReportRequest& request,
                                                    std::string_view data) const {
  auto document = document::read_markup(markup, file, request.language);
  if (!document) return tl::unexpected(document.error());
  document::isolate_figures(*document);
  const auto theme = house_.theme();
  if (!theme) return tl::unexpected(theme.error());
  switch (request.format) {
    case Format::html: {
      const auto typography = house_.typography();
      if (!typography) return tl::unexpected(typography.error());
      return html::write_page(*document, **theme, **typography);
    }
    case Format::pdf: {
      pdf::Properties properties{
          .date = request.date, .author = {}, .attachments = {}, .text_order = request.text_order};
      if (!data.empty()) properties.attachments.push_back(shown_as_data(std::string(data)));
      const auto fonts = house_.fonts();
      if (!fonts) return tl::unexpected(fonts.error());
      const auto pages = typeset::typeset(*document, **theme, request.page, **fonts);
      if (!pages) return tl::unexpected(pages.error());
      return pdf::write_pdf(*pages, properties);
    }
    case Format::json: break;
  }
  return base::failure(
      base::usage_fault("format-unknown", "a page of markup has no JSON form", "choose pdf or html"));
}

}  // namespace generator::job

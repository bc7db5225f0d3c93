#include <algorithm>

#include "generator/report/report.h"
#include "generator/report/template_renderer.h"
#include "generator/report/term_briefs.h"
#include "generator/report/view.h"

namespace generator::report {
namespace {

class MustacheTemplate final : public Template {
 public:
  MustacheTemplate(DocumentPlan plan, std::shared_ptr<const TemplateRenderer> renderer)
      : plan_(std::move(plan)), renderer_(std::move(renderer)) {}

  const DocumentPlan& plan() const override { return plan_; }
  base::Result<document::Document> render(const compare::Comparison& comparison,
                                          const locale::Catalog& catalog, std::optional<std::size_t> option,
                                          const SourceBook& book) const override {
    auto document =
        renderer_->document(make_view(comparison, catalog, plan_, option, book), catalog.language());
    // A document that lists the words met in it explains them where they are met, too.
    if (document && std::ranges::count(plan_.sections, ViewSection::short_glossary))
      explain_first_uses(*document, catalog);
    return document;
  }
  SourceBook number_sources(const compare::Comparison& comparison,
                            const std::vector<const locale::Catalog*>& languages,
                            std::optional<std::size_t> option) const override {
    return report::number_sources(comparison, languages, plan_, option);
  }
  base::Diagnostics explain(const compare::Comparison& comparison, const locale::Catalog& catalog,
                            base::Diagnostics found, std::optional<std::size_t> option) const override {
    return renderer_->explain(make_view(comparison, catalog, plan_, option), std::move(found));
  }
  base::Result<std::string> markup(const compare::Comparison& comparison, const locale::Catalog& catalog,
                                   std::optional<std::size_t> option) const override {
    return renderer_->markup(make_view(comparison, catalog, plan_, option));
  }

 private:
  DocumentPlan plan_;
  std::shared_ptr<const TemplateRenderer> renderer_;
};

}  // namespace

base::Result<std::shared_ptr<const Template>> Template::load(
    const std::filesystem::path& folder, const std::string& name, const std::filesystem::path& locales,
    std::shared_ptr<const document::Typography> typography) {
  auto plan = load_document_plan(folder, name, locales);
  if (plan) plan->typography = std::move(typography);
  auto source = TemplateSource::load(folder, name);
  base::Diagnostics found;
  if (!plan) base::append(found, std::move(plan.error()));
  if (!source) base::append(found, std::move(source.error()));
  if (!found.empty()) return tl::unexpected(std::move(found));
  auto renderer = TemplateRenderer::make(std::move(*source));
  if (!renderer) return tl::unexpected(std::move(renderer.error()));
  return std::make_shared<const MustacheTemplate>(std::move(*plan), std::move(*renderer));
}

std::vector<std::string> available_templates(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (std::filesystem::exists(entry.path() / "report.mustache", error)) {
      names.push_back(entry.path().filename().string());
    }
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace generator::report

#include <algorithm>

#include "generator/report/report.h"
#include "generator/report/template_renderer.h"
#include "generator/report/view.h"

namespace generator::report {
namespace {

class MustacheTemplate final : public Template {
 public:
  explicit MustacheTemplate(std::shared_ptr<const TemplateRenderer> renderer)
      : renderer_(std::move(renderer)) {}

  base::Result<Document> render(const compare::Comparison& comparison,
                                const Catalog& catalog) const override {
    return renderer_->document(make_view(comparison, catalog), catalog.language());
  }
  base::Diagnostics explain(const compare::Comparison& comparison, const Catalog& catalog,
                            base::Diagnostics found) const override {
    return renderer_->explain(make_view(comparison, catalog), std::move(found));
  }
  base::Result<std::string> markup(const compare::Comparison& comparison,
                                   const Catalog& catalog) const override {
    return renderer_->markup(make_view(comparison, catalog));
  }

 private:
  std::shared_ptr<const TemplateRenderer> renderer_;
};

}  // namespace

base::Result<std::shared_ptr<const Template>> Template::load(const std::filesystem::path& folder,
                                                             const std::string& name) {
  auto source = TemplateSource::load(folder, name);
  if (!source) return tl::unexpected(std::move(source.error()));
  auto renderer = TemplateRenderer::make(std::move(*source));
  if (!renderer) return tl::unexpected(std::move(renderer.error()));
  return std::make_shared<const MustacheTemplate>(std::move(*renderer));
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

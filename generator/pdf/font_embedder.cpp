#include "generator/pdf/font_embedder.h"

namespace generator::pdf {

std::size_t FontEmbedder::font_of(const typeset::Face& face) {
  const auto [known, is_new] = numbers_.try_emplace(&face, fonts_.size());
  if (is_new) fonts_.emplace_back(face);
  return known->second;
}

std::string FontEmbedder::resource_name(std::size_t number, std::size_t layer) {
  std::string name = "/F" + std::to_string(number);
  if (layer > 0) name += '.' + std::to_string(layer);
  return name;
}

base::Result<std::string> FontEmbedder::write(HaruDocument& document) const {
  std::string resources = "/Font<<";
  for (std::size_t number = 0; number < fonts_.size(); ++number) {
    const base::Result<std::vector<Object>> layers = fonts_[number].write(document);
    if (!layers) return tl::unexpected(layers.error());
    for (std::size_t layer = 0; layer < layers->size(); ++layer)
      resources += resource_name(number, layer) + ' ' + (*layers)[layer].reference();
  }
  return resources + ">>";
}

}  // namespace generator::pdf

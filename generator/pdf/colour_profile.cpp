#include "generator/pdf/colour_profile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/pdf/big_endian.h"

namespace generator::pdf {
namespace {

/// s15Fixed16Number: 16 bits before the point, 16 after it.
void append_fixed(std::string& out, double value) {
  append32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

using Numbers = std::vector<double>;

std::string xyz(const Numbers& values) {
  std::string out("XYZ \0\0\0\0", 8);
  for (const double value : values) append_fixed(out, value);
  return out;
}

/// Bradford adaptation from the daylight of sRGB (D65) to that of profiles (D50).
std::string adaptation() {
  std::string out("sf32\0\0\0\0", 8);
  for (const double value :
       Numbers{1.047886, 0.022919, -0.050216, 0.029582, 0.990484, -0.017079, -0.009252, 0.015073, 0.751678})
    append_fixed(out, value);
  return out;
}

/// The transfer function of IEC 61966-2-1, as a parametric curve of type 3.
std::string transfer_curve() {
  std::string out("para\0\0\0\0", 8);
  append16(out, 3);
  append16(out, 0);
  for (const double value : Numbers{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045})
    append_fixed(out, value);
  return out;
}

/// Text in one language.
std::string localised(std::string_view text) {
  std::string out("mluc\0\0\0\0", 8);
  append32(out, 1);   // records
  append32(out, 12);  // bytes of a record
  out += "enUS";
  append32(out, static_cast<std::uint32_t>(2 * text.size()));
  append32(out, 28);  // where the text begins
  for (const char c : text) append16(out, static_cast<unsigned char>(c));
  return out;
}

std::string header(std::uint32_t size) {
  std::string out;
  append32(out, size);
  append32(out, 0);           // no preferred colour engine
  append32(out, 0x04300000);  // version 4.3
  out += "mntrRGB XYZ ";
  for (const std::uint32_t part : {2026u, 1u, 1u, 0u, 0u, 0u}) append16(out, part);  // of this description
  out += "acsp";
  out.append(24, '\0');  // platform, flags, manufacturer, model, attributes
  append32(out, 0);      // perceptual rendering
  for (const double value : {0.9642, 1.0, 0.8249}) append_fixed(out, value);  // D50
  out.append(128 - out.size(), '\0');
  return out;
}

std::string make() {
  const std::string curve = transfer_curve();
  const std::vector<std::pair<std::string_view, std::string>> tags = {
      {"desc", localised("sRGB")},
      {"cprt", localised("No copyright, use freely")},
      {"wtpt", xyz({0.9642, 1.0, 0.8249})},
      {"chad", adaptation()},
      {"rXYZ", xyz({0.436066, 0.222488, 0.013916})},
      {"gXYZ", xyz({0.385147, 0.716873, 0.097076})},
      {"bXYZ", xyz({0.143066, 0.060608, 0.714096})},
      {"rTRC", curve},
      {"gTRC", curve},
      {"bTRC", curve},
  };
  std::string index;
  std::string bodies;
  append32(index, static_cast<std::uint32_t>(tags.size()));
  const std::size_t bodies_at = 128 + 4 + 12 * tags.size();
  std::size_t curve_at = 0;
  for (const auto& [tag, body] : tags) {
    std::size_t at = bodies_at + bodies.size();
    // The three curves are one.
    const bool again = body == curve && curve_at != 0;
    if (again) at = curve_at;
    if (body == curve) curve_at = at;
    index += tag;
    append32(index, static_cast<std::uint32_t>(at));
    append32(index, static_cast<std::uint32_t>(body.size()));
    if (again) continue;
    bodies += body;
    while (bodies.size() % 4 != 0) bodies += '\0';
  }
  return header(static_cast<std::uint32_t>(bodies_at + bodies.size())) + index + bodies;
}

}  // namespace

const std::string& srgb_profile() {
  static const std::string profile = make();
  return profile;
}

}  // namespace generator::pdf

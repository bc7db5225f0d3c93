#include "generator/typeset/path_data.h"

#include <charconv>

namespace generator::typeset {
namespace {

class PathDataReader {
 public:
  explicit PathDataReader(std::string_view data) : data_(data) {}

  std::optional<std::vector<PathItem::Step>> read() {
    skip_separators();
    while (position_ < data_.size()) {
      const char command = data_[position_++];
      if (steps_.empty() && command != 'M' && command != 'm') return std::nullopt;
      if (!read_command(command)) return std::nullopt;
      skip_separators();
    }
    return std::move(steps_);
  }

 private:
  /// A command and every group of numbers after it; the groups after a move are lines.
  bool read_command(char command) {
    if (command == 'Z' || command == 'z') {
      steps_.push_back(PathItem::Close{});
      current_ = start_;
      return true;
    }
    bool first = true;
    do {
      if (!read_group(command, first)) return false;
      first = false;
      skip_separators();
    } while (at_number());
    return true;
  }

  bool read_group(char command, bool first) {
    const bool relative = command >= 'a';
    const Point base = relative ? current_ : Point{};
    switch (command) {
      case 'M':
      case 'm': {
        const auto to = point(base);
        if (!to) return false;
        if (first) {
          start_ = *to;
          steps_.push_back(PathItem::Move{*to});
        } else {
          steps_.push_back(PathItem::Line{*to});
        }
        current_ = *to;
        return true;
      }
      case 'L':
      case 'l': {
        const auto to = point(base);
        return to && line_to(*to);
      }
      case 'H':
      case 'h': {
        const auto x = number();
        return x && line_to({base.x + *x, current_.y});
      }
      case 'V':
      case 'v': {
        const auto y = number();
        return y && line_to({current_.x, base.y + *y});
      }
      case 'C':
      case 'c': {
        const auto control1 = point(base);
        const auto control2 = point(base);
        const auto to = point(base);
        if (!control1 || !control2 || !to) return false;
        steps_.push_back(PathItem::Curve{*control1, *control2, *to});
        current_ = *to;
        return true;
      }
      default: return false;
    }
  }

  bool line_to(Point to) {
    steps_.push_back(PathItem::Line{to});
    current_ = to;
    return true;
  }

  std::optional<Point> point(Point base) {
    const auto x = number();
    const auto y = number();
    if (!x || !y) return std::nullopt;
    return Point{base.x + *x, base.y + *y};
  }

  std::optional<double> number() {
    skip_separators();
    double value = 0;
    const char* const begin = data_.data() + position_;
    const auto [end, error] =
        std::from_chars(begin, data_.data() + data_.size(), value, std::chars_format::fixed);
    if (error != std::errc()) return std::nullopt;
    position_ += static_cast<std::size_t>(end - begin);
    return value;
  }

  bool at_number() const {
    if (position_ >= data_.size()) return false;
    const char c = data_[position_];
    return (c >= '0' && c <= '9') || c == '-' || c == '.';
  }

  void skip_separators() {
    while (position_ < data_.size() && (data_[position_] == ' ' || data_[position_] == ',' ||
                                        data_[position_] == '\n' || data_[position_] == '\t'))
      ++position_;
  }

  std::string_view data_;
  std::size_t position_ = 0;
  Point start_;
  Point current_;
  std::vector<PathItem::Step> steps_;
};

}  // namespace

std::optional<std::vector<PathItem::Step>> parse_path_data(std::string_view data) {
  return PathDataReader(data).read();
}

}  // namespace generator::typeset

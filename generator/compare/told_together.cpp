#include "generator/compare/told_together.h"

#include <algorithm>

#include "generator/compare/question_order.h"

namespace generator::compare {
namespace {

/// Nothing but silence: it may be said of another option in the same words.
bool is_bare(const Finding& finding) {
  return finding.option && finding.evidence.empty();
}

bool is_bare(const Question& question) {
  return question.audience == Audience::hospital && question.evidence.empty();
}

/// The points that are meant, each message once, with its options.
template <typename Point, typename Predicate>
std::vector<Together> gathered(const std::vector<Point>& points, Predicate is_meant) {
  std::vector<Together> all;
  for (const Point& point : points) {
    if (!point.option || !is_meant(point)) continue;
    const auto known = std::ranges::find(all, point.message, &Together::message);
    if (known == all.end()) {
      all.push_back({point.message, {*point.option}});
    } else if (std::ranges::find(known->options, *point.option) == known->options.end()) {
      known->options.push_back(*point.option);
    }
  }
  return all;
}

void keep_shared(std::vector<Together>& all) {
  std::erase_if(all, [](const Together& each) { return each.options.size() < 2; });
  for (Together& each : all) std::ranges::sort(each.options);
}

void sort_by_place(std::vector<Together>& all) {
  std::ranges::stable_sort(all, {}, [](const Together& each) { return place_of(each.message.id); });
}

template <typename Point>
bool is_among(const Point& point, const std::vector<Together>& together) {
  return is_bare(point) && std::ranges::find(together, point.message, &Together::message) != together.end();
}

}  // namespace

std::vector<Together> told_together(const std::vector<Finding>& findings) {
  std::vector<Together> all = gathered(findings, [](const Finding& finding) { return is_bare(finding); });
  keep_shared(all);
  return all;
}

std::vector<Together> asked_together(const std::vector<Question>& questions) {
  std::vector<Together> all = gathered(questions, [](const Question& question) { return is_bare(question); });
  keep_shared(all);
  sort_by_place(all);
  return all;
}

std::vector<Together> asked_first(const std::vector<Question>& questions) {
  std::vector<Together> all = gathered(questions, [](const Question&) { return true; });
  sort_by_place(all);
  return all;
}

bool is_told_together(const Finding& finding, const std::vector<Together>& together) {
  return is_among(finding, together);
}

bool is_told_together(const Question& question, const std::vector<Together>& together) {
  return is_among(question, together);
}

}  // namespace generator::compare

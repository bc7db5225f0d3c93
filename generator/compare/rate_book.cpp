#include "generator/compare/rate_book.h"

#include <algorithm>

namespace generator::compare {

RateBook::RateBook(const model::Case& c, const model::Date& date) : case_(&c), date_(date) {}

const model::Rate* RateBook::find(const model::Currency& from) const {
  const model::Rate* best = nullptr;
  for (const model::Rate& rate : case_->rates) {
    if (rate.from != from || rate.to != *case_->family.currency) continue;
    if (best == nullptr) {
      best = &rate;
      continue;
    }
    if (rate.date == best->date) {
      const auto place = [](const model::Rate& each) {
        return each.kind ? static_cast<int>(*each.kind) : -1;
      };
      if (place(rate) < place(*best)) best = &rate;
      continue;
    }
    const bool best_is_future = best->date > date_;
    const bool is_future = rate.date > date_;
    const bool is_better = is_future == best_is_future
                               ? (is_future ? rate.date < best->date : rate.date > best->date)
                               : best_is_future;
    if (is_better) best = &rate;
  }
  return best;
}

Amount RateBook::amount(const model::MoneyRange& own) {
  Amount result{own, std::nullopt};
  if (!case_->family.currency || own.currency == *case_->family.currency) return result;
  const model::Rate* rate = find(own.currency);
  if (rate == nullptr) {
    if (std::ranges::find(missing_, own.currency) == missing_.end()) missing_.push_back(own.currency);
    return result;
  }
  if (std::ranges::find(used_, rate) == used_.end()) used_.push_back(rate);
  result.family = model::convert(own, *rate);
  return result;
}

std::optional<Amount> RateBook::amount(const std::optional<model::MoneyRange>& own) {
  if (!own) return std::nullopt;
  return amount(*own);
}

std::vector<model::Rate> RateBook::used() const {
  std::vector<model::Rate> rates;
  for (const model::Rate* rate : used_) rates.push_back(*rate);
  std::ranges::sort(rates, {}, [](const model::Rate& rate) { return rate.from.code(); });
  return rates;
}

std::vector<model::Rate> RateBook::beside() const {
  std::vector<model::Rate> rates;
  for (const model::Rate& rate : case_->rates) {
    const bool is_beside = std::ranges::any_of(used_, [&rate](const model::Rate* used) {
      return used != &rate && used->from == rate.from && used->to == rate.to && used->date == rate.date;
    });
    if (is_beside) rates.push_back(rate);
  }
  std::ranges::stable_sort(rates, {}, [](const model::Rate& rate) { return rate.from.code(); });
  return rates;
}

std::vector<model::Currency> RateBook::missing() const {
  std::vector<model::Currency> currencies = missing_;
  std::ranges::sort(currencies, {}, [](const model::Currency& currency) { return currency.code(); });
  return currencies;
}

}  // namespace generator::compare

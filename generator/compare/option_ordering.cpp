#include "generator/compare/option_ordering.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace generator::compare {
namespace {

const std::optional<model::Date>& date_of(const model::Opinion& opinion) {
  return opinion.received;
}
const std::optional<model::Date>& date_of(const model::Estimate& estimate) {
  return estimate.issued;
}

/// What tells answers of one day apart: of estimates first what families see of them.
std::string tie_of(const model::Opinion& opinion) {
  return opinion.id;
}
std::string tie_of(const model::Estimate& estimate) {
  return estimate.document + "\n" + estimate.issuer + "\n" + estimate.id;
}

/// Newest first, undated last, then by what tells them apart.
template <typename Answer>
bool comes_before(const Answer* a, const Answer* b) {
  const auto& date_a = date_of(*a);
  const auto& date_b = date_of(*b);
  if (date_a.has_value() != date_b.has_value()) return date_a.has_value();
  if (date_a && date_a->last_day() != date_b->last_day()) return date_a->last_day() > date_b->last_day();
  return tie_of(*a) < tie_of(*b);
}

template <typename Answer>
struct Standing {
  std::vector<const Answer*> counting;
  std::vector<const Answer*> replaced;
};

/// Parts a hospital's answers into those that count and those that a later one replaced.
template <typename Answer>
Standing<Answer> standing_of(const std::vector<Answer>& answers, const std::string& hospital) {
  Standing<Answer> result;
  for (const Answer& answer : answers) {
    if (answer.hospital != hospital) continue;
    const bool is_replaced = std::ranges::any_of(answers, [&answer](const Answer& other) {
      return !other.supersedes.empty() && &other != &answer && other.supersedes == answer.id;
    });
    (is_replaced ? result.replaced : result.counting).push_back(&answer);
  }
  // Answers that supersede each other in a circle: none can be preferred, so none is dropped.
  if (result.counting.empty()) std::swap(result.counting, result.replaced);
  std::ranges::sort(result.counting, comes_before<Answer>);
  std::ranges::sort(result.replaced, comes_before<Answer>);
  return result;
}

/// "A" to "Z", then "AA".
std::string letter_of(std::size_t index) {
  std::string letters;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

const std::string k_home_id = "home";

void add_once(std::vector<std::string>& ids, const std::string& id) {
  if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
}

}  // namespace

std::vector<const model::Proposal*> first_choices_of(const model::Case& c, const Column& column) {
  if (column.is_home()) return {&c.home.proposal};
  std::vector<const model::Proposal*> choices;
  for (const model::Opinion* opinion : column.opinions) {
    const auto first = std::ranges::find_if(opinion->proposals, model::offers_treatment);
    if (first != opinion->proposals.end()) choices.push_back(&*first);
  }
  return choices;
}

bool is_first_choice(const Column& column, int number) {
  int count = 0;
  for (const model::Opinion* opinion : column.opinions) {
    const auto first = std::ranges::find_if(opinion->proposals, model::offers_treatment);
    for (auto each = opinion->proposals.begin(); each != opinion->proposals.end(); ++each) {
      if (++count == number) return each == first;
    }
  }
  return false;
}

std::optional<int> number_of(const Column& column, const model::Proposal* proposal) {
  int count = 0;
  std::optional<int> number;
  for (const model::Opinion* opinion : column.opinions) {
    for (const model::Proposal& each : opinion->proposals) {
      ++count;
      if (&each == proposal) number = count;
    }
  }
  return count > 1 ? number : std::nullopt;
}

base::Result<std::vector<Column>> order_columns(const model::Case& c) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    base::Diagnostic diagnostic;
    diagnostic.code = "collation-missing";
    diagnostic.what = std::string("ICU has no root collation (") + u_errorName(status) + ")";
    diagnostic.why = "the columns are ordered by the hospitals' names";
    diagnostic.remedy = "install ICU with its data";
    diagnostic.fault = base::Fault::machine;
    return base::failure(std::move(diagnostic));
  }
  std::vector<Column> columns(1);
  Standing<model::Estimate> at_home = standing_of(c.estimates, k_home_id);
  columns[0].estimates = std::move(at_home.counting);
  columns[0].replaced_estimates = std::move(at_home.replaced);
  columns[0].prices = model::prices_of(columns[0].estimates, columns[0].replaced_estimates, {});
  for (const model::Hospital& hospital : c.hospitals) {
    Column column;
    column.hospital = &hospital;
    Standing<model::Opinion> opinions = standing_of(c.opinions, hospital.id);
    column.opinions = std::move(opinions.counting);
    column.replaced_opinions = std::move(opinions.replaced);
    Standing<model::Estimate> estimates = standing_of(c.estimates, hospital.id);
    column.estimates = std::move(estimates.counting);
    column.replaced_estimates = std::move(estimates.replaced);
    column.prices = model::prices_of(column.estimates, column.replaced_estimates, column.opinions);
    columns.push_back(std::move(column));
  }
  std::sort(columns.begin() + 1, columns.end(), [&collator](const Column& a, const Column& b) {
    UErrorCode compare_status = U_ZERO_ERROR;
    const UCollationResult order = collator->compareUTF8(a.hospital->name, b.hospital->name, compare_status);
    if (order != UCOL_EQUAL) return order == UCOL_LESS;
    return a.hospital->id < b.hospital->id;
  });
  return columns;
}

std::optional<model::DecisionStatus> decision_of(const Column& column) {
  if (column.opinions.empty()) return std::nullopt;
  const model::Opinion& newest = *column.opinions.front();
  for (const model::Opinion* other : column.opinions) {
    const bool is_older =
        newest.received && other->received && model::certainly_before(*other->received, *newest.received);
    if (!is_older && other->decision != model::DecisionStatus::accepted) return other->decision;
  }
  return newest.decision;
}

bool is_undecided(model::DecisionStatus decision) {
  switch (decision) {
    case model::DecisionStatus::under_review:
    case model::DecisionStatus::needs_information:
    case model::DecisionStatus::cannot_judge: return true;
    case model::DecisionStatus::accepted:
    case model::DecisionStatus::conditional:
    case model::DecisionStatus::not_eligible:
    case model::DecisionStatus::current_plan_adequate: return false;
  }
  return false;
}

bool is_overtaken(const Column& column, const model::Opinion& opinion) {
  if (!is_undecided(opinion.decision) || !opinion.received) return false;
  return std::ranges::any_of(column.opinions, [&opinion](const model::Opinion* other) {
    return !is_undecided(other->decision) && other->received &&
           model::certainly_before(*opinion.received, *other->received);
  });
}

bool makes_offer(const Column& column) {
  return std::ranges::any_of(column.opinions, [](const model::Opinion* opinion) {
    switch (opinion->decision) {
      case model::DecisionStatus::accepted:
      case model::DecisionStatus::conditional: return true;
      case model::DecisionStatus::under_review:
      case model::DecisionStatus::needs_information:
      case model::DecisionStatus::cannot_judge:
        return std::ranges::any_of(opinion->proposals, model::offers_treatment);
      // These may describe a treatment too: the one at home, or one elsewhere.
      case model::DecisionStatus::not_eligible:
      case model::DecisionStatus::current_plan_adequate: return false;
    }
    return false;
  });
}

bool declines(const Column& column) {
  const auto decision = decision_of(column);
  return decision == model::DecisionStatus::not_eligible ||
         decision == model::DecisionStatus::current_plan_adequate;
}

bool has_seen_tissue(const Column& column) {
  return std::ranges::all_of(column.opinions, [&column](const model::Opinion* opinion) {
    const auto saw = [opinion](model::RecordKind kind) {
      return std::ranges::any_of(opinion->seen, [kind](const model::SeenRecord& each) {
        return each.kind == kind && each.form != model::RecordForm::report;
      });
    };
    return is_overtaken(column, *opinion) || saw(model::RecordKind::pathology) ||
           saw(model::RecordKind::bone_marrow);
  });
}

std::vector<Option> options_of(const std::vector<Column>& columns) {
  std::vector<Option> options;
  std::size_t hospitals = 0;
  for (const Column& column : columns) {
    Option option;
    if (column.is_home()) {
      option.id = "home";
      option.kind = OptionKind::home;
    } else {
      option.id = column.hospital->id;
      option.letter = letter_of(hospitals++);
      option.name = column.hospital->name;
      option.short_name = column.hospital->short_name;
      option.city = column.hospital->city;
      option.country = column.hospital->country;
      option.decision = decision_of(column);
    }
    for (const model::Opinion* opinion : column.opinions) {
      option.opinions.push_back(opinion->id);
      add_once(option.documents, opinion->document);
    }
    for (const model::Opinion* opinion : column.replaced_opinions) option.superseded.push_back(opinion->id);
    for (const model::Estimate* estimate : column.estimates) add_once(option.documents, estimate->document);
    options.push_back(std::move(option));
  }
  return options;
}

std::optional<std::size_t> find_option(const std::vector<Column>& columns, std::string_view id) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if ((columns[i].is_home() ? std::string_view("home") : std::string_view(columns[i].hospital->id)) == id)
      return i;
  }
  return std::nullopt;
}

}  // namespace generator::compare

#include "generator/compare/expectation_finder.h"

#include <algorithm>
#include <set>

namespace generator::compare {
namespace {

using model::DecisionStatus;
using model::Modality;

constexpr std::string_view k_first_answer = "wait-first-answer";
constexpr std::string_view k_written_opinion = "wait-written-opinion";

bool proposes(const Column& column, Modality modality) {
  return std::ranges::any_of(column.opinions, [modality](const model::Opinion* opinion) {
    return std::ranges::any_of(opinion->proposals, [modality](const model::Proposal& proposal) {
      return std::ranges::find(proposal.modalities, modality) != proposal.modalities.end();
    });
  });
}

template <typename Member>
bool states(const Column& column, Member model::Proposal::*member) {
  return std::ranges::any_of(column.opinions, [member](const model::Opinion* opinion) {
    return std::ranges::any_of(opinion->proposals, [member](const model::Proposal& proposal) {
      return (proposal.*member).has_value();
    });
  });
}

/// Whether its answer is still to come. "Cannot judge" is an answer.
bool awaits_answer(const Column& column) {
  const auto decision = decision_of(column);
  return !decision || decision == DecisionStatus::under_review ||
         decision == DecisionStatus::needs_information;
}

/// Which waiting time goes for the answer of this hospital.
std::string_view wait_for(const Column& column) {
  if (const auto about = column.hospital->asked.about) {
    switch (*about) {
      case model::AskedAbout::operability: return "wait-operability";
      case model::AskedAbout::cell_therapy: return "wait-cell-therapy-eligibility";
      case model::AskedAbout::trial: return "wait-trial-match";
      case model::AskedAbout::treatment_plan: return k_written_opinion;
    }
  }
  const bool cells = proposes(column, Modality::cell_therapy);
  const bool trial = proposes(column, Modality::trial);
  if (cells && !trial) return "wait-cell-therapy-eligibility";
  if (trial && !cells) return "wait-trial-match";
  return k_written_opinion;
}

Clock clock_of(const model::Settings& settings) {
  const std::string_view choice = settings.choice("clock-start");
  if (choice == "first-records") return Clock::first_records;
  return choice == "payment" ? Clock::payment : Clock::records_complete;
}

/// The day from which the clock runs for this hospital; nullopt if the case does not state it.
std::optional<model::Date> start_of(Clock clock, const Column& column) {
  const model::Asked& asked = column.hospital->asked;
  switch (clock) {
    case Clock::first_records: return asked.sent;
    case Clock::payment: return asked.paid;
    case Clock::records_complete: break;
    case Clock::acceptance:
    case Clock::question:
    case Clock::none: return std::nullopt;
  }
  // A hospital that asks for more has not got all, unless what it asked for came after that.
  const bool asks_for_more =
      decision_of(column) == DecisionStatus::needs_information &&
      std::ranges::any_of(column.opinions, [&asked](const model::Opinion* opinion) {
        return opinion->decision == DecisionStatus::needs_information && asked.records_complete &&
               !(opinion->received && model::certainly_before(*opinion->received, *asked.records_complete));
      });
  return asks_for_more ? std::nullopt : asked.records_complete;
}

class ExpectationFinder {
 public:
  ExpectationFinder(const std::vector<Column>& columns, const model::Settings& settings,
                    const model::Date& date)
      : columns_(columns), settings_(settings), date_(date) {}

  std::vector<Expectation> find() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].is_home()) continue;
      if (awaits_answer(columns_[i])) {
        add_answer(i, columns_[i]);
      } else if (makes_offer(columns_[i])) {
        add_treatment(i, columns_[i]);
      }
    }
    if (columns_.size() > 1) {
      if (awaits_general_) add(std::nullopt, "wait-written-opinion-rare", clock_of(settings_));
      add(std::nullopt, "wait-clarification", Clock::question);
      add(std::nullopt, "wait-translation", Clock::none);
    }
    return std::move(found_);
  }

 private:
  /// What the setting holds; nothing if there is none.
  void add(std::optional<std::size_t> option, std::string_view id, Clock clock) {
    const auto* setting = settings_.duration(id);
    if (setting == nullptr) return;
    Expectation expectation{.option = option,
                            .id = std::string(id),
                            .time = {setting->own.value, setting->own.source},
                            .others = {},
                            .place = {},
                            .clock = clock,
                            .start = {},
                            .earliest = {},
                            .latest = {}};
    for (const auto& other : setting->others) expectation.others.push_back({other.value, other.source});
    found_.push_back(std::move(expectation));
  }

  /// Counts the days of the last expectation, of an answer that is still to come.
  void count(const Column& column) {
    Expectation& expectation = found_.back();
    expectation.is_awaited = true;
    expectation.start = start_of(expectation.clock, column);
    if (!expectation.start) return;
    const model::DurationRange& time = expectation.time.time;
    if (time.low) expectation.earliest = model::after(expectation.start->first_day(), *time.low, time.unit);
    if (time.high) expectation.latest = model::after(expectation.start->last_day(), *time.high, time.unit);
    expectation.is_over = expectation.latest && model::certainly_before(*expectation.latest, date_);
  }

  void add_answer(std::size_t option, const Column& column) {
    const auto add_counted = [&](std::string_view id, Clock clock) {
      const std::size_t before = found_.size();
      add(option, id, clock);
      if (found_.size() > before) count(column);
    };
    if (column.opinions.empty()) add_counted(k_first_answer, Clock::first_records);
    const model::Asked& asked = column.hospital->asked;
    if (asked.answer_within) {
      found_.push_back({.option = option,
                        .id = "answer-within",
                        .time = {*asked.answer_within, ""},
                        .others = {},
                        .place = model::source_of(asked.sources, model::Sourced::answer_within),
                        .clock = Clock::records_complete,
                        .start = {},
                        .earliest = {},
                        .latest = {}});
      return count(column);
    }
    const std::string_view id = wait_for(column);
    awaits_general_ = awaits_general_ || id == k_written_opinion;
    add_counted(id, clock_of(settings_));
  }

  /// Until a treatment abroad can begin, where the letter states no time of its own.
  void add_treatment(std::size_t option, const Column& column) {
    const bool proton = proposes(column, Modality::proton_or_ion);
    if (!states(column, &model::Proposal::time_to_treatment)) {
      if (proton) {
        add(option, "wait-proton", Clock::records_complete);
      } else {
        add(option, "wait-in-person", Clock::acceptance);
      }
    }
    if (proton && !states(column, &model::Proposal::time_abroad)) add(option, "abroad-proton", Clock::none);
  }

  const std::vector<Column>& columns_;
  const model::Settings& settings_;
  const model::Date& date_;
  std::vector<Expectation> found_;
  bool awaits_general_ = false;
};

}  // namespace

std::vector<Expectation> find_expectations(const std::vector<Column>& columns,
                                           const model::Settings& settings, const model::Date& date) {
  return ExpectationFinder(columns, settings, date).find();
}

const Expectation* expectation_over(const std::vector<Expectation>& expectations, std::size_t option) {
  const Expectation* over = nullptr;
  for (const Expectation& expectation : expectations) {
    if (expectation.option != option || !expectation.is_over) continue;
    if (over == nullptr || expectation.id != k_first_answer) over = &expectation;
  }
  return over;
}

std::vector<model::SettingSource> sources_named(const model::Settings& settings,
                                                const std::vector<Expectation>& expectations,
                                                const std::vector<LimitInUse>& limits) {
  std::set<std::string_view> named;
  for (const Expectation& expectation : expectations) {
    named.insert(expectation.time.source);
    for (const ExpectedTime& other : expectation.others) named.insert(other.source);
  }
  for (const LimitInUse& limit : limits) named.insert(limit.source);
  std::vector<model::SettingSource> sources;
  for (const model::SettingSource& source : settings.sources) {
    if (named.contains(source.id)) sources.push_back(source);
  }
  return sources;
}

}  // namespace generator::compare

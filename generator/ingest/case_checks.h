// What a schema cannot say: that ids are there and are one, that dates and amounts are in order, that sums
// add up, that a question can be answered. Each check stands alone and reports through the ValueReader, at
// the value.
#pragma once

#include "generator/ingest/case_builder.h"
#include "generator/ingest/wary_words.h"
#include "generator/model/words.h"

namespace generator::ingest {

/// Codes: text-control, text-damaged.
void check_characters(const JsonNode& root, ValueReader& report);

/// Codes: id-duplicate, id-reserved, hospital-unknown, document-unknown, option-unknown, opinion-unknown,
/// estimate-unknown, person-unknown, heard-with-letter, supersedes-cycle, -twice, -other-hospital.
void check_references(const JsonNode& root, const BuiltCase& built, ValueReader& report);

/// Codes: dates-out-of-order, dates-unlikely, no-report-date.
void check_dates(const JsonNode& root, const model::Case& c, ValueReader& report);

/// Codes: amount-contradicts-state, extra-without-price, conversion-without-currency, quantity-not-positive,
/// quantity-low-above-high, percent-out-of-range, line-differs, total-differs.
void check_money(const JsonNode& root, const model::Case& c, ValueReader& report);

/// Codes: id-duplicate, rank-duplicate, proposal-unknown, estimate-other-hospital, additive-to-other-plan,
/// additive-cycle, estimates-by-lines, estimates-unrelated, validity-differs.
void check_plans(const JsonNode& root, const model::Case& c, ValueReader& report);

/// Codes: chance-without-figure, chance-low-above-high, chance-above-all, chance-unknown, chance-cycle,
/// chance-multiplied-alone; and warnings: chance-not-in-quote.
void check_chances(const JsonNode& root, const model::Case& c, ValueReader& report);

/// Lengths, dates and stages beside the words that they are from. Codes, all warnings: duration-not-in-quote,
/// date-not-in-quote, stage-not-in-quote.
void check_quoted_values(const JsonNode& root, const model::Case& c, const model::Words& words,
                         ValueReader& report);

/// Decisions and results of markers beside the words that they are from. Codes, both warnings:
/// decision-not-in-quote, marker-not-in-quote.
void check_quoted_answers(const JsonNode& root, const model::Case& c, const model::Words& words,
                          ValueReader& report);

/// What a person should look at: sentences of the letters and statements that hold words of promise or of
/// pressure, unless a judgement in the case is about them. Codes, all warnings: promise-unconfirmed,
/// pressure-unconfirmed.
void check_promises(const JsonNode& root, const model::Case& c, const WaryWordFinder& words,
                    ValueReader& report);

/// Codes: rate-same-currency, rate-not-positive, rate-not-a-day, rate-duplicate, rate-after-report,
/// rate-turned, rate-unused.
void check_rates(const JsonNode& root, const model::Case& c, ValueReader& report);

/// Of the first page's plain words. Codes: plain-too-long, option-duplicate.
void check_plain_words(const JsonNode& root, const model::Case& c, ValueReader& report);

/// Codes: question-vague, release-unsigned, entered-unnamed.
void check_words(const JsonNode& root, const model::Case& c, const model::Words& words, ValueReader& report);

}  // namespace generator::ingest

// Builds a Case from the file's tree, part by part. It builds as much as it can from a file with faults too,
// so that the checks after it find the rest of them in the same run; such a Case is never handed on.
#pragma once

#include "generator/ingest/value_reader.h"
#include "generator/model/case.h"

namespace generator::ingest {

/// What an id in the file refers to.
enum class Referent { hospital, document, option, opinion, estimate, person };

/// A place in the file that names something by its id.
struct Reference {
  Referent to;
  const JsonNode* node;
};

/// A case, and what its checks need of the file. List entries of the case and of the file match one to one.
struct BuiltCase {
  model::Case value;
  std::vector<Reference> references;
};

class CaseBuilder {
 public:
  CaseBuilder(const JsonNode& root, ValueReader& read) : root_(root), read_(read) {}

  BuiltCase build();

 private:
  model::Patient patient(const JsonNode* node);
  model::Family family(const JsonNode* node);
  model::Diagnosis diagnosis(const JsonNode* node);
  std::vector<model::Marker> markers(const JsonNode* node);
  model::Treatment treatment(const JsonNode& node);
  model::Status status(const JsonNode* node);
  model::Record record(const JsonNode& node);
  model::Document document(const JsonNode& node);
  model::Hospital hospital(const JsonNode& node);
  model::Asked asked(const JsonNode* node);
  model::Opinion opinion(const JsonNode& node);
  model::Proposal proposal(const JsonNode* node);
  std::optional<model::Reviewer> person(const JsonNode* node);
  model::Person beside(const JsonNode& node);
  model::ForPerson for_person(const JsonNode& node);
  std::optional<model::Heard> heard(const JsonNode* node);
  std::vector<model::SeenRecord> seen(const JsonNode* node);
  model::Home home(const JsonNode* node);
  model::Estimate estimate(const JsonNode& node);
  model::OnTreatment on_treatment(const JsonNode& node);
  void relate(model::Estimate& estimate, const JsonNode& node);
  void take_off(model::CostItem& item, const JsonNode& node);
  model::CostItem item(const JsonNode& node, const model::Estimate& estimate);
  model::NonMedicalCost non_medical(const JsonNode& node);
  model::NamedJudgement judgement(const JsonNode& node);
  model::PlainWords plain_words(const JsonNode& node);
  model::QuoteJudgement quote_judgement(const JsonNode& node);
  model::StatedChance chance(const JsonNode& node);
  void rates(const JsonNode* node);
  void release(const JsonNode* node);

  /// The id that the node holds, noted as a reference; "" if there is none.
  std::string reference(Referent to, const JsonNode* node);
  /// From here on plain texts are in that document's language; or in the case's, if there is none.
  void speak_as(const std::string& document);
  model::Statement required(const JsonNode* node);

  const JsonNode& root_;
  ValueReader& read_;
  model::LanguageTag language_;
  BuiltCase built_;
};

}  // namespace generator::ingest

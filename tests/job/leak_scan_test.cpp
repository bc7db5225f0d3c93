// What must not leave a case is found however it is written, wherever it stands, and in each format.
#include "generator/job/leak_scan.h"
#include "../house_lexicon.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/job/house_copy.h"
#include "tests/job/opened.h"
#include "tests/pdf/pdf_tools.h"

using namespace generator;

namespace {

model::Case sample(const char* id = "liver-2026-014") {
  return job::test::sample(id).value;
}

/// The field that the text gives away, or "".
std::string found(const model::Case& c, std::string_view text) {
  job::ScannedText scanned;
  scanned.add(text);
  const auto leaks = job::LeakScan(c).find(scanned);
  return leaks.empty() ? "" : leaks.front().path;
}

base::Result<std::string> make(const job::ReportMaker& maker, const model::Case& c, job::Format format) {
  return maker.make(job::test::opened(maker, c), {.document = "full-comparison", .format = format});
}

const job::ReportMaker& house() {
  static const job::ReportMaker k_maker({CONSILIUM_ROOT, {}});
  return k_maker;
}

/// Every format that can show it refuses it, names the field, and does not repeat the value.
void check_refused(const job::ReportMaker& maker, const model::Case& c, std::string_view path,
                   std::string_view value) {
  for (const job::Format format : {job::Format::pdf, job::Format::html, job::Format::json}) {
    INFO(job::name_of(format));
    const auto made = make(maker, c, format);
    REQUIRE_FALSE(made);
    CHECK(made.error().front().code == "leak");
    const std::string said = base::to_text(made.error().front());
    CHECK(said.find(path) != std::string::npos);
    CHECK(said.find(value) == std::string::npos);
  }
}

}  // namespace

TEST_CASE("a secret is found in any spelling, and a short or common one is no false alarm") {
  model::Case c = sample();
  c.patient.identifiers = {"IQ-198804417265", "820311-14-5566", "Amina Karim", "A12", "4417", "N12345"};
  c.patient.contact = {{"phone", "+964 770 000 4417"},
                       {"email", "Family.AK@example.org"},
                       {"address", "House 14, 22 Palm Garden Street, Basra 61001, Iraq"},
                       {"messenger", "WhatsApp +90 (532) 000 44 18, evenings"},
                       {"work", "上海市徐汇区枫林路180号"}};
  struct Line {
    const char* text;
    const char* path;
  };
  for (const auto& [text, path] : {
           Line{"id IQ 1988 0441 7265.", "patient.identifiers[0]"},
           Line{"iq-198804417265", "patient.identifiers[0]"},
           Line{"number 198804417265", "patient.identifiers[0]"},
           Line{"１９８８０４４１７２６５", "patient.identifiers[0]"},  // full width
           Line{"٨٢٠٣١١١٤٥٥٦٦", "patient.identifiers[1]"},              // Arabic digits, no separators
           Line{"820311\u200E/14/\u00A05566", "patient.identifiers[1]"},
           Line{"KARIM, Amina", "patient.identifiers[2]"},
           Line{"Ámina Kárim", "patient.identifiers[2]"},
           Line{"No. 4417", "patient.identifiers[4]"},
           Line{"call 0770-000-4417", "patient.contact.phone"},
           Line{"+964(770)0004417", "patient.contact.phone"},
           Line{"0532 000 4418", "patient.contact.messenger"},
           Line{"family.ak@EXAMPLE.org", "patient.contact.email"},
           Line{"22 palm garden street", "patient.contact.address"},
           Line{"in Palm Garden Street", "patient.contact.address"},
           Line{"Basra 61001", "patient.contact.address"},
           Line{"枫林路１８０号", "patient.contact.work"},
           Line{"A12", ""},             // too short to count
           Line{"44 17 patients", ""},  // a short number only in its own spelling
           Line{"164417", ""},          // nor within another
           Line{"1988044172650", ""},   // a longer number is another
           Line{"in Basra, Iraq", ""},  // a city and a country may be named
           Line{"14 000 CNY in house 3", ""},
           Line{"AN123456", ""},
       }) {
    INFO(text);
    CHECK(found(c, text) == path);
  }
}

TEST_CASE("a name is found where words are written close, and is no false alarm within others") {
  model::Case c = sample();
  c.patient.contact.clear();
  struct Line {
    const char* name;
    const char* text;
    bool is_found;
  };
  for (const auto& [name, text, is_found] : {
           Line{"王小明", "同意接收王小明。", true},
           Line{"王小明", "患者王 小明女士", true},
           Line{"刘晓东", "患者劉曉東已到", true},  // the other form of the characters
           Line{"王明", "患者王明的病历", true},
           Line{"王明", "姓名：王　明　性别：男", true},
           Line{"王明", "国王明天到访", false},    // king, tomorrow
           Line{"高明", "提高、明显改善", false},  // raised, clearly
           Line{"张力", "患者张力女士", true},
           Line{"山田花子", "患者山田花子様をお受けします。", true},
           Line{"山田 花子", "患者山田花子様", true},
           Line{"さくら", "患者さくら様", true},
           Line{"สมชาย ใจดี", "ผู้ป่วยสมชายใจดีได้รับการรักษา", true},
           Line{"มาลี", "คุณมาลีได้รับยา", true},
           Line{"ليلى حسن", "نقبل المريضة ليـلى حـسن للعلاج.", true},
           Line{"علي حسن", "وصل تقرير لعلي حسن اليوم", true},  // a preposition before it
           Line{"سارة", "تقرير لسارة", true},
           Line{"سارة", "خسارة في الوزن", false},  // a loss
           Line{"علیرضا", "آقای علی رضا", true},
           Line{"রহিম", "রহিমের চিকিৎসা", true},  // a case written to its end
           Line{"सुधा", "इलाज में सुधार हुआ", false},  // an improvement
           Line{"Yılmaz Can", "YILMAZ CAN", true},
           Line{"Amina", "患者Amina女士", true},
           Line{"Li Na", "Ali Nadir", false},
           Line{"Li Na", "Frau Li Na", true},
           Line{"Li", "living in Lisbon", false},
           Line{"Anda", "and a hospital", false},
           Line{"N12345", "file N 12345", true},
           Line{"4417", "编号4417的病历", true},
       }) {
    INFO(name << " in " << text);
    c.patient.identifiers = {name};
    CHECK(found(c, text).empty() != is_found);
  }
}

TEST_CASE("a hospital's city and a country refuse nothing, however the address says them") {
  model::Case c = sample();
  c.patient.identifiers.clear();
  c.hospitals.front().city = "Istanbul";
  c.hospitals.front().country = "TR";
  for (const char* address : {"Istanbul", "İstanbul", "Istanbul, Turkey", "Türkiye", "İstanbul / Türkiye",
                              "Sri Lanka", "Saudi Arabia"}) {
    INFO(address);
    c.patient.contact = {{"address", address}};
    CHECK(found(c, "Memorial Hospital, Istanbul, Turkey (İstanbul/Türkiye), not Sri Lanka, Saudi Arabia")
              .empty());
  }
  c.patient.contact = {{"city", "Istanbul"}};
  CHECK(found(c, "in Istanbul").empty());
  c.patient.contact = {{"address", "Palm Garden Street, Istanbul"}};
  CHECK(found(c, "palm garden street") == "patient.contact.address");
}

TEST_CASE("no secret leaves by a text of the case, in any format") {
  const std::string id = "IQ-198804417265";
  SECTION("a proposal's plan") {
    model::Case c = sample();
    c.opinions.front().proposals.front().plan->text += " (IQ 198804417265)";
    check_refused(house(), c, "patient.identifiers[0]", "198804417265");
  }
  SECTION("a hospital's note, with the number in Arabic digits") {
    model::Case c = sample();
    c.opinions.front().limits.push_back(
        {.text = "Ask at ٠٧٧٠ ٠٠٠ ٤٤١٧", .language = {}, .translations = {}, .source = {}});
    check_refused(house(), c, "patient.contact.phone", "4417");
  }
  SECTION("a quote") {
    model::Case c = sample();
    auto& plan = *c.opinions.front().proposals.front().plan;
    plan.source =
        model::Source{.document = c.documents.front().id, .page = 1, .quote = "for FAMILY.AK@EXAMPLE.ORG"};
    const auto json = make(house(), c, job::Format::json);
    REQUIRE_FALSE(json);
    CHECK(json.error().front().what.find("patient.contact.email") != std::string::npos);
    CHECK_FALSE(make(house(), c, job::Format::pdf));  // by what it carries along, at the least
  }
  SECTION("the name of a record's file") {
    model::Case c = sample();
    c.records.front().file = "Pathology_IQ198804417265.pdf";
    CHECK(found(c, c.records.front().file) == "patient.identifiers[0]");
    const auto json = make(house(), c, job::Format::json);
    REQUIRE_FALSE(json);
    CHECK(json.error().front().code == "leak");
  }
  SECTION("a translation of the question") {
    model::Case c = sample();
    c.question->translations.push_back(
        {*model::LanguageTag::parse("en"), "Can " + id + " travel?", "a friend"});
    c.question->language = *model::LanguageTag::parse("ru");
    check_refused(house(), c, "patient.identifiers[0]", id);
  }
}

TEST_CASE("no secret leaves by a template's own text or attribute, and the template is named") {
  const job::test::HouseCopy copy;
  const char* const form = "templates/full-comparison/report.mustache";
  const model::Case c = sample();
  const auto check_template = [&] {
    for (const job::Format format : {job::Format::pdf, job::Format::html}) {
      const auto made = make(job::ReportMaker({copy.root, {}}), c, format);
      REQUIRE_FALSE(made);
      CHECK(made.error().front().code == "leak");
      CHECK(made.error().front().why.find("report.mustache:") != std::string::npos);
    }
  };
  SECTION("text, with markup between") {
    REQUIRE(copy.change(form, "<h1>{{title}}</h1>",
                        "<h1>{{title}}</h1><p>+964 <em>770</em> 000 44<strong>17</strong></p>"));
    check_template();
  }
  SECTION("a label for screen readers") {
    REQUIRE(copy.change(form, "<section id=\"case\">",
                        "<section id=\"case\" aria-label=\"House 14, Street 22\">"));
    check_template();
  }
  SECTION("a link") {
    REQUIRE(copy.change(form, "<h1>{{title}}</h1>",
                        "<h1>{{title}}</h1><p><a href=\"mailto:family.ak@example.org\">mail</a></p>"));
    check_template();
  }
}

TEST_CASE("the document's properties are searched too") {
  const job::test::HouseCopy copy;
  REQUIRE(copy.change("templates/full-comparison/report.mustache", "content=\"{{summary}}\"",
                      "content=\"IQ-1988-0441-7265\""));
  const auto made = make(job::ReportMaker({copy.root, {}}), sample(), job::Format::pdf);
  REQUIRE_FALSE(made);
  CHECK(made.error().front().code == "leak");
}

TEST_CASE("HTML and JSON are searched as they are written") {
  const model::Case c = sample();
  const auto leaks_html = [&](std::string_view page) {
    job::ScannedText text;
    text.add_html(page);
    return !job::LeakScan(c).find(text).empty();
  };
  CHECK(leaks_html("<p>+964 <a href=\"#a\">770</a> 000&nbsp;4417</p>"));
  CHECK(leaks_html("<td data-label=\"family.ak@example.org\">x</td>"));
  CHECK(leaks_html("<p>x<span title=\"IQ-198804417265\">y</span></p>"));
  CHECK(leaks_html("<style>p::before{content:\"IQ-198804417265\"}</style>"));
  CHECK_FALSE(leaks_html("<td>IQ-1988</td><td>04417265</td>"));  // two cells are no number
  const auto leaks_json = [&](std::string_view json) {
    job::ScannedText text;
    text.add_json(json);
    return !job::LeakScan(c).find(text).empty();
  };
  CHECK(leaks_json("{\"a\": [\"IQ-1988\\n0441 7265\"]}"));
  CHECK(leaks_json("{\"198804417265\": 1}"));
  CHECK(leaks_json("[198804417265]"));
  CHECK_FALSE(leaks_json("[198804, 417265]"));
}

TEST_CASE(
    "a finished PDF holds no secret: its text, its metadata, what it carries, as other programs unpack "
    "them") {
  const model::Case c = sample();
  model::Case known = c;  // so that the search is known to find what is there
  known.patient.identifiers = {c.hospitals.front().name};
  const auto pdf = make(house(), c, job::Format::pdf);
  REQUIRE(pdf);
  for (const auto& [program, arguments] :
       {std::pair{"pdftotext", "{} -"}, std::pair{"qpdf", "--qdf --object-streams=disable {} -"},
        std::pair{"qpdf", "--show-attachment=comparison.json {}"}, std::pair{"pdfinfo", "-meta {}"}}) {
    INFO(program << " " << arguments);
    const auto unpacked = pdf_tools::run(program, arguments, *pdf);
    if (!unpacked) continue;
    REQUIRE_FALSE(unpacked->empty());
    job::ScannedText text;
    text.add(*unpacked);
    for (const job::Leak& leak : job::LeakScan(c).find(text)) FAIL_CHECK(leak.path);
    if (std::string_view(program) != "pdfinfo") CHECK_FALSE(job::LeakScan(known).find(text).empty());
  }
}

TEST_CASE("the samples leak nothing, and a leak's sources are told with their places") {
  for (const char* id : {"liver-2026-014", "lung-2026-018", "lymphoma-2026-031"})
    CHECK(make(house(), sample(id), job::Format::html));
  const auto file = base::JsonDocument::parse(
      "{\"patient\": {\"identifiers\": [\"IQ-198804417265\"]},\n \"question\": \"For IQ 198804417265?\"}",
      "case.json");
  REQUIRE(file);
  const auto notes = job::LeakScan(sample()).find_sources(*file, sample());
  REQUIRE(notes.size() == 1);
  CHECK(base::to_text(notes.front()).starts_with("case.json:2:14: note: "));
}

TEST_CASE("an identifier that nothing can look for is told where it stands") {
  const auto file = base::JsonDocument::parse(
      R"({"patient": {"identifiers": ["Li", "王明", "Li Na", "A12", "IQ-198804417265"]}})", "case.json");
  REQUIRE(file);
  model::Case c = sample();
  c.patient.identifiers = {"Li", "王明", "Li Na", "A12", "IQ-198804417265"};
  const auto found = job::LeakScan(c).unsearched(*file);
  REQUIRE(found.size() == 2);
  CHECK(base::to_text(found[0]).starts_with("case.json:1:30: warning: this identifier is too short"));
  CHECK(found[1].place.column == 51);
}

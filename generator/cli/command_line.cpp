#include "generator/cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>
#include <utility>

#include "generator/base/version.h"

namespace generator::cli {
namespace {

constexpr const char* k_about =
    "Consilium brings what hospitals answered into one comparison, and the comparison into\n"
    "documents that a family and a doctor can read.";

constexpr const char* k_examples =
    "Examples:\n"
    "  consilium new      my-case\n"
    "  consilium check    samples/*/case.json\n"
    "  consilium report   samples/liver-2026-014/case.json --lang ar,en --format pdf,html --out out\n"
    "  consilium compare  samples/liver-2026-014/case.json\n"
    "  consilium batch    cases --out reports --lang all --jobs 2\n"
    "  consilium token create --label coordinator --scope read,write && consilium serve\n"
    "\n"
    "Exit status: 0 all done; 1 some input was refused, the rest was done; 2 the command line is wrong;\n"
    "3 the machine lacks something.\n";

model::Date read_date(const std::string& text) {
  const auto date = model::Date::parse(text);
  if (!date || date->day == 0)
    throw CLI::ValidationError("--date", "\"" + text + "\" is not a day; write 2026-11-02");
  return *date;
}

std::vector<model::LanguageTag> read_languages(const std::vector<std::string>& tags) {
  std::vector<model::LanguageTag> languages;
  for (const std::string& tag : tags) {
    const auto language = model::LanguageTag::parse(tag);
    if (!language)
      throw CLI::ValidationError("--lang", "\"" + tag + "\" is not a language tag; write ar, zh-Hans or all");
    languages.push_back(*language);
  }
  return languages;
}

const std::map<std::string, job::Format> k_formats = {
    {"pdf", job::Format::pdf}, {"html", job::Format::html}, {"json", job::Format::json}};
const std::map<std::string, document::PageSize> k_pages = {{"a4", document::PageSize::a4},
                                                           {"letter", document::PageSize::letter},
                                                           {"phone", document::PageSize::phone}};

const std::map<std::string, pdf::TextOrder> k_text_orders = {{"visual", pdf::TextOrder::visual},
                                                             {"logical", pdf::TextOrder::logical}};

void add_text_order(CLI::App& app, pdf::TextOrder& order) {
  app.add_option("--text-order", order,
                 "How a PDF's right-to-left text is stored: visual, logical [visual] (docs/typesetting.md)")
      ->transform(CLI::CheckedTransformer(k_text_orders).description(""));
}

void add_since(CLI::App& app, std::optional<std::filesystem::path>& since, const char* what) {
  app.add_option_function<std::string>(
      "--since", [&since](const std::string& file) { since = file; }, what);
}

/// The options that `report` and `batch` share, bound to one request.
void add_report_options(CLI::App& app, job::BatchRequest& request, bool& all_languages) {
  app.add_option_function<std::vector<std::string>>(
         "--lang",
         [&](const std::vector<std::string>& tags) {
           all_languages = tags == std::vector<std::string>{"all"};
           if (!all_languages) request.languages = read_languages(tags);
         },
         "Languages, with commas between; or all. Without it: the family's")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option_function<std::string>(
      "--beside",
      [&](const std::string& tag) {
        const auto language = model::LanguageTag::parse(tag);
        if (!language)
          throw CLI::ValidationError("--beside",
                                     "\"" + tag + "\" is not a language tag; write en or zh-Hans");
        request.beside = *language;
      },
      "A second language, row by row beside each of those");
  request.formats = {job::Format::pdf, job::Format::html};
  app.add_option("--format", request.formats, "pdf, html, json, with commas between [pdf,html]")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->transform(CLI::CheckedTransformer(k_formats).description(""));
  app.add_option("--document", request.documents,
                 "Which, with commas between; or all: family-comparison, full-comparison, one-page, "
                 "doctors-handover, medical-summary, clarification-questions, records-checklist "
                 "[family-comparison]")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_flag("--replace", request.replace, "Replace files that were released, too");
  app.add_option("--page", request.page, "Page size of a PDF: a4, letter, phone [a4]")
      ->transform(CLI::CheckedTransformer(k_pages).description(""));
  add_text_order(app, request.text_order);
  app.add_option_function<std::string>(
      "--date", [&](const std::string& text) { request.date = read_date(text); },
      "The day on which the report speaks, instead of the case's (2026-11-02)");
  request.out = "out";
  app.add_option("--out", request.out, "Folder for the files")->capture_default_str();
}

/// What `app` reads becomes the line's command, once all of it is read and `check` has not thrown. It is kept
/// as long as `app` is, whose options are bound to it.
template <typename Given, typename Alternative = Given>
Given& command_of(CLI::App& app, CommandLine& line, void (*check)(const Given&) = nullptr) {
  const auto given = std::make_shared<Given>();
  app.callback([&line, given, check] {
    if (check != nullptr) check(*given);
    line.command = Alternative(std::move(*given));
  });
  return *given;
}

void add_new(CLI::App& parent, CommandLine& line) {
  CLI::App& app =
      *parent.add_subcommand("new", "Write a first case to change into your own (docs/first-case)");
  app.add_option("FOLDER", command_of<NewCommand>(app, line).folder,
                 "Folder to write, named as the case is to be called")
      ->required();
}

void add_report(CLI::App& parent, CommandLine& line) {
  CLI::App& app = *parent.add_subcommand("report", "Make the reports of cases");
  auto& report = command_of<ReportCommand>(app, line, [](const ReportCommand& given) {
    if (given.request.since && given.request.cases.size() > 1)
      throw CLI::ValidationError("--since", "an earlier revision belongs to one case; give one CASE with it");
  });
  app.add_option("CASE", report.request.cases, "Case files")->required();
  add_report_options(app, report.request, report.all_languages);
  add_since(app, report.request.since,
            "An earlier revision of the one CASE: the report says what changed since");
}

void add_batch(CLI::App& parent, CommandLine& line) {
  CLI::App& app = *parent.add_subcommand("batch", "Make the reports of all cases in a folder");
  auto& batch = command_of<BatchCommand>(app, line);
  app.add_option("FOLDER", batch.folder, "Folder with case files, at any depth")->required();
  add_report_options(app, batch.request, batch.all_languages);
  app.add_option("--jobs", batch.request.jobs, "Cases to work on at once")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
}

void add_check(CLI::App& parent, CommandLine& line) {
  CLI::App& app = *parent.add_subcommand("check", "Say everything that is wrong with cases");
  auto& check = command_of<CheckCommand>(app, line);
  app.add_option("CASE", check.cases, "Case files")->required();
  app.add_flag("--json", check.json, "Print the findings as JSON");
}

void add_compare(CLI::App& parent, CommandLine& line) {
  CLI::App& app = *parent.add_subcommand("compare", "Print a case's comparison as JSON");
  auto& compare = command_of<CompareCommand>(app, line);
  app.add_option("CASE", compare.path, "Case file")->required();
  app.add_option_function<std::string>(
      "--date", [&compare](const std::string& text) { compare.date = read_date(text); },
      "The day on which it speaks");
  add_since(app, compare.since, "An earlier revision of the case: what changed since is said, too");
}

void add_verify(CLI::App& parent, CommandLine& line) {
  CLI::App& app =
      *parent.add_subcommand("verify", "Say whether files are what was released (docs/release.md)");
  auto& verify = command_of<VerifyCommand>(app, line, [](const VerifyCommand& given) {
    if (given.since && !given.case_file)
      throw CLI::ValidationError("--since", "without --case nothing is made again; give both");
  });
  app.add_option("FILE", verify.files, "Reports, each beside its release.json")->required();
  app.add_option("--case", verify.case_file, "The case that they were made from: makes them again");
  add_since(app, verify.since, "With --case: the earlier revision that they say the changes since");
}

void add_typeset(CLI::App& parent, CommandLine& line) {
  CLI::App& app = *parent.add_subcommand("typeset", "Set a page of the template markup (docs/templates.md)");
  auto& typeset = command_of<TypesetCommand>(app, line);
  app.add_option("PAGE", typeset.page, "Page of markup")->required();
  app.add_option("-o,--output", typeset.output, "File to write: .pdf or .html")->required();
  app.add_option_function<std::string>(
      "--lang",
      [&typeset](const std::string& tag) { typeset.request.language = read_languages({tag}).front(); },
      "Language of the page, if it does not say [en]");
  app.add_option("--page", typeset.request.page, "Page size: a4, letter, phone [a4]")
      ->transform(CLI::CheckedTransformer(k_pages).description(""));
  app.add_option("--data", typeset.data, "JSON for the PDF to carry, as a report carries its comparison");
  add_text_order(app, typeset.request.text_order);
}

/// What looks at the house alone, and takes nothing.
void add_house_commands(CLI::App& parent, CommandLine& line) {
  CLI::App& locales = *parent.add_subcommand("locales", "Locales: check, list");
  locales.require_subcommand(1);
  command_of<LocalesCheckCommand>(
      *locales.add_subcommand("check", "Say what is missing or wrong in any locale"), line);
  command_of<LocalesListCommand>(
      *locales.add_subcommand("list", "Name the languages that reports can be written in"), line);
  CLI::App& fonts = *parent.add_subcommand("fonts", "Fonts: check");
  fonts.require_subcommand(1);
  command_of<FontsCheckCommand>(
      *fonts.add_subcommand("check", "Say which characters of any locale no face covers"), line);
}

/// A command of consiliumd: all of them read the service's settings.
template <typename Given>
Given& daemon_command(CLI::App& app, CommandLine& line) {
  auto& given = command_of<Given, DaemonCommand>(app, line);
  app.add_option("--config", given.config, "Settings, as JSON");
  return given;
}

void add_token(CLI::App& parent, CommandLine& line) {
  CLI::App& app = *parent.add_subcommand("token", "Bearer tokens of the service: create, list, revoke");
  app.require_subcommand(1);
  CLI::App& create_app = *app.add_subcommand("create", "Make a token, and print it this once");
  auto& create = daemon_command<TokenCreateCommand>(create_app, line);
  create_app.add_option("--label", create.label, "Who it is for")->required();
  create_app.add_option("--scope", create.scopes, "read, write, admin, with commas between")
      ->delimiter(',')
      ->required();
  create_app.add_option("--days", create.days, "Days until it ends; without it, it does not");
  daemon_command<TokenListCommand>(*app.add_subcommand("list", "List the tokens, without their secrets"),
                                   line);
  CLI::App& revoke_app = *app.add_subcommand("revoke", "End a token");
  auto& revoke = daemon_command<TokenRevokeCommand>(revoke_app, line);
  revoke_app.add_option("ID", revoke.id, "Which: its id in the list")->required();
}

/// All commands, in the order in which --help lists them.
void add_commands(CLI::App& app, CommandLine& line) {
  add_new(app, line);
  add_report(app, line);
  add_batch(app, line);
  add_check(app, line);
  add_compare(app, line);
  add_verify(app, line);
  add_typeset(app, line);
  add_house_commands(app, line);
  daemon_command<ServeCommand>(*app.add_subcommand("serve", "Answer over HTTP (docs/api.md)"), line);
  add_token(app, line);
}

}  // namespace

std::variant<CommandLine, Answer> parse_command_line(int argc, const char* const* argv) {
  CommandLine line;
  line.arguments.assign(argv, argv + argc);
  CLI::App app(k_about, "consilium");
  app.footer(k_examples);
  app.set_version_flag("--version", fmt::format("consilium {}", base::program_version()));
  app.require_subcommand(1);
  app.option_defaults()->always_capture_default(false);
  app.add_option("--home", line.home, "Folder that holds templates/, locales/ and fonts/");
  app.add_option("--fonts", line.font_folders, "A folder with fonts of your own, looked in first");
  add_commands(app, line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    const bool wrong = app.exit(error, out, out) != 0;
    return Answer{out.str(), wrong ? 2 : 0};
  }
  return line;
}

}  // namespace generator::cli

#include "generator/cli/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/cli/daemon_program.h"
#include "generator/cli/findings.h"
#include "generator/job/case_check.h"
#include "generator/job/case_folder.h"
#include "generator/job/first_case.h"
#include "generator/job/verify.h"
#include "generator/locale/locale_state.h"

namespace generator::cli {
namespace {

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

/// That what was written is for no family yet.
base::Diagnostic marked_note(const job::CaseOutcome& outcome) {
  return {.code = "not-released",
          .place = {.file = outcome.path.string()},
          .what = fmt::format("{} not released, and marked so on every page",
                              outcome.written.size() == 1 ? "the report is" : "the reports are"),
          .why = "no person has said in the case that they may go out",
          .remedy =
              "let somebody hold them against the letters, and name that person in \"release\" "
              "(docs/release.md)",
          .severity = base::Severity::note};
}

/// One command's run: what every command needs, and a function for each.
class Run {
 public:
  Run(const CommandLine& line, std::ostream& out, std::ostream& err)
      : line_(line), out_(out), err_(err), findings_(err) {}

  int operator()(const NewCommand& command) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    auto written = job::start_case(maker->house().resources(), command.folder);
    if (!written) return fail(std::move(written.error()));
    for (const auto& file : *written) out_ << file.string() << '\n';
    return findings_.status();
  }

  int operator()(const ReportCommand& command) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    job::BatchRequest request = command.request;
    if (auto ready = settle(request, *maker, command.all_languages); !ready)
      return fail(std::move(ready.error()));
    job::run_batch(*maker, request, [&](const job::CaseOutcome& outcome, std::size_t) {
      findings_.add(outcome.diagnostics);
      for (const auto& file : outcome.written) out_ << file.string() << '\n';
      if (outcome.marked) findings_.add({marked_note(outcome)});
    });
    return findings_.status();
  }

  int operator()(const BatchCommand& command) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    job::BatchRequest request = command.request;
    if (auto ready = settle(request, *maker, command.all_languages); !ready)
      return fail(std::move(ready.error()));
    auto cases = job::find_cases(command.folder, request.out);
    if (!cases) return fail(std::move(cases.error()));
    request.cases = std::move(cases->cases);
    std::size_t files = 0;
    std::size_t marked = 0;
    std::size_t refused = cases->refused.size();
    const std::size_t count = request.cases.size() + refused;
    findings_.add(std::move(cases->passed_over));
    findings_.add(std::move(cases->refused));
    job::run_batch(*maker, request, [&](const job::CaseOutcome& outcome, std::size_t done) {
      const bool bad = base::has_errors(outcome.diagnostics);
      refused += bad ? 1 : 0;
      files += outcome.written.size();
      marked += outcome.marked ? 1 : 0;
      err_ << fmt::format("[{}/{}] {}: {}\n", done, request.cases.size(), outcome.path.string(),
                          bad ? "refused" : counted(outcome.written.size(), "file", "files"));
      findings_.add(outcome.diagnostics);
    });
    out_ << fmt::format("{}, {} refused, {} written to {}", counted(count, "case", "cases"), refused,
                        counted(files, "file", "files"), request.out.string());
    if (marked > 0) out_ << fmt::format("; {} not released, and marked so", counted(marked, "case", "cases"));
    out_ << '\n';
    return findings_.status();
  }

  int operator()(const CheckCommand& command) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    Findings found(out_);
    base::JsonWriter json;
    json.begin_array();
    for (const auto& path : command.cases) {
      auto read = maker->read_case_file(path);
      auto checked = read ? job::check_case(*read, maker->house()) : tl::unexpected(std::move(read.error()));
      base::Diagnostics diagnostics = std::move(checked ? *checked : checked.error());
      if (!command.json) {
        found.add(std::move(diagnostics));
        continue;
      }
      base::sort_by_place(diagnostics);
      for (const base::Diagnostic& d : diagnostics) {
        found.count(d);
        base::write(json, d);
      }
    }
    json.end_array();
    if (command.json) {
      out_ << json.take();
    } else {
      out_ << fmt::format("{}: {}, {}\n", counted(command.cases.size(), "case", "cases"),
                          counted(static_cast<std::size_t>(found.errors()), "error", "errors"),
                          counted(static_cast<std::size_t>(found.warnings()), "warning", "warnings"));
    }
    return found.status();
  }

  int operator()(const CompareCommand& command) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    auto read = maker->read_case_file(command.path);
    if (!read) return fail(std::move(read.error()));
    findings_.add(read->warnings);
    const auto dossier = maker->open(std::move(*read), {.date = command.date, .since = command.since});
    if (!dossier) return fail(dossier.error());
    auto json = dossier->json("the comparison");
    if (!json) return fail(dossier->explain(std::move(json.error())));
    out_ << base::indented(*json);
    return findings_.status();
  }

  int operator()(const VerifyCommand& command) {
    const auto maker = command.case_file ? reports() : nullptr;
    if (command.case_file && !maker) return findings_.status();
    for (const auto& file : command.files) {
      auto verified =
          maker ? job::verify_again(*maker, file, *command.case_file, command.since) : job::verify_file(file);
      if (!verified) {
        findings_.add(std::move(verified.error()));
        continue;
      }
      out_ << fmt::format("{}: as released by {} on {}{}\n", file.string(), verified->by, verified->on,
                          maker ? ", and made again, byte for byte" : "");
    }
    return findings_.status();
  }

  int operator()(const TypesetCommand& command) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    job::ReportRequest request = command.request;
    const std::string extension = command.output.extension().string();
    const auto format = job::parse_format(extension.empty() ? extension : extension.substr(1));
    if (!format) {
      return fail({{.code = "format-unknown",
                    .place = {.file = command.output.string()},
                    .what = "the name of this file does not say which format it should have",
                    .why = "",
                    .remedy = "let it end in .pdf or .html",
                    .fault = base::Fault::usage}});
    }
    request.format = *format;
    auto markup = base::read_file(command.page);
    if (!markup) return fail(std::move(markup.error()));
    base::Result<std::string> data;
    if (command.data) data = base::read_file(*command.data);
    if (!data) return fail(std::move(data.error()));
    auto bytes = maker->typeset_page(*markup, command.page.string(), request, *data);
    if (!bytes) return fail(std::move(bytes.error()));
    if (auto written = base::write_file(command.output, *bytes); !written)
      return fail(std::move(written.error()));
    out_ << command.output.string() << '\n';
    return findings_.status();
  }

  int operator()(const LocalesCheckCommand&) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    return summarise(job::check_locales(maker->house()), maker->languages().size());
  }

  int operator()(const LocalesListCommand&) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    for (const model::LanguageTag& language : maker->languages())
      out_ << language.text() << '\t' << state_of(maker->house(), language) << '\n';
    return findings_.status();
  }

  int operator()(const FontsCheckCommand&) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    return summarise(job::check_fonts(maker->house()), maker->languages().size());
  }

  int operator()(const DaemonCommand&) {
    out_.flush();
    err_.flush();
    return fail(become_daemon(line_.arguments));
  }

 private:
  /// What a coordinator wants to know of a language before a family is given it.
  static std::string state_of(const job::LoadedHouse& house, const model::LanguageTag& language) {
    const auto state = locale::load_locale_state(house.resources().root / "locales", language);
    if (!state || !*state) return "who wrote its words is not said";
    const locale::LocaleState& known = **state;
    const std::string drafted =
        fmt::format("drafted by {}, {}", known.drafted_by, known.drafted_on.to_string());
    if (!known.reviewed) return drafted + ", not reviewed";
    return fmt::format("{}; reviewed by {} ({}), {}", drafted, known.reviewed->by, known.reviewed->as,
                       known.reviewed->on.to_string());
  }

  /// Puts in place of "all" what there is, and in place of each language the locale that serves it.
  base::Result<void> settle(job::BatchRequest& request, const job::ReportMaker& maker, bool all_languages) {
    if (all_languages) request.languages = maker.languages();
    if (request.documents == std::vector<std::string>{"all"}) request.documents = maker.documents();
    std::vector<model::LanguageTag> locales;
    for (const model::LanguageTag& wanted : request.languages) {
      auto served = locale_for(wanted, maker);
      if (!served) return tl::unexpected(std::move(served.error()));
      if (std::ranges::find(locales, *served) == locales.end()) locales.push_back(std::move(*served));
    }
    request.languages = std::move(locales);
    if (!request.beside) return {};
    return locale_for(*request.beside, maker).map([&](model::LanguageTag served) {
      request.beside = std::move(served);
    });
  }

  /// Says which it took, where the tag is another.
  base::Result<model::LanguageTag> locale_for(const model::LanguageTag& wanted,
                                              const job::ReportMaker& maker) {
    auto served = maker.locale_for(wanted);
    if (served && *served != wanted) findings_.add({job::language_taken(wanted, *served, {})});
    return served;
  }

  int fail(base::Diagnostics diagnostics) {
    findings_.add(std::move(diagnostics));
    return findings_.status();
  }

  int summarise(base::Diagnostics diagnostics, std::size_t locales) {
    Findings found(out_);
    found.add(std::move(diagnostics));
    out_ << fmt::format("{}: {}, {}\n", counted(locales, "locale", "locales"),
                        counted(static_cast<std::size_t>(found.errors()), "error", "errors"),
                        counted(static_cast<std::size_t>(found.warnings()), "warning", "warnings"));
    return found.status();
  }

  std::shared_ptr<const job::ReportMaker> reports() { return open_reports(line_, std::nullopt, findings_); }

  const CommandLine& line_;
  std::ostream& out_;
  std::ostream& err_;
  Findings findings_;
};

}  // namespace

int run(const CommandLine& line, std::ostream& out, std::ostream& err) {
  return std::visit(Run(line, out, err), line.command);
}

}  // namespace generator::cli

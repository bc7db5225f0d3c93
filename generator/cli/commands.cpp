#include "generator/cli/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/compare/comparison.h"
#include "generator/ingest/case_reader.h"
#include "generator/service/config.h"
#include "generator/service/server.h"
#include "generator/store/token_store.h"

namespace generator::cli {
namespace {

/// Prints diagnostics as they come and remembers the exit status that they ask for.
class Findings {
 public:
  explicit Findings(std::ostream& stream) : stream_(stream) {}

  void add(base::Diagnostics diagnostics) {
    base::sort_by_place(diagnostics);
    for (const base::Diagnostic& d : diagnostics) {
      stream_ << base::to_text(d) << '\n';
      count(d);
    }
  }

  void count(const base::Diagnostic& d) {
    if (d.severity == base::Severity::warning) ++warnings_;
    if (d.severity != base::Severity::error) return;
    ++errors_;
    switch (d.fault) {
      case base::Fault::input: status_ = std::max(status_, 1); break;
      case base::Fault::usage: status_ = std::max(status_, 2); break;
      case base::Fault::machine: status_ = 3; break;
    }
  }

  int status() const { return status_; }
  int errors() const { return errors_; }
  int warnings() const { return warnings_; }

 private:
  std::ostream& stream_;
  int status_ = 0;
  int errors_ = 0;
  int warnings_ = 0;
};

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

/// One command's run: what every command needs, and a function for each.
class Run {
 public:
  Run(const CommandLine& line, std::ostream& out, std::ostream& err)
      : line_(line), out_(out), err_(err), findings_(err) {}

  int operator()(const ReportCommand& command) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    job::BatchRequest request = command.request;
    if (command.all_languages) request.languages = maker->languages();
    job::run_batch(*maker, request, [&](const job::CaseOutcome& outcome, std::size_t) {
      findings_.add(outcome.diagnostics);
      for (const auto& file : outcome.written) out_ << file.string() << '\n';
    });
    return findings_.status();
  }

  int operator()(const BatchCommand& command) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    job::BatchRequest request = command.request;
    if (command.all_languages) request.languages = maker->languages();
    auto cases = job::find_cases(command.folder, request.out);
    if (!cases) return fail(std::move(cases.error()));
    request.cases = std::move(*cases);
    std::size_t files = 0;
    std::size_t refused = 0;
    job::run_batch(*maker, request, [&](const job::CaseOutcome& outcome, std::size_t done) {
      const bool bad = base::has_errors(outcome.diagnostics);
      refused += bad ? 1 : 0;
      files += outcome.written.size();
      err_ << fmt::format("[{}/{}] {}: {}\n", done, request.cases.size(), outcome.path.string(),
                          bad ? "refused" : counted(outcome.written.size(), "file", "files"));
      findings_.add(outcome.diagnostics);
    });
    out_ << fmt::format("{}, {} refused, {} written to {}\n", counted(request.cases.size(), "case", "cases"),
                        refused, counted(files, "file", "files"), request.out.string());
    return findings_.status();
  }

  int operator()(const CheckCommand& command) {
    Findings found(out_);
    base::JsonWriter json;
    json.begin_array();
    for (const auto& path : command.cases) {
      auto read = ingest::read_case_file(path);
      base::Diagnostics diagnostics = read ? std::move(read->warnings) : std::move(read.error());
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
    auto read = ingest::read_case_file(command.path);
    if (!read) return fail(std::move(read.error()));
    findings_.add(std::move(read->warnings));
    auto comparison = compare::compare_case(read->value, command.date);
    if (!comparison) return fail(std::move(comparison.error()));
    out_ << compare::to_json(*comparison);
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
    return summarise(maker->check_locales(), maker->languages().size());
  }

  int operator()(const FontsCheckCommand&) {
    const auto maker = reports();
    if (!maker) return findings_.status();
    return summarise(maker->check_fonts(), maker->languages().size());
  }

  int operator()(const ServeCommand& command) {
    const auto config = settings(command.config);
    if (!config) return findings_.status();
    const auto maker = reports(config->resources);
    if (!maker) return findings_.status();
    auto served = service::serve(*config, maker, [&](std::string_view url) {
      out_ << "Listening on " << url << std::endl;  // flushed: whoever started it may wait for this line
    });
    if (!served) return fail(std::move(served.error()));
    return 0;
  }

  int operator()(const TokenCreateCommand& command) {
    store::Scopes scopes;
    for (const std::string& name : command.scopes) {
      const auto scope = store::parse_scope(name);
      if (!scope) {
        return fail({base::usage_fault("token-scope", fmt::format("there is no scope \"{}\"", name),
                                       "choose from read, write, admin")});
      }
      scopes.insert(*scope);
    }
    auto tokens = token_store(command.config);
    if (!tokens) return findings_.status();
    auto made = tokens->create(command.label, scopes, command.days);
    if (!made) return fail(std::move(made.error()));
    out_ << made->secret << '\n';
    err_ << fmt::format("Token {} for {} may {}. It is shown only now; keep it safe.\n", made->record.id,
                        made->record.label, store::to_text(made->record.scopes));
    return 0;
  }

  int operator()(const TokenListCommand& command) {
    auto tokens = token_store(command.config);
    if (!tokens) return findings_.status();
    auto all = tokens->list();
    if (!all) return fail(std::move(all.error()));
    for (const store::TokenRecord& token : *all) {
      out_ << fmt::format("{}  {:<18}  made {}  {}  {}\n", token.id, store::to_text(token.scopes),
                          token.created,
                          token.revoked   ? "revoked " + *token.revoked
                          : token.expires ? "until " + *token.expires
                                          : "without end",
                          token.label);
    }
    return 0;
  }

  int operator()(const TokenRevokeCommand& command) {
    auto tokens = token_store(command.config);
    if (!tokens) return findings_.status();
    if (auto revoked = tokens->revoke(command.id); !revoked) return fail(std::move(revoked.error()));
    out_ << fmt::format("Token {} no longer works.\n", command.id);
    return 0;
  }

 private:
  int fail(base::Diagnostics diagnostics) {
    findings_.add(std::move(diagnostics));
    return findings_.status();
  }

  int summarise(base::Diagnostics diagnostics, std::size_t locales) {
    Findings found(out_);
    found.add(std::move(diagnostics));
    out_ << fmt::format("{}: {}\n", counted(locales, "locale", "locales"),
                        counted(static_cast<std::size_t>(found.errors()), "error", "errors"));
    return found.status();
  }

  /// nullptr after a failure, which has been printed.
  std::shared_ptr<const job::ReportMaker> reports(
      std::optional<std::filesystem::path> configured = std::nullopt) {
    auto resources = job::Resources::find(line_.home ? line_.home : configured);
    if (!resources) {
      findings_.add(std::move(resources.error()));
      return nullptr;
    }
    resources->font_folders = line_.font_folders;
    return std::make_shared<const job::ReportMaker>(std::move(*resources));
  }

  std::optional<service::Config> settings(const std::optional<std::filesystem::path>& file) {
    if (!file) return service::Config{};
    auto config = service::load_config(*file);
    if (config) return std::move(*config);
    findings_.add(std::move(config.error()));
    return std::nullopt;
  }

  std::optional<store::TokenStore> token_store(const std::optional<std::filesystem::path>& file) {
    const auto config = settings(file);
    if (!config) return std::nullopt;
    auto database = store::Database::open(config->database);
    if (database) return store::TokenStore(std::move(*database));
    findings_.add(std::move(database.error()));
    return std::nullopt;
  }

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

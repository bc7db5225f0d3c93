#include "generator/daemon/commands.h"

#include <fmt/format.h>

#include <iostream>

#include "generator/cli/findings.h"
#include "generator/service/config.h"
#include "generator/service/server.h"
#include "generator/store/token_store.h"

namespace generator::daemon {
namespace {

/// One command's run: what every command needs, and a function for each.
class Run {
 public:
  Run(const cli::CommandLine& line, std::ostream& out, std::ostream& err)
      : line_(line), out_(out), err_(err), findings_(err) {}

  int operator()(const cli::ServeCommand& command) {
    const auto config = settings(command.config);
    if (!config) return findings_.status();
    const auto maker = cli::open_reports(line_, config->resources, findings_);
    if (!maker) return findings_.status();
    auto served = service::serve(*config, maker, [&](std::string_view url) {
      out_ << "Listening on " << url << std::endl;  // flushed: whoever started it may wait for this line
    });
    if (!served) return fail(std::move(served.error()));
    return 0;
  }

  int operator()(const cli::TokenCreateCommand& command) {
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

  int operator()(const cli::TokenListCommand& command) {
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

  int operator()(const cli::TokenRevokeCommand& command) {
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

  const cli::CommandLine& line_;
  std::ostream& out_;
  std::ostream& err_;
  cli::Findings findings_;
};

}  // namespace

int run(const cli::CommandLine& line, std::ostream& out, std::ostream& err) {
  if (const auto* command = std::get_if<cli::DaemonCommand>(&line.command))
    return std::visit(Run(line, out, err), *command);
  err << base::to_text(base::usage_fault("daemon-command", "consiliumd does serve and token only",
                                         "call consilium for everything"))
      << '\n';
  return 2;
}

}  // namespace generator::daemon

// What a page costs when everything is loaded: one page of markup set again and again, as `consilium typeset`
// does it and by stages. Prints milliseconds, the least and the median, the file's size, and the most memory
// of this process.
//
// Words are kept between documents or not: with `new` each document begins with no shaped words at all, as if
// no page had ever said one of its words before; with `kept` all of them have been shaped, as in a batch.
//
// warm_pages PAGE LANGUAGE [--data FILE] [--rounds N] [--threads N] [--out FILE]
// warm_pages PAGE LANGUAGE [--data FILE] --serve
//     for tests/bench/bench.py: a document for each line that comes in
#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "generator/base/file.h"
#include "generator/document/markup.h"
#include "generator/ingest/words_reader.h"
#include "generator/job/report_job.h"
#include "generator/pdf/pdf_writer.h"
#include "generator/typeset/fonts.h"
#include "generator/typeset/typesetter.h"
#include "generator/typeset/word_cache.h"

namespace {

using namespace generator;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

[[noreturn]] void stop(const std::string& why) {
  std::cerr << "warm_pages: " << why << '\n';
  std::exit(2);
}

template <typename Value>
Value must(base::Result<Value> result) {
  if (!result) stop(result.error().empty() ? "failed" : result.error().front().what);
  return std::move(*result);
}

void write(const std::string& file, const std::string& bytes) {
  if (!base::write_file(file, bytes)) stop("cannot write " + file);
}

/// Faces that are open, and words that nobody has shaped yet.
class NewWords : public typeset::FontSet {
 public:
  explicit NewWords(const typeset::FontSet& faces) : faces_(faces) {}
  base::Result<std::span<const typeset::ChainedFace>> chain(const model::LanguageTag& language,
                                                            typeset::Weight weight) const override {
    return faces_.chain(language, weight);
  }
  std::vector<std::filesystem::path> files() const override { return faces_.files(); }
  const document::Typography& typography() const override { return faces_.typography(); }
  typeset::WordCache& words() const override { return words_; }

 private:
  const typeset::FontSet& faces_;
  mutable typeset::WordCache words_;
};

struct Times {
  double read = 0;
  double typeset = 0;
  double write = 0;
  double whole = 0;
};

struct Bench {
  std::string page;
  std::string markup;
  std::string data;
  job::ReportRequest request;
  job::ReportMaker maker;
  document::Theme theme;
  std::shared_ptr<const typeset::FontSet> faces;

  Bench(const job::Resources& resources, std::string page_file, const std::string& language,
        const std::optional<std::string>& data_file)
      : page(std::move(page_file)),
        markup(must(base::read_file(page))),
        data(data_file ? must(base::read_file(*data_file)) : std::string()),
        maker(resources),
        theme(must(document::load_theme(resources.root / "templates" / "theme.json"))),
        faces(
            must(typeset::FontSet::load(resources.root / "fonts" / "fonts.json", {resources.root / "fonts"},
                                        std::make_shared<const document::Typography>(
                                            must(document::load_typography(resources.root / "locales")),
                                            must(ingest::read_words_folder(resources.root / "locales")))))) {
    const auto tag = model::LanguageTag::parse(language);
    if (!tag) stop("this is no language: " + language);
    request.language = *tag;
  }

  /// The way of `consilium typeset`.
  std::string whole(Times& times) const {
    const auto start = Clock::now();
    std::string bytes = must(maker.typeset_page(markup, page, request, data));
    times.whole = milliseconds_since(start);
    return bytes;
  }

  /// The same by stages, with those faces.
  std::string by_stages(const typeset::FontSet& fonts, Times& times) const {
    const auto start = Clock::now();
    const document::Document document = must(document::read_markup(markup, page, request.language));
    times.read = milliseconds_since(start);
    const auto typesetting = Clock::now();
    const typeset::Pages pages = must(typeset::typeset(document, theme, request.page, fonts));
    times.typeset = milliseconds_since(typesetting);
    const auto writing = Clock::now();
    pdf::Properties properties;
    if (!data.empty()) {
      properties.attachments.push_back({.name = "comparison.json",
                                        .media_type = "application/json",
                                        .description = "The comparison that this report shows, as data",
                                        .bytes = data});
    }
    std::string bytes = must(pdf::write_pdf(pages, properties));
    times.write = milliseconds_since(writing);
    times.whole = milliseconds_since(start);
    return bytes;
  }

  std::string with_new_words(Times& times) const { return by_stages(NewWords(*faces), times); }
};

/// In kibibytes, of this program alone: getrusage would count what the program that started it held.
long peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::atol(line.c_str() + 6);
  }
  return 0;
}

void print_row(std::string_view name, std::vector<double> values) {
  std::ranges::sort(values);
  fmt::print("  {:<34}{:8.2f}{:10.2f}\n", name, values.front(), values[values.size() / 2]);
}

void print_rounds(const Bench& bench, int rounds, const std::optional<std::string>& out) {
  Times times;
  std::string first = bench.whole(times);
  fmt::print("{}: the first document, faces opened with it: {:.2f} ms\n", bench.page, times.whole);
  std::vector<Times> whole(rounds), kept(rounds), fresh(rounds);
  for (int i = 0; i < rounds; ++i) {
    for (const std::string& bytes :
         {bench.whole(whole[i]), bench.by_stages(*bench.faces, kept[i]), bench.with_new_words(fresh[i])}) {
      if (bytes != first) stop("two documents of the same page differ");
    }
  }
  const auto row = [&](std::string_view name, const std::vector<Times>& of, double Times::*stage) {
    std::vector<double> values;
    for (const Times& each : of) values.push_back(each.*stage);
    print_row(name, std::move(values));
  };
  fmt::print("  {:<34}{:>8}{:>10}\n", fmt::format("ms, of {} documents", rounds), "least", "median");
  row("all words kept", whole, &Times::whole);
  row("  markup read", kept, &Times::read);
  row("  typeset", kept, &Times::typeset);
  row("  PDF written", kept, &Times::write);
  row("all words new", fresh, &Times::whole);
  row("  typeset", fresh, &Times::typeset);
  fmt::print("  {:.1f} KB, most memory {:.1f} MB; each time the same bytes\n",
             static_cast<double>(first.size()) / 1000, static_cast<double>(peak_memory()) / 1024);
  if (out) write(*out, first);
}

void print_threads(const Bench& bench, int rounds, int threads) {
  Times once;
  bench.whole(once);
  const auto start = Clock::now();
  const std::clock_t processor = std::clock();
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < threads; ++i) {
      workers.emplace_back([&] {
        for (int round = 0; round < rounds; ++round) {
          Times times;
          bench.whole(times);
        }
      });
    }
  }
  const double elapsed = milliseconds_since(start);
  const double documents = static_cast<double>(threads) * rounds;
  fmt::print(
      "  {} threads, words kept: {:.0f} documents a second, {:.1f} ms of processor each, most memory {:.0f} "
      "MB\n",
      threads, documents * 1000 / elapsed,
      1000.0 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC / documents,
      static_cast<double>(peak_memory()) / 1024);
}

/// For each line that comes in, a document to the file that the line names after the way it is to be made;
/// out go milliseconds (all, of the processor, and by stage where it is made by stages) and the most memory.
void serve(const Bench& bench) {
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t space = line.find(' ');
    const std::string way = line.substr(0, space);
    Times times;
    std::string bytes;
    const std::clock_t start = std::clock();
    if (way == "whole") {
      bytes = bench.whole(times);
    } else if (way == "kept") {
      bytes = bench.by_stages(*bench.faces, times);
    } else if (way == "new") {
      bytes = bench.with_new_words(times);
    } else {
      stop("there is no way \"" + way + '"');
    }
    const double processor = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    if (space != std::string::npos) write(line.substr(space + 1), bytes);
    fmt::print("{} {} {} {} {} {}\n", times.whole, processor, peak_memory(), times.read, times.typeset,
               times.write);
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> given(argv + 1, argv + argc);
  std::vector<std::string> plain;
  std::optional<std::string> data;
  std::optional<std::string> out;
  int rounds = 50;
  int threads = 0;
  bool serving = false;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto value = [&] {
      return i + 1 < given.size() ? given[++i] : (stop(given[i] + " needs a value"), "");
    };
    if (given[i] == "--data") {
      data = value();
    } else if (given[i] == "--out") {
      out = value();
    } else if (given[i] == "--rounds") {
      rounds = std::max(1, std::atoi(value().c_str()));
    } else if (given[i] == "--threads") {
      threads = std::atoi(value().c_str());
    } else if (given[i] == "--serve") {
      serving = true;
    } else {
      plain.push_back(given[i]);
    }
  }
  if (plain.size() != 2)
    stop("usage: warm_pages PAGE LANGUAGE [--data FILE] [--rounds N] [--threads N] [--serve]");
  const Bench bench(must(job::Resources::find(std::nullopt)), plain[0], plain[1], data);
  if (serving) {
    serve(bench);
  } else if (threads > 0) {
    print_threads(bench, rounds, threads);
  } else {
    print_rounds(bench, rounds, out);
  }
  return 0;
}

#include "generator/service/request_log.h"

#include <Poco/AutoPtr.h>
#include <Poco/ConsoleChannel.h>
#include <Poco/Logger.h>

#include "generator/base/json.h"
#include "generator/store/clock.h"

namespace generator::service {
namespace {

Poco::Logger& logger() {
  static Poco::Logger& k_logger = []() -> Poco::Logger& {
    Poco::Logger& found = Poco::Logger::get(k_logger_name);
    if (found.getChannel().isNull()) found.setChannel(Poco::AutoPtr<Poco::Channel>(new Poco::ConsoleChannel));
    return found;
  }();
  return k_logger;
}

/// The writer indents over several lines. Line ends inside strings are escaped, so that those in the text are
/// its own and may go, with the indentation behind them.
std::string on_one_line(const std::string& json) {
  std::string line;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] != '\n') {
      line += json[i];
    } else {
      while (i + 1 < json.size() && json[i + 1] == ' ') ++i;
    }
  }
  return line;
}

base::JsonWriter begin_line(std::string_view event) {
  base::JsonWriter writer;
  writer.begin_object().field("at", store::to_text(store::wall_clock()())).field("event", event);
  return writer;
}

}  // namespace

void log_request(const RequestLine& line, const base::Diagnostics& diagnostics) {
  base::JsonWriter writer = begin_line("request");
  writer.field("id", line.id).field("method", line.method).field("route", line.pattern);
  writer.key("status").integer(line.status);
  writer.key("us").integer(line.time.count());
  writer.key("bytes").integer(static_cast<std::int64_t>(line.bytes));
  if (!line.holder.empty()) writer.field("token", line.holder);
  if (line.cut_off) writer.key("cut_off").boolean(true);
  if (!diagnostics.empty()) {
    writer.key("diagnostics").begin_array();
    for (const base::Diagnostic& diagnostic : diagnostics) {
      writer.begin_object().field("code", diagnostic.code);
      if (!diagnostic.place.file.empty()) writer.field("file", diagnostic.place.file);
      if (diagnostic.place.line > 0) {
        writer.key("line").integer(static_cast<std::int64_t>(diagnostic.place.line));
        writer.key("column").integer(static_cast<std::int64_t>(diagnostic.place.column));
      }
      if (diagnostic.fault == base::Fault::machine && !diagnostic.why.empty()) {
        writer.field("why", diagnostic.why);
      }
      writer.end_object();
    }
    writer.end_array();
  }
  writer.end_object();
  logger().information(on_one_line(writer.take()));
}

void log_event(std::string_view event, std::string_view detail) {
  base::JsonWriter writer = begin_line(event);
  if (!detail.empty()) writer.field("detail", detail);
  writer.end_object();
  logger().information(on_one_line(writer.take()));
}

}  // namespace generator::service

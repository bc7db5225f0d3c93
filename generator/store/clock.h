// Time, handed in: whatever writes a time asks a Clock, so that tests choose it.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace generator::store {

/// UTC, in whole seconds. Called from any thread.
using Clock = std::function<std::chrono::sys_seconds()>;

/// The machine's clock.
Clock wall_clock();

/// "2026-11-22T14:05:09Z" (RFC 3339); texts of two times sort as the times do.
std::string to_text(std::chrono::sys_seconds time);

}  // namespace generator::store

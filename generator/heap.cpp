// The heap of the programs: mimalloc, in pages of 2 MB.
//
// A process that makes one report touches 8 to 30 MB of fresh memory. In pages of 4 KB each of these costs a
// fault, together a sixth of the report's time. So mimalloc gets its first memory from here, with the advice
// to the kernel to use transparent large pages. Its own option for large pages is not taken: it takes those
// that an administrator has set aside for others, and where a container may not have these, the process is
// killed (hugetlb control group).
#include <mimalloc.h>
#include <sys/mman.h>

#include <cstddef>
#include <cstdint>

namespace {

constexpr std::size_t k_segment = std::size_t{32}
                                  << 20;        // what mimalloc asks for at a time, and its alignment
constexpr std::size_t k_size = 16 * k_segment;  // of addresses; memory is there when it is touched

/// Where the kernel gives no such pages, or no such room, all is as without it.
void give_large_pages() {
  void* const room = mmap(nullptr, k_size + k_segment, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (room == MAP_FAILED) return;
  const auto address = reinterpret_cast<std::uintptr_t>(room);
  char* const start = static_cast<char*>(room) + (k_segment - address % k_segment) % k_segment;
  madvise(start, k_size, MADV_HUGEPAGE);
  constexpr bool k_committed = true;
  constexpr bool k_large = false;
  constexpr bool k_zero = true;
  mi_manage_os_memory(start, k_size, k_committed, k_large, k_zero, -1);
}

// The first library that is initialised asks for memory, long before main. Only functions of this section run
// earlier (System V ABI, "Initialization and Termination Functions").
[[gnu::section(".preinit_array"), gnu::used]] void (*const k_before_all_others)() = give_large_pages;

}  // namespace

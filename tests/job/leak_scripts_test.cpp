// No identifier passes in any script that families write: names, numbers and codes in sentences of each, with
// spaces and without, in whatever form Unicode has for the same letters.
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ushape.h>
#include <catch2/catch.hpp>
#include <random>

#include "generator/job/leak_scan.h"

namespace {

using generator::job::LeakScan;
using generator::job::ScannedText;
using icu::UnicodeString;

/// What a language writes: names, two parts of a sentence around one, and whether it needs spaces there.
struct Script {
  const char* language;
  std::vector<const char*> names;
  const char* before;
  const char* after;
  bool has_spaces = true;
};

const std::vector<Script> k_scripts = {
    {"en", {"Amina Karim", "Li Na", "Grace O'Neill-Hart"}, "We accept", "for surgery in March."},
    {"ar", {"ليلى حسن", "علي جاد", "عبد الرحمن الخطيب"}, "نقبل المريض", "للعلاج في آذار."},
    {"fa", {"زهرا کریمی", "علی‌رضا یزدی", "مینا راد"}, "بیمار", "پذیرفته شد."},
    {"ur", {"فاطمہ بی بی", "علی خان", "عائشہ صدیقی"}, "مریض", "کا علاج ممکن ہے۔"},
    {"hi", {"सीता शर्मा", "राम लाल", "विक्रम ज़ैदी"}, "मरीज़", "का इलाज संभव है।"},
    {"ne", {"सरिता थापा", "हरि राई", "कृष्ण अधिकारी"}, "बिरामी", "लाई स्वीकार गरिन्छ।"},
    {"bn", {"রহিম উদ্দিন", "মিতা রায়", "উৎপল বড়ুয়া"}, "রোগী", "ভর্তি হবেন।"},
    {"gu", {"રમેશ પટેલ", "મીના શાહ"}, "દર્દી", "ને સ્વીકારીએ છીએ."},
    {"ta", {"குமார் செல்வம்", "மீனா கொடி"}, "நோயாளி", "சிகிச்சை பெறலாம்."},
    {"si", {"නිමල් පෙරේරා", "කමලා දේවි"}, "රෝගියා", "භාරගනිමු."},
    {"zh-Hans", {"王小明", "李娜", "欧阳晓东", "阿米娜·卡里姆"}, "同意接收患者", "女士的治疗。", false},
    {"zh-Hant", {"劉曉東", "陳靜", "歐陽國華"}, "同意接收患者", "女士的治療。", false},
    {"tr", {"Yılmaz Işık", "Ayşe Gül Çağlar", "İbrahim Öz"}, "Hastamız", "tedavi için kabul edildi."},
    {"fr", {"Éloïse Lefèvre", "Noël Bœuf"}, "Nous acceptons", "pour une opération."},
    {"ru", {"Иван Петров", "Алёна Йорк", "Ли Ян"}, "Пациент", "принят на лечение."},
    {"sw", {"Neema Mwangi", "Juma Ali"}, "Mgonjwa", "amekubaliwa kwa matibabu."},
    {"fil", {"José Peñaflor", "Ana Cruz"}, "Tinatanggap si", "para sa operasyon."},
    {"ja", {"山田花子", "𠮷田 茂", "サユリ"}, "患者", "様をお受けします。", false},
    {"th", {"สมชาย ใจดี", "มาลี น้ำทิพย์"}, "ผู้ป่วย", "ได้รับการรักษา", false},
};

UnicodeString of(const std::string& text) {
  return UnicodeString::fromUTF8(text);
}

std::string utf8(const UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

/// The same letters, written in another way.
enum class Form {
  as_it_is,
  decomposed,
  composed,
  presentation,
  full_width,
  stretched,
  joiners,
  soft_hyphens,
  zero_width_spaces,
  capitals,
  other_digits,
  bidi_marks,
  two_spaces,
  no_spaces,
  hyphen_for_space,
};
constexpr int k_forms = 15;

UnicodeString with_between(const UnicodeString& text, UChar32 c, std::mt19937& random) {
  UnicodeString result;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    result.append(text.char32At(i));
    if (i + 1 < text.length() && u_isalnum(text.char32At(i)) && random() % 2 == 0) result.append(c);
  }
  return result;
}

UnicodeString full_width(UnicodeString text) {
  for (std::int32_t i = 0; i < text.length(); ++i) {
    if (text[i] > u' ' && text[i] <= u'~') text.setCharAt(i, static_cast<char16_t>(text[i] - u'!' + 0xFF01));
    if (text[i] == u' ') text.setCharAt(i, 0x3000);
  }
  return text;
}

UnicodeString presentation(const UnicodeString& text) {
  std::vector<char16_t> shaped(static_cast<std::size_t>(text.length()) + 1);
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      u_shapeArabic(text.getBuffer(), text.length(), shaped.data(), static_cast<std::int32_t>(shaped.size()),
                    U_SHAPE_LETTERS_SHAPE | U_SHAPE_LENGTH_GROW_SHRINK, &status);
  return U_SUCCESS(status) ? UnicodeString(shaped.data(), length) : text;
}

UnicodeString other_digits(UnicodeString text, std::mt19937& random) {
  constexpr char16_t k_zeros[] = {0x0660, 0x06F0, 0x0966, 0x09E6, 0x0AE6, 0x0BE6, 0x0DE6, 0x0E50, 0xFF10};
  const char16_t zero = k_zeros[random() % std::size(k_zeros)];
  for (std::int32_t i = 0; i < text.length(); ++i) {
    if (text[i] >= u'0' && text[i] <= u'9') text.setCharAt(i, static_cast<char16_t>(text[i] - u'0' + zero));
  }
  return text;
}

UnicodeString normal(const UnicodeString& text, bool composed) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form =
      composed ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
  return form->normalize(text, status);
}

UnicodeString in_form(const UnicodeString& text, Form form, std::mt19937& random) {
  const bool is_arabic = (text.char32At(0) & ~0xFF) == 0x0600;
  UnicodeString changed = text;
  switch (form) {
    case Form::as_it_is: return text;
    case Form::decomposed: return normal(text, false);
    case Form::composed: return normal(text, true);
    case Form::presentation: return presentation(text);
    case Form::full_width: return full_width(text);
    case Form::stretched: return is_arabic ? with_between(text, 0x0640, random) : text;
    case Form::joiners: return with_between(text, random() % 2 == 0 ? 0x200C : 0x200D, random);
    case Form::soft_hyphens: return with_between(text, 0x00AD, random);
    case Form::zero_width_spaces: return with_between(text, random() % 2 == 0 ? 0x200B : 0x2060, random);
    case Form::capitals: return changed.toUpper(icu::Locale::getRoot());
    case Form::other_digits: return other_digits(text, random);
    case Form::bidi_marks: return with_between(text, random() % 2 == 0 ? 0x200E : 0x2067, random);
    case Form::two_spaces: return changed.findAndReplace(u" ", u"\u00A0\n");
    // A short name without its space is another word ("Lina").
    case Form::no_spaces: return text.length() > 8 ? changed.findAndReplace(u" ", u"") : text;
    case Form::hyphen_for_space: return changed.findAndReplace(u" ", u"-");
  }
  return text;
}

bool finds(const std::string& identifier, const std::string& text) {
  generator::model::Case c;
  c.patient.identifiers = {identifier};
  ScannedText scanned;
  scanned.add(text);
  return !LeakScan(c).find(scanned).empty();
}

}  // namespace

TEST_CASE("no identifier passes in any script, in any form of its letters") {
  const unsigned seed = GENERATE(1u, 2u, 3u, 4u, 5u, 6u);
  std::mt19937 random(seed);
  const auto digits = [&random](std::size_t count) {
    std::string number;
    while (number.size() < count) number += static_cast<char>('0' + random() % 10);
    return number;
  };
  for (const Script& script : k_scripts) {
    std::vector<std::string> identifiers(script.names.begin(), script.names.end());
    identifiers.push_back(digits(8 + random() % 5));
    identifiers.push_back("IQ-" + digits(4) + "-" + digits(5));
    for (const std::string& identifier : identifiers) {
      for (int form = 0; form < k_forms; ++form) {
        const std::string written = utf8(in_form(of(identifier), static_cast<Form>(form), random));
        const std::string space = script.has_spaces || random() % 2 == 0 ? " " : "";
        for (const std::string& text :
             {script.before + space + written + space + script.after, written + space + script.after,
              script.before + space + written, "(" + written + ")", written}) {
          INFO(seed << ' ' << script.language << " form " << form << ": " << identifier << " in " << text);
          CHECK(finds(identifier, text));
          CHECK(finds(written, script.before + space + identifier + space + script.after));
        }
      }
      CHECK_FALSE(finds(identifier, script.before + std::string(" ") + script.after));
    }
  }
}

TEST_CASE("a text of a script gives no other patient away") {
  for (const Script& script : k_scripts) {
    const std::string text = script.before + std::string(script.has_spaces ? " " : "") + script.after;
    for (const Script& other : k_scripts) {
      for (const char* name : other.names) {
        INFO(name << " in " << text);
        CHECK_FALSE(finds(name, text));
      }
    }
  }
}

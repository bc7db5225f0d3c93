#include "generator/ingest/vague_question.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>

namespace generator::ingest {
namespace {

/// By language; lower case, without punctuation. The whole question has to be one of these.
constexpr std::string_view k_vague[] = {
    // en
    "can you cure this",
    "can you cure it",
    "can you cure him",
    "can you cure her",
    "can this be cured",
    "can it be cured",
    "is there a cure",
    "is it curable",
    "can you help",
    "can you help us",
    "can you help him",
    "can you help her",
    "can you treat this",
    "what can you do",
    "what can be done",
    "what should we do",
    "what do you think",
    "any hope",
    "is there hope",
    "is there any hope",
    "how long",
    "second opinion",
    // ar
    "هل يمكن علاجه",
    "هل يمكن علاجها",
    "هل يمكن الشفاء",
    "هل يمكنكم المساعدة",
    "هل يوجد علاج",
    "هل هناك أمل",
    "ماذا نفعل",
    "ما العمل",
    // fa
    "آیا قابل درمان است",
    "می توانید کمک کنید",
    "چه کار کنیم",
    "آیا امیدی هست",
    // tr
    "tedavi edebilir misiniz",
    "tedavisi var mı",
    "yardım edebilir misiniz",
    "ne yapmalıyız",
    "umut var mı",
    // ru
    "можно ли это вылечить",
    "можете ли вы вылечить",
    "вы можете вылечить",
    "можете ли вы помочь",
    "вы можете помочь",
    "что делать",
    "что можно сделать",
    "есть ли надежда",
    "есть ли шанс",
    // fr
    "pouvez-vous guérir cela",
    "pouvez-vous le guérir",
    "pouvez-vous la guérir",
    "pouvez-vous nous aider",
    "peut-on guérir",
    "que faire",
    "que peut-on faire",
    "y a-t-il un espoir",
    // zh-Hans, zh-Hant
    "能治好吗",
    "能治愈吗",
    "可以治好吗",
    "有办法吗",
    "怎么办",
    "还有希望吗",
    "能帮忙吗",
    "能治好嗎",
    "能治癒嗎",
    "可以治好嗎",
    "有辦法嗎",
    "怎麼辦",
    "還有希望嗎",
    // hi
    "क्या यह ठीक हो सकता है",
    "क्या आप इलाज कर सकते हैं",
    "क्या आप मदद कर सकते हैं",
    "हम क्या करें",
    // ur
    "کیا اس کا علاج ممکن ہے",
    "کیا آپ مدد کر سکتے ہیں",
    "ہم کیا کریں",
    // bn
    "এটি কি ভালো হবে",
    "আপনারা কি সাহায্য করতে পারেন",
    // sw
    "je mnaweza kutibu",
    "je mnaweza kusaidia",
    "tufanye nini",
    // fil
    "magagamot ba ito",
    "may lunas ba ito",
    "matutulungan ba ninyo kami",
};

/// Said before or after a question out of courtesy.
constexpr std::string_view k_courtesies[] = {"please",     "dear doctor", "dear doctors", "hello",
                                             "пожалуйста", "lütfen",      "请问",         "請問"};

/// Lower case, letters and digits, one space between words.
std::string bare(std::string_view question) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(question.data(), static_cast<std::int32_t>(question.size())));
  text.toLower(icu::Locale::getRoot());
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool word = u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK ||
                      u_charType(c) == U_COMBINING_SPACING_MARK || c == '-';
    if (word) {
      kept.append(c);
    } else if (!kept.isEmpty() && kept[kept.length() - 1] != u' ') {
      kept.append(u' ');
    }
  }
  kept.trim();
  std::string result;
  return kept.toUTF8String(result);
}

}  // namespace

bool is_vague_question(std::string_view question) {
  if (question.size() > 300) return false;
  std::string text = bare(question);
  for (const std::string_view courtesy : k_courtesies) {
    if (text.starts_with(courtesy)) text.erase(0, courtesy.size());
    if (text.ends_with(courtesy)) text.resize(text.size() - courtesy.size());
    text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    text.resize(text.find_last_not_of(' ') + 1);
  }
  return std::ranges::find(k_vague, std::string_view(text)) != std::end(k_vague);
}

}  // namespace generator::ingest

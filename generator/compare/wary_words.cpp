#include "generator/compare/wary_words.h"

namespace generator::compare {
namespace {

using Words = const std::string_view[];

// clang-format off
constexpr Words k_en = {"guarantee", "we promise", "definitely cure", "certainly be cured", "certain cure",
                        "cure is certain", "risk-free", "risk free", "never fails", "miracle"};
constexpr Words k_en_harmless = {
    "no guarantee", "not guarantee", "cannot guarantee", "n't guarantee", "not a guarantee", "not any guarantee",
    "not be guaranteed", "cannot be guaranteed", "never guarantee", "never be guaranteed", "nor guarantee",
    "nobody can guarantee", "no one can guarantee", "unable to guarantee", "not able to guarantee",
    "without guarantee", "without a guarantee", "without any guarantee", "neither guarantee",
    "not give any guarantee", "not give a guarantee", "not offer a guarantee", "not offer any guarantee",
    "not provide a guarantee", "not constitute a guarantee", "not imply a guarantee", "not as a guarantee",
    "letter of guarantee", "guarantee letter", "bank guarantee", "payment guarantee", "financial guarantee",
    "price guarantee", "price is guaranteed", "rate is guaranteed", "not risk-free", "not risk free",
    "never risk-free", "no miracle", "not a miracle"};
constexpr Words k_tr = {"garanti", "kesin sonuç", "kesin tedavi", "kesinlikle iyileş", "mucize"};
constexpr Words k_tr_harmless = {
    "garanti edemey", "garanti edeme", "garanti edilemez", "garanti edilmez", "garanti edilmemekte",
    "garanti etmez", "garanti etmiyor", "garanti etmemekte", "garanti vermez", "garanti vermiyor",
    "garanti vermemekte", "garanti veremey", "garanti verilemez", "garanti verilmez", "garanti verilmemekte",
    "garanti değil", "garantisi yok", "garantisi değil", "garantisi bulunma", "garantisi veremey",
    "garantisi verilemez", "garantisi verilmez", "garantisi vermez", "garantisi vermiyor", "garanti mektubu",
    "garanti bankası", "garanti bbva", "türkiye garanti"};
constexpr Words k_zh = {"保证", "保證", "包治", "根治无忧", "确保治愈", "確保治癒", "必定治愈", "必定治癒", "一定能治好",
                        "一定治好", "百分之百", "百分百", "零风险", "零風險", "承诺治愈", "承諾治癒", "奇迹", "奇蹟"};
constexpr Words k_zh_harmless = {
    "不保证", "不保證", "不能保证", "不能保證", "不作保证", "不作保證", "不做保证", "不构成保证", "不構成保證",
    "无法保证", "無法保證", "不可保证", "未保证", "没有保证", "沒有保證", "无保证", "無保證", "不作任何保证", "不作任何保證",
    "不做任何保证", "不能作出保证", "不能做出保证", "不提供保证", "不提供任何保证", "难以保证", "難以保證", "质量保证",
    "質量保證", "保证金", "保證金", "保证充足", "保证营养", "保证休息", "保证睡眠"};
constexpr Words k_ar = {"ضمان", "نضمن", "مضمون", "يضمن", "تضمن الشفاء", "شفاء مؤكد", "بلا مخاطر", "معجزة"};
constexpr Words k_ar_harmless = {
    "لا نضمن", "لا يضمن", "لا ضمان", "لا يوجد ضمان", "ليس ضمان", "ليست ضمان", "دون ضمان", "بدون ضمان", "لا يمكن ضمان",
    "لا يمكننا ضمان", "لا نستطيع ضمان", "لا نقدم ضمان", "لا نقدم أي ضمان", "لا يعد ضمان", "لا يمثل ضمان", "لا يشكل ضمان",
    "أي ضمان", "غير مضمون", "ليس مضمون", "ليست مضمون", "خطاب ضمان", "الضمان الاجتماعي", "الضمان الصحي",
    "مضمون الرسالة", "مضمون التقرير", "مضمون هذا"};
constexpr Words k_fa = {"تضمین", "ضمانت", "قطعاً درمان", "درمان قطعی", "بدون خطر", "معجزه"};
constexpr Words k_fa_harmless = {
    "تضمین نمی", "تضمینی نیست", "تضمینی وجود ندارد", "تضمین شده نیست", "تضمین نشده", "بدون تضمین", "هیچ تضمینی",
    "نمی توان تضمین", "نمیتوان تضمین", "ضمانت نمی", "ضمانتی نیست", "ضمانتی وجود ندارد", "بدون ضمانت", "هیچ ضمانتی",
    "ضمانت نامه", "ضمانتنامه"};
constexpr Words k_ur = {"گارنٹی", "یقینی علاج"};
constexpr Words k_ur_harmless = {"گارنٹی نہیں", "کوئی گارنٹی نہیں", "گارنٹی نہ"};
constexpr Words k_hi = {"गारंटी", "गारन्टी", "निश्चित इलाज", "पक्का इलाज", "चमत्कार"};
constexpr Words k_hi_harmless = {"गारंटी नहीं", "गारन्टी नहीं", "गारंटी न", "बैंक गारंटी"};
constexpr Words k_ne = {"ग्यारेन्टी", "ग्यारेण्टी"};
constexpr Words k_ne_harmless = {"ग्यारेन्टी छैन", "ग्यारेन्टी दिन सक", "ग्यारेन्टी गर्दैन", "ग्यारेण्टी छैन"};
constexpr Words k_bn = {"গ্যারান্টি", "নিশ্চিত আরোগ্য"};
constexpr Words k_bn_harmless = {"গ্যারান্টি নেই", "গ্যারান্টি দেওয়া যায় না", "গ্যারান্টি দেয় না", "গ্যারান্টি দিতে পারি না"};
constexpr Words k_gu = {"ગેરંટી", "ગેરેંટી"};
constexpr Words k_gu_harmless = {"ગેરંટી નથી", "ગેરેંટી નથી", "ગેરંટી આપી શકાતી નથી"};
constexpr Words k_ta = {"உத்தரவாதம்", "உத்தரவாதத்துடன்"};
constexpr Words k_ta_harmless = {"உத்தரவாதம் இல்லை", "உத்தரவாதம் அளிக்க முடியாது", "உத்தரவாதம் தர முடியாது"};
constexpr Words k_si = {"සහතික කරමු", "සහතික කරනු", "වගකීමෙන් සුව"};
constexpr Words k_fr = {"garanti", "sans aucun risque", "guérison certaine", "nous promettons", "miracle"};
constexpr Words k_fr_harmless = {
    "pas garanti", "aucune garantie", "sans garantie", "ne garanti", "pas une garantie", "ni garanti",
    "ne peut garantir", "ne peut pas garantir", "ne pouvons garantir", "ne pouvons pas garantir",
    "ne peut être garanti", "ne peuvent être garanti", "pas être garanti", "ne saurait garantir", "pas de garantie",
    "jamais garanti", "lettre de garantie", "garantie bancaire", "pas de miracle"};
constexpr Words k_de = {"garantie", "garantiert", "wir versprechen", "sichere heilung", "ohne jedes risiko", "wunderheilung"};
constexpr Words k_de_harmless = {
    "keine garantie", "nicht garantier", "ohne garantie", "garantieren können wir nicht", "garantieren wir nicht",
    "keinerlei garantie", "nicht garantiert werden", "bankgarantie"};
constexpr Words k_ru = {"гарант", "обещаем излечение", "точно вылечим", "без всякого риска", "чудо"};
constexpr Words k_ru_harmless = {
    "не гарант", "нет гарант", "без гарант", "никаких гарант", "не может гарант", "не можем гарант",
    "невозможно гарант", "нельзя гарант", "не даем гарант", "не даём гарант", "не дает гарант", "не даёт гарант",
    "не является гарант", "не могут гарант", "не могут быть гарант", "не может быть гарант", "гарантийное письмо",
    "гарантийного письма", "банковская гарант", "никто не может гарант"};
constexpr Words k_sw = {"dhamana ya kupona", "tunahakikisha kupona", "uponyaji wa uhakika"};
constexpr Words k_fil = {"garantisado", "garantiya", "siguradong gagaling"};
constexpr Words k_fil_harmless = {"walang garantiya", "hindi garantisado", "hindi magagarantiya"};

constexpr Words k_en_now = {
    "come immediately", "come at once", "come as soon as possible", "travel immediately", "travel at once",
    "travel as soon as possible", "travel now", "fly immediately", "arrive immediately", "book your flight",
    "book your ticket", "book flights now", "without waiting for the review", "before the records are reviewed",
    "before we review", "do not wait for the review", "there is no time to lose", "no time to wait"};
constexpr Words k_en_now_harmless = {
    "do not book your flight", "do not book your ticket", "not book your flight", "not book your ticket",
    "not travel now", "not travel immediately", "not travel before we review", "not travel before the records are reviewed",
    "before you book your flight", "before you book your ticket", "need not come immediately", "not come before we review"};
constexpr Words k_tr_now = {"hemen gelin", "derhal gelin", "hemen gelmeniz", "bir an önce gelin", "vakit kaybetmeden gelin",
                            "biletinizi alın", "uçak biletinizi", "zaman kaybetmeden gelin"};
constexpr Words k_tr_now_harmless = {"biletinizi almayın", "uçak biletinizi almayın"};
constexpr Words k_zh_now = {"立即来", "立即來", "马上来", "馬上來", "尽快来", "盡快來", "尽快来院", "速来", "速來", "立即启程", "立刻来",
                            "预订机票", "預訂機票", "订好机票", "購買機票", "购买机票"};
constexpr Words k_zh_now_harmless = {"不要预订机票", "请勿预订机票", "暂勿预订机票", "勿预订机票", "請勿預訂機票", "不必马上来",
                                     "不要马上来", "无需马上来", "请勿购买机票"};
constexpr Words k_ar_now = {"احضروا فورا", "الحضور فورا", "السفر فورا", "سافروا فورا", "احجزوا تذاكر", "احجز تذكرت", "في أسرع وقت إلى المستشفى"};
constexpr Words k_ar_now_harmless = {"لا تحجزوا تذاكر", "لا تحجز تذكرت"};
constexpr Words k_ru_now = {"приезжайте немедленно", "немедленно приезжайте", "срочно приезжайте", "приезжайте срочно",
                            "покупайте билет", "приезжайте как можно скорее", "как можно скорее приезжайте"};
constexpr Words k_ru_now_harmless = {"не покупайте билет"};
constexpr Words k_fr_now = {"venez immédiatement", "venez au plus vite", "réservez votre vol", "réservez vos billets", "venez tout de suite"};
constexpr Words k_fr_now_harmless = {"ne réservez pas votre vol", "ne réservez pas vos billets"};
constexpr Words k_de_now = {"kommen sie sofort", "reisen sie sofort", "buchen sie ihren flug", "umgehend anreisen", "sofort anreisen"};
constexpr Words k_hi_now = {"तुरंत आइए", "तुरंत आएं", "तुरंत आएँ", "टिकट बुक कर"};

constexpr WaryWords k_table[] = {
    {"en", WaryKind::guarantee, k_en, k_en_harmless},    {"tr", WaryKind::guarantee, k_tr, k_tr_harmless},
    {"zh", WaryKind::guarantee, k_zh, k_zh_harmless},    {"ar", WaryKind::guarantee, k_ar, k_ar_harmless},
    {"fa", WaryKind::guarantee, k_fa, k_fa_harmless},    {"ur", WaryKind::guarantee, k_ur, k_ur_harmless},
    {"hi", WaryKind::guarantee, k_hi, k_hi_harmless},    {"ne", WaryKind::guarantee, k_ne, k_ne_harmless},
    {"bn", WaryKind::guarantee, k_bn, k_bn_harmless},    {"gu", WaryKind::guarantee, k_gu, k_gu_harmless},
    {"ta", WaryKind::guarantee, k_ta, k_ta_harmless},    {"si", WaryKind::guarantee, k_si, {}},
    {"fr", WaryKind::guarantee, k_fr, k_fr_harmless},    {"de", WaryKind::guarantee, k_de, k_de_harmless},
    {"ru", WaryKind::guarantee, k_ru, k_ru_harmless},    {"sw", WaryKind::guarantee, k_sw, {}},
    {"fil", WaryKind::guarantee, k_fil, k_fil_harmless}, {"en", WaryKind::pressure, k_en_now, k_en_now_harmless},
    {"tr", WaryKind::pressure, k_tr_now, k_tr_now_harmless}, {"zh", WaryKind::pressure, k_zh_now, k_zh_now_harmless},
    {"ar", WaryKind::pressure, k_ar_now, k_ar_now_harmless}, {"ru", WaryKind::pressure, k_ru_now, k_ru_now_harmless},
    {"fr", WaryKind::pressure, k_fr_now, k_fr_now_harmless}, {"de", WaryKind::pressure, k_de_now, {}},
    {"hi", WaryKind::pressure, k_hi_now, {}},
};

constexpr Words k_percent_harmless = {
    "deposit", "refund", "payment", "paid", "payable", "invoice", "price", "cost", "fee", "dose", "oxygen", "saturation",
    "advance", "cancel", "expression", "staining", "positive", "stenosis", "occlusion",
    "depozito", "iade", "ödeme", "ödenir", "ücret", "fatura", "doz", "oksijen", "peşin",
    "押金", "定金", "退款", "退还", "退還", "付款", "支付", "费用", "費用", "剂量", "劑量", "预付", "預付", "阳性", "陽性",
    "دفع", "استرداد", "رسوم", "جرعة", "تكلفة", "پرداخت", "هزینه",
    "предоплат", "оплат", "возврат", "доз", "стоимост",
    "acompte", "rembours", "paiement", "coût", "facture", "anzahlung", "zahlung", "rechnung", "kosten", "dosis",
    "भुगतान", "राशि", "शुल्क"};
// clang-format on

}  // namespace

std::span<const WaryWords> wary_words() {
  return k_table;
}

std::span<const std::string_view> percent_is_harmless_beside() {
  return k_percent_harmless;
}

}  // namespace generator::compare

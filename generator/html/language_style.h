// The part of a page's style sheet that depends on languages, made of typography.json: faces, line heights,
// digits of lists, emphasis. Languages of one look share a rule.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/document/document.h"
#include "generator/document/typography.h"

namespace generator::html {

class LanguageStyle {
 public:
  /// Of the languages that have a typography. Tags of the document that are written as one of them and that
  /// `:lang()` would not take for it (zh-CN for zh-Hans) are named beside it.
  LanguageStyle(const document::Typography& typography, const document::Document& document);

  /// Line heights where two languages stand side by side.
  std::string beside() const;
  /// Faces, line heights, rules of single languages, digits of lists, headings, emphasis.
  std::string on_screen() const;
  /// What print changes of it.
  std::string in_print() const;

 private:
  struct Group {
    std::string set;                     ///< declarations
    std::vector<std::size_t> languages;  ///< that share them, by their index
  };
  /// `set_of` gives a language's declarations; empty: none.
  template <typename SetOf>
  std::vector<Group> groups(SetOf set_of) const;
  std::vector<std::string> ranges(const Group& group) const;
  /// ":lang(ar)", ":is(:lang(hi),:lang(ne))".
  std::string any_of(const Group& group) const;
  std::string heights(std::string_view before, std::string document::PageTypography::*height) const;
  std::string rules(std::vector<document::PageRule> document::PageTypography::*rules) const;

  const document::Typography& typography_;
  std::vector<std::vector<std::string>> also_;  ///< beside its languages: further tags of the document
};

/// The name that CSS has for the digits (CSS Counter Styles 3, 6.1) of a numbering system of CLDR.
std::string_view counter_style(std::string_view digits);

}  // namespace generator::html

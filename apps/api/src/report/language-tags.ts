/** The site languages that Power Pages offers: LCID → language tag ([MS-LCID]). */
// biome-ignore format: a table
const tags: Readonly<Record<number, string>> = {
  1026: 'bg', 1027: 'ca', 1028: 'zh-TW', 1029: 'cs', 1030: 'da', 1031: 'de', 1032: 'el', 1033: 'en-US',
  1035: 'fi', 1036: 'fr', 1038: 'hu', 1040: 'it', 1041: 'ja', 1042: 'ko', 1043: 'nl', 1044: 'nb', 1045: 'pl',
  1046: 'pt-BR', 1048: 'ro', 1049: 'ru', 1050: 'hr', 1051: 'sk', 1053: 'sv', 1054: 'th', 1055: 'tr',
  1057: 'id', 1058: 'uk', 1060: 'sl', 1061: 'et', 1062: 'lv', 1063: 'lt', 1066: 'vi', 1069: 'eu', 1081: 'hi',
  1086: 'ms', 1087: 'kk', 1110: 'gl', 2052: 'zh-CN', 2070: 'pt-PT', 2074: 'sr-Latn', 3076: 'zh-HK',
  3082: 'es', 3098: 'sr-Cyrl',
};

/** @returns the language's name in another language, for example 1043 in `en`: Dutch; the number if unknown */
export function languageName(lcid: number, shownIn: string): string {
  const tag = tags[lcid];
  return (tag && new Intl.DisplayNames(shownIn, { type: 'language' }).of(tag)) || String(lcid);
}

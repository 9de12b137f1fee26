/** How words that people type are compared. Everything here is total: any string goes in, none throws. */

const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
/** Printable ASCII and the common Chinese characters, which nothing here changes: most cells of a large file. */
const isPlain = /^[\x21-\x7e\u4e00-\u9fa5]*$/u;
/** What is its own key already: most words of a large file. */
const isKey = /^[0-9a-z\u4e00-\u9fa5]*$/u;
/** Besides these, punctuation of either width, whose key is nothing: most sentences. */
const isSentence = /^[\x20-\x7e\u3001\u3002\uff01-\uff0f\uff1a-\uff1f\u4e00-\u9fa5]*$/u;
const noKey = /[^0-9A-Za-z\u4e00-\u9fa5]/gu;
/** Something to be seen, whatever stands beside it. */
const visible = /[\x21-\x7e\u4e00-\u9fa5]/u;
/** Chinese characters that no word for nothing or for the row above is written with. */
const saysMore = /(?![无没有不涉及同上前])[\u4e00-\u9fa5]/u;
const notLetterOrNumber = /[^\p{L}\p{N}]/gu;
const han = /\p{Script=Han}/u;

/** NFKC, without zero-width and other invisible characters, outer blanks removed. */
export function plain(typed: string): string {
  if (isPlain.test(typed)) return typed;
  return typed.normalize('NFKC').replace(ignorable, '').trim();
}

/** Whether nothing can be seen of it. */
export function isBlank(typed: string): boolean {
  return !visible.test(typed) && plain(typed) === '';
}

/** The key under which labels and unit names meet: letters and digits only, lower case. */
export function matchKey(typed: string): string {
  if (isKey.test(typed)) return typed;
  if (isSentence.test(typed)) return typed.replace(noKey, '').toLowerCase();
  return typed.normalize('NFKC').replace(ignorable, '').replace(notLetterOrNumber, '').toLowerCase();
}

/** Whether a bracket of any width opens in it. */
export function hasBrackets(typed: string): boolean {
  return /[([（［【〔]/u.test(typed);
}

/** Without what stands in brackets of any width: `郭晶霞（厂长）` is `郭晶霞`. */
export function withoutBrackets(typed: string): string {
  const text = plain(typed);
  if (!hasBrackets(text)) return text;
  return text.replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/gu, '').trim();
}

/** As it was typed, but NFC, without invisible characters and outer blanks: for text that is kept. */
export function tidy(typed: string): string {
  if (isPlain.test(typed)) return typed;
  return typed.normalize('NFC').replace(ignorable, '').trim();
}

/** Blanks between two Chinese characters are layout, not text: `马 芳` is `马芳`; `John Li` keeps its blank. */
export function closeUp(text: string): string {
  const parts = text.trim().split(/\s+/u);
  return parts.reduce((joined, part) => (han.test(joined.slice(-1)) || han.test(part.slice(0, 1)) ? joined + part : `${joined} ${part}`));
}

/** 同上: says "as in the row above" instead of a value. */
export function isDitto(typed: string): boolean {
  if (saysMore.test(typed)) return false;
  return /^(同上|同前|〃|″|"|''|〞|ditto)$/iu.test(plain(typed).replace(/\s/gu, ''));
}

/** A dash, a stroke or 无: says that there is nothing. Empty text says nothing at all and is not meant. */
export function saysNothing(typed: string): boolean {
  if (saysMore.test(typed)) return false;
  return /^(无|没有|[-‐-―−]+|\/|\\|不涉及|n\/?a)$/iu.test(plain(typed));
}

/** Whether PostgreSQL and JSON can hold the text. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

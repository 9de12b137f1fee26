/**
 * What Chinese text is searched by: every sign and every pair of neighbouring signs, in lower case, without blanks. The same as the
 * database cuts (`house.grams`), in no order.
 */
export function gramsOf(written: string): readonly string[] {
  const signs = Array.from(written.normalize('NFKC').toLowerCase().replace(/\s+/gu, ''));
  const grams = new Set(signs);
  for (let at = 1; at < signs.length; at += 1) grams.add(`${signs[at - 1]}${signs[at]}`);
  return [...grams];
}

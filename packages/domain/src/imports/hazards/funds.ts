import { type Reading, read, unread, type Written } from '../reading.ts';
import { plain } from '../text-keys.ts';
import { numberInWords } from './number-in-words.ts';

/** 整改资金 in 分; null where the words say that something is spent but not how much. */
export type Funds = { readonly fen: number | null };

/** What one of the column is worth, by its label: 元, or 万元 or 千元 in the label. Fen. */
export function fenPerUnit(label: string): number {
  if (/万元/u.test(plain(label))) return 1_000_000;
  return /千元/u.test(plain(label)) ? 100_000 : 100;
}

const nothing = /^(无|没有|零|不涉及|不需要|不需资金|无需资金|无需投入|不花钱|无费用|[-‐-―−]+|\/|\\)$/u;
const undecided = /^(待定|待核定|待核算|待估|若干|不详|另计)$/u;
const unstated = /^(列入预算|列入年度预算|列入计划|由?.{0,8}(承担|负担|支付)|自筹|大修费用|维修费|安全费用|按实际|据实)$/u;

/**
 * `5600元`, `￥310`, `1,800`, `0.72万`, `约300元`, `三千元`; 无 and － are 0; 由维保单位承担 states no amount, with a warning; 待定 is refused.
 */
export function fundsFrom(cell: Written, perUnit: number): Reading<Funds> {
  if (cell.kind !== 'text' && cell.kind !== 'number') return unread(cell.kind === 'error' ? 'cell_error' : 'funds_unreadable');
  const words = plain(cell.text).replace(/\s/gu, '');
  return saidIn(words) ?? amountIn(words, perUnit) ?? unread('funds_unreadable');
}

function saidIn(words: string): Reading<Funds> | null {
  if (nothing.test(words)) return read({ fen: 0 });
  if (undecided.test(words)) return unread('funds_undecided');
  return unstated.test(words) ? read({ fen: null }, 'funds_unstated') : null;
}

const written =
  /^(?<before>约|大约|近|预计|共|共计)?[¥￥]?(?:(?<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?<scale>万|w|千|k|百)?|(?<words>[零〇一二两三四五六七八九十百千万]+))(?<yuan>元|块|块钱|圆|元整|rmb)?(?<behind>左右|余元|多元)?$/iu;
const scales: Readonly<Record<string, number>> = { 万: 10_000, w: 10_000, 千: 1000, k: 1000, 百: 100 };

function amountIn(words: string, perUnit: number): Reading<Funds> | null {
  const found = written.exec(words)?.groups;
  if (found === undefined) return null;
  const fen = Math.round(numberIn(found) * worthOf(found, perUnit));
  if (!Number.isSafeInteger(fen)) return unread('funds_unreadable');
  const around = [found['before'], found['behind']].join('');
  return read({ fen }, /约|近|预计|左右|余|多/u.test(around) ? 'number_approximate' : undefined);
}

function numberIn({ digits, words = '' }: Readonly<Record<string, string | undefined>>): number {
  return digits === undefined ? numberInWords(words) : Number(digits.replaceAll(',', ''));
}

/** A bare number is worth what its column says; one with 元 or 万 behind it is worth that, whatever the column says. */
function worthOf({ scale = '', yuan }: Readonly<Record<string, string | undefined>>, perUnit: number): number {
  if (scale === '' && yuan === undefined) return perUnit;
  return 100 * (scales[scale.toLowerCase()] ?? 1);
}

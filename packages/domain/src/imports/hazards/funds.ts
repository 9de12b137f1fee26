import { numberInWords, numeralSigns } from '../number-in-words.ts';
import { type Reading, read, unread, type Written } from '../reading.ts';
import { plain } from '../text-keys.ts';

/** 整改资金 in 分; null where the words say that something is spent but not how much. */
export type Funds = { readonly fen: number | null };

/**
 * What one of a column may be worth, in 分. Several where its label and the lines above the table contradict each other: then every bare
 * number is asked about.
 */
export type Worth = readonly number[];

const yuan = 100;
const tenThousand = 10_000 * yuan;
const worths: Readonly<Record<string, number>> = { 万: tenThousand, 千: 1000 * yuan, 百: 100 * yuan, '': yuan };

/**
 * The most that one hazard is taken to cost without a word, 500,000 元: what costs more is a project of its own with its own papers, and a
 * ledger that reaches it by a bare number has most likely mixed up 元 and 万元.
 */
const mostUnasked = 500_000 * yuan;
/** Nothing is bought for less than 1 元: 0.35 in a column without a unit is most likely 万元. */
const leastUnasked = yuan;

/** By the label of the column (元, 万元), by the lines above (金额单位：万元), else 元. */
export function worthFrom(label: string, lines: readonly string[]): Worth {
  const ofLabel = /(?<scale>[万千百])元|\((?<short>[万千])\)|(?<bare>元)/u.exec(plain(label))?.groups;
  const told = lines.flatMap((line) => [...plain(line).matchAll(unitLine)].map(({ groups }) => groups?.['scale'] ?? ''));
  const scales = ofLabel === undefined ? told : [ofLabel['scale'] ?? ofLabel['short'] ?? '', ...told];
  return scales.length === 0 ? [yuan] : [...new Set(scales.map((scale) => worths[scale] ?? yuan))];
}

const unitLine = /单位\s*(?:均|都)?(?:为|是|[:(])?\s*(?:人民币)?\s*(?<scale>[万千百])?元/gu;

const nothing = /^(无|没有|零|不涉及|不需要|不需资金|无需资金|无需投入|不花钱|无费用|[-‐-―−]+|\/|\\)$/u;
const undecided = /^(待定|待核定|待核算|待估|若干|不详|另计)$/u;
const unstated = /^(列入预算|列入年度预算|列入计划|由?.{0,8}(承担|负担|支付)|自筹|大修费用|维修费|安全费用|按实际|据实)$/u;

/**
 * `5600元`, `￥310`, `1,800`, `0.72万`, `约300元`, `三千二`, `壹仟贰佰元整`; 无 and － are 0; 由维保单位承担 states no amount, with a
 * warning; 待定 is refused. Where a word of its own stands in a column of 万元, where the units of the table contradict each other, and
 * where a bare number is more than a hazard costs, the amounts that may be meant are the choices.
 */
export function fundsFrom(cell: Written, worth: Worth): Reading<Funds> {
  if (cell.kind !== 'text' && cell.kind !== 'number') return unread(cell.kind === 'error' ? 'cell_error' : 'funds_unreadable');
  const words = plain(cell.text).replace(/\s/gu, '');
  return saidIn(words) ?? amountIn(words, worth) ?? unread('funds_unreadable');
}

function saidIn(words: string): Reading<Funds> | null {
  if (nothing.test(words)) return read({ fen: 0 });
  if (undecided.test(words)) return unread('funds_undecided');
  return unstated.test(words) ? read({ fen: null }, 'funds_unstated') : null;
}

const written = new RegExp(
  `^(?:人民币)?(?<before>约|大约|近|预计|共|共计)?[¥￥]?(?:(?<digits>(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?<scale>万|w|千|k|百)?|(?<words>[${numeralSigns}]+))(?<yuan>(?:元|圆)[整正]?|块钱?|rmb)?(?<behind>左右|余元|多元)?$`,
  'iu',
);
const scales: Readonly<Record<string, number>> = { 万: 10_000, w: 10_000, 千: 1000, k: 1000, 百: 100 };

type Groups = Readonly<Record<string, string | undefined>>;

function amountIn(words: string, worth: Worth): Reading<Funds> | null {
  const found = written.exec(words)?.groups ?? {};
  const number = numberIn(found);
  return number === null ? null : readingOf(found, meantBy(found, number, worth));
}

function readingOf({ before = '', behind = '' }: Groups, { choices, code }: Meant): Reading<Funds> {
  const [fen = 0] = choices;
  if (choices.some((each) => !Number.isSafeInteger(each))) return unread('funds_unreadable');
  if (code !== null) return { ok: false, code, choices: choices.map((each) => ({ fen: each })) };
  return read({ fen }, /约|近|预计|左右|余|多/u.test(before + behind) ? 'number_approximate' : undefined);
}

type Meant = { readonly choices: readonly number[]; readonly code: 'funds_unit_unclear' | 'funds_implausible' | null };

/**
 * A number with a word of its own is worth that in a column of 元, and 三万元 also in one of 万元: nothing contradicts it. A bare one is worth
 * what its column says, if that is one thing.
 */
function meantBy(found: Groups, number: number, worth: Worth): Meant {
  const own = Math.round(number * (scales[found['scale']?.toLowerCase() ?? ''] ?? 1) * yuan);
  const readings = [...new Set([own, ...worth.map((each) => Math.round((own / yuan) * each))])];
  const isBare = found['scale'] === undefined && found['words'] === undefined && found['yuan'] === undefined;
  if (isBare) return bareNumber(number, worth, readings);
  const isOwn = worth.every((each) => each === yuan || (each === tenThousand && saysTenThousand(found)));
  return isOwn ? { choices: [own], code: null } : asks(readings, 'funds_unit_unclear');
}

function saysTenThousand({ scale, words, yuan: sign }: Groups): boolean {
  return sign?.startsWith('元') === true && /[万萬]$/u.test(scale ?? words ?? '');
}

function bareNumber(number: number, worth: Worth, readings: readonly number[]): Meant {
  const [fen = 0, ...others] = new Set(worth.map((each) => Math.round(number * each)));
  if (others.length > 0) return asks(readings, 'funds_unit_unclear');
  if (fen > 0 && fen < leastUnasked) return asks([fen, Math.round(number * tenThousand)], 'funds_implausible');
  return fen > mostUnasked ? asks(readings, 'funds_implausible') : { choices: [fen], code: null };
}

/** Nothing is nothing by any unit. */
function asks(readings: readonly number[], code: Meant['code']): Meant {
  return { choices: readings, code: readings.every((fen) => fen === 0) ? null : code };
}

function numberIn({ digits, words = '' }: Groups): number | null {
  return digits === undefined ? numberInWords(words) : Number(digits.replaceAll(',', ''));
}

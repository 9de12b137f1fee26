import type * as contract from '@changming/contract/assessments';
import { builtIndicator, isIndicatorCode, recordsOfIndicators, type Scheme } from '@changming/domain/assessments';
import i18next, { type TFunction } from 'i18next';

import type { Answer } from '../../api/route-types.ts';
import type { Tone } from '../../ui/tokens.ts';

export type Words = TFunction<'assessments'>;
type Line = contract.AssessmentLine;

/** A sentence of the trade with its numbers: `{numerator} ÷ {denominator}`. */
export function filledIn(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

/** What the product calls something by its code; a code that it does not know stands for itself. */
function known(group: 'schemes' | 'grades' | 'indicators' | 'dimensions' | 'points' | 'vetoes', code: string): string {
  const word: unknown = i18next.getResource(i18next.language, 'assessments', `${group}.${code}`);
  return typeof word === 'string' ? word : code;
}

export function schemeName({ code, name }: { readonly code: string; readonly name: string | null }): string {
  return name ?? known('schemes', code);
}

type Named = { readonly code: string; readonly name: string | null };

/** The words of one scheme: its own names first, then those that the product knows by the code. */
export type SchemeWords = {
  readonly grade: (code: string) => string;
  readonly indicator: (code: string) => string;
  readonly dimension: (code: string) => string;
  readonly rule: (code: string) => string;
  readonly part: (code: string) => string;
  /** Null until the scheme has come. */
  readonly version: number | null;
  /** From the best band down. */
  readonly grades: readonly string[];
};

export function schemeWords(scheme: Scheme | null): SchemeWords {
  const nameOf = (list: readonly Named[] | undefined, code: string) => list?.find((each) => each.code === code)?.name ?? null;
  const bands = scheme?.bands.map(({ grade, name }) => ({ code: grade, name }));
  const points = scheme === null ? [] : [...scheme.bonus.rules, ...scheme.malus.rules];
  return {
    grade: (code) => nameOf(bands, code) ?? known('grades', code),
    indicator: (code) => nameOf(scheme?.indicators, code) ?? known('indicators', code),
    dimension: (code) => nameOf(scheme?.dimensions, code) ?? known('dimensions', code),
    rule: (code) =>
      nameOf(points, code) ??
      nameOf(scheme?.vetoes, code) ??
      (known('points', code) === code ? known('vetoes', code) : known('points', code)),
    part: (code) => nameOf(scheme?.composition?.parts, code) ?? known('dimensions', code),
    version: scheme?.version ?? null,
    grades: (scheme?.bands ?? []).toSorted((a, b) => Number(b.from) - Number(a.from)).map(({ grade }) => grade),
  };
}

/** `2026年第三季度`, `2026年8月` */
export function periodWords(period: string, t: Words): string {
  const [year, part] = [period.slice(0, 4), period.slice(4)];
  if (part.startsWith('-')) return t('desk.periods.month', { year, month: Number(part.slice(1)) });
  return t(`desk.periods.${(part === '' ? 'year' : part) as 'Q1'}`, { year });
}

type PeriodTold = { readonly period: string; readonly openRestatement: boolean };

/** `2026年第二季度`, and after it that its score is a restatement that is not published. */
export function periodTold({ period, openRestatement }: PeriodTold, t: Words): string {
  const words = periodWords(period, t);
  return openRestatement ? t('desk.periodRestated', { period: words }) : words;
}

/** Best, good, fair, poor: by where the grade stands among the bands of its scheme. */
export type GradeRank = 'best' | 'good' | 'fair' | 'poor' | 'veto' | 'none';

export function gradeRank(grade: string | null, grades: readonly string[]): GradeRank {
  if (grade === null) return 'none';
  const at = grades.indexOf(grade);
  if (at < 0) return grades.length === 0 ? 'none' : 'veto';
  if (at === grades.length - 1) return 'poor';
  return at === 0 ? 'best' : at === 1 ? 'good' : 'fair';
}

export const rankTone: Readonly<Record<GradeRank, Tone>> = {
  best: 'done',
  good: 'moving',
  fair: 'waiting',
  poor: 'alert',
  veto: 'alert',
  none: 'neutral',
};

/** Why a line has no score, in words; null when it has one by its rate. */
export function reasonWords(
  { code, reason }: Pick<Line, 'code' | 'reason'>,
  { version }: Pick<SchemeWords, 'version'>,
  t: Words,
): string | null {
  if (reason === null) return null;
  if (reason === 'awaited' && version !== null && isCounted(code)) return t('desk.explanation.leftOut', { version });
  return filledIn(t(`lineReasons.${reason}`), { records: recordsAwaited(code, t) });
}

/** Whether the product counts it by now, though an older version of a scheme, which never changes, does not. */
export function isCounted(code: string): boolean {
  return builtIndicator(code) !== null;
}

export function recordsAwaited(code: string, t: Words): string {
  return isIndicatorCode(code) ? t(`recordKinds.${recordsOfIndicators[code]}`) : t('desk.records.some');
}

type Formula = Answer<typeof contract.readResult>['lines'][number]['formula'];

/** What the rate itself does not tell of how it came about, then how it became a score: whole sentences with their numbers. */
export function formulaWords(line: Line, formula: Formula, t: Words): string[] {
  const facts = { ...line.facts, ...formula.facts };
  if (line.value === null) return remarksOf(facts, t);
  const score = isPerMille(formula)
    ? filledIn(t('values.lowPerMille'), { ...shortened(facts), ...inThousandths(facts), value: perMilleOf(line) })
    : filledIn(t(`formulas.${formula.fn as 'lin'}`), shortened(facts));
  return [...valueWords(facts, t), ...remarksOf(facts, t), score];
}

/** Whether a rate is so low throughout, as 千人受伤率 is, that it is written in thousandths: its ends are given in percent. */
export function isPerMille({ fn, facts }: Pick<Formula, 'fn' | 'facts'>): boolean {
  return fn === 'neg' && Number(facts['bad']) < 1;
}

/** A rate in thousandths with the decimals that its score needs; one that was lowered for a small unit is its value. */
export function perMilleOf({ facts, value }: Pick<Line, 'facts' | 'value'>): string {
  const { perMille: exact, smallUnit } = facts;
  return exact === undefined || smallUnit !== undefined ? perMille(value ?? '') : short(exact);
}

/** Of a share in percent. */
function perMille(percent: string): string {
  return short(String(Number(percent) * 10));
}

function inThousandths(facts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(['good', 'bad'].map((name) => [name, perMille(facts[name] ?? '')]));
}

/** What an indicator tells beside its rate, by the fact that only it has. */
const besides = [
  ['inTime', 'halves'],
  ['graveRisks', 'gravelyUnchecked'],
  ['keyPositions', 'keyPositions'],
  ['unassessed', 'areas'],
  ['machines', 'machines'],
  ['testMissing', 'testMissing'],
  ['beyondDate', 'fireEquipment'],
  ['properties', 'harm'],
  ['perMille', 'injuries'],
  ['falsified', 'falsified'],
  ['dutiesOnTime', 'duties'],
  ['ledMonths', 'ledMonths'],
  ['certifiedPersons', 'certifiedPersons'],
  ['reportersAimedAt', 'reporters'],
] as const;

/** What is said besides where there was any. */
const remarks = ['undecided', 'smallUnit', 'unchecked'] as const;

function remarksOf(facts: Readonly<Record<string, string>>, t: Words): string[] {
  return remarks.flatMap((fact) => (Number(facts[fact] ?? 0) > 0 ? [filledIn(t(`values.${fact}`), shortened(facts))] : []));
}

function valueWords(facts: Readonly<Record<string, string>>, t: Words): string[] {
  const numbers = shortened(facts);
  const beside = besides.find(([fact]) => facts[fact] !== undefined);
  if (beside !== undefined) return [filledIn(t(`values.${beside[1]}`), numbers)];
  const { lookBacks, lookBacksAtLeast } = facts;
  if (lookBacks === undefined) return [];
  const tooFew = Number(lookBacks) < Number(lookBacksAtLeast);
  return [filledIn(t(tooFew ? 'values.tooFewLookBacks' : 'values.rateTimesTrueClosure'), numbers)];
}

/** Numbers as a person writes them: 85 and not 85.00, four places of a share. */
function shortened(facts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, /^-?\d+\.\d+$/.test(value) ? short(value) : value]));
}

export function short(decimal: string): string {
  return String(Math.round(Number(decimal) * 10_000) / 10_000);
}

/** `+2.10`, `−0.50` with a true minus sign. */
export function signed(delta: string): string {
  return delta.startsWith('-') ? `−${delta.slice(1)}` : `+${delta}`;
}

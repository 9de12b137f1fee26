import { refuse } from '../kernel/index.ts';
import { bandFaults } from './band-faults.ts';
import { countingOf } from './counting-of.ts';
import { decimal, isLess, isNothing, nothing, total, whole } from './exact.ts';
import { builtIndicator } from './indicators/index.ts';
import { type Measure, strangeColumns } from './measure.ts';
import { isStraight } from './score-function.ts';
import type { Scheme, SchemeIndicator, ZeroPolicy } from './scheme.ts';

/** What can be wrong with a scheme whose shape is right. Each is also a refusal, `assessments.<fault>`. */
export const schemeFaults = [
  'band_gap',
  'band_overlap',
  'band_outside',
  'code_twice',
  'dimension_unknown',
  'dimension_in_two_parts',
  'dimension_in_no_part',
  'grade_unknown',
  'indicator_unknown',
  'params_invalid',
  'column_unknown',
  'function_crooked',
  'weight_nothing',
  'shares_not_whole',
  'zero_policy_unknown',
  'zero_policy_circular',
  'share_nothing',
] as const;
export type SchemeFault = { readonly fault: (typeof schemeFaults)[number]; readonly facts: Readonly<Record<string, string>> };

/** Everything that is wrong with the scheme, in the order of its parts; empty when it may be published. */
export function faultsOf(scheme: Scheme): SchemeFault[] {
  return [
    ...twice(scheme),
    ...dimensionFaults(scheme),
    ...scheme.indicators.flatMap(indicatorFaults),
    ...policyFaults(scheme.indicators),
    ...weightFaults(scheme),
    ...bandFaults(scheme.bands, scheme.fullMarks),
    ...vetoFaults(scheme),
    ...compositionFaults(scheme),
    ...measuresBeside(scheme).flatMap(({ code, measure }) => columnFaults(code, measure)),
  ];
}

/** Refuses by `invalid` with the first fault. */
export function refuseFaulty(scheme: Scheme): void {
  const [first] = faultsOf(scheme);
  if (first !== undefined) refuse('invalid', `assessments.${first.fault}`, first.facts);
}

function twice({ dimensions, indicators, bands, bonus, malus, vetoes }: Scheme): SchemeFault[] {
  return [dimensions, indicators, bands.map(({ grade }) => ({ code: grade })), [...bonus.rules, ...malus.rules], vetoes].flatMap((list) => {
    const codes = list.map(({ code }) => code);
    const again = codes.filter((code, at) => codes.indexOf(code) !== at);
    return [...new Set(again)].map((code): SchemeFault => ({ fault: 'code_twice', facts: { code } }));
  });
}

function dimensionFaults({ dimensions, indicators }: Scheme): SchemeFault[] {
  const known = new Set(dimensions.map(({ code }) => code));
  return indicators
    .filter(({ dimension }) => !known.has(dimension))
    .map(({ code, dimension }) => ({ fault: 'dimension_unknown', facts: { code, dimension } }));
}

function indicatorFaults({ code, by, source }: SchemeIndicator): SchemeFault[] {
  const crooked: SchemeFault[] = isStraight(by) ? [] : [{ fault: 'function_crooked', facts: { code } }];
  if (source.kind !== 'built') return [...crooked, ...measuresOf(source).flatMap((measure) => columnFaults(code, measure))];
  const built = builtIndicator(source.indicator);
  if (built === null) return [...crooked, { fault: 'indicator_unknown', facts: { code, indicator: source.indicator } }];
  return built.counting(source.params) === null ? [...crooked, { fault: 'params_invalid', facts: { code } }] : crooked;
}

function measuresOf(source: SchemeIndicator['source']): Measure[] {
  if (source.kind === 'amount') return source.terms.map(({ measure }) => measure);
  return source.kind === 'ratio' ? [...source.numerator, ...source.denominator].map(({ measure }) => measure) : [];
}

function columnFaults(code: string, measure: Measure): SchemeFault[] {
  return strangeColumns(measure).map((column) => ({ fault: 'column_unknown', facts: { code, table: measure.table, column } }));
}

function policyFaults(indicators: readonly SchemeIndicator[]): SchemeFault[] {
  const after = new Map(indicators.map(({ code, zero }) => [code, typeof zero !== 'string' && 'fullIf' in zero ? zero.fullIf : null]));
  return indicators.flatMap((each): SchemeFault[] => {
    const { code } = each;
    const unknown = unknownMeasure(each);
    if (unknown !== null) return [{ fault: 'zero_policy_unknown', facts: { code, indicator: unknown } }];
    const first = after.get(code) ?? null;
    if (first === null) return [];
    if (!after.has(first)) return [{ fault: 'zero_policy_unknown', facts: { code, indicator: first } }];
    return comesBack(code, after) ? [{ fault: 'zero_policy_circular', facts: { code } }] : [];
  });
}

/** The measure that a zero policy asks for and the indicator does not have; null when there is none such. */
function unknownMeasure(of: SchemeIndicator): string | null {
  const measure = measureAskedFor(of.zero);
  if (measure === null) return null;
  return Object.hasOwn(countingOf(of)?.measures ?? {}, measure) ? null : measure;
}

function measureAskedFor(zero: ZeroPolicy): string | null {
  if (typeof zero === 'string' || 'fullIf' in zero) return null;
  if ('zeroIf' in zero) return zero.zeroIf;
  return 'naIf' in zero ? zero.naIf : zero.fullUnless;
}

function comesBack(code: string, after: ReadonlyMap<string, string | null>): boolean {
  let next = after.get(code) ?? null;
  for (let steps = 0; next !== null && steps <= after.size; steps += 1) {
    if (next === code) return true;
    next = after.get(next) ?? null;
  }
  return false;
}

function weightFaults({ indicators, fullMarks, insufficientShare }: Scheme): SchemeFault[] {
  const nil = indicators.filter(({ weight }) => isNothing(decimal(weight)));
  const faults = nil.map(({ code }): SchemeFault => ({ fault: 'weight_nothing', facts: { code } }));
  const empty = !indicators.some(({ on }) => on) || isNothing(decimal(fullMarks));
  if (isNothing(decimal(insufficientShare))) faults.push({ fault: 'share_nothing', facts: {} });
  return empty ? [...faults, { fault: 'weight_nothing', facts: { code: '' } }] : faults;
}

function vetoFaults({ vetoes, bands }: Scheme): SchemeFault[] {
  const grades = new Set(bands.map(({ grade }) => grade));
  return vetoes
    .filter(({ bestGrade }) => bestGrade !== null && !grades.has(bestGrade))
    .map(({ code, bestGrade }) => ({ fault: 'grade_unknown', facts: { code, grade: bestGrade ?? '' } }));
}

function compositionFaults({ composition, dimensions }: Scheme): SchemeFault[] {
  if (composition === null) return [];
  const named = composition.parts.flatMap((part) => part.dimensions);
  const known = new Set(dimensions.map(({ code }) => code));
  const shares = total(composition.parts.map(({ share }) => decimal(share)));
  const notWhole = isLess(shares, whole) || isLess(whole, shares);
  const nil = composition.parts.some(({ share }) => !isLess(nothing, decimal(share)));
  return [
    ...(notWhole ? [{ fault: 'shares_not_whole', facts: {} } as const] : []),
    ...(nil ? [{ fault: 'share_nothing', facts: {} } as const] : []),
    ...named
      .filter((code) => !known.has(code))
      .map((dimension) => ({ fault: 'dimension_unknown', facts: { code: '', dimension } }) as const),
    ...[...new Set(named.filter((code, at) => named.indexOf(code) !== at))].map(
      (dimension) => ({ fault: 'dimension_in_two_parts', facts: { dimension } }) as const,
    ),
    ...[...known]
      .filter((code) => !named.includes(code))
      .map((dimension) => ({ fault: 'dimension_in_no_part', facts: { dimension } }) as const),
  ];
}

function measuresBeside({ bonus, malus, vetoes }: Scheme): { code: string; measure: Measure }[] {
  const counted = [...bonus.rules, ...malus.rules].map(({ code, counts }) => ({ code, measure: counts }));
  const suggested = vetoes.map(({ code, suggests }) => ({ code, measure: suggests }));
  return [...counted, ...suggested].flatMap(({ code, measure }) => (measure === null ? [] : [{ code, measure }]));
}

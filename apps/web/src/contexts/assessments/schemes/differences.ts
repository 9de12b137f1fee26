import type { Scheme, SchemeIndicator } from '@changming/domain/assessments';

import { type SchemeWords, short, type Words } from '../words.ts';
import { generalRules } from './rules-panel.tsx';
import { byWords, paramName, paramsOf, paramValue, zeroWords } from './scheme-words.ts';

export type Difference = { readonly what: string; readonly other: string; readonly ours: string };

type Told = { readonly words: SchemeWords; readonly t: Words };

/** What two versions of a scheme say differently, part by part. */
export function differences(other: Scheme, ours: Scheme, told: Told): Difference[] {
  return [
    ...ofIndicators(other, ours, told),
    ...ofLists(other, ours, told),
    ...ofRules(generalRules(other, told.words, told.t), generalRules(ours, told.words, told.t), told.t),
  ].filter((each) => each.other !== each.ours);
}

function ofIndicators(other: Scheme, ours: Scheme, told: Told): Difference[] {
  const codes = new Set([...other.indicators, ...ours.indicators].map(({ code }) => code));
  return [...codes].toSorted().flatMap((code) => {
    const [before, after] = [other, ours].map(({ indicators }) => indicators.find((each) => each.code === code));
    return before === undefined || after === undefined ? [onlyOne(code, { before, after }, told)] : ofIndicator(before, after, told);
  });
}

type Pair = { readonly before: SchemeIndicator | undefined; readonly after: SchemeIndicator | undefined };

function onlyOne(code: string, { before, after }: Pair, { words, t }: Told): Difference {
  const said = (each: SchemeIndicator | undefined) => t(each === undefined ? 'desk.scheme.absent' : 'desk.scheme.present');
  return { what: `${code} ${words.indicator(code)}`, other: said(before), ours: said(after) };
}

function ofIndicator(before: SchemeIndicator, after: SchemeIndicator, { words, t }: Told): Difference[] {
  const indicator = `${after.code} ${words.indicator(after.code)}`;
  const of = (part: 'weight' | 'on' | 'by' | 'zero' | 'source' | 'params', said: (each: SchemeIndicator) => string): Difference => ({
    what: t(`desk.scheme.compareParts.${part}`, { indicator }),
    other: said(before),
    ours: said(after),
  });
  return [
    of('weight', ({ weight }) => short(weight)),
    of('on', ({ on }) => t(on ? 'desk.scheme.on' : 'desk.scheme.off')),
    of('by', (each) => byWords(each, t)),
    of('zero', (each) => zeroWords(each, words, t)),
    of('source', ({ source }) => t(`desk.scheme.sources.${source.kind}`)),
    of('params', (each) =>
      paramsOf(each)
        .map((param) => `${paramName(param.name, t)} ${paramValue(param)}`)
        .join('；'),
    ),
  ];
}

/** Bands, points and vetoes, each by its code. */
function ofLists(other: Scheme, ours: Scheme, { words, t }: Told): Difference[] {
  const said = (scheme: Scheme) =>
    new Map<string, string>([
      ...scheme.bands.map(({ grade, from, below }): [string, string] => [
        t('desk.scheme.compareParts.band', { grade: words.grade(grade) }),
        below === null
          ? t('desk.scheme.bandTop', { from: short(from) })
          : t('desk.scheme.bandRange', { from: short(from), below: short(below) }),
      ]),
      ...[...scheme.bonus.rules, ...scheme.malus.rules].map(({ code, points }): [string, string] => [
        words.rule(code),
        t('desk.scheme.pointsOf', { points: short(points) }),
      ]),
      ...scheme.vetoes.map(({ code, bestGrade }): [string, string] => [
        words.rule(code),
        bestGrade === null ? t('desk.scheme.vetoWhole') : t('desk.scheme.vetoLimit', { grade: words.grade(bestGrade) }),
      ]),
    ]);
  const [before, after] = [said(other), said(ours)];
  return [...new Set([...before.keys(), ...after.keys()])].map((what) => ({
    what,
    other: before.get(what) ?? t('desk.scheme.absent'),
    ours: after.get(what) ?? t('desk.scheme.absent'),
  }));
}

/** Sentences that only one of the two has, side by side. */
function ofRules(other: readonly string[], ours: readonly string[], t: Words): Difference[] {
  const [gone, come] = [other.filter((each) => !ours.includes(each)), ours.filter((each) => !other.includes(each))];
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => ({
    what: t('desk.scheme.rules'),
    other: gone[at] ?? t('desk.scheme.absent'),
    ours: come[at] ?? t('desk.scheme.absent'),
  }));
}

import { type LiveCause, type RiskLevel, riskLevels } from '@changming/domain/risks';
import type { zhCN } from '@changming/phrases';

import { type Made, timeWritten, wordsIn } from '../paper/words.ts';
import type { MapPaper, MapSign } from './map-paper.ts';

/** By which level points are coloured: the worse of nature and now, or nature alone. */
export type MapColours = 'shown' | 'inherent';

type DrawnPoint = {
  readonly name: string;
  readonly unit: string;
  readonly x: number;
  readonly y: number;
  readonly inherent: RiskLevel | null;
  readonly live: RiskLevel | null;
  readonly shown: RiskLevel | null;
  readonly open: Readonly<Record<LiveCause, number>>;
  readonly overdue: number;
};

/** 四色图 as it was read at `at`, by `by`. */
export type DrawnMap = {
  readonly plan: { readonly name: string; readonly unit: string; readonly number: number | null };
  readonly points: readonly DrawnPoint[];
  readonly printed: { readonly number: number; readonly code: string; readonly issuedOn: string } | null;
  readonly by: string | null;
  readonly at: Date;
  readonly jpeg: Uint8Array;
};

/** `origin` is where phones reach the product, `https://cm.example.com`. */
type How = Pick<Made, 'language'> & { readonly colours: MapColours; readonly origin: string };
type Words = (typeof zhCN)['risks'];

/** What the sheet says, in one language. */
export function riskMapPaper(map: DrawnMap, { colours, origin, language }: How): MapPaper {
  const { risks: words } = wordsIn(language);
  const { maps } = words.desk;
  const { plan, printed, points, jpeg, at: madeAt } = map;
  const mode = maps[colours === 'shown' ? 'worst' : 'inherent'];
  const as = said(maps.asOf, { mode, at: timeWritten(madeAt) ?? '' });
  return {
    title: said(maps.printTitle, { unit: plan.unit }),
    subtitle: `${plan.name} · ${as}`,
    jpeg,
    points: points.map(({ name, x, y, ...point }) => ({ name, x, y, ...signOf(point[colours], words) })),
    legend: { title: maps.legend, note: maps.signs, lines: legendOf(points, colours, words) },
    worst: { title: maps.worstPoints, none: maps.noWorst, more: maps.moreWorst, lines: worstOf(map, colours, words) },
    facts: factsOf(map, words),
    check: printed === null ? null : { address: `${origin.replace(/\/+$/u, '')}/m/s/${printed.code}`, words: maps.check },
    madeAt,
  };
}

function signOf(level: RiskLevel | null, { colours }: Words): MapSign {
  return { level, letter: level === null ? '·' : colours[level].slice(0, 1) };
}

function legendOf(points: readonly DrawnPoint[], colours: MapColours, words: Words): MapPaper['legend']['lines'] {
  const { maps } = words.desk;
  return [...riskLevels, null].map((level) => ({
    ...signOf(level, words),
    words: level === null ? maps.unassessed : words.levels[level],
    count: said(maps.counted, { count: points.filter((point) => point[colours] === level).length }),
  }));
}

/** Red before orange, then by how much is overdue and open; the rest needs no line of its own. */
function worstOf({ plan, points }: DrawnMap, colours: MapColours, words: Words): MapPaper['worst']['lines'] {
  const bad = points.filter((point) => point[colours] === 'major' || point[colours] === 'larger');
  const rank = (point: DrawnPoint) => riskLevels.indexOf(point[colours] ?? 'low');
  const sorted = bad.toSorted((one, other) => rank(one) - rank(other) || other.overdue - one.overdue || openOf(other) - openOf(one));
  const nameOf = ({ name, unit }: DrawnPoint) => (unit === plan.unit ? name : `${name} · ${unit}`);
  return sorted.map((point) => ({ ...signOf(point[colours], words), name: nameOf(point), note: noteOf(point, words) }));
}

function openOf({ open }: DrawnPoint): number {
  return open.hazard + open.failedCheck + open.missedCheck;
}

function noteOf(point: DrawnPoint, { desk: { maps }, colours, liveCauses }: Words): string {
  const colour = (level: RiskLevel | null) => (level === null ? maps.unassessed : colours[level]);
  const causes = (['hazard', 'failedCheck', 'missedCheck'] as const).filter((cause) => point.open[cause] > 0);
  const now = point.live === null ? maps.nothingOpen : colour(point.live);
  return [
    said(maps.natureAndNow, { inherent: colour(point.inherent), live: now }),
    ...causes.map((cause) => `${liveCauses[cause]} ${point.open[cause]}`),
    ...(point.overdue > 0 ? [said(maps.overdue, { count: point.overdue })] : []),
  ].join(' · ');
}

function factsOf({ plan, printed, by, at }: DrawnMap, { desk: { maps } }: Words): string[] {
  return [
    said(maps.unitIs, { unit: plan.unit }),
    said(maps.planIs, { plan: plan.name, number: plan.number ?? '' }),
    ...(by === null ? [] : [said(maps.madeBy, { name: by })]),
    said(maps.madeAt, { at: timeWritten(at) ?? '' }),
    printed === null
      ? maps.noNumber
      : said(maps.numberIs, { number: said(maps.printNumber, { number: printed.number, on: printed.issuedOn }) }),
  ];
}

function said(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => String(facts[name] ?? ''));
}

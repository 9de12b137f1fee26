import type { Scheme } from '@changming/domain/assessments';
import { useTranslation } from 'react-i18next';

import { gradeRank, type SchemeWords, short } from '../words.ts';
import '../charts/chart.css';
import './schemes.css';

type BandStripProps = { readonly scheme: Pick<Scheme, 'bands' | 'fullMarks'>; readonly words: SchemeWords };

/** 等级分数段 from 0 to the full marks: bands that do not meet leave a hole that says so. */
export function BandStrip({ scheme: { bands, fullMarks }, words }: BandStripProps) {
  const { t } = useTranslation('assessments');
  const full = Number(fullMarks);
  const share = (points: number) => `${Math.min(100, Math.max(0, (points / full) * 100))}%`;
  const parts = bands
    .map(({ grade, from, below }) => ({ grade, from: Number(from), below: Number(below ?? fullMarks) }))
    .toSorted((a, b) => a.from - b.from);
  const marks = marksOf([0, ...parts.flatMap(({ from, below }) => [from, below]), full], full);
  return (
    <div
      className="band-strip"
      role="img"
      aria-label={parts.map(({ grade, from, below }) => `${words.grade(grade)} ${from}–${below}`).join('，')}
    >
      <div className="band-strip__bar">
        {holes(parts, full).map(([from, below]) => (
          <span
            key={`${from} ${below}`}
            className="band-strip__hole"
            style={{ insetInlineStart: share(from), inlineSize: share(below - from) }}
          >
            {below - from >= full * legible && t('desk.scheme.bandGap', { from, below })}
          </span>
        ))}
        {parts.map(({ grade, from, below }) => (
          <span
            key={grade}
            className={`band-strip__band grade-strip__part grade-strip__part--${gradeRank(grade, words.grades)}`}
            style={{ insetInlineStart: share(from), inlineSize: share(below - from) }}
          >
            <em>{words.grade(grade)}</em>
          </span>
        ))}
      </div>
      <div className="band-strip__marks" aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark} style={{ insetInlineStart: share(mark) }}>
            {short(String(mark))}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The least share of the strip on which words can be read. */
const legible = 0.08;

/** Ends of bands, without those that would stand on top of each other: the list below names them all. */
function marksOf(ends: readonly number[], full: number): number[] {
  const sorted = [...new Set(ends)].filter((end) => end <= full).toSorted((a, b) => b - a);
  return sorted.filter((end, at) => at === 0 || end === 0 || (sorted[at - 1] ?? full) - end >= full * 0.03);
}

type Part = { readonly from: number; readonly below: number };

function holes(parts: readonly Part[], full: number): (readonly [from: number, below: number])[] {
  const starts = [0, ...parts.map(({ below }) => below)];
  const ends = [...parts.map(({ from }) => from), full];
  return starts.flatMap((start, at) => {
    const end = ends[at] ?? full;
    return start < end ? [[start, end] as const] : [];
  });
}

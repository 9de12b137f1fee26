import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { Chart, type LegendEntry } from '../charts/chart.tsx';
import { barHeight, rankingOption } from '../charts/ranking-option.ts';
import type { Result } from '../queries.ts';
import { gradeRank, type SchemeWords, type Words } from '../words.ts';

type RankingChartProps = {
  readonly title: string;
  readonly rows: readonly Result[];
  readonly words: SchemeWords;
  readonly fullMarks: number;
  /** Stands out; the others step back. */
  readonly ownId?: string;
  readonly onPick: (unitId: string) => void;
};

/** 得分图 of the units that have a total. */
export function RankingChart({ title, rows, words, fullMarks, ownId, onPick }: RankingChartProps) {
  const { t } = useTranslation('assessments');
  const scored = useMemo(() => rows.filter(({ final }) => final !== null), [rows]);
  const option = useMemo(
    () =>
      rankingOption(
        scored.map((row) => ({
          unit: row.unit,
          final: row.final ?? '',
          grade: row.grade,
          label: labelOf(row, words, t),
          own: row.unitId === ownId,
        })),
        { words, fullMarks, anyOwn: ownId !== undefined },
      ),
    [scored, words, fullMarks, ownId, t],
  );
  return (
    <Chart
      title={title}
      option={option}
      height={scored.length * barHeight + 36}
      legend={legendOf(scored, words)}
      table={{
        heads: [t('desk.ranking.unit'), t('desk.ranking.place'), t('desk.ranking.final'), t('desk.ranking.grade')],
        rows: scored.map((row) => [row.unitId, row.unit, String(row.place ?? ''), row.final ?? '', words.grade(row.grade ?? '')]),
      }}
      onPick={(at) => onPick(scored[at]?.unitId ?? '')}
    />
  );
}

function labelOf({ final, grade, gradeBeforeVeto }: Result, words: SchemeWords, t: Words): string {
  const name = words.grade(grade ?? '');
  return grade === gradeBeforeVeto ? `${final} ${name}` : t('desk.vetoedFrom', { final, grade: name });
}

function legendOf(rows: readonly Result[], words: SchemeWords): LegendEntry[] {
  const present = new Set(rows.map(({ grade }) => grade));
  const grades = [...words.grades, ...[...present].flatMap((grade) => (grade === null || words.grades.includes(grade) ? [] : [grade]))];
  return grades.filter((grade) => present.has(grade)).map((grade) => ({ mark: gradeRank(grade, words.grades), label: words.grade(grade) }));
}

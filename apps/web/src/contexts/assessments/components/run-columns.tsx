import { instantText } from '../../../ui/dates.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import type { AssessmentRun, AssessmentSchemeHead } from '../queries.ts';
import { periodWords, schemeName, schemeWords, type Words } from '../words.ts';
import { RunTags } from './run-tags.tsx';

export function runColumns(t: Words, schemes: readonly AssessmentSchemeHead[]): DataColumn<AssessmentRun>[] {
  const several = new Set(schemes.map(({ code }) => code)).size > 1;
  return [
    { id: 'period', title: t('desk.runs.period'), width: 132, render: ({ period }) => periodWords(period, t) },
    {
      id: 'scheme',
      title: t('desk.runs.scheme'),
      width: several ? 180 : 160,
      render: ({ scheme }) => `${schemeName(scheme)} ${t('desk.version', { version: scheme.version })}`,
    },
    { id: 'stage', title: t('desk.runs.stage'), width: 156, render: (run) => <RunTags run={run} /> },
    { id: 'units', title: t('desk.runs.units'), width: 84, numeric: true, render: ({ summary }) => summary.units.toLocaleString('zh-CN') },
    {
      id: 'grades',
      title: t('desk.runs.grades'),
      width: 272,
      render: ({ summary }) => <span className="assessment-wrap">{gradeCounts(summary, t)}</span>,
    },
    { id: 'knownAt', title: t('desk.runs.knownAt'), width: 146, hiddenAtFirst: true, render: ({ knownAt }) => instantText(knownAt) },
    {
      id: 'publishedAt',
      title: t('desk.runs.publishedAt'),
      width: 146,
      render: ({ publishedAt }) => (publishedAt === null ? t('desk.none') : instantText(publishedAt)),
    },
  ];
}

/** `优秀 4 · 良好 1 · 数据不足 1` */
function gradeCounts({ grades, statuses }: AssessmentRun['summary'], t: Words): string {
  const { grade } = schemeWords(null);
  const scored = Object.entries(grades)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]) => `${grade(code)} ${count}`);
  const others = (['insufficientData', 'notAssessed'] as const).flatMap((status) => {
    const count = statuses[status] ?? 0;
    return count === 0 ? [] : [`${t(`statuses.${status}`)} ${count}`];
  });
  return [...scored, ...others].join(' · ');
}

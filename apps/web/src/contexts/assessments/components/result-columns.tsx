import type { DataColumn } from '../../../ui/data-table.tsx';
import type { Result } from '../queries.ts';
import type { SchemeWords, Words } from '../words.ts';
import { short } from '../words.ts';
import { GradeTag } from './grade-tag.tsx';

export type ResultRow = Result & { readonly id: string };

type Told = { readonly t: Words; readonly words: SchemeWords; readonly kindOf: (kind: string) => string; readonly weightOn: number };

/** 排名: words where there is no number, never a 0. */
export function resultColumns({ t, words, kindOf, weightOn }: Told): DataColumn<ResultRow>[] {
  return [
    { id: 'unit', title: t('desk.ranking.unit'), width: 184, render: ({ unit }) => unit },
    { id: 'place', title: t('desk.ranking.place'), width: 76, numeric: true, render: ({ place }) => place ?? t('desk.none') },
    { id: 'final', title: t('desk.ranking.final'), width: 76, numeric: true, render: (row) => <Final row={row} t={t} /> },
    { id: 'grade', title: t('desk.ranking.grade'), width: 136, render: (row) => <GradeTag result={row} words={words} /> },
    { id: 'base', title: t('desk.ranking.base'), width: 76, numeric: true, render: ({ base }) => base ?? t('desk.none') },
    { id: 'extras', title: t('desk.ranking.extras'), width: 80, numeric: true, render: (row) => extras(row, t) },
    {
      id: 'coverage',
      title: t('desk.ranking.coverage'),
      width: 92,
      numeric: true,
      render: ({ applicableWeight, status }) => (status === 'notAssessed' ? t('desk.none') : `${short(applicableWeight)} / ${weightOn}`),
    },
    { id: 'kind', title: t('desk.ranking.kind'), width: 72, render: ({ kind }) => kindOf(kind) },
    {
      id: 'headcount',
      title: t('desk.ranking.headcount'),
      width: 68,
      numeric: true,
      render: ({ headcount }) => headcount?.toLocaleString('zh-CN') ?? t('desk.none'),
    },
  ];
}

function Final({ row: { final }, t }: { readonly row: Result; readonly t: Words }) {
  return final === null ? t('desk.none') : <strong>{final}</strong>;
}

function extras({ bonus, malus, final }: Result, t: Words): string {
  if (final === null) return t('desk.none');
  const parts = [bonus === '0.00' ? [] : [`+${short(bonus)}`], malus === '0.00' ? [] : [`−${short(malus)}`]].flat();
  return parts.length === 0 ? t('desk.none') : parts.join(' ');
}

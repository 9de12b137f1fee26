import { isUndecided } from '@changming/domain/hazards';
import type { TFunction } from 'i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { both, TwoLines } from '../../../ui/two-lines.tsx';
import type { HazardSummary } from '../queries.ts';
import { Due } from './due.tsx';
import { LevelTag, StageTag } from './tags.tsx';
import { Thumb } from './thumb.tsx';

/** The words take what the others leave: two lines of them, also at 1280 px beside the tree. */
export function ledgerColumns(t: TFunction<'hazards'>): DataColumn<HazardSummary>[] {
  return [
    { id: 'number', title: t('desk.columns.number'), width: 124, render: ({ number }) => number },
    {
      id: 'stage',
      title: both(t('desk.columns.stage'), t('desk.columns.level')),
      width: 100,
      render: ({ stage, level }) => <TwoLines first={<StageTag stage={stage} />} second={<LevelTag level={level} />} />,
    },
    { id: 'what', title: t('desk.columns.what'), render: (row) => <What row={row} t={t} /> },
    {
      id: 'unit',
      title: t('desk.columns.unit'),
      width: 94,
      render: ({ unit, responsible }) => <TwoLines first={unit} second={responsible} />,
    },
    { id: 'due', title: t('desk.columns.due'), width: 104, render: (row) => <Due short hazard={row} /> },
    { id: 'found', title: t('desk.columns.found'), width: 108, hiddenAtFirst: true, render: ({ foundOn }) => foundOn },
    { id: 'source', title: t('desk.columns.source'), width: 92, hiddenAtFirst: true, render: ({ source }) => t(`sources.${source}`) },
    { id: 'photo', title: t('desk.columns.photo'), width: 96, hiddenAtFirst: true, render: (row) => <Thumb hazard={row} /> },
    { id: 'area', title: t('desk.columns.area'), width: 110, hiddenAtFirst: true, render: ({ keyArea }) => t(`keyAreas.${keyArea}`) },
    { id: 'sendBacks', title: t('desk.columns.sendBacks'), width: 80, numeric: true, hiddenAtFirst: true, render: (row) => row.sendBacks },
  ];
}

type OfRow = { readonly row: HazardSummary };

/** Category with what makes it special, and below it the words: two lines, whole to whoever rests on them. */
function What({ row, t }: OfRow & { readonly t: TFunction<'hazards'> }) {
  const words = row.text ?? row.point ?? row.place;
  return (
    <>
      <span className="hazard-what">
        <span className="hazard-what__category">{t(`categories.${row.category}`)}</span>
        {row.supervised && <StatusTag tone="alert">{t('desk.supervised')}</StatusTag>}
        {isUndecided(row) && <StatusTag tone="alert">{t('desk.maybeMajor')}</StatusTag>}
        {row.beforeLack !== null && (
          <span title={t('beforeLack.because', { reason: row.beforeLack })}>
            <StatusTag tone="waiting">{t('beforeLack.title')}</StatusTag>
          </span>
        )}
        {row.recurrences > 0 && <StatusTag tone="waiting">{t('desk.again', { count: row.recurrences })}</StatusTag>}
      </span>
      {words !== null && (
        <span className="hazard-words" title={words}>
          {words}
        </span>
      )}
    </>
  );
}

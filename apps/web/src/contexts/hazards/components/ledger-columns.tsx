import type { TFunction } from 'i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { photoAddress } from '../photos/photo-address.ts';
import type { HazardSummary } from '../queries.ts';
import { isUndecided } from '../look.ts';
import { Due } from './due.tsx';
import { LevelTag, StageTag } from './tags.tsx';

export function ledgerColumns(t: TFunction<'hazards'>): DataColumn<HazardSummary>[] {
  return [
    { id: 'number', title: t('desk.columns.number'), width: 124, render: ({ number }) => number },
    { id: 'level', title: t('desk.columns.level'), width: 84, render: ({ level }) => <LevelTag level={level} /> },
    { id: 'stage', title: t('desk.columns.stage'), width: 92, render: ({ stage }) => <StageTag stage={stage} /> },
    { id: 'what', title: t('desk.columns.what'), width: 176, render: (row) => <What row={row} t={t} /> },
    { id: 'unit', title: t('desk.columns.unit'), width: 96, render: ({ unit }) => unit },
    { id: 'responsible', title: t('desk.columns.responsible'), width: 72, render: ({ responsible }) => responsible ?? '—' },
    { id: 'due', title: t('desk.columns.due'), width: 104, render: (row) => <Due short hazard={row} /> },
    { id: 'found', title: t('desk.columns.found'), width: 108, hiddenAtFirst: true, render: ({ foundOn }) => foundOn },
    { id: 'source', title: t('desk.columns.source'), width: 92, hiddenAtFirst: true, render: ({ source }) => t(`sources.${source}`) },
    { id: 'photo', title: t('desk.columns.photo'), width: 96, hiddenAtFirst: true, render: (row) => <Thumb row={row} /> },
    { id: 'area', title: t('desk.columns.area'), width: 110, hiddenAtFirst: true, render: ({ keyArea }) => t(`keyAreas.${keyArea}`) },
    { id: 'sendBacks', title: t('desk.columns.sendBacks'), width: 80, numeric: true, hiddenAtFirst: true, render: (row) => row.sendBacks },
  ];
}

type OfRow = { readonly row: HazardSummary };

/** Category with what makes it special, and below it the words. */
function What({ row, t }: OfRow & { readonly t: TFunction<'hazards'> }) {
  const words = row.text ?? row.point ?? row.place;
  return (
    <TwoLines
      first={
        <span className="hazard-what">
          <span className="hazard-what__category">{t(`categories.${row.category}`)}</span>
          {row.supervised && <StatusTag tone="alert">{t('desk.supervised')}</StatusTag>}
          {isUndecided(row) && <StatusTag tone="alert">{t('desk.maybeMajor')}</StatusTag>}
          {row.recurrences > 0 && <StatusTag tone="waiting">{t('desk.again', { count: row.recurrences })}</StatusTag>}
        </span>
      }
      second={words}
    />
  );
}

function Thumb({ row: { id, photoId } }: OfRow) {
  if (photoId === null) return <span className="hazard-quiet">—</span>;
  return <img className="hazard-thumb" src={photoAddress(photoId, 'thumb', id)} alt="" loading="lazy" />;
}

import { type ListColumn, type ThreeList, threeLists } from '@changming/domain/hazards';
import { basisWords, type Language } from '@changming/phrases';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';

import type { DataColumn } from '../../../ui/data-table.tsx';
import type { ThreeListRow } from '../list-queries.ts';
import { photoAddress } from '../photos/photo-address.ts';
import { LevelTag, StageTag } from './tags.tsx';

type Words = { readonly t: TFunction<'hazards'>; readonly language: Language };
type Cell = { readonly width: number; readonly numeric?: true; readonly render: (row: ThreeListRow, words: Words) => ReactNode };

/** The customary columns of one list, in their order. */
export function listColumns(list: ThreeList, words: Words): DataColumn<ThreeListRow>[] {
  return threeLists[list].map((name: ListColumn) => {
    const { render, ...look } = cells[name];
    return { id: name, title: words.t(`columns.${name}`), ...look, render: (row) => render(row, words) };
  });
}

function plain(width: number, said: (row: ThreeListRow, words: Words) => string | null): Cell {
  return { width, render: (row, words) => said(row, words) ?? <span className="hazard-quiet">—</span> };
}

function long(width: number, said: (row: ThreeListRow, words: Words) => string | null): Cell {
  return {
    width,
    render: (row, words) => {
      const text = said(row, words);
      return text === null ? <span className="hazard-quiet">—</span> : <span title={text}>{text}</span>;
    },
  };
}

function money(fenOf: (row: ThreeListRow) => number | null): Cell {
  return {
    width: 104,
    numeric: true,
    render: (row) => {
      const fen = fenOf(row);
      return fen === null ? '—' : (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 });
    },
  };
}

function pictures(photosOf: (row: ThreeListRow) => ThreeListRow['beforePhotos'], lackOf: (row: ThreeListRow) => string | null): Cell {
  return { width: 104, render: (row, { t }) => <Thumb hazardId={row.id} photos={photosOf(row)} lack={lackOf(row)} words={t} /> };
}

const cells = {
  number: plain(128, ({ number }) => number),
  unit: long(168, ({ unit }) => unit),
  place: long(120, ({ place }) => place),
  keyArea: plain(88, ({ keyArea }, { t }) => t(`keyAreas.${keyArea}`)),
  problem: long(260, ({ text }) => text),
  category: plain(104, ({ category }, { t }) => t(`categories.${category}`)),
  level: { width: 84, render: ({ level }) => <LevelTag level={level} /> },
  clauses: long(160, ({ clauses }, { language }) =>
    clauses.length === 0 ? null : clauses.map((code) => basisWords(code, language)).join('；'),
  ),
  inspection: plain(104, ({ source }, { t }) => t(`sources.${source}`)),
  finder: plain(80, ({ finder, anonymous }, { t }) => (anonymous ? t('paper.anonymous') : finder)),
  foundOn: plain(108, ({ foundOn }) => foundOn),
  beforePhotos: pictures(
    ({ beforePhotos }) => beforePhotos,
    ({ beforeLack }) => beforeLack,
  ),
  measures: long(240, ({ measures }) => measures),
  responsibleUnit: long(140, ({ responsibleUnit }) => responsibleUnit),
  leader: plain(84, ({ leader }) => leader),
  responsible: plain(80, ({ responsible }) => responsible),
  funds: money(({ funds }) => funds),
  dueOn: plain(108, ({ dueOn }) => dueOn),
  contingency: long(180, ({ contingency, contingencyWaived }, { t }) => (contingencyWaived ? t('paper.waived') : contingency)),
  supervisor: plain(80, ({ supervisor }) => supervisor),
  extensions: plain(132, ({ extendedFromOn }, { t }) =>
    extendedFromOn === null ? null : t('desk.threeLists.extended', { from: extendedFromOn }),
  ),
  stage: { width: 148, render: (row, { t }) => <Stage row={row} words={t} /> },
  rectifiedOn: plain(112, ({ rectifiedOn }) => rectifiedOn),
  afterPhotos: pictures(
    ({ afterPhotos }) => afterPhotos,
    () => null,
  ),
  spent: money(({ spent }) => spent),
  acceptor: plain(80, ({ acceptor }) => acceptor),
  acceptedOn: plain(108, ({ acceptedOn }) => acceptedOn),
  opinion: long(160, ({ opinion }) => opinion),
  isClosed: plain(88, ({ stage }, { t }) => (stage === 'closed' ? t('paper.yes') : t('paper.no'))),
  lookBackOn: plain(108, ({ lookBackOn }) => lookBackOn),
  lookBackResult: plain(104, ({ lookBackResult }, { t }) => (lookBackResult === null ? null : t(`lookBackResults.${lookBackResult}`))),
  lesson: long(180, ({ lesson }) => lesson),
} as const satisfies Record<ListColumn, Cell>;

type OfWords = { readonly words: TFunction<'hazards'> };

function Stage({ row: { stage, account }, words }: OfWords & { readonly row: ThreeListRow }) {
  return (
    <span className="hazard-what">
      <StageTag stage={stage} />
      {account === 'overdue' && <span className="three-lists__late">{words('accounts.overdue')}</span>}
    </span>
  );
}

type ThumbProps = OfWords & { readonly hazardId: string; readonly photos: ThreeListRow['beforePhotos']; readonly lack: string | null };

function Thumb({ hazardId, photos, lack, words }: ThumbProps) {
  const [first, ...others] = photos;
  if (first === undefined && lack !== null) return <span title={lack}>{words('beforeLack.title')}</span>;
  if (first === undefined) return <span className="hazard-quiet">—</span>;
  return (
    <span className="hazard-what">
      <img className="hazard-thumb" src={photoAddress(first.id, 'thumb', hazardId)} alt="" loading="lazy" />
      {others.length > 0 && <span className="hazard-quiet">{words('desk.threeLists.more', { count: others.length })}</span>}
    </span>
  );
}

import type { ListColumn } from '@changming/domain/hazards';
import { basisWords, type Language, type zhCN } from '@changming/phrases';

import type { PaperCell, PaperColumn, Picture } from '../paper/paper.ts';
import type { ListedHazard } from './list-content.ts';
import { filled } from './period-words.ts';

/** What a cell is made with, beside its row. */
export type Printing = {
  readonly words: (typeof zhCN)['hazards'];
  readonly language: Language;
  readonly thumbs: ReadonlyMap<string, Picture> | null;
};

type Column = Pick<PaperColumn, 'width' | 'kind'> & { readonly cell: (row: ListedHazard, printing: Printing) => PaperCell };

function written(width: number, cell: Column['cell']): Column {
  return { width, kind: 'words', cell };
}
function short(width: number, cell: Column['cell']): Column {
  return { width, kind: 'short', cell };
}
function money(cell: (row: ListedHazard) => number | null): Column {
  return { width: 6, kind: 'money', cell: (row) => yuan(cell(row)) };
}

/** Each column of the three lists; 序号 is put in front of the number by whoever counts the rows. */
export const listColumns = {
  number: short(7, ({ number }) => number),
  unit: written(8, ({ unit }) => unit),
  place: written(6, ({ place }) => place),
  keyArea: short(4, ({ keyArea }, { words }) => words.keyAreas[keyArea]),
  problem: written(14, ({ text }) => text),
  category: short(5, ({ category }, { words }) => words.categories[category]),
  level: short(4, ({ level }, { words }) => (level === null ? null : words.levels[level])),
  clauses: written(8, ({ clauses }, { language }) => clauses.map((code) => basisWords(code, language)).join('；')),
  inspection: short(5, ({ source }, { words }) => words.sources[source]),
  finder: short(4, ({ finder, anonymous }, { words }) => (anonymous ? words.paper.anonymous : finder)),
  foundOn: short(6, ({ foundOn }) => foundOn),
  beforePhotos: pictured(
    ({ beforePhotos }) => beforePhotos,
    ({ beforeLack }, { words }) => (beforeLack === null ? null : filled(words.paper.beforeLack, { reason: beforeLack })),
  ),
  measures: written(13, ({ measures }) => measures),
  responsibleUnit: written(7, ({ responsibleUnit }) => responsibleUnit),
  leader: short(4, ({ leader }) => leader),
  responsible: short(4, ({ responsible }) => responsible),
  funds: money(({ funds }) => funds),
  dueOn: short(6, ({ dueOn }) => dueOn),
  contingency: written(9, ({ contingency, contingencyWaived }, { words }) => (contingencyWaived ? words.paper.waived : contingency)),
  supervisor: short(4, ({ supervisor }) => supervisor),
  extensions: written(7, extended),
  stage: short(5, stageWords),
  rectifiedOn: short(6, ({ rectifiedOn }) => rectifiedOn),
  afterPhotos: pictured(({ afterPhotos }) => afterPhotos),
  spent: money(({ spent }) => spent),
  acceptor: short(4, ({ acceptor }) => acceptor),
  acceptedOn: short(6, ({ acceptedOn }) => acceptedOn),
  opinion: written(8, ({ opinion }) => opinion),
  isClosed: short(4, ({ stage }, { words }) => (stage === 'closed' ? words.paper.yes : words.paper.no)),
  lookBackOn: short(6, ({ lookBackOn }) => lookBackOn),
  lookBackResult: short(5, ({ lookBackResult }, { words }) => (lookBackResult === null ? null : words.lookBackResults[lookBackResult])),
  lesson: written(9, ({ lesson }) => lesson),
} as const satisfies Record<ListColumn, Column>;

/** 分 as yuan. */
export function yuan(fen: number | null): number | null {
  return fen === null ? null : fen / 100;
}

function extended({ extendedFromOn, dueOn }: ListedHazard, { words }: Printing): string | null {
  return extendedFromOn === null ? null : filled(words.paper.extended, { from: extendedFromOn, to: dueOn ?? '' });
}

function stageWords({ stage, account }: ListedHazard, { words }: Printing): string {
  return account === 'overdue' ? filled(words.paper.late, { stage: words.stages[stage] }) : words.stages[stage];
}

const mostPictures = 2;

/** Pictures when they are wanted; otherwise how many there are. Where there is none, what is said instead. */
function pictured(photosOf: (row: ListedHazard) => readonly { readonly sha256: string }[], instead: Column['cell'] = () => null): Column {
  return {
    width: 8,
    kind: 'short',
    cell(row, printing) {
      const { words, thumbs } = printing;
      const photos = photosOf(row);
      if (photos.length === 0) return instead(row, printing);
      if (thumbs === null) return filled(words.paper.photos, { count: photos.length });
      return { pictures: photos.slice(0, mostPictures).flatMap(({ sha256 }) => thumbs.get(sha256) ?? []) };
    },
  };
}

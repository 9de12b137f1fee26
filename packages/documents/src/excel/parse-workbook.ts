import type { Merge, SheetRow } from '@changming/domain/imports';

import { commentsOn, type PlacedComment } from './comments.ts';
import { guardArchive, megabytes } from './guard-archive.ts';
import type { Limits } from './limits.ts';
import { picturesOn } from './pictures.ts';
import { refuseImport } from './refuse-import.ts';
import { sheetHandler, type SheetSink } from './sheet-reader.ts';
import { struckStyles } from './struck.ts';
import { archiveOf, partOf, sharedStringsOf, stylesOf, workbookIndex } from './workbook-index.ts';
import { readXml } from './xml.ts';

/** Receives a workbook as it is read, sheet after sheet. */
export type WorkbookSink = {
  readonly sheet: (sheet: { readonly name: string; readonly hidden: boolean }) => void;
  readonly row: (row: SheetRow) => void;
  readonly merge: (merge: Merge) => void;
  /** How many pictures lie on the sheet; told once its rows are read, and only where there are some. */
  readonly pictures: (pictures: number) => void;
  /** The comments on the sheet; told once its rows are read, and only where there are some. */
  readonly comments: (comments: readonly PlacedComment[]) => void;
  readonly pause: () => Promise<void>;
};

/** Reads the whole workbook within `limits`. Meant for a process of its own: hostile files cost memory and time here. */
export async function parseWorkbook(file: Buffer, limits: Limits, sink: WorkbookSink): Promise<void> {
  const archive = archiveOf(file, guardArchive(file, limits), limits);
  const index = await workbookIndex(archive);
  const styles = await stylesOf(archive, index.styles);
  const { strings, struck } = await sharedStringsOf(archive, index.sharedStrings);
  const book = {
    strings,
    styles,
    struck: { strings: struck, styles: await struckStyles(archive, index.styles) },
    date1904: index.date1904,
  };
  const counted = countedSink(limits, sink);
  for (const { name, hidden, part } of index.sheets) {
    sink.sheet({ name, hidden });
    await readXml(partOf(archive, part), sheetHandler(book, counted));
    const pictures = counted.picturesInCells() + (await picturesOn(archive, part));
    if (pictures > 0) sink.pictures(pictures);
    const comments = await commentsOn(archive, part);
    if (comments.length > 0) counted.comments(comments);
  }
}

type Counted = SheetSink & Pick<WorkbookSink, 'comments'> & { readonly picturesInCells: () => number };

/** Counts what is really there: the declared dimension of a sheet is not believed. */
function countedSink(limits: Limits, sink: WorkbookSink): Counted {
  let rows = 0;
  let merges = 0;
  let characters = 0;
  let pictures = 0;
  return {
    row: (row) => {
      rows += 1;
      if (rows > limits.rows) refuseImport('imports.too_many_rows', { most: limits.rows });
      if ((row.cells.at(-1)?.column ?? 0) > limits.columns) refuseImport('imports.too_many_columns', { most: limits.columns });
      for (const { text } of row.cells) {
        characters += text.length;
        if (inCell.test(text)) pictures += 1;
      }
      refuseMoreThan(limits, characters);
      sink.row(row);
    },
    comments: (comments) => {
      for (const { text } of comments) characters += text.length;
      refuseMoreThan(limits, characters);
      sink.comments(comments);
    },
    merge: (merge) => {
      merges += 1;
      if (merges > limits.merges) refuseImport('imports.too_many_merges', { most: limits.merges });
      sink.merge(merge);
    },
    pause: sink.pause,
    /** Those since it was asked last. */
    picturesInCells: () => {
      const since = pictures;
      pictures = 0;
      return since;
    },
  };
}

function refuseMoreThan({ characters: most }: Limits, characters: number): void {
  if (characters > most) refuseImport('imports.too_much_text', { most: megabytes(most) });
}

/** What stands in a cell that WPS has put a picture into. */
const inCell = /^=(_xlfn\.)?DISPIMG\(/u;

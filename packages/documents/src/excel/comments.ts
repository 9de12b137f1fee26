import { columnNumber } from '@changming/domain/imports/sheet';

import { theirsIn } from './own-notes.ts';
import { type Archive, partOf, relationsOf } from './workbook-index.ts';
import { attribute, readXml, unescapeExcel, type XmlElement } from './xml.ts';

/** 批注: what was written beside a cell. */
export type PlacedComment = { readonly row: number; readonly column: number; readonly text: string };

/**
 * The comments on the sheet of `part`, by their cells. A thread is kept twice, the second time for older programs and with words of theirs
 * before it: where it is there as such, that is left out.
 */
export async function commentsOn(archive: Archive, part: string): Promise<readonly PlacedComment[]> {
  const parts = (await relationsOf(archive, part)).filter((relation) => archive.entries.has(relation.part.toLowerCase()));
  const plain = await commentsIn(archive, parts.find(({ type }) => type === 'comments')?.part, 'comment');
  const threads = await commentsIn(archive, parts.find(({ type }) => type === 'threadedComment')?.part, 'threadedComment');
  return Array.from(new Map([...plain, ...threads]), ([cell, texts]) => placed(cell, texts)).filter((comment) => comment !== null);
}

/** The texts of each cell: a thread has one for each answer. */
async function commentsIn(archive: Archive, part: string | undefined, name: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const texts = new Map<string, string[]>();
  if (part === undefined) return texts;
  const state = { cell: '', text: '', isText: false };
  const textsAt = (cell: string) => {
    const known = texts.get(cell) ?? [];
    if (known.length === 0) texts.set(cell, known);
    return known;
  };
  const open = (element: XmlElement) => {
    if (element.name === name) Object.assign(state, { cell: attribute(element, 'ref') ?? '', text: '' });
    state.isText = element.name === 't' || (element.name === 'text' && name === 'threadedComment');
  };
  const close = (closed: string) => {
    state.isText = false;
    if (closed === name) textsAt(state.cell).push(theirsIn(unescapeExcel(state.text)));
  };
  await readXml(partOf(archive, part), { open, close, text: (text) => void (state.text += state.isText ? text : '') });
  return texts;
}

function placed(cell: string, texts: readonly string[]): PlacedComment | null {
  const [, name = '', row] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(cell) ?? [];
  const column = columnNumber(name);
  const text = texts.join(' / ').replace(/\s+/gu, ' ').trim();
  return column === null || text === '' ? null : { row: Number(row), column, text };
}

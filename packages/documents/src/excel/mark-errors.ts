import type { Cell, Workbook, Worksheet } from 'exceljs';

import type { ErrorWorkbookOptions, MarkedCell } from './error-workbook.ts';
import { noteWith, theirsIn } from './own-notes.ts';

export type MarkingOrder = {
  readonly problems: readonly MarkedCell[];
  readonly mask: NonNullable<ErrorWorkbookOptions['mask']>;
  readonly words: ErrorWorkbookOptions['words'];
};

const red = 'FFFFC7CE';
const darkRed = 'FF9C0006';

/** Masks what is to be masked, paints the cells, and adds the list of problems as the first thing to be seen. */
export function markErrors(workbook: Workbook, { problems, mask, words }: MarkingOrder): void {
  for (const { sheet, column } of mask) maskColumn(workbook.getWorksheet(sheet), column);
  for (const [place, sentences] of Map.groupBy(problems, ({ sheet, cell }) => `${cell} ${sheet}`)) {
    const [cell = '', ...sheet] = place.split(' ');
    const target = workbook.getWorksheet(sheet.join(' '))?.getCell(cell);
    if (target !== undefined) paint(target, sentences);
  }
  listProblems(workbook, problems, words);
}

function paint(cell: Cell, sentences: readonly MarkedCell[]): void {
  // Cells share their style objects: the whole style is replaced, so that its neighbours stay as they are.
  cell.style = {
    ...cell.style,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: red } },
    font: { ...cell.style.font, color: { argb: darkRed } },
  };
  const problems = sentences.map(({ message }) => message).join('\n');
  cell.note = { texts: [{ text: noteWith(theirsIn(noteOf(cell)), problems) }] };
}

function noteOf({ note }: Cell): string {
  if (typeof note === 'string') return note;
  return note === undefined ? '' : (note.texts ?? []).map(({ text }) => text).join('');
}

function maskColumn(sheet: Worksheet | undefined, column: string): void {
  sheet?.getColumn(column).eachCell((cell) => {
    const digits = cell.text.replace(/[^0-9Xx０-９]/gu, '');
    if (digits.length >= 7) cell.value = `${'*'.repeat(digits.length - 2)}${digits.slice(-2)}`;
  });
}

function listProblems(workbook: Workbook, problems: readonly MarkedCell[], words: MarkingOrder['words']): void {
  const sheet = workbook.addWorksheet(freeName(workbook, words.problems), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [
    { header: words.sheet, width: 20 },
    { header: words.cell, width: 10 },
    { header: words.row, width: 8 },
    { header: words.problem, width: 70 },
  ];
  for (const { sheet: name, cell, message } of problems) {
    const hyperlink = `#'${name.replaceAll("'", "''")}'!${cell}`;
    sheet.addRow([name, { text: cell, hyperlink }, Number(cell.replace(/^[A-Z]+/u, '')), message]);
  }
  sheet.getRow(1).font = { bold: true };
  sheet.getColumn(4).alignment = { wrapText: true, vertical: 'top' };
}

/** Excel takes no two sheets of one name. */
function freeName(workbook: Workbook, wanted: string): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted} (${n})`;
    if (workbook.getWorksheet(name) === undefined) return name;
  }
}

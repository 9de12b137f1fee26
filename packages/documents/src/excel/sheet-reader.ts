import { columnNumber, type Merge, type SheetCell, type SheetRow } from '@changming/domain/imports/sheet';

import { type Book, cellOf, isStruck, type RawCell } from './cell-values.ts';
import { refuseImport } from './refuse-import.ts';
import { strikes } from './strikes.ts';
import { attribute, isOn, type XmlElement, type XmlHandler } from './xml.ts';

/** Receives a sheet as it is read. */
export type SheetSink = {
  readonly row: (row: SheetRow) => void;
  readonly merge: (merge: Merge) => void;
  readonly pause: () => Promise<void>;
};

type State = {
  row: number;
  hidden: boolean;
  struck: boolean;
  cells: SheetCell[];
  cell: { -readonly [Key in keyof RawCell]: RawCell[Key] } | null;
  column: number;
  into: 'value' | 'formula' | null;
  inGuide: boolean;
};

/** Reads the rows and merges of one sheet. Rows and cells must ascend, so that no cell is told twice. */
export function sheetHandler(book: Book, sink: SheetSink): XmlHandler {
  const state: State = { row: 0, hidden: false, struck: false, cells: [], cell: null, column: 0, into: null, inGuide: false };
  return {
    open: (element) => openings[element.name]?.(state, element, sink),
    text: (text) => addText(state, text),
    close: (name) => {
      state.into = null;
      if (name === 'rPh') state.inGuide = false;
      if (name === 'c') closeCell(state, book);
      if (name === 'row') closeRow(state, sink);
    },
    pause: sink.pause,
  };
}

const openings: Readonly<Record<string, ((state: State, element: XmlElement, sink: SheetSink) => void) | undefined>> = {
  row: openRow,
  c: openCell,
  v: (state) => openText(state, 'value'),
  t: (state) => openText(state, 'value'),
  f: (state) => openText(state, 'formula'),
  strike: (state, element) => {
    if (state.cell !== null && strikes(element)) state.struck = true;
  },
  rPh: (state) => {
    state.inGuide = true;
  },
  mergeCell: (_state, element, sink) => sink.merge(mergeFrom(attribute(element, 'ref') ?? '')),
};

function openRow(state: State, element: XmlElement): void {
  const number = Number(attribute(element, 'r') ?? state.row + 1);
  if (!Number.isInteger(number) || number <= state.row) refuseImport('imports.damaged');
  state.row = number;
  state.hidden = isOn(attribute(element, 'hidden'));
  state.struck = false;
  state.column = 0;
  state.cells = [];
}

function openCell(state: State, element: XmlElement): void {
  const reference = attribute(element, 'r');
  const column = reference === undefined ? state.column + 1 : columnNumber(reference.replace(/\d+$/u, ''));
  if (column === null || column <= state.column) return refuseImport('imports.damaged');
  state.column = column;
  const style = Number(attribute(element, 's') ?? 0);
  state.cell = { column, style, type: attribute(element, 't') ?? 'n', value: null, formula: null };
}

function openText(state: State, into: 'value' | 'formula'): void {
  if (state.cell === null || state.inGuide) return;
  state.into = into;
  state.cell[into] ??= '';
}

function addText(state: State, text: string): void {
  if (state.cell !== null && state.into !== null) state.cell[state.into] += text;
}

function closeCell(state: State, book: Book): void {
  const raw = state.cell;
  const cell = raw === null ? null : cellOf(raw, book);
  if (cell !== null) state.cells.push(cell);
  if (raw !== null && cell !== null && isStruck(raw, book)) state.struck = true;
  state.cell = null;
}

function closeRow(state: State, { row }: SheetSink): void {
  const { row: number, hidden, struck, cells } = state;
  if (cells.length > 0) row({ number, ...(hidden && { hidden }), ...(struck && { struck }), cells });
}

function mergeFrom(reference: string): Merge {
  const [, left = '', top, right = '', bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/u.exec(reference) ?? [];
  return { top: Number(top), left: columnIn(left), bottom: Number(bottom), right: columnIn(right) };
}

function columnIn(name: string): number {
  return columnNumber(name) ?? refuseImport('imports.damaged');
}

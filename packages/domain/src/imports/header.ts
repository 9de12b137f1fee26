import { type Field, fitOf, type Kind, type Label } from './fields.ts';
import { type Coverage, coverageOf, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';
import { closeUp, tidy } from './text-keys.ts';

/** Where the header stands, and what it calls each column. */
export type Header = {
  readonly first: number;
  readonly last: number;
  readonly labels: readonly Label[];
  /** How many of its columns have the unit of their numbers in a line of its own. */
  readonly units: number;
};

/** Headers are looked for among the first rows with content; titles and explanations stand above. */
const rowsToSearch = 40;
const mostLines = 3;

/** Sees a sheet by row and column. */
export type Grid = {
  readonly rows: readonly SheetRow[];
  readonly covers: Coverage;
  readonly row: (row: number) => SheetRow | null;
  readonly cell: (row: number, column: number) => SheetCell | null;
};

export function gridOf(sheet: Sheet): Grid {
  const rows = new Map(sheet.rows.map((row) => [row.number, row]));
  return {
    rows: sheet.rows,
    covers: coverageOf(sheet.merges),
    row: (row) => rows.get(row) ?? null,
    cell: (row, column) => cellIn(rows.get(row)?.cells ?? [], column),
  };
}

/** Cells ascend: without gaps the one of a column stands at its place, and with gaps before it. */
function cellIn(cells: readonly SheetCell[], column: number): SheetCell | null {
  for (let at = Math.min(column, cells.length) - 1; at >= 0; at -= 1) {
    const cell = cells[at];
    if (cell !== undefined && cell.column <= column) return cell.column === column ? cell : null;
  }
  return null;
}

/** The header that names most fields of `kind`; of those the one with most units, the fewest lines and the upper row. Null when none is enough to read by. */
export function findHeader<Name extends string>(grid: Grid, kind: Kind<Name>): Header | null {
  const found = grid.rows.slice(0, rowsToSearch).flatMap(({ number }) => headersFrom(grid, number, kind));
  return found.reduce<Found | null>((best, one) => (best === null || isBetter(one, best) ? one : best), null)?.header ?? null;
}

type Found = { readonly header: Header; readonly fields: number };

function headersFrom<Name extends string>(grid: Grid, first: number, kind: Kind<Name>): readonly Found[] {
  return Array.from({ length: mostLines }, (_, more) => headerAt(grid, first, first + more)).flatMap((header) => {
    if (header === null) return [];
    const fields = new Set(assignFields(header.labels, kind).values());
    return kind.suffices(fields) ? [{ header, fields: fields.size }] : [];
  });
}

function isBetter(one: Found, best: Found): boolean {
  if (one.fields !== best.fields) return one.fields > best.fields;
  if (one.header.units !== best.header.units) return one.header.units > best.header.units;
  return one.header.last - one.header.first < best.header.last - best.header.first;
}

/** The header of up to three lines around `row`, at or below `from`; null when none there is enough to read by. */
export function headerAround<Name extends string>(grid: Grid, row: number, from: number, kind: Kind<Name>): Header | null {
  const firsts = Array.from({ length: mostLines }, (_, up) => row - up).filter((first) => first >= from);
  const found = firsts.flatMap((first) => headersFrom(grid, first, kind)).filter(({ header }) => header.last >= row);
  return found.reduce<Found | null>((best, one) => (best === null || isBetter(one, best) ? one : best), null)?.header ?? null;
}

/** The header in rows `first` to `last`; null when these rows cannot be one. What a person named is one whatever stands above what. */
export function headerAt(grid: Grid, first: number, last: number, isSaid = false): Header | null {
  const lines = Array.from({ length: last - first + 1 }, (_, more) => grid.row(first + more)).filter((row) => row !== null);
  if (lines.length !== last - first + 1 || lines.some(holdsData)) return null;
  const width = Math.max(...lines.map(({ cells }) => cells.at(-1)?.column ?? 0));
  const labels: Label[] = [];
  let units = 0;
  for (let column = 1; column <= width; column += 1) {
    const label = labelOf(grid, { first, last, column }, isSaid);
    if (label === null) return null;
    if (label.parts.length > 0) labels.push({ column, parts: label.parts });
    if (label.hasUnit) units += 1;
  }
  return { first, last, labels, units };
}

function holdsData({ cells }: SheetRow): boolean {
  return cells.some(({ kind }) => kind === 'number' || kind === 'date' || kind === 'boolean');
}

type Place = { readonly first: number; readonly last: number; readonly column: number };

/** （万元）, 单位：元, （年月日）: what the numbers or days below are written in, in a line of its own. */
const unitAlone = /^(?:[(（[【〔](?:单位[:：])?[^()（）[\]【】〔〕\d]{1,8}[)）\]】〕]|单位[:：]\p{Script=Han}{1,4})$/u;

type Said = { readonly parts: readonly string[]; readonly hasUnit: boolean };

/**
 * Two texts above each other are a header of two lines only where the upper one spans several columns: otherwise the lower one is the first
 * record. The unit of a column belongs to the text above it.
 */
function labelOf(grid: Grid, place: Place, isSaid: boolean): Said | null {
  const parts: string[] = [];
  let hasUnit = false;
  for (const { row, text } of textsOver(grid, place)) {
    const above = parts.at(-1);
    if (above !== undefined && unitAlone.test(text)) {
      parts.splice(-1, 1, withUnit(above, text));
      hasUnit = true;
    } else if (above === undefined || isSaid || spans(grid, row - 1, place.column)) parts.push(text);
    else return null;
  }
  return { parts, hasUnit };
}

/** What stands in the lines of a header over a column; one text over several lines stands there once. */
function textsOver(grid: Grid, { first, last, column }: Place): readonly { readonly row: number; readonly text: string }[] {
  const texts: { readonly row: number; readonly text: string }[] = [];
  for (let row = first; row <= last; row += 1) {
    const own = textAt(grid, row, column);
    const text = own ?? (row < last ? spanningText(grid, row, { first, last, column }) : null);
    if (text !== null && texts.at(-1)?.text !== text) texts.push({ row, text });
  }
  return texts;
}

/** The unit in brackets, so that a label is known by the words before it. */
function withUnit(label: string, unit: string): string {
  return unit.startsWith('单位') ? `${label}（${unit}）` : `${label}${unit}`;
}

function textAt(grid: Grid, row: number, column: number): string | null {
  const merge = grid.covers(row, column);
  const cell = merge === null ? grid.cell(row, column) : grid.cell(merge.top, merge.left);
  const text = closeUp(tidy(cell?.text ?? ''));
  return text === '' ? null : text;
}

/** A group label written once and not merged stands for the blank cells to its right. */
function spanningText(grid: Grid, row: number, { last, column }: Place): string | null {
  if (textAt(grid, last, column) === null || grid.covers(row, column) !== null) return null;
  for (let left = column - 1; left > 0; left -= 1) {
    const text = textAt(grid, row, left);
    if (text !== null) return textAt(grid, last, left) === null || textAt(grid, last, left) === text ? null : text;
  }
  return null;
}

function spans(grid: Grid, row: number, column: number): boolean {
  const merge = grid.covers(row, column);
  if (merge !== null) return merge.right > merge.left;
  const isBlank = (next: number) => textAt(grid, row, next) === null;
  return isBlank(column) || isBlank(column + 1);
}

/** Which column tells which field: exact names only, each field once, the leftmost column first. */
export function assignFields<Name extends string>(labels: readonly Label[], { fields }: Kind<Name>): Map<number, Name> {
  const assigned = new Map<number, Name>();
  const taken = new Set<Name>();
  for (const label of labels) {
    const field = fields.find((candidate) => !taken.has(candidate.name) && fitOf(label, candidate) === 'exact');
    if (field === undefined) continue;
    assigned.set(label.column, field.name);
    taken.add(field.name);
  }
  return assigned;
}

/** A field that a label names only in part: proposed to a person, never taken. */
export function proposedField<Name extends string>(label: Label, fields: readonly Field<Name>[]): Name | null {
  return fields.find((field) => fitOf(label, field) === 'partly')?.name ?? null;
}

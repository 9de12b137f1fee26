/** What an Excel workbook comes down to once it is read. Rows without content, and cells without text, are not listed. */

export const cellKinds = ['text', 'number', 'date', 'boolean', 'error'] as const;
export type CellKind = (typeof cellKinds)[number];

export type SheetCell = {
  /** 1 for A. */
  readonly column: number;
  /** As a person sees it; a date is `2026-03-05`, with `T08:30` behind it when it has a time. Never empty. */
  readonly text: string;
  readonly kind: CellKind;
  /** The stored number of a number or date cell; a date counts days in the workbook's own date system. */
  readonly number?: number;
  /** The cell holds a formula and `text` is the result it had when the file was saved. */
  readonly formula?: true;
};

/** 批注: what somebody wrote beside a cell. */
export type CellComment = { readonly column: number; readonly text: string };

export type SheetRow = {
  /** 1 for the first row, as Excel counts. */
  readonly number: number;
  readonly hidden?: true;
  /** Some of its words are struck out. */
  readonly struck?: true;
  /** Absent where there are none. */
  readonly comments?: readonly CellComment[];
  readonly cells: readonly SheetCell[];
};

/** A merged range; only its top-left cell has a value. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** How many pictures lie on it; they are not read. */
  readonly pictures?: number;
};

export type Workbook = { readonly sheets: readonly Sheet[] };

/** `1` is `A`, `27` is `AA`. */
export function columnName(column: number): string {
  return firstNames[column - 1] ?? nameOfColumn(column);
}

function nameOfColumn(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCodePoint(65 + ((column - 1) % 26));
  return before === 0 ? letter : nameOfColumn(before) + letter;
}

/** Asked for at every cell of a file: those that most files have are made once. */
const firstNames = Array.from({ length: 100 }, (_, at) => nameOfColumn(at + 1));

/** `A` is 1, `AA` is 27; null when `name` is no column of Excel. */
export function columnNumber(name: string): number | null {
  if (!/^[A-Z]{1,3}$/.test(name)) return null;
  return Array.from(name).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0);
}

/** `B7`: the address under which a person finds the cell. */
export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** Finds the merge that covers a cell, its top-left cell included. */
export type Coverage = (row: number, column: number) => Merge | null;

/** Merges by column, so that a question costs a search in one column only. Overlapping merges answer with the upper one. */
export function coverageOf(merges: readonly Merge[]): Coverage {
  const byColumn = new Map<number, Merge[]>();
  for (const merge of merges) {
    for (let column = merge.left; column <= Math.min(merge.right, merge.left + 500); column += 1) {
      const inColumn = byColumn.get(column);
      if (inColumn === undefined) byColumn.set(column, [merge]);
      else inColumn.push(merge);
    }
  }
  for (const inColumn of byColumn.values()) inColumn.sort((a, b) => a.top - b.top);
  return (row, column) => lastStartingBy(byColumn.get(column) ?? [], row);
}

function lastStartingBy(merges: readonly Merge[], row: number): Merge | null {
  let from = 0;
  let to = merges.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((merges[middle]?.top ?? 0) <= row) from = middle + 1;
    else to = middle;
  }
  const found = merges[from - 1];
  return found !== undefined && found.bottom >= row ? found : null;
}

/** How a value reads on the wire, in every format alike. Money is in 元 with two decimals; a list is its members joined by `|`. */
export const columnTypes = ['id', 'code', 'text', 'count', 'decimal', 'day', 'instant', 'period', 'flag', 'list'] as const;
export type ColumnType = (typeof columnTypes)[number];

/** `column=…` (equal), `column.in=a,b`, `column.gte=…`, `column.lt=…`, `unitId.within=…` (the unit and whatever hangs below it today). */
export const operators = ['eq', 'in', 'gte', 'lt', 'within'] as const;
export type Operator = (typeof operators)[number];

/** One column of a dataset: the single source of its SQL, its wire shape, its filters and its documentation. */
export type Column = {
  readonly type: ColumnType;
  readonly operators: readonly Operator[];
  /** Whether there may be no value: unknown, not yet, or not applicable, and never 0. */
  readonly empty: boolean;
  /** The only values there are. */
  readonly codes?: readonly string[];
  /** Numbers of persons inside the text are masked, a name shows its first sign only. */
  readonly masked?: true;
};

type Given = { readonly empty?: true };

const plain = { id: ['eq', 'in'], count: ['eq', 'gte', 'lt'], decimal: ['gte', 'lt'], day: ['eq', 'gte', 'lt'] } as const;

export const idColumn = ({ empty }: Given = {}): Column => ({ type: 'id', operators: plain.id, empty: empty === true });
export const countColumn = ({ empty }: Given = {}): Column => ({ type: 'count', operators: plain.count, empty: empty === true });
export const decimalColumn = ({ empty }: Given = {}): Column => ({ type: 'decimal', operators: plain.decimal, empty: empty === true });
export const dayColumn = ({ empty }: Given = {}): Column => ({ type: 'day', operators: plain.day, empty: empty === true });
/** 考核期: 2026、2026H1、2026Q3、2026-03. */
export const periodColumn = (): Column => ({ type: 'period', operators: ['eq', 'in'], empty: false });
export const instantColumn = ({ empty }: Given = {}): Column => ({ type: 'instant', operators: ['gte', 'lt'], empty: empty === true });
export const flagColumn = ({ empty }: Given = {}): Column => ({ type: 'flag', operators: ['eq'], empty: empty === true });
export const listColumn = (codes: readonly string[]): Column => ({ type: 'list', operators: [], empty: true, codes });
/** Short words that a record is called by: they can be asked for. */
export const nameColumn = ({ empty }: Given = {}): Column => ({ type: 'text', operators: ['eq', 'in'], empty: empty === true });
/** Free text, masked. */
export const proseColumn = (): Column => ({ type: 'text', operators: [], empty: true, masked: true });

export function codeColumn(codes: readonly string[], { empty }: Given = {}): Column {
  return { type: 'code', operators: ['eq', 'in'], empty: empty === true, codes };
}

/** The unit that a row belongs to: the only column that is asked for by subtree. */
export const unitColumn = (): Column => ({ type: 'id', operators: ['eq', 'in', 'within'], empty: false });

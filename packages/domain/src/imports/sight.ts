import type { AnswerBook } from './answers.ts';
import type { Kind } from './fields.ts';
import type { Grid } from './header.ts';
import type { SheetMapping } from './mapping.ts';

/** What the rows of a table are seen through. */
export type Sight<Name extends string> = {
  readonly grid: Grid;
  readonly mapping: SheetMapping<Name>;
  readonly columns: ReadonlyMap<Name, number>;
  readonly kind: Kind<Name>;
  readonly book: AnswerBook;
  /** Of a further table: whether a line above its header names a unit. */
  readonly namesUnit?: (text: string) => boolean;
};

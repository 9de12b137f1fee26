import type { AnswerBook } from './answers.ts';
import type { Kind } from './fields.ts';
import type { Grid } from './header.ts';
import type { SheetMapping } from './mapping.ts';

/** Whether a line names a unit, or one of several. */
export type NamesUnit = (line: string) => boolean;

/** What the rows of a table are seen through. */
export type Sight<Name extends string> = {
  readonly grid: Grid;
  readonly mapping: SheetMapping<Name>;
  readonly columns: ReadonlyMap<Name, number>;
  readonly kind: Kind<Name>;
  readonly book: AnswerBook;
  /** Whether a line names a unit. */
  readonly namesUnit: NamesUnit;
  /** A further table of the sheet: a line above its header that names a unit is a band, and no title. */
  readonly isFurther: boolean;
};

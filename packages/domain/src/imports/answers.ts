import { z } from 'zod';

import { importProblems, type ImportProblem } from './problems.ts';
import { matchKey } from './text-keys.ts';

const sheet = z.string().min(1).max(64);
const row = z.int().min(1).max(1_048_576);
const words = z.string().max(400);

/**
 * What a person said about a file: which sheets, header rows and columns hold what; what a word means, once for all rows;
 * what a single cell should have said; what to do with a row. Planning again with the answers gives the new verdicts.
 */
export const answersInput = z.strictObject({
  sheets: z
    .array(z.strictObject({ sheet, say: z.enum(['read', 'skip']) }))
    .max(500)
    .default([]),
  headers: z
    .array(z.strictObject({ sheet, first: row, last: row }))
    .max(500)
    .default([]),
  /** `field` null leaves the column out. `header` is the first row of a further header on the sheet; without it the first one is meant. */
  columns: z
    .array(
      z.strictObject({ sheet, column: z.string().regex(/^[A-Z]{1,3}$/u), field: z.string().max(40).nullable(), header: row.optional() }),
    )
    .max(5000)
    .default([]),
  /** The unit a sheet speaks of; names on it are looked for below that unit only. */
  scopes: z
    .array(z.strictObject({ sheet, unitId: z.string().max(64) }))
    .max(500)
    .default([]),
  /** 值映射: `text` in `field` means `value`, on one sheet or, without `sheet`, in the whole file. */
  values: z
    .array(z.strictObject({ field: z.string().max(40), text: words, sheet: sheet.optional(), value: words }))
    .max(5000)
    .default([]),
  /** For one cell: another text in place of what is written, or the value of a candidate. */
  cells: z
    .array(z.strictObject({ sheet, cell: z.string().regex(/^[A-Z]{1,3}\d{1,7}$/u), text: words.optional(), value: words.optional() }))
    .max(20_000)
    .default([]),
  /**
   * Without `about` of the row as a whole, else of one question alone, so that two questions about a row have an answer each. `same`: the row
   * tells again of `of`, the record or row (`Sheet1!3`) that the question named; `keep` leaves that one as it is, `replace` takes what this
   * row tells. `seen` is the sign of what differed when it was said (`signOf`): of a hazard that is there an answer counts for that alone,
   * and of a unit that the file calls otherwise for the name it had (`signOfName`).
   */
  rows: z
    .array(
      z.strictObject({
        sheet,
        row,
        say: z.enum(['accept', 'skip', 'keep', 'replace', 'same']),
        about: z.enum(importProblems).optional(),
        of: z.string().max(80).optional(),
        seen: z.string().max(20).optional(),
      }),
    )
    .max(100_000)
    .default([]),
});
export type Answers = z.output<typeof answersInput>;

export const noAnswers: Answers = { sheets: [], headers: [], columns: [], scopes: [], values: [], cells: [], rows: [] };

/** Values of candidates that many questions offer: leave the cell empty, take it as written, take the cell above. */
export const choice = { empty: 'empty', accept: 'accept', above: 'above' } as const;

/** What was said of a row. */
export type RowAnswer = Answers['rows'][number];

/** Questions that take an answer of their own: what a person says to one of them says nothing to another. */
export const answeredAlone: ReadonlySet<ImportProblem> = new Set<ImportProblem>([
  'row_struck',
  'table_partly_understood',
  'hazard_similar',
  'hazard_similar_there',
  'same_but_open',
  'row_differs',
  'hazard_moved_back',
  'hazard_differs',
  'fire_key_unit_proposed',
  'crowded_place_proposed',
  'unit_renamed',
  'unit_create_barred',
  'unit_reorganise_barred',
  'unit_edit_barred',
]);

/** Answers by what they are about. */
export type AnswerBook = {
  readonly sheet: (sheet: string) => 'read' | 'skip' | null;
  readonly header: (sheet: string) => { readonly first: number; readonly last: number } | null;
  /** The field of a column; null to leave it out; undefined when nothing was said. */
  readonly column: (sheet: string, column: string, header?: number) => string | null | undefined;
  readonly scope: (sheet: string) => string | null;
  readonly value: (sheet: string, field: string, text: string) => string | null;
  readonly cell: (sheet: string, cell: string) => { readonly text?: string | undefined; readonly value?: string | undefined } | null;
  /** Of the row as a whole. */
  readonly row: (sheet: string, row: number) => RowAnswer['say'] | null;
  /** Of one question about the row. */
  readonly about: (sheet: string, row: number, question: ImportProblem) => RowAnswer | null;
};

export function answerBook(answers: Answers): AnswerBook {
  const sheets = new Map(answers.sheets.map((said) => [said.sheet, said.say]));
  const headers = new Map(answers.headers.map((said) => [said.sheet, said]));
  const columns = new Map(answers.columns.map((said) => [`${said.sheet}!${said.header ?? ''}!${said.column}`, said.field]));
  const scopes = new Map(answers.scopes.map((said) => [said.sheet, said.unitId]));
  const values = new Map(answers.values.map((said) => [`${said.sheet ?? ''}!${said.field}!${matchKey(said.text)}`, said.value]));
  const cells = new Map(answers.cells.map((said) => [`${said.sheet}!${said.cell}`, said]));
  const rows = new Map(answers.rows.map((said) => [`${said.sheet}!${said.row}!${said.about ?? ''}`, said]));
  // Asked for every cell of a file, and most files are planned before anybody said anything: then no keys are made.
  const valueOf = (name: string, field: string, text: string) =>
    values.get(`${name}!${field}!${matchKey(text)}`) ?? values.get(`!${field}!${matchKey(text)}`) ?? null;
  return {
    sheet: (name) => sheets.get(name) ?? null,
    header: (name) => headers.get(name) ?? null,
    column: (name, column, header) => columns.get(`${name}!${header ?? ''}!${column}`),
    scope: (name) => scopes.get(name) ?? null,
    value: values.size === 0 ? () => null : valueOf,
    cell: cells.size === 0 ? () => null : (name, cell) => cells.get(`${name}!${cell}`) ?? null,
    row: rows.size === 0 ? () => null : (name, number) => rows.get(`${name}!${number}!`)?.say ?? null,
    about: rows.size === 0 ? () => null : (name, number, question) => rows.get(`${name}!${number}!${question}`) ?? null,
  };
}

import { refuse } from '../kernel/index.ts';
import type { ImportRefusal } from './refusals.ts';
import type { Table } from './table.ts';
import type { Verdict } from './verdict.ts';

/** A visible sheet of this many rows that cannot be read is more than a cover or a summary: its rows are asked about, not passed over. */
const worthAsking = 20;

/** Verdicts of the rows that are no data. */
export function passedVerdicts<Name extends string, Draft>({ mapping, passed }: Table<Name>): readonly Verdict<Draft>[] {
  const asks = mapping.status === 'unrecognised' && passed.length >= worthAsking;
  return passed.map(({ source, reason }): Verdict<Draft> => {
    if (!asks) return { kind: 'skip', source, reason, sameAs: null };
    return { kind: 'ask', source, questions: [{ cell: null, field: null, code: 'sheet_unrecognised', facts: { sheet: source.sheet } }] };
  });
}

/** A file without any sheet to read by is refused, so that it is not taken for an empty one. */
export function refuseWithoutTable<Name extends string>(tables: readonly Table<Name>[]): void {
  const code: ImportRefusal = 'imports.no_table';
  if (!tables.some(({ mapping }) => mapping.status === 'read')) refuse('invalid', code);
}

import type { RowReader } from '../row-reader.ts';
import { rowReader } from '../row-reader.ts';
import type { AnswerBook } from '../answers.ts';
import type { Table, TableRow } from '../table.ts';
import { closeUp, tidy } from '../text-keys.ts';
import type { Source, Verdict } from '../verdict.ts';
import type { UnitDraft, UnitFacts } from './unit-draft.ts';
import { noFacts } from './unit-draft.ts';
import { factsOf } from './unit-facts.ts';
import type { UnitField } from './unit-fields.ts';

/** A unit as one of the shapes tells it, before it is known where in the tree it hangs. */
export type UnitNode = {
  readonly key: string;
  readonly name: string;
  readonly source: Source;
  /** Key of the node above; null when the file names none. */
  readonly parent: string | null;
  /** The parent as written, when the file does not hold it: it may be a unit that is there already. */
  readonly parentText: string | null;
  /** Null for a unit that is only named as the parent of others. */
  readonly reader: RowReader<UnitField> | null;
  /** The field whose cell holds the name. */
  readonly nameField: UnitField;
  readonly facts: UnitFacts;
};

/** What a shape makes of a table: nodes, and verdicts for the rows that make none. */
export type Nodes = { readonly nodes: readonly UnitNode[]; readonly verdicts: readonly Verdict<UnitDraft>[] };

export type ShapeInput = { readonly table: Table<UnitField>; readonly book: AnswerBook };

/** A unit's name as it is kept: blanks between Chinese characters are layout. */
export function unitName(text: string): string {
  return closeUp(tidy(text));
}

/** Nodes of one path, the last of them told by `row`. Nodes above it are made where they are not there yet. */
export function addPath(nodes: Map<string, UnitNode>, path: readonly PathStep[], row: TableRow<UnitField>, book: AnswerBook): void {
  let parent: string | null = null;
  path.forEach(({ key, name, nameField }, depth) => {
    const isLast = depth === path.length - 1;
    const fullKey: string = parent === null ? key : `${parent}/${key}`;
    const known = nodes.get(fullKey);
    if (isLast) nodes.set(fullKey, { ...placed(fullKey, name, parent), nameField, ...told(row, book) });
    else if (known === undefined)
      nodes.set(fullKey, { ...placed(fullKey, name, parent), nameField, source: row.source, reader: null, facts: noFacts });
    parent = fullKey;
  });
}

export type PathStep = { readonly key: string; readonly name: string; readonly nameField: UnitField };

export function pathKey(path: readonly PathStep[]): string {
  return path.map(({ key }) => key).join('/');
}

function placed(key: string, name: string, parent: string | null) {
  return { key, name, parent, parentText: null };
}

export function told(row: TableRow<UnitField>, book: AnswerBook) {
  const reader = rowReader(row, book);
  return { source: row.source, reader, facts: factsOf(reader) };
}

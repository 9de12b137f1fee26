import type { ImportProblem } from '../problems.ts';
import { problemAt, type RowReader, verdictOf } from '../row-reader.ts';
import type { Source, Verdict } from '../verdict.ts';

type Draft = { readonly source: Source; readonly unitId: string; readonly existingId: string | null; readonly words: object };
type Known = { readonly id: string; readonly unitId: string; readonly rows: readonly string[]; readonly livesOn: boolean };

/** How a row compares with what is there: it says the same, it tells of something later, or it contradicts. */
export type Compared = 'same' | 'forward' | 'differs';

export type Sameness<Name extends string, D extends Draft, K extends Known> = {
  /** The field that a question about sameness stands at. */
  readonly field: Name;
  /** What tells one from another within a unit, strongest first; empty when nothing does. */
  readonly keysOf: (draft: D) => readonly string[];
  readonly keysOfKnown: (known: K) => readonly string[];
  readonly compare: (known: K, draft: D) => Compared;
  /** It has left for good: its number is free for another, and no ledger changes it. */
  readonly isScrapped: (known: K) => boolean;
};

export type Line<Name extends string, D extends Draft> = { readonly reader: RowReader<Name>; readonly draft: D | null };
type There<K extends Known> = { readonly existing: readonly K[]; readonly fileHash: string };

/** The verdict of each row: duplicates within the file, equipment that is there already, and numbers that two rows share. */
export function judgeEquipment<Name extends string, D extends Draft, K extends Known>(
  lines: readonly Line<Name, D>[],
  same: Sameness<Name, D, K>,
  there: There<K>,
): readonly Verdict<D>[] {
  const known = knownBy(there.existing, same);
  const rows = new Map(there.existing.flatMap((each) => each.rows.map((row) => [row, each] as const)));
  const first = new Map<string, Line<Name, D>>();
  return lines.map((line): Verdict<D> => {
    const { reader, draft } = line;
    if (draft === null) return verdictOf<Name, D>(reader, null);
    const { source } = draft;
    const cameIn = rows.get(`${there.fileHash}!${source.sheet}!${source.row}`);
    if (cameIn !== undefined) return { kind: 'skip', source, reason: 'already_there', sameAs: null };
    const before = beforeIn(first, line, same);
    if (before !== null && saysTheSame(before, draft)) return { kind: 'skip', source, reason: 'duplicate', sameAs: before.source };
    if (before !== null) ask(reader, same.field, { code: 'equipment_no_shared', facts: before.source });
    const existing = same.keysOf(draft).flatMap((key) => known.get(key) ?? [])[0];
    return existing === undefined ? verdictOf(reader, draft) : alreadyThere(line, { draft, existing, same });
  });
}

function knownBy<Name extends string, D extends Draft, K extends Known>(
  existing: readonly K[],
  { keysOfKnown, isScrapped }: Sameness<Name, D, K>,
): ReadonlyMap<string, K> {
  const livingLast = existing.toSorted((a, b) => Number(isScrapped(b)) - Number(isScrapped(a)));
  return new Map(livingLast.flatMap((each) => keysOfKnown(each).map((key) => [key, each] as const)));
}

/** An earlier row of the file with one of the same keys; the row itself is noted under those that are new. */
function beforeIn<Name extends string, D extends Draft, K extends Known>(
  first: Map<string, Line<Name, D>>,
  line: Line<Name, D>,
  { keysOf }: Sameness<Name, D, K>,
): D | null {
  const keys = line.draft === null ? [] : keysOf(line.draft);
  const before = keys.flatMap((key) => first.get(key)?.draft ?? [])[0] ?? null;
  for (const key of keys) if (!first.has(key)) first.set(key, line);
  return before;
}

/** The same in every field that is read; how it is written may differ. */
function saysTheSame<D extends Draft>(a: D, b: D): boolean {
  const told = (draft: D) => JSON.stringify({ ...draft, source: null, words: null });
  return told(a) === told(b);
}

type Meeting<Name extends string, D extends Draft, K extends Known> = {
  readonly draft: D;
  readonly existing: K;
  readonly same: Sameness<Name, D, K>;
};

/** A later ledger moves it on; one that says the same changes nothing; one that contradicts is asked about. */
function alreadyThere<Name extends string, D extends Draft, K extends Known>(
  { reader }: Line<Name, D>,
  { draft, existing, same }: Meeting<Name, D, K>,
): Verdict<D> {
  const { source } = draft;
  const skip = (reason: 'already_there' | 'lives_on' | 'scrapped' | 'kept_as_is'): Verdict<D> => ({
    kind: 'skip',
    source,
    reason,
    sameAs: null,
  });
  const compared = existing.unitId === draft.unitId ? same.compare(existing, draft) : 'differs';
  if (compared === 'same') return skip('already_there');
  if (same.isScrapped(existing)) return skip('scrapped');
  if (existing.livesOn) return skip('lives_on');
  const said = reader.book.row(source.sheet, source.row);
  if (said === 'keep') return skip('kept_as_is');
  if (compared === 'forward') reader.warnings.push(problemAt(reader, same.field, 'equipment_moved_on'));
  else if (said !== 'replace') reader.questions.push(problemAt(reader, same.field, 'equipment_differs'));
  return verdictOf(reader, { ...draft, existingId: existing.id });
}

function ask<Name extends string>(
  reader: RowReader<Name>,
  field: Name,
  { code, facts }: { readonly code: ImportProblem; readonly facts: Source },
): void {
  const { sheet, row } = reader.row.source;
  if (reader.book.row(sheet, row) === 'accept') return;
  const question = problemAt(reader, field, code);
  reader.questions.push({ ...question, facts: { ...question.facts, sheet: facts.sheet, row: facts.row } });
}

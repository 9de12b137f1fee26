import type { AnswerBook } from '../answers.ts';
import { verdictOf } from '../row-reader.ts';
import { matchKey } from '../text-keys.ts';
import type { Source, Verdict } from '../verdict.ts';
import { type AttendanceReader, type Attended, isLeftOut } from './attendance-row.ts';
import type { SessionReading } from './session-of-form.ts';
import type { AttendanceDraft, KnownSession, SessionDraft } from './training-draft.ts';
import type { TrainingField } from './training-fields.ts';

export type Line = {
  readonly reader: AttendanceReader;
  readonly session: Omit<SessionReading, 'session'> & { readonly session: SessionDraft | null };
  readonly attended: Attended | null;
};
type There = { readonly existing: readonly KnownSession[]; readonly book: AnswerBook };

/** The verdict of each person: whoever stands on a form twice, or has a record of the session already, does not come in again. */
export function judgeAttendance(lines: readonly Line[], { existing, book }: There): readonly Verdict<AttendanceDraft>[] {
  const there = new Map(existing.map((session) => [keyOfSession(session), session] as const));
  const first = new Map<string, AttendanceDraft>();
  const verdicts = lines.map((line) => (isLeftOut(line.reader) ? passed(line, 'said_to_skip') : verdictFor(line, { there, first })));
  const open = new Set(verdicts.filter(({ kind }) => kind === 'ask' || kind === 'wrong').map(({ source }) => placeOf(source)));
  return verdicts.map((verdict): Verdict<AttendanceDraft> => {
    const { source, kind } = verdict;
    if (kind === 'skip' || book.row(source.sheet, source.row) !== 'skip') return verdict;
    // Of two persons in a row the one is meant who cannot come in.
    const isMeant = kind !== 'ready' || !open.has(placeOf(source));
    return isMeant ? { kind: 'skip', source, reason: 'said_to_skip', sameAs: null } : verdict;
  });
}

type Seen = { readonly there: ReadonlyMap<string, KnownSession>; readonly first: Map<string, AttendanceDraft> };

function verdictFor(line: Line, { there, first }: Seen): Verdict<AttendanceDraft> {
  const { reader, attended } = line;
  const { session, problems, questions, warnings } = line.session;
  reader.problems.push(...problems);
  reader.questions.push(...questions);
  reader.warnings.push(...warnings);
  if (session === null || attended === null) return verdictOf<TrainingField, AttendanceDraft>(reader, null);
  const draft = draftOf(reader.row.source, session, attended);
  const known = there.get(draft.sessionKey) ?? null;
  return verdictThere(line, draft, known) ?? verdictAmong(line, { ...draft, existingId: known?.id ?? null }, first);
}

/** Whoever has a record of the session comes in no more, and nobody comes into one that was held in the product. */
function verdictThere(line: Line, draft: AttendanceDraft, known: KnownSession | null): Verdict<AttendanceDraft> | null {
  const record = known?.people.get(draft.personId);
  if (record !== undefined)
    return passed(line, saysTheSame({ ...draft, classHours: hoursOf(draft) }, record) ? 'already_there' : 'lives_on');
  return known?.opening === false ? passed(line, 'lives_on') : null;
}

function verdictAmong(line: Line, draft: AttendanceDraft, first: Map<string, AttendanceDraft>): Verdict<AttendanceDraft> {
  const key = `${draft.sessionKey}|${draft.personId}`;
  const before = first.get(key);
  if (before === undefined) first.set(key, draft);
  else if (saysTheSame({ ...draft, classHours: 0 }, { ...before, classHours: 0 })) return passed(line, 'duplicate', before.source);
  else line.reader.questions.push(twice(line.reader, before.source));
  return verdictOf(line.reader, draft);
}

function draftOf(source: Source, session: SessionDraft, attended: Attended): AttendanceDraft {
  return { source, ...attended, session, sessionKey: keyOfSession(session), existingId: null };
}

/** Whoever was not there has no hours. */
export function hoursOf({ attended, session }: Pick<AttendanceDraft, 'attended' | 'session'>): number {
  return attended ? session.classHours : 0;
}

/** Under which key two forms are one session. */
function keyOfSession({
  unitId,
  title,
  category,
  level,
  heldOn,
}: Pick<SessionDraft, 'unitId' | 'title' | 'category' | 'level' | 'heldOn'>): string {
  return [unitId, heldOn, category, level ?? '', matchKey(title)].join('|');
}

type Record = Pick<AttendanceDraft, 'attended' | 'result' | 'score'> & { readonly classHours: number };

function saysTheSame(one: Record, other: Record): boolean {
  const told = ({ attended, result, score, classHours }: Record) => JSON.stringify([attended, result, score, classHours]);
  return told(one) === told(other);
}

type Reason = 'already_there' | 'duplicate' | 'lives_on' | 'said_to_skip';

function passed({ reader }: Line, reason: Reason, sameAs: Source | null = null): Verdict<AttendanceDraft> {
  return { kind: 'skip', source: reader.row.source, reason, sameAs };
}

function twice({ row }: AttendanceReader, { sheet, row: number }: Source) {
  const text = row.cell('name')?.text ?? '';
  return { cell: row.address('name'), field: 'name', code: 'training_person_twice' as const, facts: { text, sheet, row: number } };
}

function placeOf({ sheet, row }: Source): string {
  return `${sheet}!${row}`;
}

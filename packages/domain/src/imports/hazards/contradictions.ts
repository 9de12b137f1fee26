import { isOpen } from '../../hazards/index.ts';
import type { Day } from '../../kernel/index.ts';
import { choice } from '../answers.ts';
import type { ImportProblem } from '../problems.ts';
import { isTold, problemAt, saidOf } from '../row-reader.ts';
import type { HazardDraft, Progress } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import type { HazardReader } from './read-hazard.ts';
import { isCarriedOver, isRelapse } from './state-words.ts';

/** What the rules look at; open where it could not be read. */
export type Told = Partial<Progress> & Pick<HazardDraft, 'responsible' | 'acceptors' | 'words'> & { readonly foundOn: Day | null };

/** What cannot be as the row tells it is asked about; what may be but should not goes in as it is stated, with a doubt. */
export function doubtsOf(reader: HazardReader, told: Told, ledger: Ledger): void {
  for (const [field, code] of impossible(told, ledger)) if (!isTold(reader, field)) askToAccept(reader, field, code);
  for (const [field, code] of doubtful(told)) reader.warnings.push(problemAt(reader, field, code));
}

type Ledger = { readonly today: Day /** The year of the ledger. */; readonly year: number };
type Found = readonly (readonly [HazardField, ImportProblem])[];

function impossible(told: Told, ledger: Ledger): Found {
  return holding([...outsideTime(told, ledger), ...outOfOrder(told), ...unfinished(told)]);
}

type Rule = readonly [boolean, HazardField, ImportProblem];

function outsideTime({ foundOn, doneOn = null, acceptedOn = null, words }: Told, { today, year }: Ledger): readonly Rule[] {
  return [
    [isAfter(foundOn, today), 'foundOn', 'found_after_today'],
    [isAfter(`${year}`, foundOn) && !isCarriedOver(words.remark ?? ''), 'foundOn', 'found_in_other_year'],
    [isAfter(doneOn, today), 'doneOn', 'done_after_today'],
    [isAfter(acceptedOn, today), 'acceptedOn', 'accepted_after_today'],
  ];
}

function outOfOrder({ foundOn, dueOn = null, doneOn = null, acceptedOn = null }: Told): readonly Rule[] {
  return [
    [isAfter(foundOn, dueOn), 'dueOn', 'due_before_found'],
    [isAfter(foundOn, doneOn), 'doneOn', 'done_before_found'],
    [isAfter(foundOn, acceptedOn), 'acceptedOn', 'accepted_before_found'],
  ];
}

/** Handed in or accepted by the words, and not by the days. */
function unfinished({ foundOn, doneOn = null, acceptedOn = null, stage }: Told): readonly Rule[] {
  const isHandedIn = stage === 'closed' || stage === 'submitted';
  return [
    [isHandedIn && doneOn === null && foundOn !== null, 'doneOn', 'done_without_day'],
    [stage !== undefined && isOpen({ stage }) && acceptedOn !== null, 'closed', 'accepted_not_closed'],
  ];
}

function holding(rules: readonly Rule[]): Found {
  return rules.flatMap(([holds, field, code]) => (holds ? [[field, code] as const] : []));
}

function isAfter(day: Day | null, other: Day | null): boolean {
  return day !== null && other !== null && day > other;
}

function doubtful({ responsible, acceptors, stage, doneOn = null, acceptedOn = null, words }: Told): Found {
  const rectified = new Set(responsible.map(({ name }) => name));
  return holding([
    [acceptors.some(({ name }) => rectified.has(name)), 'acceptor', 'rectifier_accepted'],
    [isAfter(doneOn, acceptedOn), 'acceptedOn', 'accepted_before_done'],
    [stage === 'closed' && isRelapse(words.lookBack ?? ''), 'lookBack', 'closed_but_relapsed'],
  ]);
}

function askToAccept(reader: HazardReader, field: HazardField, code: ImportProblem): void {
  const { source } = reader.row;
  if (saidOf(reader, field) === choice.accept || reader.book.row(source.sheet, source.row) === 'accept') return;
  const candidates = [{ value: choice.accept, label: choice.accept }];
  reader.questions.push(problemAt(reader, field, code, candidates));
}

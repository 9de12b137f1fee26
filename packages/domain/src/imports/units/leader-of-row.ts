import { choice, type RowAnswer } from '../answers.ts';
import { type Keepers, keepersOf } from '../points/keeper-of-row.ts';
import type { KnownKeeper } from '../points/point-draft.ts';
import { problemAt, type RowReader, saidOf } from '../row-reader.ts';
import { matchKey } from '../text-keys.ts';
import type { KnownUnit, UnitRecogniser } from '../unit-recogniser.ts';
import type { Candidate, Verdict } from '../verdict.ts';
import type { UnitFacts } from './unit-draft.ts';
import type { UnitField } from './unit-fields.ts';
import type { UnitNode } from './unit-nodes.ts';

/** Who may be 第一责任人, by what the file calls them, and who is that of which units already. */
export type KnownLeaders = {
  /** Those whom the importer may appoint. */
  readonly persons: readonly KnownKeeper[];
  /** Who holds the post at a unit now or later. */
  readonly holders: ReadonlyMap<string, readonly KnownKeeper[]>;
  /** Whether the importer may appoint somebody at a unit, or at one made below it. */
  readonly mayAppoint: (unitId: string) => boolean;
};

export type Leaders = KnownLeaders & { readonly among: Keepers };

/** Null where nobody is to be appointed. */
export function leadersOf(known: KnownLeaders | undefined, units: readonly KnownUnit[]): Leaders | null {
  return known === undefined ? null : { ...known, among: keepersOf(units, known.persons) };
}

type Reader = RowReader<UnitField>;
type Leader = NonNullable<UnitFacts['leader']>;
type Hanging = {
  readonly existing: KnownUnit | null;
  readonly parent: { readonly groundId: string | null } | null;
  readonly leaders: Leaders | null;
  readonly recogniser: UnitRecogniser;
};
type Place = { readonly unitId: string; readonly leaders: Leaders; readonly recogniser: UnitRecogniser };

/**
 * 第一责任人 as a person: by 工号, or as the only one of the name in the company of the unit. Nobody is guessed: who cannot be told apart, or
 * works elsewhere, is asked about; the unit goes in without one meanwhile, and the name stays with the import.
 */
export function withLeader({ reader, facts }: Pick<UnitNode, 'reader' | 'facts'>, hanging: Hanging): UnitFacts {
  const { leader } = facts;
  const place = placeIn(hanging);
  if (reader === null || leader === null || place === null || isHeld(reader, leader, hanging)) return facts;
  return { ...facts, leaderId: leaderIn(reader, leader, place) };
}

/** The unit itself or, where it is new, the nearest of the tree above it. */
function placeIn({ existing, parent, leaders, recogniser }: Hanging): Place | null {
  const unitId = existing === null ? (parent?.groundId ?? null) : existing.id;
  return leaders === null || unitId === null ? null : { unitId, leaders, recogniser };
}

/** Whether somebody holds the post already: whoever does is not put aside by a file. */
function isHeld(reader: Reader, leader: Leader, { existing, leaders }: Hanging): boolean {
  const holders = leaders?.holders.get(existing?.id ?? '') ?? [];
  if (holders.length === 0) return false;
  if (!holders.some((holder) => isCalled(holder, leader))) {
    const warning = problemAt(reader, 'leader', 'leader_differs');
    reader.warnings.push({ ...warning, facts: { ...warning.facts, known: holders.map(({ name }) => name).join('、') } });
  }
  return true;
}

function isCalled({ name, staffNo }: KnownKeeper, leader: Leader): boolean {
  return matchKey(name) === matchKey(leader.name) || (leader.staffNo !== null && staffNo === leader.staffNo);
}

function leaderIn(reader: Reader, leader: Leader, place: Place): string | null {
  const { leaders, unitId } = place;
  if (!leaders.mayAppoint(unitId)) {
    reader.warnings.push(problemAt(reader, 'leader', 'leader_barred'));
    return null;
  }
  const said = leaders.among.byId(saidOf(reader, 'leader'));
  const meant = said === null ? meantBy(leader, place) : [said];
  const [only, ...others] = meant;
  return only !== undefined && others.length === 0 && (said !== null || isCertain(only, leader, place))
    ? only.id
    : asked(reader, meant, place);
}

/** Those who may be meant: whoever has the number, and of the name those in the company, or anybody where none is. */
function meantBy({ name, staffNo }: Leader, { leaders: { among }, unitId }: Place): readonly KnownKeeper[] {
  const numbered = staffNo === null ? null : among.numbered(staffNo);
  if (numbered !== null && matchKey(numbered.name) === matchKey(name)) return [numbered];
  const named = among.named(name);
  const near = among.near(named, unitId);
  return [...(numbered === null ? [] : [numbered]), ...(near.length > 0 ? near : named)];
}

/** The number and the name are his, or no number is told and he is of the company. */
function isCertain(only: KnownKeeper, { name, staffNo }: Leader, { leaders: { among }, unitId }: Place): boolean {
  if (matchKey(only.name) !== matchKey(name)) return false;
  return staffNo === null ? among.near([only], unitId).length > 0 : only === among.numbered(staffNo);
}

const mostCandidates = 8;

/** Asked where there is a choice; else the name is told to be nobody's. */
function asked(reader: Reader, people: readonly KnownKeeper[], { recogniser }: Place): null {
  const candidates = people.slice(0, mostCandidates).map(({ id, name, staffNo, unitId }): Candidate => {
    const unit = recogniser.unit(unitId);
    return { value: id, label: [name, staffNo, unit === null ? null : recogniser.path(unit)].filter((each) => each !== null).join(' ') };
  });
  const offered = [...candidates, { value: choice.empty, label: '' }];
  reader.warnings.push(
    candidates.length === 0 ? problemAt(reader, 'leader', 'leader_unknown') : problemAt(reader, 'leader', 'leader_unsure', offered),
  );
  return null;
}

/** A row that tells nothing new of a unit that is there: it stays out, unless it must be asked whom it names as 第一责任人. */
export function verdictOfSame({ row, warnings }: Reader, said: RowAnswer['say'] | null): Verdict<never> {
  const told = warnings.filter(({ field }) => field === 'leader');
  const questions = told.filter(({ code }) => code === 'leader_unsure');
  if (questions.length > 0 && said !== 'keep') return { kind: 'ask', source: row.source, questions };
  return { kind: 'skip', source: row.source, reason: 'already_there', sameAs: null, ...(told.length === 0 ? {} : { warnings: told }) };
}

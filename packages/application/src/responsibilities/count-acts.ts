import { type Act, type Allotted, allot, type OwedDuty } from '@changming/domain/responsibilities';
import { startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { partsOf } from '../in-turn.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { actsBetween, type ActSeen } from './acts.ts';
import { keepProgress, progressOf } from './progress.ts';

/** A transaction that was still open when the clock last looked may have written acts from before: so far back it looks again. */
const overlap = 3_600_000;
const unlookedAtOnce = 5000;

/**
 * 自动核销: gives real acts to what is owed. Fresh acts to everything that their doers owe, and to what was made since, the acts of its whole
 * time. Nothing else discharges a duty. Looking twice changes nothing.
 */
export const countActs = command({
  permission: 'responsibilities.sweep',
  name: 'responsibilities.countActs',
  input: z.strictObject({}),
  async run(work) {
    const { tx, now, trail } = work;
    const read = (await progressOf(tx, 'actsRead'))?.at ?? null;
    const verbs = await provingVerbs(work);
    const until = new Date(now.getTime() + 1);
    const fresh = read === null ? [] : await actsBetween(tx, { verbs, from: new Date(read.getTime() - overlap), until });
    const unlooked = await unlookedOnes(work);
    const past = unlooked.length === 0 ? [] : await pastActs(work, unlooked, { verbs, until });
    const acts = [...new Map([...fresh, ...past].map((act) => [act.id, act])).values()];
    const met = await countFor(work, acts);
    if (unlooked.length > 0) await markLooked(work, unlooked);
    await keepProgress(tx, { name: 'actsRead', at: now });
    return trail([], { acts: acts.length, met, more: unlooked.length === unlookedAtOnce });
  },
});

async function provingVerbs({ tx }: Writing): Promise<string[]> {
  const rows = await tx.selectFrom('duties').select(sql<string>`unnest(proof)`.as('verb')).distinct().execute();
  return rows.map(({ verb }) => verb);
}

type Unlooked = { readonly id: string; readonly person_id: string; readonly from_on: string };

async function unlookedOnes({ tx }: Writing): Promise<Unlooked[]> {
  return tx
    .selectFrom('duty_occurrences')
    .select(['id', 'person_id', 'from_on'])
    .where('looked', '=', false)
    .orderBy('id')
    .limit(unlookedAtOnce)
    .execute();
}

async function pastActs({ tx }: Writing, unlooked: readonly Unlooked[], { verbs, until }: { verbs: string[]; until: Date }) {
  const from = unlooked.map(({ from_on }) => from_on).toSorted()[0] ?? '';
  const persons = new Set(unlooked.map(({ person_id }) => person_id));
  return (await actsBetween(tx, { verbs, from: startOf(from), until })).filter(({ personId }) => persons.has(personId));
}

async function markLooked({ tx }: Writing, unlooked: readonly Unlooked[]): Promise<void> {
  const ids = unlooked.map(({ id }) => id);
  await sql`update duty_occurrences set looked = true where id = any(${ids}::uuid[])`.execute(tx);
}

type Owed = { readonly id: string; readonly code: string; readonly personId: string; readonly from: string; readonly due: string };
type OpenDuty = Owed & {
  readonly lateUntil: string;
  readonly needed: number;
  readonly proof: string[];
  readonly lo: number;
  readonly hi: number;
};

/** Persons by turns, so that no statement grows without end. */
async function countFor(work: Writing, acts: readonly ActSeen[]): Promise<number> {
  const byPerson = Map.groupBy(acts, ({ personId }) => personId);
  let met = 0;
  for (const persons of partsOf([...byPerson.keys()], 500)) {
    const open = Map.groupBy(await openOf(work, persons), ({ personId, code }) => `${personId}:${code}`);
    const used = await usedBy(work, { persons, since: earliestOf(acts) });
    const places = await placesOf(
      work,
      persons.flatMap((person) => byPerson.get(person) ?? []),
    );
    const allotted = [...open.values()].flatMap((owed) => allotTo(owed, byPerson.get(owed[0]?.personId ?? '') ?? [], { used, places }));
    met += await keep(work, allotted, acts);
  }
  return met;
}

async function openOf({ tx, today }: Writing, persons: readonly string[]): Promise<OpenDuty[]> {
  const { rows } = await sql<OpenDuty>`
    select o.id, o.code, o.person_id as "personId", o.from_on as from, o.due_on as due, o.late_until as "lateUntil", o.needed, d.proof, u.lo, u.hi
    from duty_occurrences o join duties d on d.id = o.duty_id join units u on u.id = o.unit_id
    where o.person_id = any(${[...persons]}::uuid[]) and o.done_at is null and o.waived_at is null and o.late_until >= ${today}::date - 31`.execute(
    tx,
  );
  return rows;
}

type Used = Act & { readonly occurrenceId: string; readonly personId: string; readonly code: string };

function earliestOf(acts: readonly ActSeen[]): Date {
  return new Date(Math.min(...acts.map(({ at }) => at.getTime())));
}

type Whose = { readonly persons: readonly string[]; readonly since: Date };

/** What already counts of these acts' time, and for what is not yet enough. */
async function usedBy({ tx }: Writing, { persons, since }: Whose): Promise<ReadonlyMap<string, Used[]>> {
  const { rows } = await sql<Used>`
    select a.occurrence_id as "occurrenceId", a.act_id as id, a.person_id as "personId", a.code, a.verb, a.at
    from duty_acts a join duty_occurrences o on o.id = a.occurrence_id
    where a.person_id = any(${[...persons]}::uuid[]) and (a.at >= ${since} or o.done_at is null)`.execute(tx);
  return Map.groupBy(rows, ({ personId, code }) => `${personId}:${code}`);
}

/** Where the records lie today. */
async function placesOf({ tx }: Writing, acts: readonly ActSeen[]): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(acts.flatMap(({ unitId }) => unitId ?? []))];
  const { rows } = await sql<{ id: string; lo: number }>`select id, lo from units where id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, lo }) => [id, lo]));
}

type Known = { readonly used: ReadonlyMap<string, readonly Used[]>; readonly places: ReadonlyMap<string, number> };

/** Acts count in the branch of the unit where the duty is owed; those of the whole group count everywhere. */
function allotTo(owed: readonly OpenDuty[], acts: readonly ActSeen[], { used, places }: Known): (Allotted & { readonly code: string })[] {
  const [first] = owed;
  if (first === undefined) return [];
  const { code, personId, proof } = first;
  const before = used.get(`${personId}:${code}`) ?? [];
  const moments = new Set(before.map(({ verb, at }) => `${verb}@${at.getTime()}`));
  const units = new Map(owed.map(({ lo, hi }) => [lo, hi]));
  const fitting = acts.filter(({ verb, at }) => proof.includes(verb) && !moments.has(`${verb}@${at.getTime()}`));
  return [...units].flatMap(([lo, hi]) => {
    const here = owed.filter((duty) => duty.lo === lo).map((duty) => withCounted(duty, before));
    const near = fitting.filter(({ unitId }) => isWithin(unitId === null ? null : (places.get(unitId) ?? -1), { lo, hi }));
    return allot(here, near).map((each) => ({ ...each, code }));
  });
}

function isWithin(position: number | null, { lo, hi }: { readonly lo: number; readonly hi: number }): boolean {
  return position === null || (lo <= position && position <= hi);
}

function withCounted(duty: OpenDuty, used: readonly Used[]): OwedDuty {
  return { ...duty, counted: used.filter(({ occurrenceId }) => occurrenceId === duty.id) };
}

const actColumns = { occurrenceId: 'uuid', actId: 'uuid' } as const;
const doneColumns = { occurrenceId: 'uuid', at: 'timestamptz', timing: 'text' } as const;

/** An act that two units of one person would claim goes to the first of them. */
async function keep({ tx, now }: Writing, allotted: readonly Allotted[], acts: readonly ActSeen[]): Promise<number> {
  if (allotted.length === 0) return 0;
  const known = new Map(acts.map((act) => [act.id, act]));
  const pairs = allotted.flatMap(({ occurrenceId, acts: given }) => given.map(({ id }) => ({ occurrenceId, actId: id })));
  const facts = { id: 'uuid', verb: 'text', subjectId: 'uuid', at: 'timestamptz' } as const;
  const told = pairs.flatMap(({ actId }) => known.get(actId) ?? []);
  await sql`
    insert into duty_acts (occurrence_id, act_id, unit_id, person_id, code, verb, subject_id, at, recorded_at)
    select o.id, pair."actId", o.unit_id, o.person_id, o.code, act.verb, act."subjectId", act.at, ${now}
    from ${rowsAsTable('pair', actColumns, pairs)} join duty_occurrences o on o.id = pair."occurrenceId"
    join (select distinct * from ${rowsAsTable('act', facts, told)}) as act on act.id = pair."actId"
    on conflict do nothing`.execute(tx);
  const done = allotted.flatMap(({ occurrenceId, done: end }) => (end === null ? [] : [{ occurrenceId, ...end }]));
  if (done.length === 0) return 0;
  const updated = await sql`
    update duty_occurrences o set done_at = d.at, timing = d.timing, recorded_at = ${now}
    from ${rowsAsTable('d', doneColumns, done)} where o.id = d."occurrenceId" and o.done_at is null
      and (select count(*) from duty_acts a where a.occurrence_id = o.id) >= o.needed`.execute(tx);
  return Number(updated.numAffectedRows ?? 0n);
}

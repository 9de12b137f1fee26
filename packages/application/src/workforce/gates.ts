import { type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import {
  isGated,
  judgedOn,
  type Objection,
  overrideUntil,
  type Override,
  type Post,
  standingAgainst,
  type Term,
} from '@changming/domain/workforce';
import { sql } from 'kysely';

import type { Changed, Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { rulesFor } from '../standards/index.ts';

/** Taking up a post, or a certified post of that item, on a day. */
export type AtGate = {
  readonly unitId: string;
  readonly post: Post;
  readonly certifiedPost: string | null;
  readonly on: string;
};

/** What the gates of all contexts have against these people, one statement for all of them. Who is out of scope is not judged. */
export async function objectionsTo(
  tx: Tx,
  personIds: readonly string[],
  { unitId, post, certifiedPost, on }: AtGate,
): Promise<Objection[]> {
  const { rows } = await sql<Objection>`
    select gate, person_id as "personId", code, facts
    from house.gate_objections(${[...personIds]}::uuid[], ${unitId}::uuid, ${post}, ${certifiedPost}::text, ${on}::date)
    order by person_id, gate, code`.execute(tx);
  return rows;
}

/** Somebody who is to take up a post for a term. */
export type Wanting = Omit<AtGate, 'on'> & Term & { readonly personId: string };
export type TakenUp = Wanting & { readonly name: string };
type Lifting = { readonly reason: string; readonly until: string | null };

/**
 * Lets the person through, or refuses with `workforce.gate_closed`. With `lifting` the caller lifts the gate himself, which is written
 * down; one lifted earlier counts as well. Those who lead others pass with a warning.
 */
export async function passGates(
  work: Writing,
  wanting: TakenUp,
  lifting?: Lifting,
): Promise<{ readonly changed: Changed[]; readonly warnings: readonly Objection[] }> {
  const { on, standing, stops } = await judgement(work.tx, wanting, work.today);
  if (!stops) return { changed: [], warnings: standing };
  if (lifting === undefined) return refuseClosed(wanting, standing);
  return { changed: [await writeOverride(work, { ...wanting, on, id: work.newId() }, standing, lifting)], warnings: [] };
}

export type Judgement = {
  /** The last of the days judged; the overrides of that day count. */
  readonly on: string;
  readonly found: readonly Objection[];
  /** Those of `found` that no override covers. */
  readonly standing: readonly Objection[];
  /** Whether the person is kept from the post; who leads others is only warned. */
  readonly stops: boolean;
};

/** How the gates judge somebody for a term. */
export async function judgement(tx: Tx, wanting: Wanting, today: string): Promise<Judgement> {
  const days = judgedOn(wanting, today);
  const on = days.at(-1) ?? wanting.from;
  const found = await objectionsWithin(tx, wanting, days);
  const standing = found.length === 0 ? [] : standingAgainst(found, await overridesOf(tx, wanting), on);
  return { on, found, standing, stops: keepsOut(wanting, standing) };
}

/** Whether these objections keep somebody from the post; who leads others is only warned. */
export function keepsOut({ post, certifiedPost }: Pick<AtGate, 'post' | 'certifiedPost'>, standing: readonly Objection[]): boolean {
  return standing.length > 0 && (certifiedPost !== null || isGated(post));
}

/** What stands against the person on any of the days, each objection once, as it is on the last. */
async function objectionsWithin(tx: Tx, wanting: Wanting, days: readonly string[]): Promise<Objection[]> {
  const found: Objection[] = [];
  for (const on of days) found.push(...(await objectionsTo(tx, [wanting.personId], { ...wanting, on })));
  return onceEach(found);
}

/** Of objections of the same code the last. */
export function onceEach(objections: readonly Objection[]): Objection[] {
  return [...new Map(objections.map((each) => [`${each.gate}:${each.code}`, each])).values()];
}

export function refuseClosed({ name }: { readonly name: string }, standing: readonly Objection[]): never {
  const codes = standing.map(({ code }) => code).join(',');
  return refuse('conflict', 'workforce.gate_closed', { name, count: standing.length, codes });
}

type Held = Pick<Wanting, 'personId' | 'unitId' | 'post' | 'certifiedPost'>;
const heldColumns = { n: 'integer', personId: 'uuid', unitId: 'uuid', post: 'text', certifiedPost: 'text' } as const;
type Lifted = { readonly n: number; readonly from: string; readonly until: string; readonly codes: readonly string[] };

/** What was lifted for this person here, for this very post. */
export async function overridesOf(tx: Tx, held: Held): Promise<Override[]> {
  return (await overridesOfEach(tx, [held])).flat();
}

/** The same for each of several, in their order: one statement for all of them. */
export async function overridesOfEach(tx: Tx, held: readonly Held[]): Promise<Override[][]> {
  const asked = held.map(({ personId, unitId, post, certifiedPost }, n) => ({ n, personId, unitId, post, certifiedPost }));
  const { rows } = await sql<Lifted>`
    select h.n, o.from_on as "from", o.until_on as "until", array(select each ->> 'code' from jsonb_array_elements(o.objections) each) as codes
    from ${rowsAsTable('h', heldColumns, asked)} join gate_overrides o on o.person_id = h."personId" and o.unit_id = h."unitId"
      and o.certified_post is not distinct from h."certifiedPost" and (h."certifiedPost" is not null or o.post = h.post)`.execute(tx);
  const lifted = Map.groupBy(rows, ({ n }) => n);
  return held.map((_, at) => (lifted.get(at) ?? []).map(({ from, until, codes }) => ({ from, until, codes })));
}

type Writable = AtGate & { readonly id: string; readonly personId: string };

/** Refused unless the caller may lift gates at that unit, and for no longer than the rule allows. */
export async function writeOverride(
  work: Writing,
  { id, personId, unitId, post, certifiedPost, on }: Writable,
  standing: readonly Objection[],
  { reason, until: asked }: Lifting,
): Promise<Changed> {
  const { tx, actor, now } = work;
  await refuseWithoutRight(work, unitId);
  const days = (await rulesFor(tx, { unitId, on })).number('workforce.overrideDays') ?? 30;
  const until = overrideUntil(on, asked, days);
  if (until === null) return refuse('invalid', 'workforce.override_too_long', { days });
  const objections = standing.map(({ gate, code, facts }) => ({ gate, code, facts }));
  const written = await tx
    .insertInto('gate_overrides')
    .values({
      id,
      person_id: personId,
      unit_id: unitId,
      post,
      certified_post: certifiedPost,
      reason,
      objections: JSON.stringify(objections),
      from_on: on,
      until_on: until,
      by_id: actor.personId,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) refuse('conflict', 'workforce.id_taken');
  const after = { personId, post, certifiedPost, reason, from: on, until, codes: objections.map(({ code }) => code) };
  return { subjectId: id, unitId, before: null, after };
}

async function refuseWithoutRight({ tx, scope, may }: Writing, unitId: string): Promise<void> {
  const unit = await tx
    .selectFrom('units')
    .select('lo')
    .where('id', '=', unitId)
    .where((eb) => within(eb.ref('lo'), scope))
    .executeTakeFirst();
  if (unit === undefined || !may('workforce.override', unit.lo)) refuse('forbidden', 'workforce.override_not_yours');
}

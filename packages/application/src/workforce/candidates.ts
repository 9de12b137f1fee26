import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type CandidateFilter, isGated, type Objection, standingAgainst } from '@changming/domain/workforce';
import { within } from '@changming/database';
import { type RawBuilder, sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { type AtGate, objectionsTo } from './gates.ts';
import { personsWith } from './search-persons.ts';

type Person = {
  readonly id: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly title: string | null;
  readonly unitId: string;
  readonly unit: string;
  readonly nextDueOn: string | null;
  readonly assigned: boolean;
};

/**
 * 谁能上岗: the people of the caller's branch who come into question for a post or certified post of a unit, those whose certificate holds
 * and those who are near first; each with what the gates of all contexts have against him, asked once for the whole page.
 */
export const listCandidates = query({
  permission: 'workforce.read',
  async run(work, { unitId, post, certifiedPost, q, on, limit }: CandidateFilter) {
    const { tx, scope, today } = work;
    const unit = await unitInScope(tx, scope, unitId);
    const at: AtGate = { unitId, post, certifiedPost: certifiedPost ?? null, on: on ?? today };
    const found = q === undefined ? undefined : await personsWith(tx, scope, q);
    const wanted = { at, unit, limit, ids: found?.ids };
    const persons = await (certifiedPost === undefined ? peopleNear(work, wanted) : holdersNear(work, wanted));
    const verdicts = await verdictsOn(work, persons, at);
    const items = persons.slice(0, limit).map((person) => ({ ...person, ...(verdicts.get(person.id) ?? free) }));
    return { items, more: persons.length > limit, tooMany: found?.tooMany ?? false, on: at.on, unit: unit.name };
  },
});

type Wanted = {
  readonly at: AtGate;
  readonly unit: UnitRange;
  readonly limit: number;
  /** Those who were found by what was typed. */
  readonly ids: readonly string[] | undefined;
};

/**
 * Whoever was ever given a certificate of the item, wherever in the branch; whose holds comes first, then who works near, then whose holds
 * longest. The order comes from the certificates, and people are looked up in it until the page is full.
 */
async function holdersNear({ tx, scope }: Reading, { at, unit, limit, ids }: Wanted): Promise<Person[]> {
  if (at.certifiedPost === null) return refuse('invalid', 'workforce.item_not_certified', { item: '' });
  const { rows } = await sql<Person>`
    with held as materialized (
      select c.person_id, max(coalesce(c.next_due_on, 'infinity'::date)) filter (where c.revoked_on is null) as due, min(c.unit_pos) as unit_pos
      from certificates c where c.item = ${at.certifiedPost} and c.current and ${within(sql.ref<number>('c.unit_pos'), scope)} group by c.person_id),
    ranked as (${ids === undefined ? sql`select person_id, due, unit_pos from held` : searchedFor(ids)}),
    first as materialized (
      select p.*, h.due, h.place
      from (select r.person_id, r.due, row_number() over (
          order by coalesce(r.due >= ${at.on}::date, false) desc, ${isNear(unit)} desc, r.due desc nulls last, r.person_id) as place
        from ranked r order by place) h
        cross join lateral (
          select p.id, p.name, p.staff_no, p.title, p.unit_id from persons p where p.id = h.person_id and ${atWork(scope, ids)} offset 0) p
      order by h.place limit ${limit + 1})
    select p.id, p.name, p.staff_no as "staffNo", p.title, p.unit_id as "unitId", u.name as unit,
      case when p.due < 'infinity'::date then p.due end as "nextDueOn", ${assigned(at)} as assigned
    from first p join units u on u.id = p.unit_id order by p.place`.execute(tx);
  return rows;
}

/** Those who were found, with what they hold of the item, if anything. */
function searchedFor(ids: readonly string[]): RawBuilder<unknown> {
  return sql`
    select p.id as person_id, h.due, p.unit_pos from persons p left join held h on h.person_id = p.id where p.id = any(${[...ids]}::uuid[])`;
}

async function peopleNear({ tx, scope }: Reading, { at, unit, limit, ids }: Wanted): Promise<Person[]> {
  const branch = ids === undefined ? [unit] : scope;
  const { rows } = await sql<Person>`
    with first as materialized (select p.* from persons p where ${atWork(branch, ids)} order by p.name, p.id limit ${limit + 1})
    select p.id, p.name, p.staff_no as "staffNo", p.title, p.unit_id as "unitId", u.name as unit, null as "nextDueOn",
      ${assigned(at)} as assigned
    from first p join units u on u.id = p.unit_id order by p.name, p.id`.execute(tx);
  return rows;
}

function atWork(branch: readonly UnitRange[], ids: readonly string[] | undefined): RawBuilder<unknown> {
  const inside = sql`${within(sql.ref<number>('p.unit_pos'), branch)} and p.left_on is null`;
  return ids === undefined ? inside : sql`${inside} and p.id = any(${[...ids]}::uuid[])`;
}

function isNear({ lo, hi }: UnitRange): RawBuilder<boolean> {
  return sql`(r.unit_pos between ${lo} and ${hi})`;
}

/** Whether the person holds that very post on the day already. */
function assigned({ unitId, post, certifiedPost, on }: AtGate): RawBuilder<boolean> {
  const holds = sql`a.person_id = p.id and a.unit_id = ${unitId} and a.from_on <= ${on}::date and (a.to_on is null or a.to_on > ${on}::date)`;
  return certifiedPost === null
    ? sql`exists (select from appointments a where ${holds} and a.post = ${post})`
    : sql`exists (select from certified_posts a where ${holds} and a.item = ${certifiedPost})`;
}

/** `may`: nothing against him. `lifted`: somebody let him through. `warned`: told, not stopped. `blocked`: not as it stands. */
export const verdicts = ['may', 'lifted', 'warned', 'blocked'] as const;
type Verdict = (typeof verdicts)[number];
type Judged = { readonly verdict: Verdict; readonly objections: Omit<Objection, 'personId'>[] };
const free: Judged = { verdict: 'may', objections: [] };

async function verdictsOn({ tx }: Reading, persons: readonly Person[], at: AtGate): Promise<ReadonlyMap<string, Judged>> {
  const found = await objectionsTo(
    tx,
    persons.map(({ id }) => id),
    at,
  );
  const against = Map.groupBy(found, ({ personId }) => personId);
  const lifted = await liftedFor({ tx }, [...against.keys()], at);
  return new Map([...against].map(([personId, objections]) => [personId, judged(objections, lifted.get(personId) ?? [], at)]));
}

type Lifted = { readonly person_id: string; readonly from: string; readonly until: string; readonly codes: readonly string[] };

async function liftedFor({ tx }: Pick<Reading, 'tx'>, personIds: readonly string[], { unitId, post, certifiedPost, on }: AtGate) {
  const rows = await tx
    .selectFrom('gate_overrides')
    .select(['person_id', 'from_on as from', 'until_on as until', 'objections'])
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where('unit_id', '=', unitId)
    .where('certified_post', 'is not distinct from', certifiedPost)
    .$if(certifiedPost === null, (plain) => plain.where('post', '=', post))
    .where('until_on', '>=', on)
    .execute();
  const told = rows.map(({ objections, ...row }): Lifted => ({ ...row, codes: objections.map(({ code }) => code) }));
  return Map.groupBy(told, ({ person_id }) => person_id);
}

function judged(objections: readonly Objection[], lifted: readonly Lifted[], { post, certifiedPost, on }: AtGate): Judged {
  const told = objections.map(({ gate, code, facts }) => ({ gate, code, facts }));
  if (standingAgainst(objections, lifted, on).length === 0) return { verdict: 'lifted', objections: told };
  return { verdict: certifiedPost === null && !isGated(post) ? 'warned' : 'blocked', objections: told };
}

import { toPage, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { liftGateInput, type Post, standingAgainst, type Term } from '@changming/domain/workforce';

import { command, query } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { withStanding } from './override-standing.ts';
import { judgement, objectionsTo, overridesOf, writeOverride } from './gates.ts';
import { heldAtWork, personInScope } from './store.ts';

/** 放行 ahead of the appointment: who heads the unit lifts the gate, who keeps the roster then appoints. */
export const liftGate = command({
  permission: 'workforce.override',
  input: liftGateInput,
  async run(work, { id, personId, unitId, from: on, reason, until, ...place }) {
    const { name } = await heldAtWork(work, personId);
    await unitInScope(work.tx, work.scope, unitId);
    const wanting = { ...place, personId, unitId, on, id: id ?? work.newId() };
    const found = await objectionsTo(work.tx, [personId], wanting);
    const standing = standingAgainst(found, await overridesOf(work.tx, wanting), on);
    if (standing.length === 0) refuse('conflict', 'workforce.nothing_to_lift', { name });
    return work.trail(await writeOverride(work, wanting, standing, { reason, until }), { id: wanting.id });
  },
});

type Asked = { personId: string; unitId: string; post: Post; certifiedPost?: string | undefined } & AskedTime;
type AskedTime = { on?: string | undefined; from?: string | undefined; to?: string | undefined };

/**
 * 能不能上岗: what the gates have against one person, and whether that stops or only warns. Lifted objections are told as such. Of a term as
 * `passGates` judges it, of a single day as `liftGate` does.
 */
export const readGate = query({
  permission: 'workforce.read',
  async run({ tx, scope, today }, { personId, unitId, post, certifiedPost, ...time }: Asked) {
    const { name } = await personInScope(tx, scope, personId);
    await unitInScope(tx, scope, unitId);
    const wanting = { personId, unitId, post, certifiedPost: certifiedPost ?? null, ...termOf(time, today) };
    const { found, standing, stops } = await judgement(tx, wanting, today);
    const objections = found.map((each) => ({ gate: each.gate, code: each.code, facts: each.facts, lifted: !standing.includes(each) }));
    return { name, stops, objections };
  },
});

function termOf({ on, from, to }: AskedTime, today: string): Term {
  const day = on ?? today;
  return from === undefined ? { from: day, to: day } : { from, to: to ?? null };
}

type Listed = { unitId?: string | undefined; after?: readonly [string, string] | undefined; limit: number };

/** 放行 of the branch, the latest first, each with the person, who lifted, and what stood against. */
export const listOverrides = query({
  permission: 'workforce.read',
  async run(work, { unitId, after, limit }: Listed) {
    const { tx, scope } = work;
    const branch = unitId === undefined ? scope : [await unitInScope(tx, scope, unitId)];
    const rows = await tx
      .selectFrom('gate_overrides as o')
      .innerJoin('units as u', 'u.id', 'o.unit_id')
      .leftJoin('persons as p', 'p.id', 'o.person_id')
      .leftJoin('persons as b', 'b.id', 'o.by_id')
      .select(['o.id', 'o.person_id as personId', 'p.name', 'o.unit_id as unitId', 'u.name as unit', 'o.post'])
      .select(['o.certified_post as certifiedPost', 'o.reason', 'o.objections', 'o.from_on as from', 'o.until_on as until', 'b.name as by'])
      .where((eb) => within(eb.ref('o.unit_pos'), branch))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('o.from_on', 'o.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('o.from_on', 'desc')
      .orderBy('o.id', 'desc')
      .limit(limit + 1)
      .execute();
    const page = toPage(
      rows,
      limit,
      ({ from, id }) => `${from}~${id}`,
      (row) => row,
    );
    return { ...page, items: await withStanding(work, page.items) };
  },
});

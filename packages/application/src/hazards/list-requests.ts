import { within } from '@changming/database';
import { type ListingFilter, noDeadline, openStages, type RequestKind } from '@changming/domain/hazards';
import { rootRange, type UnitRange } from '@changming/domain/units';
import { type RawBuilder, sql } from 'kysely';

import { type Permission, query, type Reading } from '../context.ts';
import { grantedScope } from '../permitted.ts';
import { rangesOf } from '../units/index.ts';
import { shownRows } from './ledger.ts';
import { actsForGroup } from './level-up.ts';
import { namesOn } from './names.ts';

/**
 * 待我审批: every hazard on which the caller may decide now what another asked, with what is asked, by the same rules that refuse the decision.
 * What is due first comes first; a hazard of which two things are asked has two rows.
 */
export const listRequests = query({
  permission: 'hazards.decideExtension',
  async run(work, filter: ListingFilter) {
    const ranges = await rangesOf(work, filter);
    const rows = await requestsIn(work, ranges, filter);
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    const ids = [...new Set(page.map(({ hazardId }) => hazardId))];
    const names = await namesOn(work.tx, ids);
    const shown = new Map((await shownRows(work.tx, ids, work.today)).map((row) => [row.id, row]));
    const items = page.flatMap(({ hazardId, askedById, dueKey, id, kind, askedOn, reason, toOn }) => {
      const row = shown.get(hazardId);
      const dueOn = dueKey === noDeadline ? null : dueKey;
      const askedBy = names.get(askedById ?? '')?.name ?? null;
      return row === undefined ? [] : [{ ...row, request: { id, kind, askedBy, askedOn, reason, toOn, dueOn } }];
    });
    const next = rows.length > filter.limit && last !== undefined ? `${last.dueKey}~${last.id}` : null;
    return { items, next, total: { count: rows[0]?.total ?? 0, capped: false } };
  },
});

type Row = {
  readonly id: string;
  readonly hazardId: string;
  readonly kind: RequestKind;
  readonly askedById: string | null;
  readonly askedOn: string | null;
  readonly reason: string | null;
  readonly toOn: string | null;
  readonly dueKey: string;
  readonly total: number;
};

/** Few wait at any time, each found by an index of those that wait: they are gathered, and then one page of them is taken. */
async function requestsIn(work: Reading, ranges: readonly UnitRange[], { after, limit }: ListingFilter): Promise<Row[]> {
  if (work.actor.personId === null) return [];
  const beyond = after === undefined ? sql`` : sql`where ("dueKey", id) > (${after[0]}::date, ${after[1]}::uuid)`;
  const all = sql.join(
    Object.values(waiting).map((one) => one(work, ranges)),
    sql` union all `,
  );
  const { rows } = await sql<Row>`
    with waiting as materialized (${all})
    select *, (select count(*) from waiting)::int as total from waiting ${beyond} order by "dueKey", id limit ${limit + 1}`.execute(
    work.tx,
  );
  return rows;
}

type Waiting = (work: Reading, ranges: readonly UnitRange[]) => RawBuilder<Row>;

/** Each names the id, the hazard, what is asked, by whom, since when, why, until when, and what is due when, in this order. */
const waiting: Readonly<Record<RequestKind, Waiting>> = {
  extension: (work, ranges) => sql`
    select e.id, e.hazard_id as "hazardId", 'extension' as kind, e.asked_by_id as "askedById", e.asked_on as "askedOn", e.reason,
      e.to_on as "toOn", e.from_on as "dueKey"
    from hazard_extensions e join hazards h on h.id = e.hazard_id
    where e.stage = 'asked' and h.stage in ('assigned', 'rectifying') and h.due_on = e.from_on
      and e.asked_by_id <> ${work.actor.personId} and ${withClearHands(work)}
      and ${ofBranch(ranges)} and ${oneLevelUp(work, 'hazards.decideExtension')}`,
  voiding: (work, ranges) => sql`
    select v.id, v.hazard_id, 'voiding', v.asked_by_id, v.asked_on, v.reason, null::date, h.due_key
    from hazard_voidings v join hazards h on h.id = v.hazard_id
    where v.stage = 'asked' and ${isOpen()} and h.suggestion not in ('open', 'denialProposed')
      and (h.level is distinct from 'major' or ${actsForGroup(work)})
      and v.asked_by_id <> ${work.actor.personId} and ${withClearHands(work)}
      and ${ofBranch(ranges)} and ${oneLevelUp(work, 'hazards.void')}`,
  treatment: (work, ranges) => sql`
    select h.id, h.id, 'treatment', (h.treatment ->> 'draftedById')::uuid,
      (select max(d.at at time zone 'Asia/Shanghai')::date from hazard_events d where d.hazard_id = h.id and d.step = 'draft'),
      null, null::date, h.due_key
    from hazards h
    where h.treatment ->> 'stage' = 'drafted' and ${isOpen()} and h.treatment ->> 'draftedById' is distinct from ${work.actor.personId}
      and ${ofBranch(ranges)} and ${oneLevelUp(work, 'hazards.approveTreatment')}`,
  delisting: (work, ranges) => sql`
    select s.id, s.hazard_id, 'delisting', s.delisting_asked_by_id, s.delisting_asked_on, s.note, null::date, s.due_on
    from hazard_supervisions s join hazards h on h.id = s.hazard_id
    where s.stage = 'delistingAsked' and not ${isOpen()} and s.delisting_asked_by_id <> ${work.actor.personId}
      and not exists (select from hazard_supervisions o where o.hazard_id = s.hazard_id and o.stage = 'listed')
      and ${ofBranch(ranges)} and ${within(at, grantedScope(work.actor, 'hazards.supervise', work.today))}`,
};

const at = sql.ref<number>('h.unit_pos');

function ofBranch(ranges: readonly UnitRange[]) {
  return within(at, ranges);
}

function isOpen() {
  return sql`h.stage in (${sql.join(openStages.map((stage) => sql.lit(stage)))})`;
}

/** Whoever rectified it decides nothing of it. */
function withClearHands({ actor }: Reading) {
  return sql`h.responsible_id is distinct from ${actor.personId} and not (${actor.personId}::uuid = any(h.rectifier_ids))`;
}

/** The permission is held over the parent of the unit, as `isOneLevelUp` has it. */
function oneLevelUp({ actor, today }: Reading, permission: Permission) {
  const above = sql<number>`coalesce(above.lo, ${rootRange.lo}::bigint)`;
  return sql`exists (
    select from units own left join units above on above.id = own.parent_id
    where own.id = h.unit_id and ${within(above, grantedScope(actor, permission, today))})`;
}

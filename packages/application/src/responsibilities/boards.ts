import { within } from '@changming/database';
import { leadCodes } from '@changming/domain/responsibilities';
import { sql } from 'kysely';

import { query } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { shownOccurrences, withActs } from './occurrences.ts';

type Asked = { readonly unitId?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined };

/** The quarter of today, when no days are asked for. */
function daysOf({ from, to }: Asked, today: string): { readonly from: string; readonly to: string } {
  const month = Number(today.slice(5, 7));
  const first = `${today.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
  return { from: from ?? first, to: to ?? today };
}

export type DutyCounts = {
  readonly unitId: string;
  readonly unit: string;
  readonly due: number;
  readonly done: number;
  readonly late: number;
  readonly missed: number;
  readonly open: number;
};

/** 履职进度 of a unit and each below it, of what was not waived: what fell due in these days or is done already, and what is open beyond. */
export const readDutyBoard = query({
  permission: 'responsibilities.read',
  async run(work, asked: Asked & { readonly unitId: string }) {
    const { tx, today } = work;
    const [range] = await rangesOf(work, asked);
    const { from, to } = daysOf(asked, today);
    const { rows } = await sql<DutyCounts & { withBelow: boolean }>`
      select b.id as "unitId", b.name as unit, b.below as "withBelow",
        count(o.id) filter (where o.done_at is not null or o.due_on < ${today}::date)::integer as due,
        count(o.id) filter (where o.timing = 'onTime')::integer as done, count(o.id) filter (where o.timing = 'late')::integer as late,
        count(o.id) filter (where o.done_at is null and o.due_on < ${today}::date)::integer as missed,
        count(o.id) filter (where o.done_at is null and o.due_on >= ${today}::date)::integer as open
      from (select id, name, lo, lo as hi, false as below from units where lo = ${range?.lo ?? 0}
        union all select c.id, c.name, c.lo, c.hi, true from units c join units u on u.id = c.parent_id
          where u.lo = ${range?.lo ?? 0} and c.closed_on is null) as b
      left join duty_occurrences o on o.unit_pos between b.lo and b.hi and o.due_on >= ${from}::date and o.from_on <= ${to}::date
        and o.waived_at is null
      group by b.id, b.name, b.lo, b.below order by b.below, b.lo`.execute(tx);
    return { from, to, today, units: rows };
  },
});

/** 五带头看板: each leader of a branch, what each lead asks of him and the real acts that fill it. */
export const readLeadBoard = query({
  permission: 'responsibilities.read',
  async run(work, asked: Asked) {
    const ranges = await rangesOf(work, asked);
    const { from, to } = daysOf(asked, work.today);
    const rows = await shownOccurrences(work)
      .select('u.lo')
      .where('o.kind', '=', 'lead')
      .where((eb) => within(eb.ref('o.unit_pos'), ranges))
      .where('o.due_on', '>=', from)
      .where('o.from_on', '<=', to)
      .where('o.waived_at', 'is', null)
      .orderBy('u.lo')
      .orderBy('o.person_id')
      .orderBy(sql`array_position(${[...leadCodes]}::text[], o.code)`)
      .orderBy('o.period_on')
      .limit(2000)
      .execute();
    const cells = await withActs(
      work,
      rows.map(({ lo: _lo, ...row }) => row),
    );
    const awaited = await work.tx
      .selectFrom('duties')
      .select(['code', 'awaited'])
      .where('kind', '=', 'lead')
      .where('to_on', 'is', null)
      .where(sql<boolean>`cardinality(proof) = 0`)
      .execute();
    return { from, to, today: work.today, items: cells, awaited };
  },
});

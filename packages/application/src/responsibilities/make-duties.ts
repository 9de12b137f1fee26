import {
  type CountedPeriod,
  type DutyKind,
  type DutyPeriod,
  latestStart,
  type LeadPeriod,
  leadPeriods,
  spansOf,
} from '@changming/domain/responsibilities';
import { addDays, type Day } from '@changming/domain/kernel';
import { isWorkday } from '@changming/domain/standards';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { calendarBetween } from '../standards/index.ts';
import { keepProgress, progressOf } from './progress.ts';

/** Days that one transaction makes: whoever catches up does it in steps. */
const daysAtOnce = 92;
/** Days of a long period in which there is time enough to do what it asks. */
const enoughDays = 92;

/**
 * 生成履职应做: one row a person, duty and period that he owes, made once under its key. Whoever takes a post while at least half of a period
 * is left owes it from that day; a deputy owes where nobody else holds the post or all are away for the whole period. A period in which the
 * product begins is owed when half of it or a quarter of a year is left, and what was done in it before counts. A worker that was down for a
 * week makes exactly what it would have made day by day. Says whether more is left to make.
 */
export const makeDuties = command({
  permission: 'responsibilities.sweep',
  name: 'responsibilities.makeDuties',
  input: z.strictObject({}),
  async run(work) {
    const { tx, today, trail } = work;
    const begun = (await progressOf(tx, 'dutiesBegun'))?.day ?? today;
    const from = (await progressOf(tx, 'dutiesMade'))?.day ?? today;
    const to = addDays(from, daysAtOnce) < today ? addDays(from, daysAtOnce) : today;
    const waived = await waiveLeft(work);
    const made = await insertOwed(work, await spansBetween(work, from, to), { begun, to });
    await keepProgress(tx, { name: 'dutiesBegun', day: begun });
    await keepProgress(tx, { name: 'dutiesMade', day: to });
    return trail([], { made, waived, more: to < today });
  },
});

type Span = { readonly dutyId: string; readonly period: CountedPeriod; readonly on: Day; readonly due: Day; readonly latest: Day };

/** The periods that touch these days, of every duty that is counted. How often a lead is asked for differs from branch to branch. */
async function spansBetween({ tx }: Writing, from: Day, to: Day): Promise<Span[]> {
  const duties = await tx
    .selectFrom('duties')
    .select(['id', 'kind', 'period', 'high_risk_period'])
    .where('period', '<>', 'always')
    .where(sql<boolean>`cardinality(proof) > 0`)
    .where('from_on', '<=', to)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', from)]))
    .execute();
  const calendar = await calendarBetween(tx, addDays(from, -7), addDays(to, 7));
  return duties.flatMap((duty) =>
    periodsOf(duty).flatMap((period) =>
      spansOf(period, [from, to], (day) => isWorkday(calendar, day)).map((span) => ({
        dutyId: duty.id,
        period,
        ...span,
        latest: latestStart(span),
      })),
    ),
  );
}

type Asked = { readonly kind: DutyKind; readonly period: DutyPeriod; readonly high_risk_period: LeadPeriod | null };

function periodsOf({ kind, period, high_risk_period }: Asked): CountedPeriod[] {
  if (kind === 'lead') return [...leadPeriods];
  return [...new Set([period, high_risk_period])].filter((each): each is CountedPeriod => each !== null && each !== 'always');
}

const columns = { dutyId: 'uuid', period: 'text', on: 'date', due: 'date', latest: 'date' } as const;

async function insertOwed({ tx, now }: Writing, spans: readonly Span[], { begun, to }: { begun: Day; to: Day }): Promise<number> {
  if (spans.length === 0) return 0;
  const result = await sql`
    insert into duty_occurrences (duty_id, code, kind, unit_id, person_id, post, deputy, appointment_id, period, period_on, from_on, due_on,
      late_until, needed, made_at)
    select d.id, d.code, d.kind, a.unit_id, a.person_id, a.post, a.deputy, a.id, s.period, s."on", owed.from_on, s.due,
      s.due + d.late_days, coalesce(q.times, d.times), ${now}
    from ${rowsAsTable('s', columns, spans)}
    join duties d on d.id = s."dutyId"
    left join units owner on owner.id = d.unit_id
    join appointments a on a.post = any(d.posts) and (a.point_id is not null) = (a.post = 'pointKeeper')
    join units u on u.id = a.unit_id and (cardinality(d.unit_kinds) = 0 or u.kind = any(d.unit_kinds))
      and (d.unit_id is null or u.lo between owner.lo and owner.hi)
    left join lateral (${quotaThen}) as q on d.kind = 'lead'
    cross join lateral (select greatest(s."on", a.from_on, d.from_on, case when a.deputy then (
      select max(main.to_on) from appointments main where main.unit_id = a.unit_id and main.post = a.post and not main.deputy
        and main.point_id is not distinct from a.point_id and main.to_on <= ${to}::date and main.to_on > main.from_on) end) as from_on) as owed
    where s.period = coalesce(q.period, case when 'isHighRisk' = any(u.flags) then d.high_risk_period end, d.period)
      and owed.from_on <= s.latest and ${begun}::date <= greatest(s.latest, s.due - ${enoughDays}::integer) and owed.from_on <= ${to}::date
      and (d.to_on is null or d.to_on > owed.from_on)
      and (a.to_on is null or a.to_on > owed.from_on)
      and not ${awayThroughout(sql`a.person_id`)}
      and (not a.deputy or not exists (
        select from appointments main where main.unit_id = a.unit_id and main.post = a.post and not main.deputy
          and main.point_id is not distinct from a.point_id and main.from_on <= owed.from_on
          and (main.to_on is null or main.to_on > owed.from_on) and not ${awayThroughout(sql`main.person_id`)}))
    on conflict (code, unit_id, person_id, period_on) do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** The quota of the nearest unit upwards that has set one by the first day of the period. */
const quotaThen = sql`
  select q.period, q.times from lead_quotas q join units asking on asking.id = q.unit_id
  where q.code = d.code and u.lo between asking.lo and asking.hi and q.from_on <= s."on" and (q.to_on is null or q.to_on > s."on")
  order by asking.lo desc limit 1`;

function awayThroughout(person: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from absences b where b.person_id = ${person}
    and b.from_at <= owed.from_on::timestamp at time zone 'Asia/Shanghai' and b.until_at >= (s.due + 1)::timestamp at time zone 'Asia/Shanghai')`;
}

/** Whoever leaves the post within the period owes it no more; nor does whoever is away for all of it. What was overdue stays. */
async function waiveLeft({ tx, now, today }: Writing): Promise<number> {
  const left = await sql`
    update duty_occurrences o set waived_at = ${now}, waived_on = a.to_on, waived_why = 'left'
    from appointments a
    where a.id = o.appointment_id and o.done_at is null and o.waived_at is null and a.to_on <= ${today}::date and a.to_on <= o.due_on
      and not exists (select from appointments other where other.person_id = o.person_id and other.unit_id = o.unit_id and other.post = o.post
        and other.id <> a.id and other.from_on <= a.to_on and (other.to_on is null or other.to_on > o.due_on))`.execute(tx);
  const away = await sql`
    update duty_occurrences o set waived_at = ${now}, waived_on = o.from_on, waived_why = 'away'
    where o.done_at is null and o.waived_at is null and o.due_on >= ${addDays(today, -31)}::date
      and exists (select from absences b where b.person_id = o.person_id
        and b.from_at <= o.from_on::timestamp at time zone 'Asia/Shanghai'
        and b.until_at >= (o.due_on + 1)::timestamp at time zone 'Asia/Shanghai')`.execute(tx);
  return Number((left.numAffectedRows ?? 0n) + (away.numAffectedRows ?? 0n));
}

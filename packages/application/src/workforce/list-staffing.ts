import { toPage, within } from '@changming/database';
import { addDays, refuse } from '@changming/domain/kernel';
import { setBodiesInput, setPartTimeInput } from '@changming/domain/workforce';
import { type SqlBool, sql } from 'kysely';

import { command, query, type Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { staffedUnits, staffingOn } from './staffing.ts';
import { appointmentInScope } from './store.ts';

type Asked = { unitId?: string | undefined; failing?: boolean | undefined };

/** 机构和人员配备 of every staffed unit of the branch today: what is owed, who is there, what is missing, and the months before. */
export const listStaffing = query({
  permission: 'workforce.read',
  async run(work, { unitId, failing }: Asked) {
    const { tx, scope, today } = work;
    const branch = unitId === undefined ? scope : [await unitInScope(tx, scope, unitId)];
    const units = await staffedUnits(tx, today, sql<SqlBool>`${within(sql.ref<number>('u.lo'), branch)}`);
    const found = await staffingOn(tx, today, units);
    const months = await monthsOf(
      work,
      units.map(({ id }) => id),
    );
    const items = found.map(({ unit, ...each }) => ({
      ...each,
      failures: [...each.failures],
      unitId: unit.id,
      unit: unit.name,
      headcount: unit.headcount,
      organisationOn: unit.organisationOn,
      committeeOn: unit.committeeOn,
      months: months.get(unit.id) ?? [],
    }));
    return { items: failing === true ? items.filter(({ failures }) => failures.length > 0) : items, on: today };
  },
});

/** The month-ends of the last year, the latest first. */
async function monthsOf({ tx, today }: Reading, unitIds: readonly string[]) {
  const rows = await tx
    .selectFrom('staffing_months')
    .select(['unit_id', 'month_end as end', 'compliant', 'failures', 'vacant_since as vacantSince', 'headcount'])
    .where(sql<boolean>`unit_id = any(${[...unitIds]}::uuid[])`)
    .where('month_end', '>', addDays(today, -366))
    .orderBy('month_end', 'desc')
    .execute();
  const byUnit = Map.groupBy(rows, ({ unit_id }) => unit_id);
  return new Map([...byUnit].map(([id, own]) => [id, own.map(({ unit_id: _id, ...month }) => month)]));
}

/** 安全管理机构、安委会: the day each was set up; null takes it away. */
export const setBodies = command({
  permission: 'workforce.edit',
  name: 'workforce.setBodies',
  input: setBodiesInput,
  async run(work, { unitId, organisationOn, committeeOn }) {
    const { tx, scope, newId, today, trail } = work;
    await unitInScope(tx, scope, unitId);
    const latest = [organisationOn, committeeOn].find((day) => day !== null && day > today);
    if (latest !== undefined) refuse('invalid', 'workforce.future_date', { on: latest ?? '' });
    const before = await tx.selectFrom('safety_bodies').selectAll().where('unit_id', '=', unitId).executeTakeFirst();
    const set = { organisation_on: organisationOn, committee_on: committeeOn };
    await tx
      .insertInto('safety_bodies')
      .values({ id: newId(), unit_id: unitId, ...set })
      .onConflict((conflict) => conflict.column('unit_id').doUpdateSet((eb) => ({ ...set, version: eb('safety_bodies.version', '+', 1) })))
      .execute();
    const told = before === undefined ? null : { organisationOn: before.organisation_on, committeeOn: before.committee_on };
    return trail({ subjectId: unitId, unitId, before: told, after: { organisationOn, committeeOn } }, null);
  },
});

/** 专职、兼职 of an officer's appointment. Of whom nothing was said, he works full-time. */
export const setPartTime = command({
  permission: 'workforce.edit',
  name: 'workforce.setPartTime',
  input: setPartTimeInput,
  async run({ tx, scope, trail }, { appointmentId, partTime }) {
    const { post, unit_id } = await appointmentInScope(tx, scope, appointmentId);
    if (post !== 'safetyOfficer' && post !== 'safetyDirector') refuse('invalid', 'workforce.not_safety_post');
    const before = await tx.selectFrom('part_time_officers').select('part_time').where('id', '=', appointmentId).executeTakeFirst();
    await tx
      .insertInto('part_time_officers')
      .values({ id: appointmentId, unit_id, part_time: partTime })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({ part_time: partTime, version: eb('part_time_officers.version', '+', 1) })),
      )
      .execute();
    return trail(
      { subjectId: appointmentId, unitId: unit_id, before: { partTime: before?.part_time ?? false }, after: { partTime } },
      null,
    );
  },
});

/** 安全员、安全总监 who count for a unit today: its own and those below it, each with how he works there. */
export const listOfficers = query({
  permission: 'workforce.read',
  async run({ tx, scope, today }, { unitId }: { unitId: string }) {
    const branch = [await unitInScope(tx, scope, unitId)];
    return tx
      .selectFrom('appointments as a')
      .innerJoin('units as u', 'u.id', 'a.unit_id')
      .leftJoin('persons as p', 'p.id', 'a.person_id')
      .leftJoin('part_time_officers as o', 'o.id', 'a.id')
      .select(['a.id', 'a.person_id as personId', 'p.name', 'a.unit_id as unitId', 'u.name as unit', 'a.post', 'a.from_on as from'])
      .select((eb) => eb.fn.coalesce('o.part_time', sql<boolean>`false`).as('partTime'))
      .where((eb) => within(eb.ref('a.unit_pos'), branch))
      .where('a.post', 'in', ['safetyOfficer', 'safetyDirector'])
      .where('a.deputy', '=', false)
      .where('a.from_on', '<=', today)
      .where((eb) => eb.or([eb('a.to_on', 'is', null), eb('a.to_on', '>', today)]))
      .orderBy('a.unit_pos')
      .orderBy('a.from_on')
      .orderBy('a.id')
      .limit(mostOfficers)
      .execute();
  },
});

const mostOfficers = 500;

type Looking = { unitId?: string | undefined; limit: number };

/** 安全队伍人才库: who holds a safety manager's certificate or is a registered engineer, and is in no safety post; engineers first. */
export const listPool = query({
  permission: 'workforce.read',
  async run({ tx, scope, today }, { unitId, limit }: Looking) {
    const branch = unitId === undefined ? scope : [await unitInScope(tx, scope, unitId)];
    const inOffice = sql`exists (select from appointments a where a.person_id = p.id and a.post in ('safetyOfficer', 'safetyDirector')
      and a.from_on <= ${today}::date and (a.to_on is null or a.to_on > ${today}::date))`;
    const { rows } = await sql<Pooled>`
      select p.id, p.name, p.staff_no as "staffNo", p.title, p.unit_id as "unitId", u.name as unit,
        jsonb_agg(jsonb_build_object('item', i.code, 'name', i.name, 'nameEn', i.name_en, 'validUntil', c.valid_until) order by i.place desc) as certificates
      from certificates c join certificate_items i on i.code = c.item and i.kind in ('safetyManager', 'safetyEngineer')
        join persons p on p.id = c.person_id join units u on u.id = p.unit_id
      where c.current and c.revoked_on is null and coalesce(c.issued_on <= ${today}::date, true) and coalesce(c.next_due_on >= ${today}::date, true)
        and p.left_on is null and ${within(sql.ref<number>('p.unit_pos'), branch)} and not ${inOffice}
      group by p.id, u.id order by bool_or(i.kind = 'safetyEngineer') desc, p.name, p.id limit ${limit + 1}`.execute(tx);
    const { items, next } = toPage(
      rows,
      limit,
      ({ id }) => id,
      (row) => row,
    );
    return { items, more: next !== null };
  },
});

type Pooled = {
  readonly id: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly title: string | null;
  readonly unitId: string;
  readonly unit: string;
  readonly certificates: { item: string; name: string; nameEn: string; validUntil: string | null }[];
};

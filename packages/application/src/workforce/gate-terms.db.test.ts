import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { as, type Given, given, test, today } from '../testing/index.ts';
import { appoint, liftGate, readGate } from './index.ts';

let units: Given | undefined;
const group = () => units ?? refuse('missing', 'test.first_test_has_not_run');
type House = Parameters<typeof as>[0];
type Owner = Parameters<typeof given.group>[0];

const yesterday = '2026-01-19';

/** 一个准入条件 that stands on the days that the 工号 names, by month and day. */
async function dayGate(owner: Owner): Promise<void> {
  await sql`
    create function house.day_gate(persons uuid[], unit uuid, post text, certified_post text, on_day date)
      returns table (person_id uuid, code text, facts jsonb)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select p.id, 'day.barred', jsonb_build_object('name', p.name) from persons p
      where p.id = any(persons) and p.staff_no like '%' || to_char(on_day, 'MMDD') || '%' $$;
    call house.gate('day', 'house.day_gate')`.execute(owner);
}

type Lift = { readonly from: string; readonly until: string };

/** Somebody barred on those days, let through for that time. */
async function barredOn(owner: Owner, house: House, { staffNo, lift }: { readonly staffNo: string; readonly lift: Lift | null }) {
  const { mill } = group();
  const barred = await given.person(owner, mill, { name: '李强', staff_no: staffNo });
  const wanted = { personId: barred.id, unitId: mill.id, post: 'staff' } as const;
  const me = await given.person(owner, mill, { name: '厂长', staff_no: `H${staffNo}` });
  const head = as(house, 'unitHead', mill, me.id);
  const lifting = (span: Lift) => liftGate(head, { ...wanted, reason: '夜班缺人', ...span });
  if (lift !== null) await lifting(lift);
  return { wanted, lifting };
}

/** Whether the gate is told to be closed, and whether it is. */
async function toldAndFound(house: House, wanted: Awaited<ReturnType<typeof barredOn>>['wanted'], from: string) {
  const officer = as(house, 'safetyOfficer', group().mill);
  const { stops } = await readGate(officer, { ...wanted, from });
  const found = await appoint(officer, { ...wanted, from }).then(
    () => 'open',
    (error: unknown) => (error as { code: string }).code,
  );
  return [stops, found];
}

describe('the gate of a term is told as it is found at the appointment', () => {
  test('where what stands on both days is lifted from today on', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    await dayGate(owner);
    const { wanted } = await barredOn(owner, house, { staffNo: 'A0119-0120', lift: { from: today, until: today } });
    expect(await toldAndFound(house, wanted, yesterday)).toEqual([false, 'open']);
  });

  test('where what stood yesterday was lifted for yesterday only', async ({ house, database: { owner } }) => {
    const { wanted } = await barredOn(owner, house, { staffNo: 'B0119', lift: { from: yesterday, until: yesterday } });
    expect(await toldAndFound(house, wanted, yesterday)).toEqual([true, 'workforce.gate_closed']);
    expect(await toldAndFound(house, wanted, today)).toEqual([false, 'open']);
  });

  test('where it stands today only, and what a lift of that one day finds is told too', async ({ house, database: { owner } }) => {
    const officer = as(house, 'safetyOfficer', group().mill);
    const { wanted, lifting } = await barredOn(owner, house, { staffNo: 'C0120', lift: null });
    const standing = async (on: string) => (await readGate(officer, { ...wanted, on })).objections.filter(({ lifted }) => !lifted).length;

    expect(await toldAndFound(house, wanted, yesterday)).toEqual([true, 'workforce.gate_closed']);
    expect([await standing(yesterday), await standing(today)]).toEqual([0, 1]);
    await expect(lifting({ from: yesterday, until: today })).rejects.toMatchObject({ code: 'workforce.nothing_to_lift' });
    await lifting({ from: today, until: today });
    expect(await standing(today)).toBe(0);
    expect(await toldAndFound(house, wanted, yesterday)).toEqual([false, 'open']);
  });

  test('where the term is over before today', async ({ house, database: { owner } }) => {
    const officer = as(house, 'safetyOfficer', group().mill);
    const { wanted } = await barredOn(owner, house, { staffNo: 'D0120', lift: null });
    expect(await readGate(officer, { ...wanted, from: yesterday, to: today })).toMatchObject({ stops: false, objections: [] });
  });

  test('with each objection once, which is lifted or not', async ({ house, database: { owner } }) => {
    const officer = as(house, 'safetyOfficer', group().mill);
    const { wanted } = await barredOn(owner, house, { staffNo: 'E0119-0120', lift: { from: today, until: today } });
    const { objections } = await readGate(officer, { ...wanted, from: yesterday });
    expect(objections).toEqual([{ gate: 'day', code: 'day.barred', facts: { name: '李强' }, lifted: true }]);
  });
});

import type { RuleId } from '@changming/domain/standards';
import { ruleIds } from '@changming/domain/standards';
import { describe, expect } from 'vitest';

import { as, given, type Given, test as onHouse } from '../testing/index.ts';
import {
  addWorkdays,
  endRule,
  keepClause,
  listClauses,
  listEditions,
  listRules,
  listRuleVersions,
  readCalendar,
  readClause,
  setDays,
  setRule,
} from './index.ts';

/** The group, its provinces set: the mill in the east lies in 山东. */
const test = onHouse.extend<{ group: Given }>({
  group: [
    async ({ database: { owner } }, use) => {
      const group = await given.group(owner);
      await given.arranged(owner, (tx) => tx.updateTable('units').set({ province: '山东' }).where('id', '=', group.east.id).execute());
      await use(group);
    },
    { scope: 'file' },
  ],
});

const said = { source: '集团安全生产管理制度', from: '2026-02-01' } as const;

describe('rules', () => {
  test('that the product asks for all have a value that ships with it', async ({ house, group }) => {
    const rules = await listRules(as(house, 'hqSafety', group.root), { unitId: group.mill.id, on: '2026-01-20' });

    expect(ruleIds.filter((ruleId) => !rules.some((each) => each.ruleId === ruleId))).toEqual([]);
  });

  test('bind a unit by its province, on the day of the event', async ({ house, group }) => {
    const officer = as(house, 'safetyOfficer', group.east);
    const value = async (ruleId: RuleId, unitId: string, on: string) =>
      (await listRules(officer, { unitId, on })).find((each) => each.ruleId === ruleId)?.value ?? null;

    expect(await value('workforce.directorFrom', group.mill.id, '2026-01-20')).toBe(300);
    expect(await value('workforce.directorFrom', group.mill.id, '2022-02-28')).toBeNull();
    expect(await value('workforce.fullTimeAbove', group.mill.id, '2026-01-20')).toBe(100);
    await expect(listRules(officer, { unitId: group.farMill.id })).rejects.toMatchObject({ kind: 'missing' });
  });

  test('of a lower layer may be stricter, and laxer only where headquarters says so', async ({ house, group, database: { owner } }) => {
    const safety = as(house, 'hqSafety', group.root);
    const laxer = { ...said, ruleId: 'workforce.fullTimeAbove', value: 200, layer: 'group' } as const;

    await expect(setRule(safety, laxer)).rejects.toMatchObject({ code: 'standards.laxer' });
    const { id } = await setRule(safety, { ...laxer, value: 80 });
    await setRule(safety, { ...laxer, layer: 'unit', place: group.mill.id, value: 90, override: true });

    const value = async (unitId: string) =>
      (await listRules(safety, { unitId, on: '2026-02-01' })).find((each) => each.ruleId === 'workforce.fullTimeAbove');
    expect([(await value(group.mill.id))?.value, (await value(group.farMill.id))?.value]).toEqual([90, 80]);
    expect(await owner.selectFrom('trail').select('verb').where('subject_id', '=', id).execute()).toEqual([{ verb: 'standards.setRule' }]);
  });

  test('end where the next version begins, and are never set into the past of a later one', async ({ house, group }) => {
    const safety = as(house, 'hqSafety', group.root);
    const share = { ...said, ruleId: 'hazards.lookBackShare', layer: 'group' } as const;

    const first = await setRule(safety, { ...share, value: 0.3 });
    const second = await setRule(safety, { ...share, value: 0.4, from: '2026-03-01' });

    await expect(setRule(safety, { ...share, value: 0.5, from: '2026-02-15' })).rejects.toMatchObject({
      code: 'standards.before_last_version',
    });
    await endRule(safety, { id: second.id, on: '2026-05-01', reason: '试行结束' });
    const versions = await listRuleVersions(safety, { ruleId: 'hazards.lookBackShare' });
    expect(versions.map(({ id, value, from, to }) => (id === first.id || id === second.id ? [value, from, to] : value))).toEqual([
      [0.4, '2026-03-01', '2026-05-01'],
      [0.3, '2026-02-01', '2026-03-01'],
      0.2,
    ]);
    await expect(endRule(safety, { id: second.id, on: '2026-06-01', reason: '再试' })).rejects.toMatchObject({
      code: 'standards.rule_ended',
    });
  });

  test('are not set by anybody below headquarters, nor by headquarters of a branch', async ({ house, group }) => {
    const wanted = { ...said, ruleId: 'hazards.relapseDays', value: 120, layer: 'group' } as const;

    await expect(setRule(as(house, 'safetyOfficer', group.root), wanted)).rejects.toMatchObject({ code: 'access.not_permitted' });
    await expect(setRule(as(house, 'hqSafety', group.east), wanted)).rejects.toMatchObject({ code: 'standards.headquarters_only' });
  });
});

describe('clauses and editions', () => {
  test('are found by code, by words and as of a day; a new version ends the former', async ({ house, group }) => {
    const safety = as(house, 'hqSafety', group.root);
    const clause = { code: 'LZ-001', kind: 'internal', title: '充绒房清绒', text: '每班清绒', source: '集团制度', article: null } as const;

    await keepClause(safety, { ...clause, from: '2026-01-01' });
    await keepClause(safety, { ...clause, text: '每两小时清绒', from: '2026-03-01' });

    expect((await listClauses(safety, { q: '清绒', on: '2026-02-28', limit: 5 })).items).toMatchObject([
      { text: '每班清绒', to: '2026-03-01' },
    ]);
    expect((await listClauses(safety, { q: '清绒', on: '2026-03-01', limit: 5 })).items).toMatchObject([{ text: '每两小时清绒' }]);
    expect(await readClause(safety, { code: 'AQSCF-24' })).toMatchObject([{ article: '第二十四条', certainty: 'read' }]);
    const exits = await listClauses(safety, { q: '消防法第28条', limit: 5 });
    expect(exits.items.map(({ code }) => code)).toEqual(['FL-28']);
    expect((await listClauses(safety, { q: '公安部令第61号 灭火器', limit: 5 })).items.map(({ code }) => code)).toContain('O61-29');
    const first = await listClauses(safety, { limit: 2 });
    const rest = await listClauses(safety, { limit: 2, after: first.next?.split('~') as [string, string] });
    expect(rest.items.map(({ code }) => code).filter((code) => first.items.some((each) => each.code === code))).toEqual([]);
    await expect(keepClause(as(house, 'hqSafety', group.west), { ...clause, from: '2026-04-01' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('an event of June 2026 is judged by the old accident types, one of July by the new', async ({ house, group }) => {
    const reader = as(house, 'worker', group.workshop);
    const typesOn = async (on: string) => (await listEditions(reader, { on })).find(({ topic }) => topic === 'accidentTypes');

    expect(await typesOn('2026-06-30')).toMatchObject({ inForce: { code: 'GB/T 6441-1986' } });
    expect(await typesOn('2026-07-01')).toMatchObject({ inForce: { code: 'GB 6441-2025' }, former: { code: 'GB/T 6441-1986' } });
  });
});

describe('the work calendar', () => {
  test('knows the official days of 2025 and 2026 and says that it guesses beyond', async ({ house, group }) => {
    const worker = as(house, 'worker', group.workshop);

    expect(await addWorkdays(worker, { from: '2026-09-29', workdays: 5 })).toEqual({ day: '2026-10-12', certain: true });
    expect(await addWorkdays(worker, { from: '2026-12-30', workdays: 3 })).toMatchObject({ certain: false });
    expect(await readCalendar(worker, { year: 2026 })).toMatchObject({ notice: expect.stringContaining('2026') });
    expect(await readCalendar(worker, { year: 2027 })).toMatchObject({ notice: null });
  });

  test('is changed by headquarters with a reason, and a notice settles the year', async ({ house, group, database: { owner } }) => {
    const safety = as(house, 'hqSafety', group.root);

    await setDays(safety, {
      year: 2027,
      days: [{ day: '2027-01-01', kind: 'rest', name: '元旦' }],
      notice: '国务院办公厅关于2027年部分节假日安排的通知',
    });
    await setDays(safety, { year: 2026, days: [{ day: '2026-09-30', kind: 'rest' }], reason: '全厂检修' });

    expect(await addWorkdays(safety, { from: '2026-12-30', workdays: 3 })).toEqual({ day: '2027-01-05', certain: true });
    expect(await addWorkdays(safety, { from: '2026-09-29', workdays: 5 })).toMatchObject({ day: '2026-10-13' });
    await expect(setDays(safety, { year: 2026, days: [{ day: '2027-01-02', kind: 'rest' }] })).rejects.toMatchObject({
      code: 'standards.not_in_year',
    });
    await expect(setDays(safety, { year: 2026, days: [{ day: '2026-09-30', kind: 'work' }] })).rejects.toMatchObject({
      code: 'standards.reason_missing',
    });
    const told = await owner.selectFrom('trail').select('after').where('verb', '=', 'standards.setDay').execute();
    expect(told.map(({ after }) => (after as { reason?: string }).reason)).toContain('全厂检修');
    await expect(setDays(as(house, 'hqSafety', group.east), { year: 2026, days: [] })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

import { addDays } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { as, type Given, given, test, today } from '../testing/index.ts';
import { appoint } from '../workforce/index.ts';
import {
  closeSession,
  createSession,
  listChanges,
  listDedicated,
  listSessions,
  markAttendance,
  proposePlan,
  readPersonTraining,
  reckonDedicated,
  reckonTerms,
  registerChange,
  remindOwed,
  startGate,
  withdrawChange,
} from './index.ts';

type House = Parameters<typeof as>[0];
let stage: Given & { readonly officer: string; readonly sewer: string };
const page = { withBelow: true, open: true, limit: 50 } as const;
const officerOf = (house: House) => as(house, 'safetyOfficer', stage.mill, stage.officer);
const setFlag = (owner: Parameters<typeof given.arranged>[0], unitId: string, flags: 'hasCombustibleDust'[]) =>
  given.arranged(owner, (tx) => tx.updateTable('units').set({ flags }).where('id', '=', unitId).execute());

async function reckon(house: House) {
  await reckonTerms(house.clockwork(), {});
  return reckonDedicated(house.clockwork(), {});
}

async function train(house: House, personIds: readonly string[], over: object) {
  const officer = officerOf(house);
  const words = { title: '专项培训', startsAt: '2026-01-19T19:00:00Z', endsAt: '2026-01-20T01:00:00Z', place: '培训室', trainer: '李安' };
  const { id } = await createSession(officer, { unitId: stage.mill.id, ...words, classHours: 8, assessed: true, ...over } as never);
  await markAttendance(officer, {
    sessionId: id,
    marks: personIds.map((personId) => ({ personId, present: true, result: 'passed' as const })),
  });
  await closeSession(officer, { sessionId: id });
}

describe('training of its own', () => {
  test('something new is owed by everybody of the branch, met by a session about it, and stops whoever was not taught once it is in use', async ({
    house,
    database: { owner },
  }) => {
    const group = await given.group(owner);
    const officer = (await given.person(owner, group.mill, { name: '李安', staff_no: 'A001' })).id;
    const sewer = (await given.person(owner, group.workshop, { name: '周缝', staff_no: 'N001', hired_on: '2024-03-01' })).id;
    stage = { ...group, officer, sewer };
    await startGate(as(house, 'hqSafety', group.root), { unitId: group.root.id, from: '2026-01-01' });
    await reckon(house);
    const words = { unitId: group.workshop.id, kind: 'equipment', title: '自动铺布机', from: today } as const;

    const { id, expected } = await registerChange(officerOf(house), words);
    expect(await registerChange(officerOf(house), { id, ...words })).toMatchObject({ id, expected: 0 });

    expect(expected).toBe(1);
    expect((await listDedicated(officerOf(house), page)).items).toMatchObject([
      { personId: sewer, cause: 'fourNew', about: '自动铺布机', dueOn: today, hoursOwed: 4, hours: 0, metOn: null },
    ]);
    expect((await listSessions(officerOf(house), { withBelow: true, limit: 9, aboutId: id })).items).toMatchObject([
      { category: 'fourNew', state: 'planned', dueOn: today },
    ]);
    const post = { personId: sewer, unitId: group.workshop.id, post: 'staff', from: today } as const;
    expect(await appoint(officerOf(house), post).catch((error: unknown) => error)).toMatchObject({
      code: 'workforce.gate_closed',
      facts: { codes: 'training.fourNew_owed' },
    });
    await train(house, [sewer], { category: 'fourNew' });
    expect((await reckon(house)).settled).toBe(0);
    await train(house, [sewer], { category: 'fourNew', aboutId: id });
    await reckon(house);
    await appoint(officerOf(house), post);
    expect((await listChanges(officerOf(house), { withBelow: true, withdrawn: false, limit: 9 })).items).toMatchObject([
      { id, people: 1, met: 1 },
    ]);
    expect(await reckon(house)).toEqual({ made: 0, settled: 0 });
  });

  test('something new is neither recorded nor withdrawn from outside the branch, nor with fewer hours than the rule', async ({ house }) => {
    const words = { unitId: stage.workshop.id, kind: 'material', title: '水性胶', from: '2026-02-01' } as const;
    const outsider = as(house, 'safetyOfficer', stage.farMill);
    const { id } = await registerChange(officerOf(house), words);

    await expect(registerChange(outsider, words)).rejects.toMatchObject({ kind: 'missing', code: 'units.not_found' });
    await expect(withdrawChange(outsider, { changeId: id, reason: '不用了' })).rejects.toMatchObject({ code: 'training.change_not_found' });
    await expect(withdrawChange(as(house, 'safetyOfficer', stage.workshop), { changeId: id, reason: '不用了' })).resolves.toEqual({ id });
    expect((await listDedicated(outsider, { ...page, open: false })).items).toEqual([]);
    await expect(registerChange(officerOf(house), { ...words, classHours: 3.5 })).rejects.toMatchObject({ facts: { least: 4 } });
    await expect(registerChange(officerOf(house), { ...words, from: addDays(today, -91) })).rejects.toMatchObject({
      code: 'training.change_too_old',
    });
    await reckon(house);
    expect((await listDedicated(officerOf(house), { ...page, aboutId: id })).items).toEqual([]);
  });

  test('whoever works in a dusty place is taught and passed before, in a place below as well; a place that is dusty no more asks nothing', async ({
    house,
    database: { owner },
  }) => {
    await setFlag(owner, stage.workshop.id, ['hasCombustibleDust']);
    await reckon(house);
    const asked = { ...page, cause: ['dust' as const] };
    const other = (await given.person(owner, stage.mill, { name: '王转', staff_no: 'N002', hired_on: '2024-03-01' })).id;
    const post = { personId: other, unitId: stage.workshop.id, post: 'staff', from: today } as const;

    expect((await listDedicated(officerOf(house), asked)).items).toMatchObject([
      { personId: stage.sewer, about: stage.workshop.name, hoursOwed: 4 },
    ]);
    expect(await appoint(officerOf(house), post).catch((error: unknown) => error)).toMatchObject({
      facts: { codes: 'training.dust_owed' },
    });
    expect((await proposePlan(officerOf(house), { unitId: stage.mill.id, year: 2026 })).lines).toContainEqual({
      category: 'dust',
      level: null,
      classHours: 4,
      people: 1,
    });
    await train(house, [stage.sewer, other], { category: 'dust' });
    await appoint(officerOf(house), post);
    await reckon(house);

    expect((await listDedicated(officerOf(house), asked)).items).toEqual([]);
    const { dedicated } = await readPersonTraining(officerOf(house), { personId: stage.sewer });
    expect(dedicated.map(({ cause, metOn }) => [cause, metOn])).toContainEqual(['dust', today]);
    const third = (await given.person(owner, stage.workshop, { name: '孙新', staff_no: 'N003', hired_on: '2024-03-01' })).id;
    await reckon(house);
    expect((await listDedicated(officerOf(house), asked)).items.map(({ personId }) => personId)).toEqual([third]);
    await setFlag(owner, stage.workshop.id, []);
    await reckon(house);
    expect((await listDedicated(officerOf(house), asked)).items).toEqual([]);
  });

  test('a dusty factory asks those who lead it and its safety, not everybody', async ({ house, database: { owner } }) => {
    await setFlag(owner, stage.mill.id, ['hasCombustibleDust']);
    await reckon(house);
    expect((await listDedicated(officerOf(house), { ...page, cause: ['dust'] })).items).toEqual([]);
    await appoint(as(house, 'hqSafety', stage.root), {
      personId: stage.officer,
      unitId: stage.mill.id,
      post: 'safetyOfficer',
      from: today,
    });
    await reckon(house);

    expect((await listDedicated(officerOf(house), { ...page, cause: ['dust'] })).items.map(({ personId }) => personId)).toEqual([
      stage.officer,
    ]);
    await setFlag(owner, stage.mill.id, []);
  });

  test('hours before a review are owed so many days ahead, told of when they come due, and void once the review is done', async ({
    house,
    database: { owner },
  }) => {
    const holds = async (staffNo: string, reviewDueOn: string) => {
      const { id } = await given.person(owner, stage.mill, { name: staffNo, staff_no: staffNo });
      await given.arranged(owner, (tx) =>
        sql`
          insert into certificates (id, person_id, unit_id, item, issued_on, valid_until, review_due_on, entered_on)
          select gen_random_uuid(), ${id}::uuid, ${stage.mill.id}::uuid, i.code, date '2023-01-01', date '2029-01-01', ${reviewDueOn}::date,
            date '2026-01-01' from certificate_items i where i.kind = 'specialOperation' order by i.code limit 1`.execute(tx),
      );
      return id;
    };
    const due = { early: addDays(today, 181), edge: addDays(today, 180), near: addDays(today, 3) };
    const [early, edge, near] = [await holds('C1', due.early), await holds('C2', due.edge), await holds('C3', due.near)];
    await reckon(house);

    const owing = async () => (await listDedicated(officerOf(house), { ...page, cause: ['review'] })).items.map(({ personId }) => personId);
    expect(await owing()).toEqual([edge, near]);
    expect(await owing()).not.toContain(early);
    // 孙新 came to the workshop on the day of the new machine and is told of it; the other is the review in three days.
    expect(await remindOwed(house.clockwork(), {})).toMatchObject({ told: 2 });
    expect(await remindOwed(house.clockwork(), {})).toMatchObject({ told: 0 });
    await train(house, [edge], { category: 'specialOperator' });
    await given.arranged(owner, (tx) =>
      tx.updateTable('certificates').set({ review_done_on: today }).where('person_id', '=', near).execute(),
    );
    await reckon(house);
    expect(await owing()).toEqual([]);
  });
});

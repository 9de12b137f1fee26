import { addDays } from '@changming/domain/kernel';
import { levelHoursOf, meetsHours, monthsElapsed, owedInYear, termsFrom, type TrainingTerms } from '@changming/domain/training';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';

import { rulesFor, setRule } from '../standards/index.ts';
import { as, type Given, given, houseAt, test, today } from '../testing/index.ts';
import { editProfile, readUnit } from '../units/index.ts';
import { appoint, createPerson, editPerson } from '../workforce/index.ts';
import {
  assignTraining,
  closeSession,
  countTraining,
  createSession,
  listHours,
  listOwed,
  markAttendance,
  proposePlan,
  readPersonTraining,
  reckonOwed,
  reckonStandings,
  reckonTerms,
  recountStandings,
  startGate,
  sumHours,
  trainingHeldAbout,
} from './index.ts';
import { command } from '../context.ts';
import { z } from 'zod';

let stage: Given & { readonly officer: string };
const page = { withBelow: true, open: true, limit: 50 } as const;
type House = Parameters<typeof as>[0];

async function reckon(house: House) {
  await reckonTerms(house.clockwork(), {});
  await reckonOwed(house.clockwork(), {});
  await reckonStandings(house.clockwork(), {});
}

/** A whole level of a category, held on the day of the test, passed by everybody named. */
async function train(house: House, personIds: readonly string[], over: object) {
  const officer = as(house, 'safetyOfficer', stage.mill, stage.officer);
  const times = { startsAt: '2026-01-19T19:00:00Z', endsAt: '2026-01-20T01:00:00Z', classHours: 8, place: '培训室', trainer: '李安' };
  const { id } = await createSession(officer, {
    unitId: stage.mill.id,
    category: 'threeLevel',
    title: '三级教育',
    assessed: true,
    ...times,
    ...over,
  } as never);
  const marks = personIds.map((personId) => ({ personId, present: true, result: 'passed' as const }));
  await markAttendance(officer, { sessionId: id, marks });
  await closeSession(officer, { sessionId: id });
  return id;
}

describe('training before work', () => {
  test('a new worker is stopped at the gate until three levels are passed, and then assigned', async ({ house, database: { owner } }) => {
    const group = await given.group(owner);
    const officerId = (await given.person(owner, group.mill, { name: '李安', staff_no: 'A001' })).id;
    stage = { ...group, officer: officerId };
    const { root, workshop, mill } = group;
    const officer = as(house, 'safetyOfficer', mill, officerId);
    const { id: before } = await createPerson(officer, { unitId: workshop.id, name: '早来', hiredOn: '2025-12-31', staffNo: 'N000' });
    const { id } = await createPerson(officer, { unitId: workshop.id, name: '周新', hiredOn: '2026-01-15', staffNo: 'N001' });
    const post = { personId: id, unitId: workshop.id, post: 'staff', from: today } as const;

    await startGate(as(house, 'hqSafety', root), { unitId: root.id, from: '2026-01-01' });
    await reckon(house);
    expect(await countTraining(officer, {})).toMatchObject({ owing: 1, overdue: 0 });
    expect((await listOwed(officer, page)).items).toMatchObject([{ personId: id, cause: 'joined', dueOn: '2026-01-22', passedOn: null }]);
    await appoint(officer, { ...post, personId: before });
    const refused = await appoint(officer, post).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'workforce.gate_closed', facts: { count: 3 } });

    for (const level of ['company', 'workshop'] as const) await train(house, [id], { level });
    expect(await appoint(officer, post).catch((error: unknown) => error)).toMatchObject({ facts: { codes: 'training.joined_team_owed' } });
    await train(house, [id], { level: 'team' });
    await appoint(officer, post);

    await reckon(house);
    expect((await listOwed(officer, page)).items).toEqual([]);
    expect((await listOwed(officer, { ...page, open: false })).items).toMatchObject([{ personId: id, dueOn: today, passedOn: today }]);
    expect((await readPersonTraining(officer, { personId: id })).owed.map(({ metOn }) => metOn)).toEqual([today, today, today]);
    expect(await reckonOwed(house.clockwork(), {})).toEqual({ made: 0, settled: 0 });
  });

  test('a rule that changes binds whoever still owes, not whoever has passed', async ({ house, database: { owner } }) => {
    const { mill, workshop, officer: officerId } = stage;
    const officer = as(house, 'safetyOfficer', mill, officerId);
    const { id: fresh } = await createPerson(officer, { unitId: workshop.id, name: '何迟', hiredOn: '2026-01-16', staffNo: 'N002' });
    const { id: passed } = await owner.selectFrom('persons').select('id').where('staff_no', '=', 'N001').executeTakeFirstOrThrow();
    await reckon(house);
    const words = { ruleId: 'training.levelHours', layer: 'unit', place: workshop.id, source: '车间规定', article: null } as const;
    await setRule(as(house, 'hqSafety', stage.root), { ...words, value: 12, from: '2026-01-01' });

    expect(await reckonTerms(house.clockwork(), {})).toMatchObject({ changed: 1 });
    await reckonOwed(house.clockwork(), {});

    expect((await listOwed(officer, page)).items.map(({ personId, levels }) => [personId, levels[0]?.hoursOwed])).toEqual([[fresh, 12]]);
    const { rows } = await sql<{ person: string; owed: number }>`select person_id as person, (facts ->> 'owed')::integer as owed
      from house.training_gate(${[fresh, passed]}::uuid[], ${workshop.id}, 'staff', null, ${today}::date)`.execute(owner);
    expect(rows).toEqual([1, 2, 3].map(() => ({ person: fresh, owed: 12 })));
    await given.arranged(owner, (tx) => tx.updateTable('persons').set({ left_on: today }).where('id', '=', fresh).execute());
  });

  test('a unit of a city is bound by the rule of the city, and so is what lies below it', async ({ house, database: { owner } }) => {
    const { farMill } = stage;
    const shop = await given.unit(owner, '西岭二车间', 'workshop', farMill);
    const months = async () => {
      await reckonTerms(house.clockwork(), {});
      const rows = await owner.selectFrom('training_terms').select(['unit_id', 'return_months']).execute();
      return [farMill.id, shop.id, stage.workshop.id].map((id) => rows.find(({ unit_id }) => unit_id === id)?.return_months);
    };
    const officer = as(house, 'hqSafety', stage.root);
    const profile = { headcount: null, province: '浙江省', industry: null, flags: [] };
    const named = (city: string | null, version: number) =>
      editProfile(officer, { unitId: farMill.id, version, shortNames: [], profile: { ...profile, city } });

    expect(await months()).toEqual([12, 12, 12]);
    await named('宁波市', 1);
    expect(await months()).toEqual([6, 6, 12]);
    const rules = await owner.transaction().execute((tx) => rulesFor(tx, { unitId: shop.id, on: today }));
    expect(rules.number('training.returnMonths')).toBe(6);
    await editProfile(officer, { unitId: farMill.id, version: 2, shortNames: [], profile });
    expect((await readUnit(officer, { unitId: farMill.id })).profile.city).toBe('宁波市');
    await named(null, 3);
    expect(await months()).toEqual([12, 12, 12]);
  });

  test('whoever moves owes workshop and team again; a move entered by mistake and put right the same day is none', async ({
    house,
    database,
  }) => {
    const { mill, workshop, officer: officerId } = stage;
    const officer = as(house, 'safetyOfficer', mill, officerId);
    const moved = await given.person(database.owner, mill, { name: '吴转', staff_no: 'N010', hired_on: '2024-01-01' });
    const slipped = await given.person(database.owner, mill, { name: '郑误', staff_no: 'N011', hired_on: '2024-01-01' });
    const into = (person: { id: string }, unitId: string, version: number, at = house) =>
      editPerson(as(at, 'safetyOfficer', mill, officerId), {
        personId: person.id,
        version,
        unitId,
        name: '吴转',
        staffNo: person === moved ? 'N010' : 'N011',
        title: null,
        engagement: null,
        hiredOn: '2024-01-01',
        sex: null,
      });

    await into(moved, workshop.id, 1);
    await into(slipped, workshop.id, 1);
    await into(slipped, mill.id, 2);
    await reckon(house);

    const owing = (await listOwed(officer, { ...page, cause: ['moved'] })).items;
    expect(
      owing.map(({ personId, levels }) => [personId === moved.id, levels.map(({ level, hoursOwed }) => [level, hoursOwed])]),
    ).toContainEqual([
      true,
      [
        ['workshop', 4],
        ['team', 4],
      ],
    ]);
    expect(
      await appoint(officer, { personId: moved.id, unitId: workshop.id, post: 'staff', from: today }).catch((error: unknown) => error),
    ).toMatchObject({
      facts: { codes: 'training.moved_team_owed,training.moved_workshop_owed' },
    });
    for (const level of ['workshop', 'team'] as const)
      await train(house, [moved.id], { level, category: 'transfer', classHours: 4, startsAt: '2026-01-19T22:00:00Z' });
    await appoint(officer, { personId: moved.id, unitId: workshop.id, post: 'staff', from: today });
    await appoint(officer, { personId: moved.id, unitId: mill.id, post: 'workshopHead', from: today });
  });

  test.for([
    ['2026-01-17', false],
    ['2026-01-18', true],
    ['2026-01-19', true],
  ] as const)('away since a year before 18 January and back on %s: %s', async ([back, owes], { house, database: { owner } }) => {
    const person = await given.person(owner, stage.workshop, { name: '孙返', hired_on: '2020-01-01' });
    const away = {
      id: crypto.randomUUID(),
      person_id: person.id,
      from_at: new Date('2025-01-18T00:00:00+08:00'),
      until_at: new Date(`${back}T00:00:00+08:00`),
      reason: '病假',
    };
    await given.arranged(owner, (tx) => tx.insertInto('absences').values(away).execute());
    await reckonOwed(house.clockwork(), { personIds: [person.id] });

    const found = (await listOwed(as(house, 'safetyOfficer', stage.mill), { ...page, cause: ['returned'], limit: 50 })).items;
    expect(found.some(({ personId }) => personId === person.id)).toBe(owes);
  });

  test('a unit outside the branch is not started, and only headquarters starts one', async ({ house }) => {
    await expect(startGate(as(house, 'hqSafety', stage.west), { unitId: stage.mill.id, from: today })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(startGate(as(house, 'safetyOfficer', stage.mill), { unitId: stage.mill.id, from: today })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(await listOwed(as(house, 'safetyOfficer', stage.west), page)).toEqual({ items: [], next: null });
  });
});

describe('hours of a year', () => {
  test('stand as the domain reckons them, follow a change of the rules, and never differ from a recount', async ({ house, database }) => {
    const { owner } = database;
    const { root, mill, workshop } = stage;
    const hq = as(house, 'hqSafety', root, stage.officer);
    await given.arranged(owner, (tx) =>
      tx
        .insertInto('appointments')
        .values([
          {
            id: crypto.randomUUID(),
            person_id: stage.officer,
            unit_id: mill.id,
            post: 'safetyOfficer' as const,
            point_id: null,
            from_on: '2025-03-01',
            to_on: null,
          },
        ])
        .execute(),
    );
    const later = houseAt(database, '2026-06-30T02:00:00Z');
    await reckon(later);
    expect(await recountStandings(as(later, 'hqSafety', root), {})).toEqual({ differing: 0 });
    await compare(owner, '2026-06-30');

    await setRule(hq, {
      ruleId: 'training.workerAgainHours',
      value: 12,
      layer: 'unit',
      place: workshop.id,
      source: '车间规定',
      article: null,
      from: '2026-01-01',
    });
    await reckon(later);
    await compare(owner, '2026-06-30');
    const rows = (await listHours(as(later, 'safetyOfficer', mill), { withBelow: true, limit: 50 })).items;
    expect(rows.find(({ name }) => name === '早来')).toMatchObject({ hoursOwed: 12, months: 6, hours: 0, met: false });
    expect(rows.find(({ name }) => name === '李安')).toMatchObject({ role: 'safetyManager', span: 'again', hoursOwed: 12 });
    expect(await recountStandings(as(later, 'hqSafety', root), {})).toEqual({ differing: 0 });
    const [top] = (await sumHours(as(later, 'safetyOfficer', mill), {})).items;
    expect(top).toMatchObject({ unitId: mill.id, people: rows.length, met: rows.filter(({ met }) => met).length });
    expect(
      (await proposePlan(as(later, 'safetyOfficer', mill), { unitId: mill.id, year: 2026 })).lines.map(({ category }) => category),
    ).toContain('annual');
    // Next year everybody is taught again, and whose certificate is due for review has his class hours before it.
    await given.arranged(owner, async (tx) => {
      const item = await tx
        .selectFrom('certificate_items')
        .select('code')
        .where('kind', '=', 'specialOperation')
        .limit(1)
        .executeTakeFirstOrThrow();
      const holder = {
        id: randomUUID(),
        person_id: stage.officer,
        item: item.code,
        review_due_on: '2027-03-31',
        valid_until: '2030-03-31',
      };
      await tx
        .insertInto('certificates')
        .values({ ...holder, entered_on: '2026-01-20' })
        .execute();
    });
    const planOf = async (year: number) => (await proposePlan(as(later, 'safetyOfficer', mill), { unitId: mill.id, year })).lines;
    const nextYear = await planOf(2027);
    expect(nextYear).toContainEqual({ category: 'specialOperator', level: null, classHours: 8, people: 1 });
    expect(nextYear).toContainEqual({ category: 'safetyManager', level: null, classHours: 12, people: 1 });
    expect(nextYear.some(({ category }) => category === 'threeLevel')).toBe(false);
    expect((await planOf(2026)).some(({ category }) => category === 'specialOperator')).toBe(false);
    expect(await listHours(as(later, 'safetyOfficer', stage.west), { withBelow: true, limit: 50 })).toMatchObject({ items: [] });
    const far = readPersonTraining(as(later, 'safetyOfficer', stage.west), { personId: stage.officer });
    await expect(far).rejects.toMatchObject({ kind: 'missing' });
  });
});

/** Row by row, what the statement says against what the domain says. */
async function compare(owner: Parameters<typeof given.group>[0], on: string) {
  const rows = await owner
    .selectFrom('training_standings as s')
    .innerJoin('persons as p', 'p.id', 's.person_id')
    .innerJoin('training_terms as t', 't.unit_id', 's.unit_id')
    .selectAll(['s', 't'])
    .select(['p.hired_on', 's.unit_id'])
    .where('s.year', '=', 2026)
    .execute();
  const absences = await owner.selectFrom('absences').selectAll().execute();
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const terms = {
      headFirst: row.head_first,
      headAgain: row.head_again,
      newWorker: row.new_worker,
      workerAgain: row.worker_again,
    } as TrainingTerms;
    const owed = owedInYear({ role: row.role, hiredOn: row.hired_on, headSince: row.role === 'worker' ? null : '2025-03-01' }, 2026, terms);
    const away = absences
      .filter((each) => each.person_id === row.person_id)
      .map((each) => ({ from: dayOf(each.from_at), until: dayOf(each.until_at) }));
    const months = monthsElapsed(2026, on, away);
    const told = { span: row.span, hours: row.hours_owed, months: row.months, met: row.met };
    expect(told).toEqual({ span: owed.span, hours: owed.hours, months, met: meetsHours(owed, row.hours, months) });
  }
}

const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

describe('training assigned from elsewhere', () => {
  test('is to be held by a day, and tells how many were expected and there', async ({ house }) => {
    const { mill, workshop, officer: officerId } = stage;
    const aboutId = crypto.randomUUID();
    const assign = command({
      permission: 'training.hold',
      input: z.strictObject({}),
      run: async (work) => {
        const { id, changed } = await assignTraining(work, {
          unitId: workshop.id,
          category: 'accidentCase',
          title: '警示教育',
          aboutId,
          dueOn: addDays(today, 7),
        });
        return work.trail(changed, { id, held: await trainingHeldAbout(work.tx, aboutId) });
      },
    });
    const officer = as(house, 'safetyOfficer', mill, officerId);

    const { held } = await assign(officer, {});
    expect(held).toMatchObject([{ state: 'planned', dueOn: '2026-01-27', heldOn: null, attended: 0 }]);
    expect(held[0]?.expected).toBeGreaterThan(2);
    await expect(assign(as(house, 'safetyOfficer', stage.west), {})).rejects.toThrow();
    expect(levelHoursOf('joined', termsFrom({ number: () => 8 }, false))).toBe(8);
  });
});

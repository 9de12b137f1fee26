import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { Caller } from '../context.ts';
import { declareEvidence } from '../evidence/index.ts';
import { as, given, houseAt, test } from '../testing/index.ts';
import { callers, givenArrived, givenHazard, givenTrade, newHash, type Trade } from '../testing/hazard-story.ts';
import {
  acceptHazard,
  askForExtension,
  commitToDraws,
  concludeLookBack,
  decideOnExtension,
  drawLookBacks,
  listDraws,
  listLookBacks,
  listOwnTasks,
  nameInspectors,
  readHazard,
  readTrueClosure,
  reportHazard,
  submitHazard,
  sweepHazards,
  verifyDraw,
} from './index.ts';

let trade: Trade;

type Sent = { readonly data: Record<string, unknown> };

/** What waits in a queue for one hazard, oldest first. */
async function queued(owner: Database, name: string, hazardId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Sent>`select data from jobs.job where name = ${name} order by created_on, id`.execute(owner);
  return rows.map(({ data }) => data).filter((data) => data['hazardId'] === hazardId || data['subjectId'] === hazardId);
}

describe('reminders and the ladder', () => {
  test('are told once, rung by rung, and caught up after a week without a worker', async ({ house, database }) => {
    const { owner } = database;
    trade = await givenTrade(owner);
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'assigned', {
      level: 'unit',
      plan: { dueOn: '2026-01-30', contingency: '停机', waived: [] },
    });
    const sweepOn = async (day: string) => {
      const then = houseAt(database, `${day}T02:00:00Z`);
      const before = (await queued(owner, 'hazards.tell', hazardId)).length;
      await sweepHazards(then.clockwork(), { rule: 'deadline' });
      await sweepHazards(then.clockwork(), { rule: 'deadline' });
      await then.close();
      return (await queued(owner, 'hazards.tell', hazardId))
        .slice(before)
        .map(({ notice, to }) => `${notice as string} ${(to as string[]).join()}`)
        .toSorted();
    };

    expect(await sweepOn('2026-01-25')).toEqual([]);
    expect(await sweepOn('2026-01-27')).toEqual(['hazards.dueSoon responsible']);
    expect(await sweepOn('2026-01-28')).toEqual([]);
    expect(await sweepOn('2026-01-31')).toEqual(['hazards.overdue responsible']);
    expect(await sweepOn('2026-02-07')).toEqual(['hazards.escalated parent', 'hazards.escalated unitHead']);
    expect(await sweepOn('2026-02-07')).toEqual([]);
    const rungsFor = async (reader: Caller) =>
      (await readHazard(reader, { hazardId })).timeline
        .filter(({ step }) => step === 'remind' || step === 'escalate')
        .map(({ step, facts: { rule, tells, days, told } }) => [step, rule, tells, days, told]);
    const { leader, millHead } = trade.people;
    expect(await rungsFor(by.officer)).toEqual([
      ['remind', 'deadline', 'person', 1, leader.name],
      ['escalate', 'deadline', 'unitHead', 3, leader.name],
      ['escalate', 'deadline', 'parent', 7, millHead.name],
    ]);
    const handed = (await queued(owner, 'hazards.tell', hazardId)).filter(({ notice }) => notice === 'hazards.escalated');
    const told = handed.flatMap(({ personIds }) => personIds as string[]);
    expect(told.toSorted(), 'those who stand in the record are told').toEqual([leader.id, millHead.id].toSorted());
    expect(await rungsFor(by.worker), 'the finder, who does not read the ledger').toEqual([]);
    const rows = await owner.selectFrom('hazard_reminders').select('on_day').where('hazard_id', '=', hazardId).orderBy('on_day').execute();
    expect(rows.map(({ on_day }) => on_day)).toEqual(['2026-01-27', '2026-01-29', '2026-01-30', '2026-01-31', '2026-02-02', '2026-02-06']);
  });

  test('two workers at once tell once', async ({ house, database }) => {
    const { owner } = database;
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'assigned');
    const then = houseAt(database, '2026-01-21T02:00:00Z');

    await Promise.all([1, 2, 3].map(() => sweepHazards(then.clockwork(), { rule: 'deadline' })));

    const told = (await queued(owner, 'hazards.tell', hazardId)).filter(({ about }) => about === 'deadline');
    expect(told.map(({ notice }) => notice)).toEqual(['hazards.overdue']);
    await then.close();
  });

  test('start anew from a deadline that moved', async ({ house, database }) => {
    const { owner } = database;
    const by = callers(house, trade);
    const plan = { dueOn: '2026-01-23', contingency: '停机', waived: [] };
    const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying', { level: 'unit', plan });
    await askForExtension(by.leader, { hazardId, toOn: '2026-02-10', reason: '等备件' });
    await decideOnExtension(by.eastHead, { hazardId, granted: true });

    const then = houseAt(database, '2026-02-07T02:00:00Z');
    await sweepHazards(then.clockwork(), { rule: 'deadline' });
    await then.close();

    const rows = await owner.selectFrom('hazard_reminders').select(['rule', 'on_day']).where('hazard_id', '=', hazardId).execute();
    expect(rows).toEqual([{ rule: 'deadline:2026-02-10', on_day: '2026-02-07' }]);
  });

  test('cover triage, acceptance, majors, look-backs and progress, and nobody but the clock sweeps', async ({ house, database }) => {
    const { owner } = database;
    const by = callers(house, trade);
    const waiting = await givenHazard(owner, { trade, by }, 'reported', { checkItemId: 'FIRE-01' });
    const handedIn = await givenHazard(owner, { trade, by }, 'submitted');
    const then = houseAt(database, '2026-01-30T02:00:00Z');
    const told = async (rule: 'triage' | 'acceptance' | 'majorUnanswered', hazardId: string) => {
      await sweepHazards(then.clockwork(), { rule });
      return (await queued(owner, 'hazards.tell', hazardId))
        .filter(({ about }) => about === rule)
        .map(({ notice, to }) => `${notice as string} ${(to as string[]).join()}`)
        .toSorted();
    };

    expect(await told('majorUnanswered', waiting.hazardId)).toEqual([
      'hazards.majorLate headquarters',
      'hazards.majorLate parent',
      'hazards.majorUnconfirmed confirmation',
    ]);
    expect((await told('triage', waiting.hazardId)).length).toBe(3);
    expect(await told('acceptance', handedIn.hazardId)).toEqual([
      'hazards.acceptanceLate parent',
      'hazards.acceptanceLate unitHead',
      'hazards.acceptanceOverdue acceptance',
    ]);
    await then.close();
    await expect(sweepHazards(by.hq, { rule: 'deadline' })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(drawLookBacks(by.hq, {})).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('the look-back', () => {
  test('is committed before the month, drawn after it, and can be drawn again by anybody', async ({ house, database }) => {
    const { owner } = database;
    expect(await commitToDraws(house.clockwork(), {})).toEqual({ published: ['2026-02', '2026-03'] });
    expect(await commitToDraws(house.clockwork(), {})).toEqual({ published: [] });
    const sealed = await owner.selectFrom('hazard_draw_seeds').selectAll().execute();
    const february = houseAt(database, '2026-02-10T02:00:00Z');
    const by = callers(february, trade);
    for (let n = 0; n < 7; n += 1)
      await givenHazard(owner, { trade, by }, 'closed', { foundAt: '2026-02-10T01:00:00Z', plan: { dueOn: '2026-02-10' } });

    expect(await drawLookBacks(february.clockwork(), {})).toEqual({ drawn: [] });
    const march = houseAt(database, '2026-03-01T02:00:00Z');
    expect(await drawLookBacks(march.clockwork(), {})).toEqual({ drawn: [{ month: '2026-02', lookBacks: 2 }] });
    expect(await drawLookBacks(march.clockwork(), {})).toEqual({ drawn: [] });

    const draws = await listDraws(callers(march, trade).officer, {});
    const [drawn] = draws.items.filter(({ month }) => month === '2026-02');
    expect(drawn).toMatchObject({
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
      seed: expect.any(String),
      strata: [{ closures: 7 }],
    });
    expect(sealed.some(({ sealed: bytes }) => bytes.includes(Buffer.from(drawn?.seed ?? 'x')))).toBe(false);
    expect((await listDraws(callers(march, trade).stranger, {})).items.find(({ month }) => month === '2026-02')?.strata).toEqual([]);
    expect(await verifyDraw(march.clockwork(), { month: '2026-02' })).toMatchObject({ closures: 7, drawn: 2, strata: 1, differences: [] });
    await expect(verifyDraw(march.clockwork(), { month: '2026-03' })).rejects.toMatchObject({ code: 'hazards.month_not_over' });
    await expect(verifyDraw(march.clockwork(), { month: '2026-1' })).rejects.toMatchObject({ code: 'hazards.no_such_month' });
    await owner
      .updateTable('hazard_draws')
      .set({ strata: JSON.stringify([{ ...drawn?.strata[0], drawn: [] }]) })
      .where('month', '=', '2026-02')
      .execute();
    expect((await verifyDraw(march.clockwork(), { month: '2026-02' })).differences).toHaveLength(1);
    await february.close();
    await march.close();
  });

  test('is given to somebody of another unit, who may look at that one hazard and at nothing else', async ({ database }) => {
    const { owner } = database;
    const march = houseAt(database, '2026-03-01T02:00:00Z');
    const appointed = { person_id: trade.people.stranger.id, unit_id: trade.farMill.id, post: 'safetyOfficer' as const };
    await given.arranged(owner, (tx) =>
      tx
        .insertInto('appointments')
        .values({ id: trade.people.stranger.id, point_id: null, from_on: '2025-06-01', to_on: null, ...appointed })
        .execute(),
    );

    expect(await nameInspectors(march.clockwork(), {})).toEqual({ named: 2 });
    const owed = await owner.selectFrom('hazard_look_backs').selectAll().execute();
    expect(new Set(owed.map(({ inspector_id }) => inspector_id))).toEqual(new Set([trade.people.stranger.id, trade.people.hq.id]));
    const mine = owed.find(({ inspector_id }) => inspector_id === trade.people.stranger.id)?.hazard_id ?? '';
    const other = owed.find(({ inspector_id }) => inspector_id === trade.people.hq.id)?.hazard_id ?? '';
    const april = houseAt(database, '2026-03-15T02:00:00Z');
    const inspector = as(april, 'safetyOfficer', trade.farMill, trade.people.stranger.id);
    expect((await listOwnTasks(inspector, {})).items).toMatchObject([{ id: mine, verb: 'hazards.lookBack', unit: '缝制一车间' }]);
    expect((await readHazard(inspector, { hazardId: mine })).objections).toMatchObject({
      concludeLookBack: null,
      reopen: 'access.not_permitted',
    });
    await expect(readHazard(inspector, { hazardId: other })).rejects.toMatchObject({ kind: 'missing' });
    await expect(concludeLookBack(inspector, { hazardId: other, result: 'held', photos: [newHash()] })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(
      concludeLookBack(callers(april, trade).officer, { hazardId: mine, result: 'held', photos: [newHash()] }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(concludeLookBack(inspector, { hazardId: mine, result: 'held', photos: [] })).rejects.toThrow();

    const answers = await Promise.allSettled(
      [1, 2].map(() => concludeLookBack(inspector, { hazardId: mine, result: 'relapsed', photos: [newHash()] })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await concludeLookBack(callers(april, trade).hq, { hazardId: other, result: 'held', photos: [newHash()] })).toMatchObject({
      stage: 'closed',
    });

    const reopening = async () => (await readHazard(inspector, { hazardId: mine })).timeline.find(({ step }) => step === 'reopen');
    expect(await reopening()).toMatchObject({ note: null });
    await owner.updateTable('hazard_events').set({ note: 'relapsed' }).where('hazard_id', '=', mine).where('step', '=', 'reopen').execute();
    expect(await reopening()).toMatchObject({ note: null });
    const row = await owner.selectFrom('hazards').selectAll().where('id', '=', mine).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ stage: 'assigned', reopenings: 1, closed_on: null, due_on: '2026-03-18' });
    await declareEvidence(inspector, {
      id: randomUUID(),
      sha256: newHash(),
      bytes: 9,
      mime: 'image/jpeg',
      subject: mine,
      unitId: row.unit_id,
    });
    expect((await readHazard(inspector, { hazardId: mine })).objections).toMatchObject({ concludeLookBack: 'access.not_permitted' });
    expect((await listOwnTasks(inspector, {})).items).toEqual([]);
    const aWeekLater = houseAt(database, '2026-03-23T02:00:00Z');
    const then = as(aWeekLater, 'safetyOfficer', trade.farMill, trade.people.stranger.id);
    await expect(readHazard(then, { hazardId: mine })).rejects.toMatchObject({ kind: 'missing' });
    expect((await listOwnTasks(callers(april, trade).leader, {})).items.map(({ id }) => id)).toContain(mine);
    const share = await readTrueClosure(callers(april, trade).hq, { period: '2026-02', withBelow: true });
    expect(share).toMatchObject({ closures: 7, drawn: 2, looked: 2, held: 1, share: 0.5 });
    expect(share.interval?.lower).toBeLessThan(0.5);
    const listed = await listLookBacks(callers(april, trade).officer, { state: 'all', withBelow: true, limit: 50 });
    expect(new Set(listed.items.map(({ result }) => result))).toEqual(new Set(['held', 'relapsed']));
    expect((await listLookBacks(callers(april, trade).stranger, { state: 'all', withBelow: true, limit: 50 })).items).toEqual([]);
    await expect(readTrueClosure(callers(april, trade).hq, { period: '2026-99', withBelow: true })).rejects.toMatchObject({
      kind: 'invalid',
    });
    for (const each of [march, april, aWeekLater]) await each.close();
  });

  test('of a hazard that an authority found is owed by its closing, and a relapse is a recurrence when found again', async ({
    house,
    database,
  }) => {
    const { owner } = database;
    const by = callers(house, trade);
    const { hazardId, before } = await givenHazard(owner, { trade, by: { ...by, worker: by.officer } }, 'rectifying', {
      source: 'authority',
      category: 'stacking',
      level: 'unit',
      plan: { contingency: '停机', waived: [] },
    });
    const after = newHash();
    await submitHazard(by.leader, { hazardId, photos: [after] });
    await givenArrived(owner, hazardId, [...before, after]);
    await expect(acceptHazard(by.officer, { hazardId })).rejects.toMatchObject({ code: 'hazards.finder_acceptance' });
    await acceptHazard(by.millHead, { hazardId });

    const owed = await owner.selectFrom('hazard_look_backs').selectAll().where('hazard_id', '=', hazardId).execute();
    expect(owed).toMatchObject([{ reason: 'authority', from_on: '2026-02-19', to_on: '2026-03-21', result: null }]);
    const found = await givenHazard(owner, { trade, by }, 'reported', { category: 'stacking' });
    const again = await owner
      .selectFrom('hazards')
      .select(['recurrence_of_id', 'recurrences'])
      .where('id', '=', found.hazardId)
      .executeTakeFirst();
    expect(again).toEqual({ recurrence_of_id: hazardId, recurrences: 1 });
    expect((await readHazard(by.officer, { hazardId: found.hazardId })).recurrenceOf?.id).toBe(hazardId);
    await expect(reportHazard(by.analyst, {} as never)).rejects.toThrow();
  });
});

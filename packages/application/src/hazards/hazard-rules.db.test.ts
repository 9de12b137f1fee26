import { randomUUID } from 'node:crypto';

import type { Database, RuleRow } from '@changming/database';
import { defaultLookBack, type Reminder, reminders } from '@changming/domain/hazards';
import type { Insertable } from 'kysely';
import { describe, expect } from 'vitest';

import { given, houseAt, test } from '../testing/index.ts';
import { callers, givenHazard, givenTrade, reportOf, type Trade } from '../testing/hazard-story.ts';
import { hazardRules } from './hazard-rules.ts';
import { ladderBook } from './ladder-rules.ts';
import {
  commitToDraws,
  drawLookBacks,
  listDraws,
  listHazard,
  readHazard,
  reopenHazard,
  reportHazard,
  sweepHazards,
  verifyDraw,
} from './index.ts';

let trade: Trade;

/** What the mill asks of its workshops from the middle of February on. */
const stricter = {
  'hazards.lookBackShare': 0.5,
  'hazards.lookBackFromDays': 5,
  'hazards.lookBackToDays': 20,
  'hazards.lookBackMajorToDays': 10,
  'hazards.relapseDays': 180,
  'hazards.superviseOverdueDays': 5,
  'hazards.superviseReportDays': 3,
  'hazards.acceptWorkdays': 1,
  'hazards.majorConfirmHours': 8,
  'hazards.escalateUnitHeadDays': 1,
  'hazards.escalateParentDays': 2,
  'hazards.triageDays': 0,
  'hazards.triageParentDays': 3,
  'hazards.acceptUnitHeadDays': 1,
  'hazards.majorHeadquartersDays': 2,
  'hazards.lookBackHeadquartersDays': 0,
  'hazards.superviseUnitHeadDays': 2,
  'hazards.superviseHeadquartersDays': 2,
};

async function givenRules(owner: Database): Promise<void> {
  const where = { layer: 'unit' as const, place: trade.mill.id, source: '厂内规定', certainty: 'own' as const, from_on: '2026-02-15' };
  const rows = Object.entries(stricter).map(([rule_id, value]) => ({
    id: randomUUID(),
    rule_id,
    value: JSON.stringify(value),
    ...where,
  }));
  await given.arranged(owner, (tx) =>
    tx
      .insertInto('rules')
      .values(rows as Insertable<RuleRow>[])
      .execute(),
  );
}

type Swept = Parameters<typeof houseAt>[0] & { readonly owner: Database };

/** The days on which somebody is told of a hazard that was due on `dueOn`, by a clock that has slept for weeks. */
async function toldOf(database: Swept, hazardId: string, dueOn: string): Promise<string[]> {
  const { owner } = database;
  await given.arranged(owner, (tx) => tx.updateTable('hazards').set({ due_on: dueOn }).where('id', '=', hazardId).execute());
  const then = houseAt(database, '2026-04-01T02:00:00Z');
  await sweepHazards(then.clockwork(), { rule: 'deadline' });
  await then.close();
  const rows = await owner.selectFrom('hazard_reminders').select('on_day').where('hazard_id', '=', hazardId).orderBy('on_day').execute();
  return rows.map(({ on_day }) => on_day);
}

describe('a stricter rule of a unit', () => {
  test('binds the unit and what lies below it from its day on, and nobody else', async ({ database: { owner } }) => {
    trade = await givenTrade(owner);
    await givenRules(owner);
    const bound = (unitId: string, on: string) => owner.transaction().execute((tx) => hazardRules(tx, { unitId, on }));

    const before = await bound(trade.workshop.id, '2026-02-14');
    expect(before).toMatchObject({ lookBack: defaultLookBack, recurrenceDays: 90, acceptWorkdays: 3 });
    expect(await bound(trade.farMill.id, '2026-03-01')).toEqual(before);
    expect(await bound(trade.workshop.id, '2026-02-15')).toMatchObject({
      lookBack: { share: 0.5, atLeast: 1, majorToDays: 10 },
      recurrenceDays: 180,
      listing: { unitOverdueDays: 5, recurrences: 3 },
      acceptWorkdays: 1,
      confirmHours: 8,
      reportDays: 3,
    });
  });

  test('climbs the ladder sooner above a deadline of its time, and as before above an earlier one', async ({ house, database }) => {
    const by = callers(house, trade);
    const { hazardId: earlier } = await givenHazard(database.owner, { trade, by }, 'assigned');
    const { hazardId: later } = await givenHazard(database.owner, { trade, by }, 'assigned');

    expect((await toldOf(database, earlier, '2026-02-10')).slice(-3)).toEqual(['2026-02-13', '2026-02-17', '2026-02-25']);
    expect((await toldOf(database, later, '2026-03-10')).slice(-3)).toEqual(['2026-03-11', '2026-03-12', '2026-03-25']);
  });

  test('climbs sooner above whatever is owed from its day on, and nowhere else', async ({ database: { owner } }) => {
    const ladders = (unitId: string, on: string) =>
      owner.transaction().execute(async (tx) => {
        const climbing = async (each: Reminder) => {
          const book = await ladderBook(tx, each);
          return (await book.ladder({ unitId, on })).filter(({ days }) => days > 0).map(({ days, tells }) => `${days} ${tells}`);
        };
        return Object.fromEntries(await Promise.all(reminders.map(async (each) => [each, await climbing(each)] as const)));
      });

    const before = {
      deadline: ['1 person', '3 unitHead', '7 parent', '15 headquarters'],
      triage: ['2 unitHead', '5 parent'],
      acceptance: ['1 person', '3 unitHead', '7 parent'],
      majorUnanswered: ['1 parent', '3 headquarters'],
      lookBack: ['1 headquarters', '15 headquarters'],
      progress: ['1 unitHead', '3 headquarters'],
    };
    expect(await ladders(trade.workshop.id, '2026-02-14')).toEqual(before);
    expect(await ladders(trade.farMill.id, '2026-02-15')).toEqual(before);
    expect(await ladders(trade.workshop.id, '2026-02-15')).toEqual({
      deadline: ['1 unitHead', '2 parent', '15 headquarters'],
      triage: ['2 unitHead', '3 parent'],
      acceptance: ['1 unitHead', '7 parent'],
      majorUnanswered: ['1 parent', '2 headquarters'],
      lookBack: ['1 headquarters', '15 headquarters'],
      progress: ['2 unitHead', '3 headquarters'],
    });
  });

  test('has a report triaged on its very day, one of the day before within a day', async ({ database }) => {
    const { owner } = database;
    const reported = async (day: string) => {
      const then = houseAt(database, `${day}T08:00:00Z`);
      const { hazardId } = await givenHazard(owner, { trade, by: callers(then, trade) }, 'reported', { foundAt: `${day}T07:00:00Z` });
      await then.close();
      return hazardId;
    };
    const [earlier, later] = [await reported('2026-02-14'), await reported('2026-02-15')];
    const told = async (day: string, hazardId: string) => {
      const then = houseAt(database, `${day}T02:00:00Z`);
      await sweepHazards(then.clockwork(), { rule: 'triage' });
      await then.close();
      const rows = await owner
        .selectFrom('hazard_reminders')
        .select(['rule', 'on_day'])
        .where('hazard_id', '=', hazardId)
        .orderBy('on_day')
        .execute();
      return rows.map(({ rule, on_day }) => `${rule} ${on_day}`);
    };

    expect(await told('2026-02-15', earlier)).toEqual(['triage:2026-02-15 2026-02-15']);
    expect(await told('2026-02-17', later)).toEqual(['triage:2026-02-15 2026-02-15', 'triage:2026-02-15 2026-02-17']);
    expect(await told('2026-02-18', later)).toHaveLength(3);
    expect(await told('2026-02-18', earlier)).toHaveLength(3);
  });

  test('draws more of the month, and the draw is verified by the rule it was drawn by', async ({ house, database }) => {
    const { owner } = database;
    await commitToDraws(house.clockwork(), {});
    const february = houseAt(database, '2026-02-20T02:00:00Z');
    const by = callers(february, trade);
    for (let n = 0; n < 7; n += 1)
      await givenHazard(owner, { trade, by }, 'closed', { foundAt: '2026-02-20T01:00:00Z', plan: { dueOn: '2026-02-20' } });
    const march = houseAt(database, '2026-03-01T02:00:00Z');

    expect(await drawLookBacks(march.clockwork(), {})).toEqual({ drawn: [{ month: '2026-02', lookBacks: 4 }] });
    expect((await listDraws(callers(march, trade).officer, {})).items.find(({ month }) => month === '2026-02')?.strata).toMatchObject([
      { closures: 7, share: 0.5, atLeast: 1 },
    ]);
    const [owed] = await owner.selectFrom('hazard_look_backs').select(['from_on', 'to_on']).execute();
    expect(owed).toEqual({ from_on: '2026-02-25', to_on: '2026-03-15' });
    await given.arranged(owner, (tx) => tx.deleteFrom('rules').where('rule_id', '=', 'hazards.lookBackShare').execute());
    expect(await verifyDraw(march.clockwork(), { month: '2026-02' })).toMatchObject({ drawn: 4, differences: [] });
    await february.close();
    await march.close();
  });

  test('asks for an answer, an acceptance, a report and a listing sooner, and remembers a closing longer', async ({ house, database }) => {
    const { owner } = database;
    const closed = await givenHazard(owner, { trade, by: callers(house, trade) }, 'closed');
    const june = houseAt(database, '2026-06-15T02:00:00Z');
    const by = callers(june, trade);
    const again = reportOf(trade, { checkItemId: 'FIRE-01', foundAt: '2026-06-15T01:00:00Z' });
    await reportHazard(by.worker, again);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'submitted', { plan: { dueOn: '2026-06-15' } });
    const terms = { level: 'group' as const, issuer: '安委会', requirements: '限期', dueOn: '2026-07-01' };
    await listHazard(by.hq, { hazardId, mainPersonId: trade.people.millHead.id, ...terms });

    const suggested = await readHazard(by.officer, { hazardId: again.id });
    expect(suggested.recurrenceOf).not.toBeNull();
    expect(suggested.suggestionRecord?.answerDueAt).toEqual(new Date('2026-06-15T10:00:00Z'));
    expect(await readHazard(by.officer, { hazardId })).toMatchObject({
      acceptanceDueOn: '2026-06-16',
      supervisions: [{ everyDays: 3, progressDueOn: '2026-06-18' }],
    });
    await reopenHazard(by.millHead, { hazardId: closed.hazardId, reason: '又堵了', dueOn: '2026-06-16' });
    await june.close();
  });
});

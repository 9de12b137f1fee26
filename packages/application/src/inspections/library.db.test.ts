import { randomUUID } from 'node:crypto';

import { plainItem, shiftRounds, shippedChecklists } from '@changming/domain/inspections';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { createPoint } from '../points/index.ts';
import { listClauses } from '../standards/index.ts';
import { given, houseAt, test } from '../testing/index.ts';
import { type Floor, givenDailyPlan, givenFloor, itemsOf } from '../testing/inspection-story.ts';
import {
  createChecklist,
  createPlan,
  draftChecklist,
  editPlan,
  endPlan,
  installChecklists,
  listChecklists,
  listOccurrences,
  listPlans,
  listShortfalls,
  makeOccurrences,
  publishChecklist,
  readChecklist,
  readChecklistVersion,
  readPlan,
  retireChecklist,
  settleMisses,
} from './index.ts';

let floor: Floor;
let extensionId: string;

const ownItem = {
  ...plainItem,
  clauseIds: [],
  code: 'QPUMP-E-01',
  text: '柴油泵油量',
  factor: 'material' as const,
  category: 'fireEquipment' as const,
};

describe('the library', () => {
  test('ships with the product once the group is founded, and is not installed twice', async ({ house, database: { owner } }) => {
    floor = await givenFloor(house, owner);

    const first = await installChecklists(house.clockwork(), {});
    const second = await installChecklists(house.clockwork(), {});

    expect([first.installed, second.installed]).toEqual([shippedChecklists.length + shiftRounds.length, 0]);
    const { items } = await listChecklists(floor.by.leader, {});
    expect(items.filter(({ code }) => code === 'FIRE').map(({ unit, number, items: count }) => [unit, number, count])).toEqual([
      ['岚枝集团', 1, 14],
    ]);
  });

  test('cites clauses of the library only, so that a picker finds them and headquarters can save what it changes', async ({
    database: { owner },
  }) => {
    const { by } = floor;
    const known = new Set((await owner.selectFrom('clauses').select('code').execute()).map(({ code }) => code));
    for (const { code, items } of shippedChecklists) {
      const cited = items.flatMap(({ clauseIds }): readonly string[] => clauseIds);
      expect([code, cited.filter((each) => !known.has(each))]).toEqual([code, []]);
      const found = await listClauses(by.hq, { q: cited[0] ?? '', limit: 5 });
      expect([code, found.items.map((each) => each.code)]).toEqual([code, expect.arrayContaining(cited.slice(0, 1))]);
    }

    const { items } = await listChecklists(by.hq, {});
    const fire = await readChecklist(by.hq, { checklistId: items.find(({ code }) => code === 'FIRE')?.id ?? '' });
    const kept = fire.published.slice(1).map((item) => ({ ...item, clauseIds: [...item.clauseIds] }));
    await draftChecklist(by.hq, { checklistId: fire.id, version: fire.version, name: fire.name, items: kept });
  });

  test('is extended by a unit without forking: a newer base comes with the own items behind it', async () => {
    const { by, trade, checklistId } = floor;
    const wanted = { unitId: trade.mill.id, code: 'QPUMP-E', name: '一厂泵房', baseId: checklistId };
    const { id } = await createChecklist(by.officer, wanted);
    extensionId = id;
    await draftChecklist(by.officer, { checklistId: id, version: 1, name: '一厂泵房', items: [ownItem] });
    await publishChecklist(by.officer, { checklistId: id, version: 2 });
    await draftChecklist(by.hq, { checklistId, version: 3, name: '泵房点检', items: itemsOf('QPUMP').slice(0, 2) });

    const published = await publishChecklist(by.hq, { checklistId, version: 4, note: '取消压力' });

    expect([published.number, published.followed]).toEqual([2, 1]);
    const extension = await readChecklist(by.officer, { checklistId: id });
    expect([extension.number, extension.published.map(({ code }) => code)]).toEqual([2, ['QPUMP-01', 'QPUMP-02', 'QPUMP-E-01']]);
    expect(extension.versions.map(({ number, followed }) => [number, followed])).toEqual([
      [2, true],
      [1, false],
    ]);
    const old = await readChecklistVersion(by.officer, { checklistId: id, number: 1 });
    expect(old.items.map(({ code }) => code)).toEqual(['QPUMP-01', 'QPUMP-02', 'QPUMP-03', 'QPUMP-E-01']);
    expect([extension.changed, extension.mayEdit, extension.nextItemCode]).toEqual([false, true, 'QPUMP-E-02']);
  });

  test('what headquarters owns is read below and changed by headquarters alone; what a branch owns is missing in another', async () => {
    const { by, checklistId } = floor;

    const seen = await readChecklist(by.officer, { checklistId });
    expect([seen.mayEdit, seen.mayPublish, seen.extensions.map(({ code }) => code)]).toEqual([false, false, ['QPUMP-E']]);
    const missing = { code: 'inspections.checklist_not_found' };
    await expect(draftChecklist(by.officer, { checklistId, version: 5, name: 'x', items: [] })).rejects.toMatchObject(missing);
    await expect(publishChecklist(by.officer, { checklistId, version: 5 })).rejects.toMatchObject(missing);
    await expect(readChecklist(by.stranger, { checklistId: extensionId })).rejects.toMatchObject(missing);
    await expect(retireChecklist(by.stranger, { checklistId: extensionId, version: 3, reason: 'x' })).rejects.toMatchObject(missing);
    await expect(createChecklist(by.officer, { unitId: floor.trade.farMill.id, code: 'Z', name: 'z' })).rejects.toMatchObject({
      code: 'units.not_found',
    });
  });

  test('refuses items that nobody could answer, a code that is taken, and a version that says nothing new', async () => {
    const { by, trade, checklistId } = floor;
    const draft = (items: object[]) =>
      draftChecklist(by.hq, { checklistId, version: 5, name: '泵房点检', items: items as (typeof ownItem)[] });

    await expect(draft([ownItem])).rejects.toMatchObject({ code: 'inspections.item_code' });
    await expect(draft([{ ...ownItem, code: 'QPUMP-01', clauseIds: ['NO-1'] }])).rejects.toMatchObject({
      code: 'inspections.clause_unknown',
      facts: { clause: 'NO-1' },
    });
    await expect(publishChecklist(by.hq, { checklistId, version: 5 })).rejects.toMatchObject({ code: 'inspections.checklist_unchanged' });
    await expect(createChecklist(by.officer, { unitId: trade.mill.id, code: 'FIRE', name: '消防' })).rejects.toMatchObject({
      code: 'inspections.checklist_code_taken',
    });
  });

  test('a published version is never changed, whoever tries', async ({ database: { owner, role } }) => {
    const tries = sql`update inspection_checklist_versions set items = '[]'`;
    await expect(
      owner.transaction().execute(async (tx) => {
        await sql`set local role ${sql.id(role)}`.execute(tx);
        await tries.execute(tx);
      }),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('a plan', () => {
  test('reaches the points of its kinds in the branch, those that are opened later too', async ({ house, database }) => {
    const { by, trade } = floor;
    const over = { name: '泵房周检', checklistId: extensionId, points: { of: 'branch', kinds: ['pumpRoom'] }, cadence: { every: 'week' } };
    const { id } = await givenDailyPlan(floor, { ...over, from: '2026-01-01', doer: { by: 'post', post: 'safetyOfficer' } });
    while ((await makeOccurrences(house.clockwork(), {})).more);
    await createPoint(by.officer, { unitId: trade.workshop.id, name: '二号泵房', kind: 'pumpRoom' });
    const later = houseAt(database, '2026-01-27T02:00:00Z');
    while ((await makeOccurrences(later.clockwork(), {})).more);
    await later.close();

    const { items } = await listOccurrences(by.officer, { planId: id, from: '2026-01-01', to: '2026-02-28', withBelow: true, limit: 50 });
    expect(items.map(({ on, from, point }) => [from, on, point])).toEqual([
      ['2026-01-01', '2026-01-04', '一号泵房'],
      ['2026-01-05', '2026-01-11', '一号泵房'],
      ['2026-01-12', '2026-01-18', '一号泵房'],
      ['2026-01-19', '2026-01-25', '一号泵房'],
      ...items.slice(4).map(({ point }) => ['2026-01-26', '2026-02-01', point]),
    ]);
    expect(new Set(items.slice(4).map(({ point }) => point))).toEqual(new Set(['一号泵房', '二号泵房']));
    const plan = await readPlan(by.leader, { planId: id });
    expect([plan.pointCount, plan.coming[0]?.on, plan.doer]).toEqual([2, '2026-02-01', { by: 'post', post: 'safetyOfficer' }]);
  });

  test('that ends owes nothing more, and what was open by then is waived, not missed', async ({ house, database }) => {
    const { by } = floor;
    const { id, version } = await givenDailyPlan(floor, { name: '月检', cadence: { every: 'month' }, from: '2026-01-01' });
    while ((await makeOccurrences(house.clockwork(), {})).more);
    await expect(endPlan(by.stranger, { planId: id, version, until: '2026-01-25', reason: '停产' })).rejects.toMatchObject({
      code: 'inspections.plan_not_found',
    });
    await expect(endPlan(by.officer, { planId: id, version, until: '2026-01-19', reason: '停产' })).rejects.toMatchObject({
      code: 'inspections.plan_ends_before_today',
    });
    await endPlan(by.officer, { planId: id, version, until: '2026-01-25', reason: '停产' });

    const later = houseAt(database, '2026-02-10T02:00:00Z');
    while ((await makeOccurrences(later.clockwork(), {})).more);
    while ((await settleMisses(later.clockwork(), {})).more);
    await later.close();

    const { items } = await listOccurrences(by.officer, { planId: id, from: '2026-01-01', to: '2026-12-31', withBelow: true, limit: 50 });
    expect(items.map(({ on, state }) => [on, state])).toEqual([
      ['2026-01-31', 'waived'],
      ['2026-01-31', 'waived'],
    ]);
  });

  test('is changed for what comes, and refuses what lies outside', async ({ house }) => {
    const { by, trade, checklistId, pump } = floor;
    const { id, version } = await givenDailyPlan(floor, { name: '改前', from: '2026-01-20' });
    const said = {
      planId: id,
      version,
      name: '改后',
      points: { of: 'listed' as const, pointIds: [pump.id] },
      graceMinutes: 60,
      cadence: { every: 'day' as const },
      doer: { by: 'person' as const, personId: trade.people.worker.id },
    };

    await expect(editPlan(by.stranger, said)).rejects.toMatchObject({ code: 'inspections.plan_not_found' });
    await editPlan(by.officer, said);
    await expect(editPlan(by.officer, said)).rejects.toMatchObject({ code: 'inspections.plan_changed_meanwhile' });
    while ((await makeOccurrences(house.clockwork(), {})).more);

    const far = { unitId: trade.mill.id, checklistId, name: 'x', cadence: { every: 'day' as const }, doer: said.doer, from: '2026-01-20' };
    const outside = await createPoint(by.hq, { unitId: trade.farMill.id, name: '西岭泵房' });
    await expect(createPlan(by.officer, { ...far, points: { of: 'listed', pointIds: [outside.id] } })).rejects.toMatchObject({
      code: 'inspections.points_outside_of_plan',
    });
    await expect(
      createPlan(by.officer, { ...far, points: { of: 'unit' }, doer: { by: 'person', personId: trade.people.stranger.id } }),
    ).rejects.toMatchObject({ code: 'inspections.person_not_found' });
    await expect(createPlan(by.stranger, { ...far, points: { of: 'unit' } })).rejects.toMatchObject({ code: 'units.not_found' });
    const { items } = await listPlans(by.stranger, { withBelow: true, limit: 50 });
    expect(items).toEqual([]);
    const { items: plans } = await listPlans(by.officer, { withBelow: true, limit: 50, q: '改后' });
    expect(plans.map(({ name, doerName, pointCount }) => [name, doerName, pointCount])).toEqual([['改后', '赵敏', 1]]);
    await expect(retireChecklist(by.hq, { checklistId, version: 5, reason: '不用' })).rejects.toMatchObject({
      code: 'inspections.checklist_in_use',
    });
  });

  test('of headquarters shows a factory its own points and not those of the others', async () => {
    const { by, trade, pump } = floor;
    const far = await createPoint(by.hq, { unitId: trade.farMill.id, name: '西岭配电房' });
    const over = { unitId: trade.root.id, name: '总部抽查', points: { of: 'listed', pointIds: [pump.id, far.id] }, from: '2026-01-20' };
    await givenDailyPlan({ ...floor, by: { ...by, officer: by.hq } }, over);

    const shownTo = async (caller: typeof by.hq) => {
      const { items } = await listPlans(caller, { withBelow: true, limit: 50, q: '总部抽查' });
      return items.map(({ points, pointCount }) => [points, pointCount]);
    };
    expect(await shownTo(by.stranger)).toEqual([[{ of: 'listed', pointIds: [far.id] }, 1]]);
    expect(await shownTo(by.officer)).toEqual([[{ of: 'listed', pointIds: [pump.id] }, 1]]);
    expect(await shownTo(by.hq)).toEqual([[{ of: 'listed', pointIds: [pump.id, far.id].toSorted() }, 2]]);
  });
});

describe('how often the colour of a risk asks for a look', () => {
  const named = (name: string, pointId: string) => ({
    unitId: floor.trade.farMill.id,
    checklistId: floor.checklistId,
    name,
    points: { of: 'listed' as const, pointIds: [pointId] },
    from: '2026-01-20',
  });
  const missing = async (who = floor.by.stranger) => {
    const { items } = await listShortfalls(who, { unitId: floor.trade.farMill.id, withBelow: true });
    return items.map(({ by, days, count, points }) => [by, days, count, points.map(({ name, level }) => `${name} ${level}`).join()]);
  };

  test('is told of each controller until a plan looks so often; one that looks less is saved with a reason only, which is kept', async ({
    database: { owner },
  }) => {
    const { by, trade } = floor;
    const boiler = await createPoint(by.hq, { unitId: trade.farMill.id, name: '西岭锅炉房' });
    const risk = {
      name: '锅炉',
      kind: 'place',
      source: '超压',
      search_key: 'gl',
      created_on: '2026-01-01',
      review_due_on: '2027-01-01',
    } as const;
    const at = { unit_id: trade.farMill.id, unit_pos: 0, point_id: boiler.id, stage: 'published' } as const;
    await given.arranged(owner, async (tx) => {
      for (const level of ['low', 'major'] as const)
        await tx
          .insertInto('risks')
          .values({ ...risk, ...at, id: randomUUID(), level })
          .execute();
    });
    const all = (days: Record<string, number>) => Object.entries(days).map(([who, every]) => [who, every, 1, '西岭锅炉房 major']);
    expect(await missing()).toEqual(all({ group: 90, unit: 30, workshop: 7, team: 1 }));
    await expect(missing(by.officer)).rejects.toMatchObject({ code: 'units.not_found' });

    const weekly = {
      ...named('每周', boiler.id),
      cadence: { every: 'week' as const },
      doer: { by: 'post' as const, post: 'teamLeader' as const },
    };
    const short = { code: 'inspections.plan_falls_short', facts: { count: 1, days: 1, point: '西岭锅炉房' } };
    await expect(createPlan(by.hq, weekly)).rejects.toMatchObject(short);
    const { id: planId, version } = await createPlan(by.hq, { ...weekly, insist: '每天有人值守' });
    expect((await readPlan(by.hq, { planId })).insist).toBe('每天有人值守');
    await expect(editPlan(by.hq, editOf(weekly, { planId, version }))).rejects.toMatchObject(short);

    await createPlan(by.hq, { ...weekly, name: '每日', cadence: { every: 'day' }, doer: { by: 'post', post: 'pointKeeper' } });
    await editPlan(by.hq, editOf(weekly, { planId, version }));
    expect(await missing()).toEqual(all({ group: 90, unit: 30, workshop: 7 }));

    const ofUnit = { ...weekly, name: '单位每周', doer: { by: 'post' as const, post: 'unitHead' as const } };
    await createPlan(by.hq, ofUnit);
    expect(await missing()).toEqual(all({ group: 90 }));
    const ofGroup = { ...ofUnit, unitId: trade.root.id, name: '集团每季' };
    await expect(createPlan(by.hq, { ...ofGroup, cadence: { every: 'halfYear' } })).rejects.toMatchObject({ facts: { days: 90 } });
    await createPlan(by.hq, { ...ofGroup, cadence: { every: 'quarter' } });
    expect(await missing()).toEqual([]);
  });

  const editOf = (
    { unitId: _unit, checklistId: _list, from: _from, ...said }: ReturnType<typeof named> & Record<string, unknown>,
    one: object,
  ) => ({ ...said, ...one }) as never;
});

import { describe, expect } from 'vitest';

import { as, given, houseAt, test, today } from '../testing/index.ts';
import { setRule } from '../standards/index.ts';
import { createPoint, createSheet, issueSheet, placePoint, readSheetAtDoor } from '../points/index.ts';
import {
  archiveRisk,
  askRegrading,
  countRisks,
  createRisk,
  editRisk,
  exportRegister,
  issueMap,
  listMeasures,
  listRisks,
  listScales,
  printedMap,
  publishRisk,
  readMap,
  readRisk,
  readRiskCard,
  receiveFailedControl,
  regradeRisk,
  reviewRisk,
  sendBackRisk,
  setScale,
  sweepReviews,
} from './index.ts';

const files = { get: async () => new Uint8Array([1]), put: async () => {} };
let units: Awaited<ReturnType<typeof given.group>>;
let owner: { readonly id: string };
let point: { readonly id: string; readonly code: string };
let riskId: string;

function givenRisk(over: object = {}) {
  return {
    unitId: units.workshop.id,
    name: '充绒机',
    kind: 'equipment' as const,
    source: '绒毛积聚遇静电起火',
    pointId: point.id,
    ownerId: owner.id,
    measures: [
      { kind: 'engineering' as const, text: '设备接地，湿度控制在 60% 以上' },
      { kind: 'management' as const, text: '每班清绒并记录' },
    ],
    grading: { method: 'lec' as const, likelihood: '3', exposure: '6', consequence: '15', assessedOn: today },
    ...over,
  };
}

/** What a person would send back to change the risk. */
async function unchanged(caller: Parameters<typeof readRisk>[0], id: string, grading: object = {}) {
  const { version, name, kind, source, consequences, pointId, ownerId, controlPlan, measures, gradings } = await readRisk(caller, {
    riskId: id,
  });
  const [last] = gradings;
  if (last === undefined) throw new Error('a risk has a grading');
  const { method, likelihood, exposure, consequence } = last;
  const graded = { method, likelihood, exposure, consequence, assessedOn: today, ...grading };
  return { riskId: id, version, name, kind, source, consequences, pointId, ownerId, controlPlan, measures, grading: graded };
}

describe('a risk', () => {
  test('is graded exactly, reviewed by another, published, and then colours its point', async ({ house, database }) => {
    units = await given.group(database.owner);
    owner = await given.person(database.owner, units.workshop);
    const assessor = as(house, 'safetyOfficer', units.mill);
    const head = as(house, 'unitHead', units.mill);
    point = await createPoint(assessor, { unitId: units.workshop.id, name: '充绒间', kind: 'downFilling' });

    const made = await createRisk(assessor, givenRisk());
    riskId = made.id;
    expect(made).toMatchObject({ level: 'larger', number: expect.stringMatching(/^R-\d{6}$/) });
    await expect(reviewRisk(assessor, { riskId })).rejects.toMatchObject({ code: 'risks.own_review' });
    await expect(reviewRisk(head, { riskId })).rejects.toMatchObject({ code: 'risks.control_plan_missing' });
    await editRisk(assessor, { ...(await unchanged(assessor, riskId)), controlPlan: '每月由厂长检查，禁止无关人员进入' });
    await reviewRisk(head, { riskId });
    await sendBackRisk(head, { riskId, note: '再想想' });
    await reviewRisk(head, { riskId });
    expect(await readRiskCard(as(house, 'worker', units.workshop), { code: point.code })).toMatchObject({ inherent: null, risks: [] });
    await publishRisk(head, { riskId });

    expect(await readRisk(head, { riskId })).toMatchObject({
      stage: 'published',
      inForce: 'larger',
      score: '270',
      reviewDueOn: '2027-01-20',
      measures: [{ kind: 'engineering' }, { text: '每班清绒并记录' }],
      events: [
        { step: 'publish' },
        { step: 'review' },
        { step: 'sendBack', note: '再想想' },
        { step: 'review' },
        { step: 'edit' },
        { step: 'create' },
      ],
    });
    expect(await readRiskCard(as(house, 'worker', units.workshop), { code: point.code })).toMatchObject({
      inherent: 'larger',
      live: null,
      shown: 'larger',
      risks: [{ level: 'larger', measures: [{}, {}] }],
    });
    expect(await countRisks(head, { withBelow: true })).toEqual({
      levels: { major: 0, larger: 1, general: 0, low: 0 },
      dueForReview: 0,
      draft: 0,
      reviewed: 0,
      due: 0,
    });
  });

  test('keeps its level in force while it is graded again; who asked for it is answered when it is published', async ({ house }) => {
    const [assessor, head] = [as(house, 'safetyOfficer', units.mill), as(house, 'unitHead', units.mill)];
    await askRegrading(assessor, { riskId, cause: 'equipment', note: '换了新机器' });

    const wanted = await unchanged(assessor, riskId, { likelihood: '1' });
    await regradeRisk(assessor, { ...wanted, measures: [{ ...wanted.measures[0], text: '接地每周测' }] as typeof wanted.measures });

    expect(await readRisk(head, { riskId })).toMatchObject({
      stage: 'draft',
      inForce: 'larger',
      graded: 'general',
      measures: [{ id: wanted.measures[0]?.id }],
    });
    await reviewRisk(head, { riskId });
    await publishRisk(head, { riskId });
    expect(await readRisk(head, { riskId })).toMatchObject({ inForce: 'general', regradings: [{ cause: 'equipment', answeredOn: today }] });
    await expect(regradeRisk(assessor, wanted)).rejects.toMatchObject({ code: 'risks.changed_meanwhile' });
  });

  test('offers its measures to those who say what a check looks at, in its own branch alone', async ({ house }) => {
    const officer = as(house, 'safetyOfficer', units.mill);
    const { measures } = await readRisk(officer, { riskId });
    const chosen = measures[0]?.id ?? '';

    expect((await listMeasures(officer, { unitId: units.mill.id, q: '充绒' })).items).toMatchObject([
      { id: chosen, risk: '充绒机', riskId },
    ]);
    expect((await listMeasures(officer, { q: '别的机器' })).items).toEqual([]);
    expect((await listMeasures(officer, { q: '别的机器', chosen })).items).toMatchObject([{ id: chosen }]);
    expect((await listMeasures(as(house, 'safetyOfficer', units.west), { chosen })).items).toEqual([]);
  });

  test('whose control has failed asks once to be graded anew', async ({ house }) => {
    const { measures } = await readRisk(as(house, 'unitHead', units.mill), { riskId });
    const failed = { measureId: measures[0]?.id ?? '', cause: 'hazard' as const, subjectId: crypto.randomUUID(), on: today };

    expect(await receiveFailedControl(house.clockwork(), failed)).toEqual({ asked: true });
    expect(await receiveFailedControl(house.clockwork(), failed)).toEqual({ asked: false });

    expect(await readRisk(as(house, 'unitHead', units.mill), { riskId })).toMatchObject({
      stage: 'dueForReview',
      regradings: [{ cause: 'hazard', measure: '接地每周测', answeredOn: null }, { cause: 'equipment' }],
    });
  });

  test('whose control fails while its grading waits for publication still asks to be graded anew', async ({ house, database }) => {
    const [assessor, head] = [as(house, 'safetyOfficer', units.mill), as(house, 'unitHead', units.mill)];
    const wanted = await unchanged(assessor, riskId);
    await regradeRisk(assessor, wanted);
    await reviewRisk(head, { riskId });
    const later = houseAt(database, '2026-01-20T09:00:00Z');
    const failed = { measureId: wanted.measures[0]?.id ?? '', cause: 'failedCheck' as const, subjectId: crypto.randomUUID(), on: today };
    await receiveFailedControl(later.clockwork(), failed);

    await publishRisk(as(later, 'unitHead', units.mill), { riskId });

    expect(await readRisk(as(later, 'unitHead', units.mill), { riskId })).toMatchObject({
      stage: 'dueForReview',
      inForce: 'general',
      regradings: [{ cause: 'failedCheck', answeredOn: null }, { answeredOn: today }, { answeredOn: today }],
    });
    await later.close();
  });

  test('falls due for review by the clock, told once at each rung however often it is looked at', async ({ house, database }) => {
    const [assessor, head] = [as(house, 'safetyOfficer', units.mill), as(house, 'unitHead', units.mill)];
    const { id } = await createRisk(assessor, givenRisk({ name: '熨烫台', grading: { ...givenRisk().grading, consequence: '1' } }));
    await reviewRisk(head, { riskId: id });
    await publishRisk(head, { riskId: id });
    const stageAt = async (instant: string) => {
      const then = houseAt(database, instant);
      const told = [await sweepReviews(then.clockwork(), {}), await sweepReviews(then.clockwork(), {})].map((each) => each.told);
      const { stage } = await readRisk(as(then, 'unitHead', units.mill), { riskId: id });
      await then.close();
      return { stage, told: told.map((each) => each > 0) };
    };
    const owedAt = async (instant: string) => {
      const then = houseAt(database, instant);
      const officer = as(then, 'safetyOfficer', units.mill);
      const { items } = await listRisks(officer, { withBelow: true, due: true, sort: 'dueSoonest', limit: 1 });
      const { due } = await countRisks(officer, { withBelow: true });
      await then.close();
      return { first: items[0]?.name, due };
    };

    expect(await stageAt('2026-12-01T02:00:00Z')).toEqual({ stage: 'published', told: [false, false] });
    expect(await owedAt('2026-12-20T02:00:00Z')).toEqual({ first: '充绒机', due: 1 });
    expect(await stageAt('2026-12-25T02:00:00Z')).toEqual({ stage: 'published', told: [true, false] });
    expect(await owedAt('2026-12-25T02:00:00Z')).toEqual({ first: '充绒机', due: 2 });
    expect(await stageAt('2027-03-01T02:00:00Z')).toEqual({ stage: 'dueForReview', told: [true, false] });
    await expect(sweepReviews(head, {})).rejects.toMatchObject({ kind: 'forbidden' });
    await archiveRisk(head, { riskId: id, reason: '拆除' });
    expect((await listRisks(head, { withBelow: true, limit: 50 })).items.map(({ name }) => name)).toEqual(['充绒机']);
  });
});

describe('a reminder of a review', () => {
  test('comes as early as the rule of the unit asks', async ({ house, database }) => {
    const [assessor, head] = [as(house, 'safetyOfficer', units.mill), as(house, 'unitHead', units.mill)];
    const { id } = await createRisk(assessor, givenRisk({ name: '烘干机', grading: { ...givenRisk().grading, consequence: '1' } }));
    await reviewRisk(head, { riskId: id });
    await publishRisk(head, { riskId: id });
    const then = houseAt(database, '2026-12-01T02:00:00Z');
    const told = async () => (await sweepReviews(then.clockwork(), {})).told;
    expect(await told()).toBe(0);

    const rule = {
      ruleId: 'risks.remindDays',
      value: 60,
      layer: 'unit',
      place: units.mill.id,
      source: '厂规',
      from: '2026-02-01',
    } as const;
    await setRule(as(house, 'hqSafety', units.root), rule);

    expect([await told(), await told()]).toEqual([1, 0]);
    await then.close();
    await archiveRisk(head, { riskId: id, reason: '拆除' });
  });
});

describe('the four-colour map', () => {
  test('shows the worse of nature and now; its print holds until a colour changes', async ({ house, database: { owner: db } }) => {
    const [assessor, head] = [as(house, 'safetyOfficer', units.mill), as(house, 'unitHead', units.mill)];
    const { id: planId } = await createSheet(assessor, { unitId: units.mill.id, kind: 'floorPlan', name: '一厂平面图' });
    await placePoint(assessor, { sheetId: planId, pointId: point.id, x: 4000, y: 6000 });
    const print = await issueMap(assessor, { planId });

    expect(await readMap(head, { planId })).toMatchObject({
      points: [{ name: '充绒间', x: 4000, y: 6000, inherent: 'general', live: null, shown: 'general' }],
      printed: print,
    });
    expect(await issueMap(assessor, { planId })).toEqual(print);
    await givenOpenHazard(db, { level: 'major', due_on: '2026-01-10' });
    expect(await readMap(head, { planId })).toMatchObject({
      points: [{ inherent: 'general', live: 'major', shown: 'major', open: { hazard: 1 }, overdue: 1 }],
    });
    const holds = async () => (await readSheetAtDoor(house.stranger(), { code: print.code, address: '10.9.9.9' })).state;
    expect(await holds()).toBe('current');
    await archiveRisk(head, { riskId, reason: '设备停用' });
    expect(await holds()).toBe('replaced');
    expect((await issueMap(assessor, { planId })).number).toBe(2);
  });

  test('goes on paper with its picture, the name of who asks and the instant of its colours', async ({
    house,
    database: { owner: db },
  }) => {
    const head = await given.person(db, units.mill, { name: '周敏' });
    const reader = as(house, 'unitHead', units.mill, head.id);
    const officer = as(house, 'safetyOfficer', units.mill);
    const { id: planId } = await createSheet(officer, { unitId: units.mill.id, kind: 'floorPlan', name: '二厂平面图' });
    await placePoint(officer, { sheetId: planId, pointId: point.id, x: 100, y: 200 });

    await expect(printedMap(reader, files, { planId })).rejects.toMatchObject({ code: 'points.no_picture' });
    await issueSheet(officer, { sheetId: planId, evidenceId: await givenPicture(db) });
    expect(await printedMap(reader, files, { planId })).toMatchObject({
      plan: { name: '二厂平面图', unit: units.mill.name, number: 1 },
      points: [{ name: '充绒间', x: 100, y: 200 }],
      printed: null,
      by: '周敏',
      jpeg: new Uint8Array([1]),
    });
  });

  type Db = Parameters<typeof given.group>[0];
  async function givenPicture(db: Db): Promise<string> {
    const id = crypto.randomUUID();
    const [sha256, at] = [id.replaceAll('-', '').padEnd(64, '0'), new Date()];
    const row = { id, unit_id: units.mill.id, sha256, bytes: 10, mime: 'image/png', declared_at: at, arrived_at: at };
    await db
      .insertInto('evidence')
      .values(row as never)
      .execute();
    return id;
  }

  async function givenOpenHazard(db: Db, over: object) {
    const at = new Date('2026-01-01T00:00:00Z');
    const row = {
      id: crypto.randomUUID(),
      unit_id: units.workshop.id,
      point_id: point.id,
      stage: 'rectifying',
      category: 'exit',
      key_area: 'fire',
      kind: 'site',
      source: 'daily',
      found_on: '2026-01-01',
      found_at: at,
      claimed_at: at,
      reported_at: at,
      ...over,
    };
    await given.arranged(db, (tx) =>
      tx
        .insertInto('hazards')
        .values(row as never)
        .execute(),
    );
  }
});

describe('the grading tables', () => {
  test('are the group’s own from a day on; what was graded before stays', async ({ house }) => {
    const { items } = await listScales(as(house, 'worker', units.workshop), {});
    const lec = items.find(({ method }) => method === 'lec');
    if (lec === undefined) throw new Error('a table ships');
    const wider = { ...lec.body, consequence: [...lec.body.consequence, { value: '10', label: '特别约定' }] };

    await expect(setScale(as(house, 'hqSafety', units.mill), { method: 'lec', from: today, body: wider })).rejects.toMatchObject({
      code: 'risks.scale_headquarters_only',
    });
    await setScale(as(house, 'hqSafety', units.root), { method: 'lec', from: today, body: wider });

    const officer = as(house, 'safetyOfficer', units.mill);
    const grading = { method: 'lec' as const, likelihood: '3', exposure: '6', consequence: '10' };
    expect(await createRisk(officer, givenRisk({ name: '新标准', grading: { ...grading, assessedOn: today } }))).toMatchObject({
      level: 'larger',
    });
    await expect(createRisk(officer, givenRisk({ grading: { ...grading, assessedOn: '2026-01-19' } }))).rejects.toMatchObject({
      code: 'risks.value_not_in_scale',
    });
    await expect(createRisk(officer, givenRisk({ grading: { ...grading, assessedOn: '2026-01-21' } }))).rejects.toMatchObject({
      code: 'risks.assessed_in_future',
    });
  });
});

describe('from outside the branch', () => {
  test('every risk is missing, and a stranger’s point or owner is none', async ({ house, database: { owner: db } }) => {
    const officer = as(house, 'safetyOfficer', units.west);
    const head = as(house, 'unitHead', units.west);
    const content = await unchanged(as(house, 'hqSafety', units.root), riskId);
    const plan = await db.selectFrom('point_sheets').select('id').where('kind', '=', 'floorPlan').executeTakeFirstOrThrow();

    for (const attempt of [
      () => readRisk(officer, { riskId }),
      () => createRisk(officer, givenRisk()),
      () => editRisk(officer, content),
      () => regradeRisk(officer, content),
      () => askRegrading(officer, { riskId, cause: 'law', note: '别处' }),
      () => reviewRisk(head, { riskId }),
      () => sendBackRisk(head, { riskId }),
      () => publishRisk(head, { riskId }),
      () => archiveRisk(head, { riskId, reason: '别处' }),
      () => readMap(officer, { planId: plan.id }),
      () => issueMap(officer, { planId: plan.id }),
      () => printedMap(officer, files, { planId: plan.id }),
      () => readRiskCard(officer, { code: point.code }),
      () => exportRegister(officer, { unitId: units.mill.id }),
      () => createRisk(officer, givenRisk({ unitId: units.west.id, ownerId: null })),
      () => createRisk(officer, givenRisk({ unitId: units.west.id, pointId: null })),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: 'missing' });
    expect((await listRisks(officer, { withBelow: true, limit: 50 })).items).toEqual([]);
    expect((await exportRegister(officer, {})).rows).toEqual([]);
    await expect(createRisk(as(house, 'worker', units.mill), givenRisk())).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

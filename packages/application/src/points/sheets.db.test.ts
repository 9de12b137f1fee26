import { describe, expect } from 'vitest';

import { as, given, houseAt, test, today } from '../testing/index.ts';
import {
  createPoint,
  createSheet,
  determineKeyPosition,
  endKeyPosition,
  issueSheet,
  listPoints,
  listSheets,
  placePoint,
  printedSheet,
  readPoint,
  readSheet,
  readSheetAtDoor,
  removePlace,
  withdrawSheet,
} from './index.ts';

let units: Awaited<ReturnType<typeof given.group>>;
type Owner = Parameters<typeof given.group>[0];

/** A picture that has arrived in a unit. */
async function givenPicture(owner: Owner, unitId: string): Promise<string> {
  const id = crypto.randomUUID();
  const sha256 = id.replaceAll('-', '').padEnd(64, '0');
  await owner
    .insertInto('evidence')
    .values({ id, unit_id: unitId, sha256, bytes: 10, mime: 'image/png', declared_at: new Date(), arrived_at: new Date() } as never)
    .execute();
  return id;
}

describe('a key position', () => {
  test('is determined from a day on and ended with a reason; that it was one stays', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    const officer = as(house, 'safetyOfficer', units.mill);
    const { id: pointId } = await createPoint(officer, { unitId: units.workshop.id, name: '配电室', kind: 'powerRoom' });

    await determineKeyPosition(officer, { pointId, from: today, reason: '全厂供电' });

    await expect(determineKeyPosition(officer, { pointId, from: today, reason: '又' })).rejects.toMatchObject({
      code: 'points.key_already',
    });
    expect((await listPoints(officer, { withBelow: true, key: true, limit: 50 })).items).toMatchObject([
      { id: pointId, keyPosition: true },
    ]);
    await endKeyPosition(officer, { pointId, reason: '改为仓库' });
    await expect(endKeyPosition(officer, { pointId, reason: '又' })).rejects.toMatchObject({ code: 'points.not_key' });
    expect(await readPoint(officer, { pointId })).toMatchObject({
      keyPosition: false,
      keySpans: [{ reason: '全厂供电', from: today, to: today, ending: '改为仓库' }],
    });
  });
});

describe('a sheet', () => {
  test('is issued version by version; a print of the old one answers since when it is replaced', async ({ house, database }) => {
    const { owner } = database;
    const { mill } = units;
    const officer = as(house, 'safetyOfficer', mill);
    const { id: sheetId } = await createSheet(officer, { unitId: mill.id, kind: 'escapeRoute', name: '一层疏散图' });
    const first = await issueSheet(officer, { sheetId, evidenceId: await givenPicture(owner, mill.id) });
    const later = houseAt(database, '2026-03-01T02:00:00Z');
    const evidenceId = await givenPicture(owner, mill.id);
    const second = await issueSheet(as(later, 'safetyOfficer', mill), { sheetId, evidenceId, note: '东门改道' });

    const asked = (code: string) => readSheetAtDoor(later.stranger(), { code, address: '10.0.0.7' });
    expect(await asked(first.code)).toEqual({ kind: 'escapeRoute', number: 1, issuedOn: today, state: 'replaced', until: '2026-03-01' });
    expect(await asked(second.code)).toEqual({ kind: 'escapeRoute', number: 2, issuedOn: '2026-03-01', state: 'current', until: null });
    expect(await issueSheet(as(later, 'safetyOfficer', mill), { sheetId, evidenceId })).toEqual(second);
    await withdrawSheet(as(later, 'safetyOfficer', mill), { sheetId, reason: '搬迁' });
    expect(await asked(second.code)).toMatchObject({ state: 'withdrawn', until: '2026-03-01' });
    await expect(asked('ZZZZZZZZZZ')).rejects.toMatchObject({ code: 'points.sheet_not_found' });
    await later.close();
  });

  test('is printed as the version in force, and only while it has one', async ({ house, database: { owner } }) => {
    const { mill, west } = units;
    const officer = as(house, 'safetyOfficer', mill);
    const files = { get: async (key: string) => new TextEncoder().encode(key), put: async () => {} };
    const { id: sheetId } = await createSheet(officer, { unitId: mill.id, kind: 'layout', name: '裁剪间定置图' });

    await expect(printedSheet(officer, files, { sheetId })).rejects.toMatchObject({ code: 'points.no_picture' });
    const evidenceId = await givenPicture(owner, mill.id);
    const { code } = await issueSheet(officer, { sheetId, evidenceId });
    const printed = await printedSheet(officer, files, { sheetId });

    expect(printed).toMatchObject({ name: '裁剪间定置图', number: 1, code, issuedOn: today });
    expect(new TextDecoder().decode(printed.jpeg)).toContain(`full/`);
    expect(new TextDecoder().decode(printed.jpeg)).toContain(evidenceId.replaceAll('-', ''));
    await expect(printedSheet(as(house, 'safetyOfficer', west), files, { sheetId })).rejects.toMatchObject({ kind: 'missing' });
    await withdrawSheet(officer, { sheetId, reason: '改造' });
    await expect(printedSheet(officer, files, { sheetId })).rejects.toMatchObject({ code: 'points.sheet_withdrawn' });
  });

  test('needs a picture that has arrived in its own unit', async ({ house, database: { owner } }) => {
    const { mill, west } = units;
    const officer = as(house, 'hqSafety', units.root);
    const { id: sheetId } = await createSheet(officer, { unitId: mill.id, kind: 'layout', name: '定置图' });

    await expect(issueSheet(officer, { sheetId, evidenceId: await givenPicture(owner, west.id) })).rejects.toMatchObject({
      code: 'points.picture_missing',
    });
    const listed = await listSheets(officer, { unitId: mill.id, withBelow: false, limit: 10 });
    expect(listed.items.map(({ name, number }) => [name, number])).toEqual([['定置图', null]]);
  });
});

describe('a floor plan', () => {
  test('holds the points of its branch where they were put, and no other', async ({ house, database: { owner } }) => {
    const { mill, workshop, west } = units;
    const headquarters = as(house, 'hqSafety', units.root);
    const { id: sheetId } = await createSheet(headquarters, { unitId: mill.id, kind: 'floorPlan', name: '一厂平面图' });
    await issueSheet(headquarters, { sheetId, evidenceId: await givenPicture(owner, mill.id) });
    const { id: pointId } = await createPoint(headquarters, { unitId: workshop.id, name: '东侧安全出口' });
    const { id: stranger } = await createPoint(headquarters, { unitId: west.id, name: '西岭仓库' });

    await placePoint(headquarters, { sheetId, pointId, x: 100, y: 200 });
    await placePoint(headquarters, { sheetId, pointId, x: 2500, y: 9000 });

    expect(await readSheet(headquarters, { sheetId })).toMatchObject({ places: [{ pointId, x: 2500, y: 9000 }] });
    await expect(placePoint(headquarters, { sheetId, pointId: stranger, x: 1, y: 1 })).rejects.toMatchObject({
      code: 'points.point_elsewhere',
    });
    await removePlace(headquarters, { sheetId, pointId });
    await expect(removePlace(headquarters, { sheetId, pointId })).rejects.toMatchObject({ code: 'points.not_placed' });
    await placePoint(headquarters, { sheetId, pointId, x: 2500, y: 9000 });
    await owner.selectFrom('plan_places').selectAll().executeTakeFirstOrThrow();
  });

  test('and everything about points is missing from outside the branch', async ({ house, database: { owner } }) => {
    const { mill, west } = units;
    const officer = as(house, 'safetyOfficer', west);
    const { sheet_id: sheetId, point_id: pointId } = await owner.selectFrom('plan_places').selectAll().executeTakeFirstOrThrow();

    for (const attempt of [
      () => createSheet(officer, { unitId: mill.id, kind: 'layout', name: '别处' }),
      () => issueSheet(officer, { sheetId, evidenceId: pointId }),
      () => withdrawSheet(officer, { sheetId, reason: '别处' }),
      () => placePoint(officer, { sheetId, pointId, x: 1, y: 1 }),
      () => removePlace(officer, { sheetId, pointId }),
      () => readSheet(officer, { sheetId }),
      () => determineKeyPosition(officer, { pointId, from: today, reason: '别处' }),
      () => endKeyPosition(officer, { pointId, reason: '别处' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: 'missing' });
    expect((await listSheets(officer, { withBelow: true, limit: 50 })).items).toEqual([]);
  });
});

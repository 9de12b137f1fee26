import { hazardFilter } from '@changming/domain/hazards';
import { expect } from 'vitest';

import type { House } from '../context.ts';
import { createPoint } from '../points/index.ts';
import { as, houseAt, test, today } from '../testing/index.ts';
import {
  type Callers,
  callers,
  givenArrived,
  givenTrade,
  newHash,
  newHazardId,
  planOf,
  reportOf,
  type Trade,
} from '../testing/hazard-story.ts';
import {
  acceptHazard,
  assignHazard,
  exportLedger,
  fixHazardOnTheSpot,
  listHazards,
  readHazard,
  registerHazard,
  reportAtDoor,
  reportHazard,
  sendBackHazard,
  startHazard,
  submitHazard,
} from './index.ts';
import { listRows } from './list-rows.ts';

let trade: Trade;
let code: string;

/** Reported by the public door in words alone. */
async function givenWords(house: House): Promise<string> {
  const id = newHazardId();
  const seen = { category: 'exits' as const, text: '疏散门打不开', photos: [], foundAt: '2026-01-20T01:50:00.000Z' };
  await reportAtDoor(house.stranger(), { id, pointCode: code, ...seen, address: null });
  return id;
}

/** The same, graded, put into the leader's hands and begun. */
async function givenBegun(house: House, by: Callers): Promise<string> {
  const hazardId = await givenWords(house);
  await registerHazard(by.officer, { hazardId, level: 'team' });
  await assignHazard(by.officer, { hazardId, plan: planOf(trade) });
  await startHazard(by.leader, { hazardId });
  return hazardId;
}

test('an anonymous report without a photo is handed in with the photo before that whoever rectifies took, and closed once it is there', async ({
  house,
  database: { owner },
}) => {
  trade = await givenTrade(owner);
  ({ code } = await createPoint(as(house, 'safetyOfficer', trade.mill), { unitId: trade.workshop.id, name: '二号通道', kind: 'fire' }));
  const by = callers(house, trade);
  const hazardId = await givenBegun(house, by);
  const [before, after] = [newHash(), newHash()];
  await expect(submitHazard(by.leader, { hazardId, photos: [after] })).rejects.toMatchObject({ code: 'hazards.before_photo_missing' });

  expect(await submitHazard(by.leader, { hazardId, before: [before], photos: [after] })).toMatchObject({ photos: { declared: 2 } });

  await givenArrived(owner, hazardId, [after]);
  await expect(acceptHazard(by.officer, { hazardId })).rejects.toMatchObject({ code: 'hazards.photos_awaited' });
  await givenArrived(owner, hazardId, [before]);
  expect(await acceptHazard(by.officer, { hazardId })).toMatchObject({ stage: 'closed' });
  const { photos, beforeLack } = await readHazard(by.officer, { hazardId });
  expect([beforeLack, photos.map(({ kind, declaredBy }) => [kind, declaredBy?.name])]).toEqual([
    null,
    [
      ['before', '王芳'],
      ['after', '王芳'],
    ],
  ]);
});

test('where none could be taken the reason stands in its place, a photo after is asked for all the same, and whoever said so does not accept', async ({
  house,
  database: { owner },
}) => {
  const by = callers(house, trade);
  const hazardId = await givenBegun(house, by);
  const said = { hazardId, beforeLack: '情况紧急，已先处理' };
  await expect(submitHazard(by.millHead, { ...said, photos: [] })).rejects.toMatchObject({ code: 'hazards.after_photo_missing' });
  expect((await readHazard(by.officer, { hazardId })).beforeLack, 'what was refused is not noted').toBeNull();
  const after = newHash();

  await submitHazard(by.millHead, { ...said, photos: [after] });
  await sendBackHazard(by.officer, { hazardId, reason: 'notFixed' });
  await submitHazard(by.leader, { hazardId, beforeLack: '再说一次', photos: [after] });
  await givenArrived(owner, hazardId, [after]);

  await expect(acceptHazard(by.millHead, { hazardId })).rejects.toMatchObject({ kind: 'conflict' });
  const page = await readHazard(by.officer, { hazardId });
  expect(page.beforeLack).toMatchObject({ by: { name: '孙磊' }, reason: '情况紧急，已先处理' });
  expect(page.timeline.filter(({ step }) => step === 'lackBefore').map(({ note }) => note)).toEqual(['情况紧急，已先处理']);
  expect(await acceptHazard(by.officer, { hazardId })).toMatchObject({ stage: 'closed' });
  const [row] = await owner.transaction().execute((tx) => listRows(tx, [hazardId], today));
  expect(row).toMatchObject({ beforePhotos: [], beforeLack: '情况紧急，已先处理' });
});

test('the ledger tells and is narrowed by it, on its page and in its workbook; a photo that came after all ends it', async ({ house }) => {
  const by = callers(house, trade);
  const [lacking, told] = [await givenBegun(house, by), await givenBegun(house, by)];
  const why = { beforeLack: '现场已经变化', photos: [newHash()] };
  await submitHazard(by.leader, { hazardId: lacking, ...why });
  await submitHazard(by.leader, { hazardId: told, ...why });
  await sendBackHazard(by.officer, { hazardId: told, reason: 'notFixed' });
  await submitHazard(by.leader, { hazardId: told, before: [newHash()], photos: [newHash()] });
  const asked = (beforeLack?: 'true' | 'false') => hazardFilter.parse({ stage: ['submitted'], beforeLack });
  const shown = async (beforeLack?: 'true' | 'false') =>
    (await listHazards(by.officer, asked(beforeLack))).items
      .filter(({ id }) => id === lacking || id === told)
      .map(({ id, beforeLack: reason }) => [id, reason]);

  expect(await shown('true')).toEqual([[lacking, '现场已经变化']]);
  expect(await shown('false')).toEqual([[told, null]]);
  expect(await shown()).toHaveLength(2);
  const { rows } = await exportLedger(by.officer, { withBelow: true, sort: 'newest', stage: ['submitted'], beforeLack: true });
  expect(rows.map(({ beforeLack }) => beforeLack)).toEqual(['现场已经变化']);
});

test('it is set right on the spot in the same two ways', async ({ house }) => {
  const by = callers(house, trade);
  const fixed = { measures: '已打开并清理', photos: [newHash()] };
  const [one, other] = [await givenWords(house), await givenWords(house)];
  await expect(fixHazardOnTheSpot(by.leader, { hazardId: one, ...fixed })).rejects.toMatchObject({ code: 'hazards.before_photo_missing' });

  expect(await fixHazardOnTheSpot(by.leader, { hazardId: one, ...fixed, before: [newHash()] })).toMatchObject({ stage: 'submitted' });
  expect(await fixHazardOnTheSpot(by.leader, { hazardId: other, ...fixed, beforeLack: '上报人没有拍' })).toMatchObject({
    stage: 'submitted',
  });
});

test('a report that comes in again is the same after whoever rectified has added a photo before', async ({ house, database }) => {
  const by = callers(house, trade);
  const report = reportOf(trade);
  const first = await reportHazard(by.worker, report);
  const later = houseAt(database, '2026-01-20T03:00:00Z');
  const added = { measures: '已打开并清理', photos: [newHash()], before: [newHash()] };
  await fixHazardOnTheSpot(callers(later, trade).leader, { hazardId: report.id, ...added });

  expect(await reportHazard(by.worker, report)).toMatchObject({ id: first.id, number: first.number, stage: 'submitted' });
});

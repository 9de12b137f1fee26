import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { plainItem } from '@changming/domain/inspections';
import { uuidV7 } from '@changming/domain/kernel';

import type { House } from '../context.ts';
import { createChecklist, createPlan, draftChecklist, publishChecklist } from '../inspections/index.ts';
import { createPoint } from '../points/index.ts';
import { callers, givenTrade } from './hazard-story.ts';
import { as, given, instant } from './index.ts';

export function newResultId(at = instant): string {
  return uuidV7(new Date(at), Buffer.from(randomUUID().replaceAll('-', ''), 'hex'));
}

type Items = Parameters<typeof draftChecklist>[1]['items'];

/** Two plain items, and a gauge between 0.4 and 0.8 MPa. */
export function itemsOf(code: string): Items {
  const plain = { ...plainItem, clauseIds: [] };
  const gauge = { kind: 'reading', unit: 'MPa', least: 0.4, most: 0.8, meter: false } as const;
  return [
    { ...plain, code: `${code}-01`, text: '消防泵控制柜处于自动状态', factor: 'material', category: 'fireEquipment' },
    { ...plain, code: `${code}-02`, text: '泵房不堆物', factor: 'environment', category: 'stacking', photo: 'never' },
    { ...plain, code: `${code}-03`, text: '管网压力', factor: 'material', category: 'fireEquipment', answer: gauge, photo: 'never' },
  ];
}

/** The trade's people, a published checklist of headquarters, and two points of the sewing workshop, the first of them kept by its leader. */
export async function givenFloor(house: House, owner: Database) {
  const trade = await givenTrade(owner);
  const by = callers(house, trade);
  const { id: checklistId } = await createChecklist(by.hq, { unitId: trade.root.id, code: 'QPUMP', name: '泵房点检' });
  await draftChecklist(by.hq, { checklistId, version: 1, name: '泵房点检', items: itemsOf('QPUMP') });
  await publishChecklist(by.hq, { checklistId, version: 2 });
  const kept = { keeper: { keeperId: trade.people.leader.id, from: '2026-01-01' } };
  const pump = await createPoint(by.officer, { unitId: trade.workshop.id, name: '一号泵房', kind: 'pumpRoom', ...kept });
  const power = await createPoint(by.officer, { unitId: trade.workshop.id, name: '配电房', kind: 'powerRoom' });
  await given.arranged(owner, async (tx) => {
    await tx.updateTable('points').set({ opened_on: '2025-06-01' }).execute();
    await tx.updateTable('appointments').set({ from_on: '2025-06-01' }).where('post', '=', 'pointKeeper').execute();
  });
  return { trade, by, checklistId, pump, power, west: as(house, 'safetyOfficer', trade.west) };
}
export type Floor = Awaited<ReturnType<typeof givenFloor>>;

/** A daily plan over both points, done by whoever keeps them. */
export async function givenDailyPlan({ by, trade, checklistId, pump, power }: Floor, over: object = {}) {
  return createPlan(by.officer, {
    unitId: trade.mill.id,
    checklistId,
    name: '每日点检',
    points: { of: 'listed', pointIds: [pump.id, power.id] },
    cadence: { every: 'day' },
    doer: { by: 'post', post: 'pointKeeper' },
    from: '2026-01-18',
    ...over,
  });
}

export function goodAnswers(code = 'QPUMP') {
  return [
    { item: `${code}-01`, verdict: 'pass' as const },
    { item: `${code}-02`, verdict: 'pass' as const },
    { item: `${code}-03`, reading: 0.6 },
  ];
}

export function checkOf(occurrenceId: string, plateCode: string, over: object = {}) {
  const times = { startedAt: '2026-01-20T01:40:00Z', doneAt: '2026-01-20T01:45:00Z' };
  return { id: newResultId(), occurrenceId, plateCode, ...times, answers: goodAnswers(), ...over };
}

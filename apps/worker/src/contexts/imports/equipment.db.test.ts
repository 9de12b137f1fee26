import { createHash } from 'node:crypto';

import { exportFire, exportSpecial, listDue, listFire, listSpecial, oweSpotChecks, readFire } from '@changming/application/equipment';
import {
  answerImport,
  declareImport,
  listImportRecords,
  listImportRows,
  planImport,
  readImport,
  receiveImport,
  runFireImport,
  runSpecialImport,
  runUnitsImport,
  startImport,
} from '@changming/application/imports';
import { as, given, houseAt, test } from '@changming/application/testing';
import { readWorkbook } from '@changming/documents/excel';
import { fireSheet, specialSheet } from '@changming/documents/lists';
import { press } from '@changming/documents/paper';
import { type Answers, answersInput } from '@changming/domain/imports';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';

import { callerOf, givenOffice, type Office, officeFile } from '../../testing/office.ts';

// Whole ledgers take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Kind = 'units' | 'specialEquipment' | 'fireEquipment';
type House = ReturnType<typeof houseAt>;
const runs = { units: runUnitsImport, specialEquipment: runSpecialImport, fireEquipment: runFireImport } as const;
const files = { units: '组织机构.xlsx', specialEquipment: '特种设备台账.xlsx', fireEquipment: '消防器材台账.xlsx' } as const;
let office: Office;

/** Each file is read once, by the reader of the product. */
const read = new Map<string, Awaited<ReturnType<typeof readWorkbook>>['sheets']>();

/** What a patient person would say: nothing where that is allowed, the first on offer otherwise; the group itself is as the file says. */
async function answersTo(house: House, batchId: string): Promise<Answers> {
  const { items } = await listImportRows(callerOf(house, office), { batchId, verdict: 'ask', limit: 200 });
  const rows = items.flatMap(({ sheet, row, detail }) =>
    (detail.questions ?? []).some(({ code }) => code === 'unit_differs') ? [{ sheet, row, say: 'replace' }] : [],
  );
  const cells = items.flatMap(({ sheet, detail }) =>
    (detail.questions ?? []).flatMap(({ cell, candidates = [] }) => {
      const value = candidates.find((one) => one.value === 'empty')?.value ?? candidates[0]?.value;
      return cell === null || value === undefined ? [] : [{ sheet, cell, value }];
    }),
  );
  return answersInput.parse({ cells, rows });
}

/** From the bytes to what they come to, as the office itself. */
async function bring(house: House, kind: Kind, content: Uint8Array<ArrayBuffer>) {
  const caller = callerOf(house, office);
  const hash = createHash('sha256').update(content).digest('hex');
  const fileName = files[kind];
  const { id: batchId } = await declareImport(caller, { kind, unitId: office.root.id, fileName, effectiveOn: '2025-01-01' });
  await receiveImport(caller, { batchId, content, hash });
  const sheets = read.get(hash) ?? (await readWorkbook(content)).sheets;
  read.set(hash, sheets);
  await planImport(caller, { batchId, sheets });
  await answerImport(caller, { batchId, answers: await answersTo(house, batchId) });
  await planImport(caller, { batchId, sheets });
  const { counts } = await readImport(caller, { batchId });
  if ((counts?.ready ?? 0) === 0) return { counts, batchId };
  await startImport(caller, { batchId, onlyIfAll: false });
  return { counts, batchId, done: await runs[kind](caller, { batchId, sheets }) };
}

test('both ledgers of the office come in whole, go out as they came, and have no effect the second time', async ({ database }) => {
  const { owner } = database;
  const house = houseAt(database, '2026-10-10T02:00:00.000Z');
  office = await givenOffice(owner);
  await bring(house, 'units', await officeFile(files.units));
  const hq = callerOf(house, office);

  for (const [kind, records] of [
    ['specialEquipment', 60],
    ['fireEquipment', 400],
  ] as const) {
    const content = await officeFile(files[kind]);
    const first = await bring(house, kind, content);
    expect(first.counts).toMatchObject({ ready: records, ask: 0, wrong: 0 });
    expect(first.done).toMatchObject({ made: records, changed: 0 });
    expect((await listImportRecords(hq, { batchId: first.batchId, limit: 1 })).items).toHaveLength(1);
    const again = await bring(house, kind, content);
    expect(again.counts).toMatchObject({ ready: 0, ask: 0, wrong: 0 });
  }

  const special = specialSheet((await exportSpecial(hq, {})).rows, { language: 'zh-CN', madeAt: new Date(0) });
  const fire = fireSheet((await exportFire(hq, {})).rows, { language: 'zh-CN', madeAt: new Date(0) });
  expect([special.rows.length, fire.rows.length]).toEqual([60, 400]);
  const copies = { special: await press({ kind: 'data', data: special }), fire: await press({ kind: 'data', data: fire }) };
  expect((await bring(house, 'specialEquipment', copies.special)).counts).toMatchObject({ ready: 0, ask: 0, wrong: 0 });
  expect((await bring(house, 'fireEquipment', copies.fire)).counts).toMatchObject({ ready: 0, ask: 0, wrong: 0 });

  await given.arranged(owner, (tx) => sql`truncate special_equipment, fire_equipment cascade`.execute(tx));
  await given.arranged(owner, (tx) => sql`truncate equipment_ledger_rows`.execute(tx));
  await bring(house, 'specialEquipment', copies.special);
  await bring(house, 'fireEquipment', copies.fire);
  const told = { language: 'zh-CN', madeAt: new Date(0) } as const;
  expect(specialSheet((await exportSpecial(hq, {})).rows, told).rows).toEqual(special.rows);
  expect(fireSheet((await exportFire(hq, {})).rows, told).rows).toEqual(fire.rows);
  await house.close();
});

test('what came in is owed, watched and told with the words of its ledger', async ({ database }) => {
  const house = houseAt(database, '2026-10-10T02:00:00.000Z');
  const hq = callerOf(house, office);
  const page = { withBelow: true, limit: 200 } as const;
  const stopped = await listSpecial(hq, { ...page, standing: ['overdue', 'failed'] });
  expect(stopped.items.length).toBeGreaterThanOrEqual(7);
  const expired = await listFire(hq, { ...page, standing: ['expired'] });
  expect(expired.items.length).toBeGreaterThanOrEqual(38);
  const [one] = (await listFire(hq, { ...page, q: 'AXF-0024' })).items;
  expect(await readFire(hq, { equipmentId: one?.id ?? '' })).toMatchObject({ madeOn: null, scrapStatedOn: '2027-12' });
  let next: string | null = null;
  do next = (await oweSpotChecks(house.clockwork(), { after: next })).next;
  while (next !== null);
  const owed = await listDue(hq, { ...page, kind: ['spotCheck'] });
  expect(owed.items.reduce((sum, { count }) => sum + count, 0)).toBe(400);
  await house.close();
});

test('a ledger is brought in by nobody who may not, and into no branch but his own', async ({ database }) => {
  const house = houseAt(database, '2026-10-10T02:00:00.000Z');
  const mills = await database.owner
    .selectFrom('units')
    .selectAll()
    .where('name', 'in', ['汀南针织厂', '禾坪制衣厂'])
    .orderBy('name')
    .execute();
  const [mine, other] = mills;
  if (mine === undefined || other === undefined) throw new Error('no mills');
  const declare = (role: 'safetyOfficer' | 'unitHead', unitId: string) =>
    declareImport(as(house, role, mine), { kind: 'fireEquipment', unitId, fileName: '消防器材台账.xlsx' });
  await expect(declare('safetyOfficer', mine.id)).resolves.toMatchObject({});
  await expect(declare('safetyOfficer', other.id)).rejects.toMatchObject({ kind: 'missing' });
  await expect(declare('unitHead', mine.id)).rejects.toMatchObject({ kind: 'forbidden' });
  await house.close();
});

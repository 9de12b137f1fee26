import { createHash, randomUUID } from 'node:crypto';

import type { House } from '@changming/application/context';
import { acceptHazard, readHazard, readTrueClosure, replanHazard, startHazard, submitHazard } from '@changming/application/hazards';
import {
  answerImport,
  declareImport,
  listImportRecords,
  listImportRows,
  planImport,
  readImport,
  receiveImport,
  runHazardsImport,
  runUnitsImport,
  startImport,
} from '@changming/application/imports';
import { as, given, houseAt, test as onHouse } from '@changming/application/testing';
import type { Database } from '@changming/database';
import { readWorkbook } from '@changming/documents/excel';
import { type Answers, answersInput, noAnswers } from '@changming/domain/imports';
import { describe, expect, vi } from 'vitest';

import { callerOf, givenOffice, type Office, officeFile } from '../../testing/office.ts';

// Whole ledgers take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const first = '隐患台账-上半年.xlsx';
const second = '隐患台账-第三季度.xlsx';

/** The day after the later ledger was collected. */
const test = onHouse.extend<{ october: House }>({
  october: [
    async ({ database }, use) => {
      const house = houseAt(database, '2026-10-10T02:00:00.000Z');
      await use(house);
      await house.close();
    },
    { scope: 'file' },
  ],
});

let office: Office;

/** Each file is read once, by the reader of the product; what is tested here is what becomes of the rows. */
const read = new Map<string, Awaited<ReturnType<typeof readWorkbook>>['sheets']>();
async function sheetsOf(content: Uint8Array, hash: string) {
  const sheets = read.get(hash) ?? (await readWorkbook(content)).sheets;
  read.set(hash, sheets);
  return sheets;
}

const answersOf: Readonly<Record<string, (house: House, batchId: string) => Promise<Answers>>> = {
  hazards: async (house, batchId) => {
    const { fileName } = await readImport(callerOf(house, office), { batchId });
    const said = JSON.parse(Buffer.from(await officeFile('ledger-answers.json')).toString('utf8')) as Readonly<Record<string, unknown>>;
    return answersInput.parse(said[fileName]);
  },
  units: async (house, batchId) => {
    const [root] = (await listImportRows(callerOf(house, office), { batchId, verdict: 'ask', limit: 1 })).items;
    return { ...noAnswers, rows: [{ sheet: root?.sheet ?? '', row: root?.row ?? 1, say: 'replace' }] };
  },
};

/** From the file to the verdicts, with what the office said when it was asked. */
async function judged(house: House, fileName: string, kind: 'units' | 'hazards' = 'hazards') {
  const caller = callerOf(house, office);
  const content = await officeFile(fileName);
  const hash = createHash('sha256').update(content).digest('hex');
  const { id: batchId } = await declareImport(caller, { kind, unitId: office.root.id, fileName, effectiveOn: '2025-01-01' });
  await receiveImport(caller, { batchId, content, hash });
  const sheets = await sheetsOf(content, hash);
  await planImport(caller, { batchId, sheets });
  await answerImport(caller, { batchId, answers: (await answersOf[kind]?.(house, batchId)) ?? noAnswers });
  await planImport(caller, { batchId, sheets });
  return { caller, batchId, sheets, batch: () => readImport(caller, { batchId }) };
}

async function brought(house: House, fileName: string, kind: 'units' | 'hazards' = 'hazards') {
  const ledger = await judged(house, fileName, kind);
  const { caller, batchId, sheets } = ledger;
  await startImport(caller, { batchId, onlyIfAll: true });
  await (kind === 'units' ? runUnitsImport : runHazardsImport)(caller, { batchId, sheets });
  return ledger;
}

/** Of all the people whom the ledgers name, one is on the roster. */
async function givenRectifier(owner: Database) {
  const mill = await owner.selectFrom('units').selectAll().where('name', '=', '汀南针织厂').executeTakeFirstOrThrow();
  return given.person(owner, mill, { name: '吴颖' });
}

async function givenArrived(owner: Database, hazardId: string, sha256: string): Promise<void> {
  await given.arranged(owner, async (tx) => {
    const { unit_id } = await tx.selectFrom('hazards').select('unit_id').where('id', '=', hazardId).executeTakeFirstOrThrow();
    const at = new Date('2026-10-10T02:00:00Z');
    const photo = {
      id: randomUUID(),
      unit_id,
      subject_id: hazardId,
      sha256,
      bytes: 1,
      mime: 'image/jpeg' as const,
      declared_at: at,
      arrived_at: at,
    };
    await tx.insertInto('evidence').values(photo).execute();
  });
}

const versions = (owner: Database) => owner.selectFrom('hazards').select(['id', 'version', 'stage']).orderBy('id').execute();

describe('ledgers of the time before the go-live', () => {
  test('come in whole, at the stage their ledger tells', async ({ october: house, database: { owner } }) => {
    office = await givenOffice(owner);
    await brought(house, '组织机构.xlsx', 'units');
    await givenRectifier(owner);

    const early = await brought(house, first);

    expect(await early.batch()).toMatchObject({ state: 'done', made: 450, changed: 0, counts: { ask: 0, wrong: 0 } });
    const hazards = await owner.selectFrom('hazards').select(['origin', 'registered_on']).execute();
    expect(hazards.every(({ origin, registered_on: registered }) => origin === 'opening' && registered === null)).toBe(true);
  });

  test('carry over into the next one: each hazard once, moved on by the later ledger', async ({ october: house, database: { owner } }) => {
    const later = await brought(house, second);

    expect(await later.batch()).toMatchObject({ state: 'done', made: 295, changed: 3, counts: { ask: 0, wrong: 0 } });
    const hazards = await owner.selectFrom('hazards').select(['stage', 'closed_on as closedOn']).execute();
    const bySeptember = hazards.filter(({ closedOn }) => closedOn !== null && closedOn <= '2026-09-30');
    expect({ all: hazards.length, closed: bySeptember.length, void: hazards.filter(({ stage }) => stage === 'void').length }).toEqual({
      all: 745,
      closed: 637,
      void: 9,
    });
    const [record] = (await listImportRecords(later.caller, { batchId: later.batchId, limit: 1 })).items;
    expect(record).toMatchObject({
      name: expect.stringMatching(/./),
      no: expect.stringMatching(/^H-2026-\d{6}$/),
      row: expect.any(Number),
    });
    const trail = await owner.selectFrom('trail').select('verb').where('verb', '=', 'hazards.import').execute();
    expect(trail).toHaveLength(450 + 295 + 3 + 2);
    const known = await owner.selectFrom('hazards_history').select('known_to').execute();
    expect(known).toHaveLength(745 + 3);
  });

  test('change nothing the second time, in whatever order they are sent again', async ({ october: house, database: { owner } }) => {
    const before = await versions(owner);

    for (const name of [second, first]) {
      const again = await judged(house, name);
      expect((await again.batch()).counts).toMatchObject({ ready: 0, ask: 0, wrong: 0 });
      await expect(startImport(again.caller, { batchId: again.batchId, onlyIfAll: false })).rejects.toMatchObject({
        code: 'imports.nothing_ready',
      });
    }

    expect(await versions(owner)).toEqual(before);
  });

  test('show what they do not have: no photo, and nobody in particular, in the ledger’s own words', async ({ october, database }) => {
    const { hazard_id: hazardId } = await database.owner
      .selectFrom('hazard_ledger_rows')
      .select('hazard_id')
      .where('file_name', '=', second)
      .where('sheet', '=', '澄浦印染')
      .where('row', '=', 50)
      .executeTakeFirstOrThrow();

    const hazard = await readHazard(callerOf(october, office), { hazardId });

    expect(hazard).toMatchObject({ origin: 'opening', photos: [], plan: { responsibleId: null } });
    const row = { fileName: second, sheet: '澄浦印染', row: 50 };
    expect(hazard.ledgerRows).toMatchObject([
      { ...row, fileHash: expect.stringMatching(/^[0-9a-f]{64}$/), words: { responsible: '各班组长' } },
    ]);
    expect(hazard.timeline).toMatchObject([{ step: 'import', facts: row }]);
  });

  test('leave an open hazard to the loop: it is rectified and accepted like any other', async ({ october, database: { owner } }) => {
    const open = await owner
      .selectFrom('hazards')
      .selectAll()
      .where('stage', '=', 'assigned')
      .where('level', '<>', 'major')
      .where('responsible_id', 'is not', null)
      .where('measures', 'is not', null)
      .where('due_on', 'is not', null)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const { id: hazardId, responsible_id: responsibleId, responsible_unit_id: responsibleUnitId, measures, due_on: dueOn } = open;
    const rectifier = as(october, 'hqSafety', office.root, responsibleId ?? '');
    const plan = { responsibleUnitId, responsibleId, leaderId: null, measures, funds: 0, dueOn, contingency: '停用隔离', waived: [] };
    const photo = 'a'.repeat(64);

    await replanHazard(rectifier, { hazardId, plan });
    await startHazard(rectifier, { hazardId });
    await submitHazard(rectifier, { hazardId, photos: [photo], measures: '已整改' });
    await givenArrived(owner, hazardId, photo);
    expect(await acceptHazard(callerOf(october, office), { hazardId, opinion: '符合要求' })).toMatchObject({ stage: 'closed' });
    const hazard = await readHazard(callerOf(october, office), { hazardId });

    expect(hazard.timeline.map(({ step }) => step)).toEqual(['import', 'replan', 'start', 'submit', 'accept']);
    expect(hazard.photos.map(({ kind }) => kind)).toEqual(['after']);
  });

  test('are moved by no ledger once somebody has gone on with them', async ({ october: house, database: { owner } }) => {
    const moved = await owner.selectFrom('hazard_events').select('hazard_id').where('step', '=', 'accept').executeTakeFirstOrThrow();
    await owner.deleteFrom('hazard_ledger_rows').where('hazard_id', '=', moved.hazard_id).execute();
    await given.arranged(owner, async (tx) => {
      await tx
        .updateTable('hazards')
        .set({ stage: 'assigned', closed_on: null, submitted_on: null, due_on: '2026-01-01' })
        .where('id', '=', moved.hazard_id)
        .execute();
    });

    const again = await judged(house, second);
    const firstAgain = await judged(house, first);

    const skipped = [await again.batch(), await firstAgain.batch()].map(({ counts }) => counts?.skipped.lives_on ?? 0);
    // It may stand in both ledgers, as an unfinished one that was carried over.
    expect(skipped.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(1);
    expect((await again.batch()).counts).toMatchObject({ ready: 0, ask: 0 });
  });

  test('are neither drawn for a look-back nor counted in the share of true closures', async ({ october, database: { owner } }) => {
    const caller = callerOf(october, office);
    const closings = await owner.selectFrom('hazard_closings').select('origin').execute();

    expect(closings.length).toBeGreaterThan(600);
    expect(new Set(closings.map(({ origin }) => origin))).toEqual(new Set(['opening']));
    expect(await owner.selectFrom('hazard_look_backs').selectAll().execute()).toEqual([]);
    expect(await readTrueClosure(caller, { period: '2026-08', withBelow: true })).toMatchObject({ closures: 0, share: null });
  });

  test('are the headquarters’ alone to bring in', async ({ october, database: { owner } }) => {
    const mill = await owner.selectFrom('units').selectAll().where('kind', '=', 'factory').executeTakeFirstOrThrow();
    const officer = as(october, 'safetyOfficer', mill);

    await expect(declareImport(officer, { kind: 'hazards', unitId: mill.id, fileName: first })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(runHazardsImport(officer, { batchId: randomUUID(), sheets: [] })).rejects.toMatchObject({ kind: 'forbidden' });
    const elsewhere = as(october, 'hqSafety', mill);
    const [batch] = await owner.selectFrom('import_batches').select('id').where('kind', '=', 'hazards').limit(1).execute();
    await expect(runHazardsImport(elsewhere, { batchId: batch?.id ?? '', sheets: [] })).rejects.toMatchObject({ kind: 'missing' });
    await expect(declareImport(officer, { kind: 'units', unitId: mill.id, fileName: first })).resolves.toMatchObject({
      id: expect.anything(),
    });
  });
});

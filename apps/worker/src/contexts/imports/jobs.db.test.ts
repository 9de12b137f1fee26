import {
  answerImport,
  declareImport,
  listImportGroups,
  listImportRecords,
  listImportRows,
  listProblemCells,
  readImport,
  receiveImport,
  startImport,
} from '@changming/application/imports';
import { given, test } from '@changming/application/testing';
import type { Database } from '@changming/database';
import { noAnswers } from '@changming/domain/imports';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { describe, expect } from 'vitest';

import { jobTools } from '../../boss.ts';
import { plan, sweep } from './jobs.ts';
import { bring, callerOf, givenOffice, type Office } from '../../testing/office.ts';

/** The cursor of a page as the route hands it on. */
function cursorOf(next: string | null): [number, number, string] {
  const [size = '0', n = '0', key = ''] = (next ?? '').split('~');
  return [Number(size), Number(n), key];
}

/** Runs until the first row is to be written, and ends the database session there, as a killed worker would. */
async function cutOff(owner: Database, run: () => Promise<unknown>): Promise<void> {
  const dying = await owner.transaction().execute(async (tx) => {
    await sql`lock table persons in share row exclusive mode`.execute(tx);
    const running = expect(run()).rejects.toThrow();
    for (let ended = 0; ended === 0; ) {
      const { rows } = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query ilike '%persons%'`.execute(owner);
      ended = rows.length;
      await new Promise((resume) => setTimeout(resume, 5));
    }
    return { running };
  });
  await dying.running;
}

let office: Office;

describe('an office’s own workbooks', () => {
  test('组织机构 comes in whole, and a second time changes nothing', async ({ house, database: { owner, url } }) => {
    office = await givenOffice(owner);
    const first = await bring({ house, url, office }, 'units', '组织机构.xlsx');
    expect(await readImport(first.caller, { batchId: first.batchId })).toMatchObject({ counts: { ready: 116, ask: 1, wrong: 0 } });
    const [asked] = (await listImportRows(first.caller, { batchId: first.batchId, verdict: 'ask', limit: 5 })).items;
    const rows = [{ sheet: asked?.sheet ?? '', row: asked?.row ?? 1, say: 'replace' as const }];
    await answerImport(first.caller, { batchId: first.batchId, answers: { ...noAnswers, rows } });
    await first.planAgain();
    const planned = await readImport(first.caller, { batchId: first.batchId });
    await startImport(first.caller, { batchId: first.batchId, onlyIfAll: true });
    await first.runNow();

    expect(planned).toMatchObject({ state: 'planned', counts: { ready: 117, ask: 0, wrong: 0 } });
    expect(await readImport(first.caller, { batchId: first.batchId })).toMatchObject({ state: 'done', made: 116, changed: 1 });
    const units = await owner.selectFrom('units').select(['code', 'name', 'opened_on']).execute();
    expect(units).toHaveLength(117);
    const again = await bring({ house, url, office }, 'units', '组织机构.xlsx');
    expect(await readImport(again.caller, { batchId: again.batchId })).toMatchObject({
      counts: { ready: 0 },
      sameFileDone: { id: first.batchId },
    });
    await expect(startImport(again.caller, { batchId: again.batchId, onlyIfAll: false })).rejects.toMatchObject({
      code: 'imports.nothing_ready',
    });
  });

  test('人员花名册 brings in what is certain, asks about the rest, and keeps every number sealed', async ({
    house,
    database: { owner, url },
  }) => {
    const roster = await bring({ house, url, office }, 'workforce', '人员花名册.xlsx');
    const { caller, batchId } = roster;
    const planned = await readImport(caller, { batchId });
    await expect(startImport(caller, { batchId, onlyIfAll: true })).rejects.toMatchObject({ code: 'imports.rows_open' });
    await startImport(caller, { batchId, onlyIfAll: false });
    await roster.runNow();

    expect(planned.counts).toMatchObject({ ready: 1366, ask: 105, wrong: 30 });
    expect(await readImport(caller, { batchId })).toMatchObject({ state: 'done', made: 1366 });
    const cells = await listProblemCells(caller, { batchId });
    expect(cells.cells.length).toBeGreaterThanOrEqual(132);
    const { mapping } = await readImport(caller, { batchId });
    const identity = mapping?.[0]?.columns.find(({ field }) => field === 'identity')?.column;
    expect(cells.mask).toContainEqual({ sheet: mapping?.[0]?.sheet, column: identity });
    expect(JSON.stringify(mapping)).not.toMatch(/990000\d{8}|1[3-9]\d{9}/);
    const clear = await owner.selectFrom('import_rows').select('detail').where('batch_id', '=', batchId).execute();
    // The digits of an id may look like a phone number.
    const withoutIds = JSON.stringify(clear).replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '');
    expect(withoutIds).not.toMatch(/990000\d{8}|12\d{9}/);
    const kept = await owner.selectFrom('import_records').selectAll().where('batch_id', '=', batchId).execute();
    expect(kept).toHaveLength(1366);
    const [record] = (await listImportRecords(caller, { batchId, limit: 1 })).items;
    expect(record).toMatchObject({ name: expect.stringMatching(/./), row: expect.any(Number) });

    const again = await bring({ house, url, office }, 'workforce', '人员花名册.xlsx');
    expect((await readImport(caller, { batchId: again.batchId })).counts).toMatchObject({ ready: 0 });
  });

  test('questions that differ only in their place are one, and one answer settles them', async ({ house, database: { url } }) => {
    const roster = await bring({ house, url, office }, 'workforce', '人员花名册.xlsx');
    const { caller, batchId } = roster;
    const first = await listImportGroups(caller, { batchId, verdict: 'ask', limit: 2 });
    const rest = await listImportGroups(caller, { batchId, verdict: 'ask', limit: 200, after: cursorOf(first.next) });
    const groups = [...first.items, ...rest.items];
    const before = (await readImport(caller, { batchId })).counts?.ask ?? 0;
    const [widest] = groups.toSorted((one, other) => other.places.length - one.places.length);

    const rows = (widest?.places ?? []).map(({ sheet, row }) => ({ sheet, row, say: 'skip' as const }));
    await answerImport(caller, { batchId, answers: { ...noAnswers, rows } });
    await roster.planAgain();

    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    expect(groups.reduce((sum, { places }) => sum + places.length, 0)).toBeGreaterThanOrEqual(before);
    expect(rows.length).toBeGreaterThan(1);
    expect((await readImport(caller, { batchId })).counts?.ask).toBe(
      before - new Set(rows.map(({ sheet, row }) => `${sheet}!${row}`)).size,
    );
  });

  test('a person’s number is not taken as an answer: it stays in the sealed file', async ({ house, database: { url } }) => {
    const { caller, batchId } = await bring({ house, url, office }, 'workforce', '人员花名册.xlsx');
    const cells = [{ sheet: '总部', cell: 'E5', text: '11010519491231002X' }];

    await expect(answerImport(caller, { batchId, answers: { ...noAnswers, cells } })).rejects.toMatchObject({
      code: 'imports.number_in_answer',
    });
  });

  test('answers are taken and the file is judged again', async ({ house, database: { url } }) => {
    const roster = await bring({ house, url, office }, 'workforce', '人员花名册.xlsx');
    const { caller, batchId } = roster;
    const [asked] = (await listImportRows(caller, { batchId, verdict: 'ask', limit: 1 })).items;
    if (asked === undefined) throw new Error('nothing was asked');
    const before = await readImport(caller, { batchId });

    await answerImport(caller, { batchId, answers: { ...noAnswers, rows: [{ sheet: asked.sheet, row: asked.row, say: 'skip' }] } });
    await roster.planAgain();

    const after = await readImport(caller, { batchId });
    expect(after.counts?.ask).toBe((before.counts?.ask ?? 0) - 1);
    expect(after.counts?.skip).toBe((before.counts?.skip ?? 0) + 1);
  });

  test('a file that is none ends the batch with a sentence, and nobody else’s branch sees it', async ({
    house,
    database: { owner, url },
  }) => {
    const caller = callerOf(house, office);
    const { id: batchId } = await declareImport(caller, { kind: 'units', unitId: office.root.id, fileName: '照片.xlsx' });
    await receiveImport(caller, { batchId, content: new Uint8Array([1, 2, 3]), hash: '0'.repeat(64) });
    const tools = jobTools(new PgBoss({ connectionString: url, schema: 'jobs' }), house, { mailer: null, publicUrl: '', dataDir: '' });
    await plan.run(tools, { batchId, accountId: office.accountId });

    expect(await readImport(caller, { batchId })).toMatchObject({ state: 'failed', failure: { code: 'imports.not_xlsx' } });
    const elsewhere = await owner.selectFrom('units').selectAll().where('kind', '=', 'subsidiary').executeTakeFirstOrThrow();
    const stranger = callerOf(house, { ...office, root: elsewhere });
    await expect(readImport(stranger, { batchId })).rejects.toMatchObject({ kind: 'missing' });
    await expect(startImport(stranger, { batchId, onlyIfAll: false })).rejects.toMatchObject({ kind: 'missing' });
  });

  test('a file without a table says so and shows its first rows, so that a person can point at the header', async ({
    house,
    database: { url },
  }) => {
    const units = await bring({ house, url, office }, 'units', '人员花名册.xlsx');
    const { state, failure, mapping } = await readImport(units.caller, { batchId: units.batchId });

    expect({ state, failure }).toMatchObject({ state: 'failed', failure: { code: 'imports.no_table' } });
    expect(mapping?.[0]).toMatchObject({ status: 'unrecognised', header: null });
    expect(mapping?.[0]?.preview.length).toBeGreaterThan(3);
  });
});

describe('a worker that dies', () => {
  test('leaves nothing half done, and the next try brings everything in', async ({ house, database: { owner, url } }) => {
    const someone = await owner
      .selectFrom('persons')
      .select('id')
      .where('id', 'in', owner.selectFrom('import_records').select('record_id'))
      .where('left_on', 'is', null)
      .limit(1)
      .executeTakeFirstOrThrow();
    await given.arranged(owner, async (tx) => {
      await tx.updateTable('persons').set({ left_on: '2025-12-31' }).where('id', '=', someone.id).execute();
    });
    const roster = await bring({ house, url, office }, 'workforce', '人员花名册.xlsx');
    const { caller, batchId } = roster;
    const asked = await listImportRows(caller, { batchId, verdict: 'ask', limit: 200 });
    const rows = asked.items.map(({ sheet, row }) => ({ sheet, row, say: 'replace' as const }));
    await answerImport(caller, { batchId, answers: { ...noAnswers, rows } });
    await roster.planAgain();
    await startImport(caller, { batchId, onlyIfAll: false });

    await cutOff(owner, () => roster.runNow());
    expect(await readImport(caller, { batchId })).toMatchObject({ state: 'running', made: 0, changed: 0 });
    await roster.runNow();
    expect(await readImport(caller, { batchId })).toMatchObject({ state: 'done' });
  });

  test('for good ends the batch after half an hour, which may then be tried again', async ({ house, database: { owner, url } }) => {
    const { caller, batchId, planAgain } = await bring({ house, url, office }, 'workforce', '人员花名册.xlsx');
    await answerImport(caller, { batchId, answers: noAnswers });
    const tools = jobTools(new PgBoss({ connectionString: url, schema: 'jobs' }), house, { mailer: null, publicUrl: '', dataDir: '' });
    await sweep.run(tools, {});
    expect(await readImport(caller, { batchId })).toMatchObject({ state: 'reading' });

    const { state_since: since } = await owner
      .selectFrom('import_batches')
      .select('state_since')
      .where('id', '=', batchId)
      .executeTakeFirstOrThrow();
    await owner
      .updateTable('import_batches')
      .set({ state_since: new Date(since.getTime() - 31 * 60_000) })
      .where('id', '=', batchId)
      .execute();
    await sweep.run(tools, {});
    expect(await readImport(caller, { batchId })).toMatchObject({
      state: 'failed',
      failure: { code: 'imports.interrupted', facts: { minutes: 30 } },
    });

    await answerImport(caller, { batchId, answers: noAnswers });
    await planAgain();
    expect(await readImport(caller, { batchId })).toMatchObject({ state: 'planned', failure: null });
  });
});

import type { Caller, House } from '@changming/application/context';
import { answerImport, declareImport, listImportGroups, listImportRecords, planImport, readImport } from '@changming/application/imports';
import { createPoint, keepPoint, readPoint } from '@changming/application/points';
import { as, type Given, given, test, today } from '@changming/application/testing';
import { endAppointment, liftGate } from '@changming/application/workforce';
import type { Database } from '@changming/database';
import { answersInput, type Sheet } from '@changming/domain/imports';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { bringInPoints, judgedPoints, pointsTable } from '../../testing/points-table.ts';

let units: Given | undefined;
const group = () => units ?? refuse('missing', 'test.first_test_has_not_run');
const officerOf = (house: House) => as(house, 'safetyOfficer', group().mill);

type Declared = { readonly effectiveOn?: string; readonly opening?: boolean };

/** A batch of these sheets, judged, and what is asked at which cell. */
async function judged(caller: Caller, sheets: readonly Sheet[], declared: Declared = {}) {
  const batch = await judgedPoints(caller, sheets, { unitId: group().mill.id, ...declared });
  return { ...batch, asked: await askedIn(caller, batch.batchId) };
}

async function askedIn(caller: Caller, batchId: string) {
  const { items } = await listImportGroups(caller, { batchId, verdict: 'ask', limit: 20 });
  return items.flatMap(({ code, places }) => places.map(({ cell }) => `${cell ?? ''} ${code}`)).toSorted();
}

async function pointNamed(owner: Database, name: string) {
  const found = await owner.selectFrom('points').selectAll().where('name', '=', name).execute();
  expect(found.map((point) => point.name)).toEqual([name]);
  return found[0] ?? refuse('missing', 'test.no_such_point');
}

/** A gate that asks how many points somebody keeps. */
async function atMostTwo(owner: Database, name: string): Promise<void> {
  await sql`
    create function house.hands_gate(persons uuid[], unit uuid, post text, certified_post text, on_day date)
      returns table (person_id uuid, code text, facts jsonb)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select p.id, 'hands.full', '{}'::jsonb from persons p where p.id = any(persons) and p.name = ${sql.lit(name)}
        and (select count(*) from appointments a where a.person_id = p.id and a.post = 'pointKeeper') > 2 $$;
    call house.gate('hands', 'house.hands_gate')`.execute(owner);
}

describe('a keeper whom the gates keep out', () => {
  test('is asked about at his cell and not appointed, until he is let through', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    await given.badgeGate(owner);
    const { mill, workshop } = units;
    const [wang, li] = [
      await given.person(owner, workshop, { name: '王芳', staff_no: 'W1' }),
      await given.person(owner, workshop, { name: '李强' }),
    ];
    const officer = officerOf(house);
    const sheets = pointsTable(
      ['名称', '单位', '责任人'],
      ['东侧通道', '缝制一车间', '王芳'],
      ['西侧通道', '缝制一车间', '李强'],
      ['南侧通道', '缝制一车间', '李强'],
    );

    const first = await judged(officer, sheets);
    expect(first.asked).toEqual(['C3 point_keeper_barred', 'C4 point_keeper_barred']);
    const answers = answersInput.parse({ cells: [{ sheet: '点位', cell: 'C3', value: 'empty' }] });
    await answerImport(officer, { batchId: first.batchId, answers });
    await planImport(officer, { batchId: first.batchId, sheets });
    expect(await bringInPoints(officer, first)).toEqual({ made: 2, changed: 0 });
    expect((await readPoint(officer, { pointId: (await pointNamed(owner, '东侧通道')).id })).keeperId).toBe(wang.id);
    expect((await readPoint(officer, { pointId: (await pointNamed(owner, '西侧通道')).id })).keepers).toEqual([]);

    const opening = await judged(as(house, 'hqSafety', mill), sheets, { opening: true, effectiveOn: '2026-01-02' });
    expect(opening.asked, 'of an opening ledger too').toEqual(['C4 point_keeper_barred']);
    const lift = { personId: li.id, unitId: workshop.id, post: 'pointKeeper', from: today, reason: '证件在邮寄途中' } as const;
    await liftGate(as(house, 'unitHead', mill, wang.id), lift);
    const again = await judged(officer, sheets);
    expect(again.asked).toEqual([]);
    await bringInPoints(officer, again);
    expect((await readPoint(officer, { pointId: (await pointNamed(owner, '南侧通道')).id })).keeperId).toBe(li.id);
  }, 60_000);

  test('who has been kept out since the table was looked at is left out with his row; the others come in', async ({
    house,
    database: { owner },
  }) => {
    const officer = officerOf(house);
    const zhou = await given.person(owner, group().workshop, { name: '周新', staff_no: 'Z1' });
    const batch = await judged(
      officer,
      pointsTable(['名称', '单位', '责任人'], ['冷库', '缝制一车间', '周新'], ['油库', '缝制一车间', '王芳']),
    );
    expect(batch.asked).toEqual([]);
    await given.arranged(owner, (tx) => tx.updateTable('persons').set({ staff_no: null }).where('id', '=', zhou.id).execute());

    expect(await bringInPoints(officer, batch)).toEqual({ made: 1, changed: 0 });

    expect(await askedIn(officer, batch.batchId)).toEqual(['C2 point_keeper_barred']);
    expect((await readImport(officer, { batchId: batch.batchId })).counts).toMatchObject({ rows: 3, ready: 1, ask: 1, wrong: 0 });
    await pointNamed(owner, '油库');
  }, 60_000);

  test('is told by his own row where as many are kept out as before, and yet others', async ({ house, database: { owner } }) => {
    const officer = officerOf(house);
    const [he, lv] = [
      await given.person(owner, group().workshop, { name: '何先', staff_no: 'H7' }),
      await given.person(owner, group().workshop, { name: '吕后' }),
    ];
    const batch = await judged(
      officer,
      pointsTable(['名称', '单位', '责任人'], ['甲棚', '缝制一车间', '何先'], ['乙棚', '缝制一车间', '吕后']),
    );
    expect(batch.asked).toEqual(['C3 point_keeper_barred']);
    await given.arranged(owner, async (tx) => {
      await tx.updateTable('persons').set({ staff_no: null }).where('id', '=', he.id).execute();
      await tx.updateTable('persons').set({ staff_no: 'L7' }).where('id', '=', lv.id).execute();
    });

    expect(await bringInPoints(officer, batch)).toEqual({ made: 1, changed: 0 });

    await pointNamed(owner, '乙棚');
    expect(await askedIn(officer, batch.batchId)).toEqual(['C2 point_keeper_barred']);
  }, 60_000);

  test('by what other rows of the table have changed is not let in with them', async ({ house, database: { owner } }) => {
    const officer = officerOf(house);
    await given.person(owner, group().workshop, { name: '许多', staff_no: 'X7' });
    await atMostTwo(owner, '许多');
    const rows = ['一棚', '二棚', '三棚'].map((name) => [name, '缝制一车间', '许多']);
    const three = await judged(officer, pointsTable(['名称', '单位', '责任人'], ...rows));
    expect(three.asked, 'each row alone').toEqual([]);

    const closed = { code: 'workforce.gate_closed', facts: { name: '许多', count: 1, codes: 'hands.full' } };
    await expect(bringInPoints(officer, three)).rejects.toMatchObject(closed);
    expect(await owner.selectFrom('points').select('id').where('name', '=', '一棚').execute()).toEqual([]);

    const two = await judged(officer, pointsTable(['名称', '单位', '责任人'], ...rows.slice(0, 2)));
    expect(await bringInPoints(officer, two)).toEqual({ made: 2, changed: 0 });
  }, 60_000);
});

test('a plate code that is not the one of the point is asked about; the known one stays', async ({ house, database: { owner } }) => {
  const officer = officerOf(house);
  const { code } = await createPoint(officer, { unitId: group().mill.id, name: '水泵房', ownNo: 'B-100' });
  const sheets = pointsTable(['名称', '单位', '编号', '点位码', '备注'], ['水泵房', '东城一厂', 'B-100', 'ZZZZZ-ZZZZZ', '双泵']);

  const batch = await judged(officer, sheets);
  expect(batch.asked).toEqual(['D2 point_code_differs']);
  const answers = answersInput.parse({ cells: [{ sheet: '点位', cell: 'D2', value: 'empty' }] });
  await answerImport(officer, { batchId: batch.batchId, answers });
  await planImport(officer, { batchId: batch.batchId, sheets });
  expect(await bringInPoints(officer, batch)).toEqual({ made: 0, changed: 1 });

  const point = await pointNamed(owner, '水泵房');
  expect(point.code).toBe(code);
  expect(await readPoint(officer, { pointId: point.id })).toMatchObject({ remark: '双泵' });
}, 60_000);

test('a keeper whose last day lies ahead is the keeper: the same is nothing new, another is asked about', async ({
  house,
  database: { owner },
}) => {
  const officer = officerOf(house);
  const wang = await owner.selectFrom('persons').selectAll().where('name', '=', '王芳').executeTakeFirstOrThrow();
  const next = await given.person(owner, group().workshop, { name: '吴迪', staff_no: 'W2' });
  const { id: pointId } = await createPoint(officer, { unitId: group().workshop.id, name: '充绒间', ownNo: 'C-100' });
  await keepPoint(officer, { pointId, keeperId: wang.id, from: today });
  const { id: appointmentId } = await owner
    .selectFrom('appointments')
    .select('id')
    .where('point_id', '=', pointId)
    .executeTakeFirstOrThrow();
  await endAppointment(officer, { appointmentId, to: '2026-03-01' });
  const naming = (name: string) => pointsTable(['名称', '单位', '编号', '责任人'], ['充绒间', '缝制一车间', 'C-100', name]);

  const same = await judged(officer, naming('王芳'));
  expect((await readImport(officer, { batchId: same.batchId })).counts).toMatchObject({ ready: 0, ask: 0, skip: 2 });
  const other = await judged(officer, naming('吴迪'));
  expect(other.asked).toEqual(['D2 point_differs']);
  const answers = answersInput.parse({ rows: [{ sheet: '点位', row: 2, say: 'replace' }] });
  await answerImport(officer, { batchId: other.batchId, answers });
  await planImport(officer, { batchId: other.batchId, sheets: other.sheets });
  expect(await bringInPoints(officer, other)).toEqual({ made: 0, changed: 1 });
  expect((await readPoint(officer, { pointId })).keepers).toMatchObject([{ personId: next.id, from: today, to: null }]);
}, 60_000);

describe('a plate code that goes to somebody else', () => {
  const rows = (one: string, other: string) =>
    pointsTable(['名称', '单位', '点位码'], [`${one}一号`, '东城一厂', one], [`${other}二号`, '东城一厂', other]);
  const taking = (tx: Database, code: string) =>
    tx
      .insertInto('points')
      .values({
        id: crypto.randomUUID(),
        code,
        name: code,
        kind: 'other',
        unit_id: group().west.id,
        search_key: code,
        opened_on: today,
      } as never)
      .execute();

  test('between judging and writing keeps only its own row out, which says so at its cell', async ({ house, database: { owner } }) => {
    const officer = officerOf(house);
    const batch = await judged(officer, rows('22222AAAAA', '33333AAAAA'));
    expect(batch.asked).toEqual([]);
    await given.arranged(owner, (tx) => taking(tx, '22222AAAAA'));

    expect(await bringInPoints(officer, batch)).toEqual({ made: 1, changed: 0 });

    expect(await askedIn(officer, batch.batchId)).toEqual(['C2 point_code_taken']);
    expect((await listImportRecords(officer, { batchId: batch.batchId, limit: 10 })).items.map(({ row }) => row)).toEqual([3]);
  }, 60_000);

  test('while the rows are being written is no fault either; a table that is to come in whole does not', async ({
    house,
    database: { owner },
  }) => {
    const officer = officerOf(house);
    const inTheWay = async (batch: Awaited<ReturnType<typeof judged>>, code: string, onlyIfAll: boolean) => {
      let bringing: Promise<unknown> | undefined;
      await given.arranged(owner, async (tx) => {
        await taking(tx, code);
        bringing = bringInPoints(officer, batch, onlyIfAll).catch((error: unknown) => error);
        await waitsForAnother(owner);
      });
      return bringing;
    };

    const some = await judged(officer, rows('44444AAAAA', '55555AAAAA'));
    expect(await inTheWay(some, '44444AAAAA', false)).toEqual({ made: 1, changed: 0 });
    expect(await askedIn(officer, some.batchId)).toEqual(['C2 point_code_taken']);
    await pointNamed(owner, '55555AAAAA二号');

    const whole = await judged(officer, rows('66666AAAAA', '77777AAAAA'));
    expect(await inTheWay(whole, '66666AAAAA', true)).toMatchObject({ code: 'imports.rows_open', facts: { open: 1 } });
    expect(await owner.selectFrom('points').select('id').where('name', '=', '77777AAAAA二号').execute()).toEqual([]);
  }, 60_000);
});

/** Until somebody waits for a transaction that is not over. */
async function waitsForAnother(owner: Database): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await sql`select from pg_locks where not granted and locktype = 'transactionid'`.execute(owner);
    if (rows.length > 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('nobody waits');
}

describe('期初', () => {
  const sheets = pointsTable(
    ['名称', '单位', '责任人', '重点部位', '设立日期'],
    ['旧配电室', '缝制一车间', '王芳', '是', '2024-03-05'],
    ['新配电室', '缝制一车间', '王芳', '', ''],
  );

  test('is headquarters’ to mark, and only of points', async ({ house }) => {
    const { mill, east } = group();
    const wanted = { kind: 'points', unitId: mill.id, fileName: '点位台账.xlsx', opening: true } as const;

    await expect(declareImport(officerOf(house), wanted)).rejects.toMatchObject({ kind: 'forbidden', code: 'access.not_permitted' });
    await expect(declareImport(as(house, 'hqSafety', mill), { ...wanted, unitId: east.id })).rejects.toMatchObject({ kind: 'missing' });
    await expect(declareImport(as(house, 'hqSafety', mill), { ...wanted, kind: 'units' })).rejects.toMatchObject({
      code: 'imports.never_opening',
    });
  });

  test('counts from its own days; any other table from when it is recorded', async ({ house, database: { owner } }) => {
    const officer = officerOf(house);
    const plain = await judged(officer, sheets, { effectiveOn: '2026-01-05' });
    await bringInPoints(officer, plain);
    const recorded = await pointNamed(owner, '旧配电室');
    expect(await readPoint(officer, { pointId: recorded.id })).toMatchObject({
      openedOn: today,
      keepers: [{ from: today }],
      keySpans: [{ from: today }],
    });
    await owner.deleteFrom('import_records').execute();
    await given.arranged(owner, (tx) => tx.updateTable('points').set({ closed_on: today }).where('name', 'like', '%配电室').execute());

    const headquarters = as(house, 'hqSafety', group().mill);
    const opening = await judged(headquarters, sheets, { effectiveOn: '2026-01-05', opening: true });
    expect((await readImport(headquarters, { batchId: opening.batchId })).opening).toBe(true);
    expect(await bringInPoints(headquarters, opening)).toEqual({ made: 2, changed: 0 });

    const points = await owner.selectFrom('points').selectAll().where('name', 'like', '%配电室').where('closed_on', 'is', null).execute();
    const told = await Promise.all(points.map(({ id: pointId }) => readPoint(headquarters, { pointId })));
    expect(told.toSorted((one, other) => (one.openedOn < other.openedOn ? -1 : 1))).toMatchObject([
      { name: '旧配电室', openedOn: '2024-03-05', keepers: [{ from: '2026-01-05' }], keySpans: [{ from: '2026-01-05' }] },
      { name: '新配电室', openedOn: '2026-01-05', keepers: [{ from: '2026-01-05' }] },
    ]);
    const trail = await owner
      .selectFrom('trail')
      .select(sql<string>`after ->> 'origin'`.as('origin'))
      .where('subject_id', 'in', [recorded.id, told[0]?.id ?? ''])
      .where('verb', '=', 'points.import')
      .orderBy('origin')
      .execute();
    expect(trail).toEqual([{ origin: 'opening' }, { origin: 'recorded' }]);
  }, 60_000);
});

import type { Sheet } from '@changming/domain/imports';
import { sql } from 'kysely';
import { expect } from 'vitest';

import { countHazards, foldHazards, recountHazards } from '../hazards/index.ts';
import { as, given, test } from '../testing/index.ts';
import { declareImport, planImport, readImport, receiveImport, runHazardsImport, startImport } from './index.ts';

const header = ['序号', '受检单位', '检查日期', '隐患描述', '等级', '整改期限', '是否销号', '验收日期', '整改完成时间'];
/** One more than two parts hold. */
const rows = 2001;
/** No two rows tell of the same. */
const wordsOf = (n: number) =>
  String.fromCodePoint(...Array.from({ length: 8 }, (_, at) => 0x4e00 + ((n * 7919 + at * 1009 + n * at * 31) % 20_000)));
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}`;
const row = (n: number) => {
  const found = (n % 14) + 1;
  return [
    String(n),
    n % 2 === 0 ? '西岭一厂' : '缝制一车间',
    day(found),
    wordsOf(n),
    '车间级',
    day(found + 3),
    '已销号',
    day(found + 3),
    day(found + 2),
  ];
};
const written = [header, ...Array.from({ length: rows }, (_, at) => row(at + 1))];
const cellsOf = (texts: readonly string[]) => texts.map((text, at) => ({ column: at + 1, text, kind: 'text' as const }));
const ledger: Sheet[] = [
  { name: '2025年台账', hidden: false, merges: [], rows: written.map((texts, at) => ({ number: at + 1, cells: cellsOf(texts) })) },
];

test('a ledger that is cut off goes on with what is left, and no other comes in beside it', async ({ house, database: { owner } }) => {
  const { root, workshop, farMill } = await given.group(owner);
  const toldIn = async (unit: typeof root) => {
    const { counts } = await countHazards(as(house, 'hqSafety', root), { unitId: unit.id, withBelow: true });
    return counts.reduce((sum, { count }) => sum + count, 0);
  };
  const officer = await given.person(owner, root);
  const office = as(house, 'hqSafety', root, officer.id);
  const judged = async (hash: string) => {
    const { id: batchId } = await declareImport(office, {
      kind: 'hazards',
      unitId: root.id,
      fileName: `2025年台账${hash}.xlsx`,
      effectiveOn: '2025-01-01',
    });
    await receiveImport(office, { batchId, content: new Uint8Array([1]), hash: hash.repeat(64) });
    await planImport(office, { batchId, sheets: ledger });
    expect((await readImport(office, { batchId })).counts).toMatchObject({ ready: rows });
    await startImport(office, { batchId, onlyIfAll: true });
    return { batchId, now: () => readImport(office, { batchId }) };
  };
  const [first, beside] = [await judged('a'), await judged('b')];
  // The last row of the unit that the file names second: the one row of the third part.
  await sql`alter table hazards add constraint cut_off check (text <> ${sql.lit(wordsOf(rows - 1))})`.execute(owner);

  await expect(runHazardsImport(office, { batchId: first.batchId })).rejects.toThrow('cut_off');

  expect(await first.now()).toMatchObject({ state: 'running', made: rows - 1, counts: { ready: rows } });
  expect(await toldIn(root), 'counted while it is half in').toBe(rows - 1);
  expect(await toldIn(workshop)).toBe(1001);
  expect(await toldIn(farMill)).toBe(999);
  await expect(runHazardsImport(office, { batchId: beside.batchId })).rejects.toMatchObject({ code: 'imports.ledger_under_way' });
  await sql`alter table hazards drop constraint cut_off`.execute(owner);
  expect(await runHazardsImport(office, { batchId: first.batchId })).toMatchObject({ made: rows, changed: 0, stale: false });
  expect(await first.now()).toMatchObject({ state: 'done', made: rows });
  expect(await runHazardsImport(office, { batchId: beside.batchId }), 'judged before the first came in').toMatchObject({ stale: true });
  await expect(runHazardsImport(office, { batchId: beside.batchId, sheets: ledger })).resolves.toMatchObject({ made: 0 });
  expect(await owner.selectFrom('hazards').select(sql<number>`count(distinct text)::int`.as('n')).executeTakeFirst()).toEqual({ n: rows });
  expect(await toldIn(root)).toBe(rows);
  expect(await foldHazards(house.clockwork(), {}), 'every part was folded with its rows').toMatchObject({ folded: 0 });
  expect(await recountHazards(house.clockwork(), {})).toEqual({ differing: 0 });
}, 60_000);

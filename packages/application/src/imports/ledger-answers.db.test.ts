import { expect } from 'vitest';

import { listLedgerAnswers, readHazard, takeBackLedgerAnswer } from '../hazards/index.ts';
import { as, given, test as onHouse } from '../testing/index.ts';
import { type Office, sentLedger, toldRow } from './testing/ledger-file.ts';

type Place = Office & { readonly officer: string };

const test = onHouse.extend<{ office: Place }>({
  office: [
    async ({ house, database: { owner } }, use) => {
      const { root } = await given.group(owner);
      const officer = await given.person(owner, root, { name: '周安' });
      await use({ caller: as(house, 'hqSafety', root, officer.id), unitId: root.id, officer: officer.id });
    },
    { scope: 'file' },
  ],
});

const sheet = '2025年台账';
const about = 'hazard_similar_there' as const;

test('what was said of rows of ledgers stands with the hazard; once it is taken back the next ledger asks again, and what came in stays', async ({
  office,
  database: { owner },
}) => {
  const { caller } = office;
  const [text, again, other] = ['锅炉房水位计玻璃管有裂纹一处', '锅炉房水位计玻璃管有裂纹壹处', '锅炉房水位计玻璃管有裂纹两处'];
  await (await sentLedger(office, toldRow({ text }))).bring();
  const hazards = owner
    .selectFrom('hazards')
    .select(['id', 'due_on'])
    .where('text', '=', text ?? '');
  const { id: hazardId } = await hazards.executeTakeFirstOrThrow();
  const told = await sentLedger(office, toldRow({ text: again, due: '2025-12-18' }), toldRow({ text: other }));
  await told.answer({ row: 2, say: 'same', about, of: hazardId }, { row: 3, say: 'accept', about: 'hazard_similar' });
  await told.answer({ row: 3, say: 'accept', about });
  await told.bring();
  expect(await hazards.executeTakeFirstOrThrow()).toMatchObject({ due_on: '2025-12-18' });

  const said = { batchId: told.batchId, fileName: told.fileName, sheet, by: '周安', told: [] };
  expect((await listLedgerAnswers(caller, { hazardId })).items).toMatchObject([
    { ...said, row: 2, kind: 'same', text: again },
    { ...said, row: 3, kind: 'apart', text: other },
  ]);
  const next = toldRow({ text: again, due: '2025-12-18' });
  expect(await (await sentLedger(office, next)).counts()).toMatchObject({ ask: 0, skipped: { already_there: 1 } });
  const reason = '说错了';
  const ofRow = { batchId: told.batchId, sheet, row: 2 };
  await takeBackLedgerAnswer(caller, { hazardId, ...ofRow, reason });

  expect((await listLedgerAnswers(caller, { hazardId })).items).toMatchObject([{ row: 3 }]);
  const [asked] = await (await sentLedger(office, next)).questions();
  expect(asked?.code, 'asked again').toBe(about);
  expect(asked?.candidates.map(({ value }) => value)).toContain(hazardId);
  expect(await hazards.executeTakeFirstOrThrow(), 'nothing is undone').toMatchObject({ due_on: '2025-12-18' });
  const trail = await owner
    .selectFrom('trail')
    .select(['verb', 'before', 'after'])
    .where('subject_id', '=', hazardId)
    .orderBy('seq')
    .execute();
  expect(trail.at(-1)).toEqual({
    verb: 'hazards.takeBackLedgerAnswer',
    before: { knownAs: again, toldBy: `${told.fileName} ${sheet}!2` },
    after: { reason },
  });
  const gone = { kind: 'missing', code: 'hazards.ledger_answer_not_found' };
  await expect(takeBackLedgerAnswer(caller, { hazardId, ...ofRow, reason })).rejects.toMatchObject(gone);
  await expect(takeBackLedgerAnswer(caller, { hazardId, ...ofRow, row: 9, reason })).rejects.toMatchObject(gone);
}, 60_000);

test('what was called the same as a row of its own file is noted with the hazard that the row brought in', async ({
  office,
  database: { owner },
}) => {
  const [text, again] = ['空压机储气罐安全阀逾期未校验一只', '空压机储气罐安全阀逾期未校验壹只'];
  const told = await sentLedger(office, toldRow({ text: '卸货平台缺少限位' }), toldRow({ text }), toldRow({ text: again }));
  await told.answer({ row: 4, say: 'same', about: 'hazard_similar', of: `${sheet}!3` });
  await told.bring();

  const { id: hazardId } = await owner
    .selectFrom('hazards')
    .select('id')
    .where('text', '=', text ?? '')
    .executeTakeFirstOrThrow();
  expect((await listLedgerAnswers(office.caller, { hazardId })).items).toMatchObject([{ kind: 'same', text: again, row: 4 }]);
}, 60_000);

test('a hazard that was kept against a ledger is asked about again, too, and a later ledger still moves it on', async ({
  office,
  database: { owner },
}) => {
  const { caller } = office;
  const text = '成品库防火门常开未复位';
  await (await sentLedger(office, toldRow({ text }))).bring();
  const { id: hazardId } = await owner.selectFrom('hazards').select('id').where('text', '=', text).executeTakeFirstOrThrow();
  const late = toldRow({ text, due: '2025-12-18' });
  const told = await sentLedger(office, late);
  await told.answer({ row: 2, say: 'keep', about: 'hazard_differs' });
  await told.bring();
  const waiting = await sentLedger(office, late, toldRow({ text: '配电柜门缺锁' }));
  expect(await waiting.counts()).toMatchObject({ ask: 0, skipped: { kept_as_is: 1 } });
  expect((await listLedgerAnswers(caller, { hazardId })).items).toMatchObject([
    { kind: 'kept', text: null, told: [{ field: 'dueOn', value: '2025-12-18' }], row: 2, by: '周安' },
  ]);

  await takeBackLedgerAnswer(caller, { hazardId, batchId: told.batchId, sheet, row: 2, reason: '按台账的期限' });

  expect((await listLedgerAnswers(caller, { hazardId })).items).toEqual([]);
  expect(await waiting.bring(), 'one that waits is judged again').toMatchObject({ made: 0 });
  expect(await waiting.counts()).toMatchObject({ ready: 1, ask: 1 });
  const next = await sentLedger(office, late);
  await next.answer({ row: 2, say: 'replace', about: 'hazard_differs' });
  expect(await next.bring()).toMatchObject({ changed: 1 });
  expect(await readHazard(caller, { hazardId })).toMatchObject({ plan: { dueOn: '2025-12-18' } });
  const again = await sentLedger(office, toldRow({ text, due: '2025-12-20' }));
  await again.answer({ row: 2, say: 'keep', about: 'hazard_differs' });
  await again.bring();
  expect((await listLedgerAnswers(caller, { hazardId })).items, 'what is said again holds again').toMatchObject([{ kind: 'kept' }]);
}, 60_000);

test('nobody reads it or takes it back from outside of the branch, nor who may not bring ledgers in', async ({
  house,
  office,
  database: { owner },
}) => {
  const text = '裁剪间吸尘口滤网破损';
  await (await sentLedger(office, toldRow({ text }))).bring();
  const { id: hazardId } = await owner.selectFrom('hazards').select('id').where('text', '=', text).executeTakeFirstOrThrow();
  const told = await sentLedger(office, toldRow({ text, due: '2025-12-18' }));
  await told.answer({ row: 2, say: 'keep', about: 'hazard_differs' });
  await told.bring();
  const units = owner.selectFrom('units').selectAll();
  const [west, workshop] = [
    await units.where('name', '=', '西岭一厂').executeTakeFirstOrThrow(),
    await units.where('name', '=', '缝制一车间').executeTakeFirstOrThrow(),
  ];
  const ofRow = { hazardId, batchId: told.batchId, sheet, row: 2, reason: '试' };

  const elsewhere = as(house, 'hqSafety', west);
  await expect(listLedgerAnswers(elsewhere, { hazardId })).rejects.toMatchObject({ kind: 'missing', code: 'hazards.not_found' });
  await expect(takeBackLedgerAnswer(elsewhere, ofRow)).rejects.toMatchObject({ kind: 'missing', code: 'hazards.not_found' });
  const officer = as(house, 'safetyOfficer', workshop);
  await expect(listLedgerAnswers(officer, { hazardId })).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(takeBackLedgerAnswer(officer, ofRow)).rejects.toMatchObject({ kind: 'forbidden' });
  const ofUnit = as(house, 'hqSafety', workshop, (await given.person(owner, workshop)).id);
  expect((await listLedgerAnswers(ofUnit, { hazardId })).items, 'whoever said it may belong elsewhere').toMatchObject([
    { by: '周安', fileName: told.fileName },
  ]);
}, 60_000);

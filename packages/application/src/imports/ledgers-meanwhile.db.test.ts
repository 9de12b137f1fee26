import { expect } from 'vitest';

import { listImportRows, readImport } from './index.ts';
import { sentLedger, toldRow } from './testing/ledger-file.ts';
import { test } from './testing/office.ts';

const replace = { row: 2, say: 'replace', about: 'hazard_differs' } as const;

test('what a person had taken of a ledger is not taken of a hazard that another ledger has changed meanwhile: its row is asked about again', async ({
  office,
  database: { owner },
}) => {
  const text = '成品库防火门常开未复位';
  const dueOn = async () => (await owner.selectFrom('hazards').select('due_on').where('text', '=', text).executeTakeFirstOrThrow()).due_on;
  await (await sentLedger(office, toldRow({ text, due: '2025-12-20' }))).bring();
  const answered = await sentLedger(office, toldRow({ text, due: '2025-12-18' }), toldRow({ text: '配电箱无门' }));
  await answered.answer(replace);
  expect(await answered.counts()).toMatchObject({ ready: 2, ask: 0 });
  const meanwhile = await sentLedger(office, toldRow({ text, due: '2025-12-25' }));
  await meanwhile.answer(replace);
  await meanwhile.bring();
  expect(await dueOn()).toBe('2025-12-25');

  expect(await answered.bring(false), 'the other row comes in').toMatchObject({ made: 1, changed: 0 });

  expect(await dueOn(), 'nothing is overwritten').toBe('2025-12-25');
  expect(await answered.counts()).toMatchObject({ ready: 1, ask: 1 });
  const { items } = await listImportRows(office.caller, { batchId: answered.batchId, verdict: 'ask', limit: 10 });
  const beside = [{ field: 'dueOn', ours: '2025-12-25', theirs: '2025-12-18' }];
  expect(items).toMatchObject([{ row: 2, detail: { questions: [{ code: 'hazard_differs', candidates: [{ beside }] }] } }]);
}, 60_000);

test('so is one that was called the same, and a ledger that is to come in whole does not come in at all', async ({
  office,
  database: { owner },
}) => {
  const texts = ['锅炉房水位计玻璃管有裂纹一处', '锅炉房水位计玻璃管有裂纹壹处'] as const;
  const hazards = owner.selectFrom('hazards').select(['id', 'due_on', 'stage']).where('text', '=', texts[0]);
  await (await sentLedger(office, toldRow({ text: texts[0] }))).bring();
  const { id } = await hazards.executeTakeFirstOrThrow();
  const closing = { text: texts[1], closed: '是', done: '2025-12-19' };
  const answered = await sentLedger(office, toldRow(closing));
  const same = { row: 2, say: 'same', about: 'hazard_similar_there', of: id } as const;
  await answered.answer(same);
  expect(await answered.counts()).toMatchObject({ ready: 1, ask: 0 });
  const meanwhile = await sentLedger(office, toldRow({ text: texts[0], due: '2025-12-25' }));
  await meanwhile.answer(replace);
  await meanwhile.bring();

  expect(await answered.bring()).toEqual({ made: 0, changed: 0, stale: false });

  expect(await hazards.executeTakeFirstOrThrow()).toMatchObject({ due_on: '2025-12-25', stage: 'assigned' });
  const { batchId } = answered;
  const failure = { code: 'imports.rows_asked_again', facts: { open: 1 } };
  expect(await readImport(office.caller, { batchId })).toMatchObject({ state: 'planned', failure, counts: { ready: 0, ask: 1 } });
  expect(await answered.questions()).toMatchObject([{ code: 'hazard_similar_there', candidates: [{ value: id }] }]);
  await answered.answer(same);
  expect(await answered.bring(), 'as it was seen now').toMatchObject({ changed: 1 });
  expect(await readImport(office.caller, { batchId })).toMatchObject({ state: 'done', failure: null });
  expect(await hazards.executeTakeFirstOrThrow()).toMatchObject({ due_on: '2025-12-20', stage: 'closed' });
}, 60_000);

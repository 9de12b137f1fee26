import { expect } from 'vitest';

import { sentLedger, toldRow } from './testing/ledger-file.ts';
import { test } from './testing/office.ts';

const keep = { row: 2, say: 'keep', about: 'hazard_differs' } as const;

test('what a person keeps a hazard against is not asked again when the next ledger tells the very same; another value is', async ({
  office,
  database: { owner },
}) => {
  const text = '成品库防火门常开未复位';
  const hazards = owner.selectFrom('hazards').select(['id', 'due_on', 'funds']).where('text', '=', text);
  await (await sentLedger(office, toldRow({ text, funds: '500' }))).bring();
  const { id } = await hazards.executeTakeFirstOrThrow();
  const first = await sentLedger(office, toldRow({ text, due: '2025-12-18', funds: '800' }));
  await first.answer(keep);
  expect(await first.counts()).toMatchObject({ ready: 0, ask: 0, remembered: 1, skipped: { kept_as_is: 1 } });

  expect(await first.bring(), 'it is sent for its answer alone').toMatchObject({ made: 0, changed: 0 });

  const kept = owner.selectFrom('hazard_kept_tellings').select(['field', 'value', 'row', 'batch_id']).where('hazard_id', '=', id);
  expect(await kept.orderBy('field').execute()).toEqual([
    { field: 'dueOn', value: '2025-12-18', row: 2, batch_id: first.batchId },
    { field: 'funds', value: '800', row: 2, batch_id: first.batchId },
  ]);
  const trail = await owner.selectFrom('trail').select('after').where('subject_id', '=', id).orderBy('seq').execute();
  const keptAgainst = { dueOn: '2025-12-18', funds: '800' };
  expect(trail.at(-1)).toEqual({ after: { keptAgainst, toldBy: `${first.fileName} 2025年台账!2` } });
  const same = await sentLedger(office, toldRow({ text, due: '2025-12-18', funds: '800' }));
  expect(await same.counts()).toMatchObject({ ask: 0, skipped: { kept_as_is: 1 } });
  expect((await same.counts())?.remembered, 'nothing new was said').toBeUndefined();
  const other = await sentLedger(office, toldRow({ text, due: '2025-12-19', funds: '800' }));
  const beside = [{ field: 'dueOn', ours: '2025-12-20', theirs: '2025-12-19' }];
  expect(await other.questions()).toMatchObject([{ code: 'hazard_differs', candidates: [{ beside }] }]);
  await other.answer({ ...keep, say: 'replace' });
  await other.bring();
  expect(await hazards.executeTakeFirstOrThrow()).toEqual({ id, due_on: '2025-12-19', funds: 50_000 });
}, 60_000);

test('so it is where a person called the words the same and kept the hazard: neither the words nor the difference is asked again', async ({
  office,
}) => {
  const [text, again] = ['原料库东侧安全出口被纸箱堵塞一处', '原料库东侧安全出口被纸箱堵塞壹处'];
  await (await sentLedger(office, toldRow({ text }))).bring();
  const first = await sentLedger(office, toldRow({ text: again, due: '2025-12-18' }));
  await first.answer({ ...keep, about: 'hazard_similar_there' });
  await first.bring();

  const next = await sentLedger(office, toldRow({ text: again, due: '2025-12-18' }));
  expect(await next.counts()).toMatchObject({ ask: 0, skipped: { kept_as_is: 1 } });
  const other = await sentLedger(office, toldRow({ text: again, due: '2025-12-22' }));
  expect(await other.questions()).toMatchObject([{ code: 'hazard_differs' }]);
}, 60_000);

test('a ledger that waits is judged again when another one has brought an answer to what it asks', async ({
  office,
  database: { owner },
}) => {
  const text = '裁剪间吸尘口滤网破损';
  await (await sentLedger(office, toldRow({ text }))).bring();
  const waiting = await sentLedger(office, toldRow({ text, due: '2025-12-18' }), toldRow({ text: '配电柜门缺锁' }));
  expect(await waiting.counts()).toMatchObject({ ready: 1, ask: 1 });
  const meanwhile = await sentLedger(office, toldRow({ text, due: '2025-12-18' }));
  await meanwhile.answer(keep);
  await meanwhile.bring();

  expect(await waiting.bring(false)).toMatchObject({ made: 1, changed: 0 });
  expect(await waiting.counts()).toMatchObject({ ready: 1, ask: 0, skipped: { kept_as_is: 1 } });
  expect(await owner.selectFrom('hazards').select('due_on').where('text', '=', text).execute()).toEqual([{ due_on: '2025-12-20' }]);
}, 60_000);

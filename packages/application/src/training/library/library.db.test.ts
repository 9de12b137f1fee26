import { describe, expect } from 'vitest';

import { as, given, test } from '../../testing/index.ts';
import {
  addItem,
  addQuestion,
  enterQuestions,
  exportQuestions,
  installQuestions,
  listItems,
  listMyReading,
  listQuestions,
  listReaders,
  markRead,
  readItem,
  retireQuestion,
  reviseItem,
  reviseQuestion,
  withdrawItem,
} from '../learning.ts';

describe('what is read and asked', () => {
  test('material of the units above is read below, edition by edition, and changed by its owner alone', async ({ database, house }) => {
    const { root, mill, workshop, farMill } = await given.group(database.owner);
    const hq = as(house, 'hqSafety', root, (await given.person(database.owner, root)).id);
    const officer = as(house, 'safetyOfficer', mill, (await given.person(database.owner, mill)).id);
    const worker = as(house, 'worker', workshop, (await given.person(database.owner, workshop, { name: '张三' })).id);
    const stranger = as(house, 'safetyOfficer', farMill, (await given.person(database.owner, farMill)).id);
    const content = { title: '粉尘清扫规程', body: '每班清扫一次。', mustRead: true, from: '2026-01-01' } as const;

    const { id } = await addItem(hq, { unitId: root.id, kind: 'procedure', ...content });
    const own = await addItem(officer, { unitId: mill.id, kind: 'policy', ...content, title: '东城一厂通知', mustRead: false });
    expect((await listMyReading(worker, {})).items.map(({ title }) => title)).toEqual(['粉尘清扫规程', '东城一厂通知']);
    await markRead(worker, { itemId: id, edition: 1 });
    await markRead(worker, { itemId: id, edition: 1 });
    expect(await readItem(worker, { itemId: id })).toMatchObject({
      body: '每班清扫一次。',
      readAt: expect.any(Date),
      may: { edit: false },
    });
    expect(await listReaders(officer, { itemId: id, limit: 50, unitId: workshop.id })).toMatchObject({ meant: 1, read: 1 });

    // Another wording is another edition, which has not been read; another span is not.
    expect(await reviseItem(hq, { itemId: id, version: 1, ...content, to: '2026-12-31' })).toMatchObject({ edition: 1 });
    expect(await reviseItem(hq, { itemId: id, version: 2, ...content, body: '每班清扫两次。' })).toMatchObject({ edition: 2 });
    expect((await readItem(worker, { itemId: id })).readAt).toBeNull();
    await expect(markRead(worker, { itemId: id, edition: 1 })).rejects.toMatchObject({ code: 'training.item_edition_old' });

    expect((await listItems(stranger, { limit: 50 })).items.map(({ title }) => title)).toEqual(['粉尘清扫规程']);
    const outside = [
      readItem(stranger, { itemId: own.id }),
      listReaders(stranger, { itemId: own.id, limit: 50 }),
      markRead(stranger, { itemId: own.id, edition: 1 }),
      addItem(stranger, { unitId: mill.id, kind: 'policy', ...content }),
      reviseItem(officer, { itemId: id, version: 3, ...content }),
      withdrawItem(officer, { itemId: id, version: 3, on: '2026-01-20' }),
      withdrawItem(stranger, { itemId: own.id, version: 1, on: '2026-01-20' }),
    ];
    for (const asked of await Promise.allSettled(outside)) expect(asked).toMatchObject({ status: 'rejected', reason: { kind: 'missing' } });
    await withdrawItem(officer, { itemId: own.id, version: 1, on: '2026-01-19' });
    expect((await listItems(officer, { limit: 50 })).items).toHaveLength(1);
  });

  test('the bank goes out as rows and comes back without doubling, into one unit alone', async ({ database, house }) => {
    const unit = async (name: string) => database.owner.selectFrom('units').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
    const [mill, farMill] = [await unit('东城一厂'), await unit('西岭一厂')];
    const officer = as(house, 'safetyOfficer', mill, (await given.person(database.owner, mill)).id);
    const stranger = as(house, 'safetyOfficer', farMill, (await given.person(database.owner, farMill)).id);
    const { installed } = await installQuestions(house.clockwork(), {});
    expect(await installQuestions(house.clockwork(), {})).toMatchObject({ installed: 0 });
    const question = { kind: 'trueFalse', topic: 'dust', stem: '充绒间可以吸烟。', answer: ['F'] } as const;

    const made = await addQuestion(officer, { unitId: mill.id, ...question, answer: ['F'] });
    expect(made.code).toBe('Q0001');
    const taken = await exportQuestions(officer, {});
    expect(taken.rows).toHaveLength(installed + 1);
    const back = taken.rows.map(({ code, kind, topic, level, difficulty, stem, options, answer, clause, explanation }, at) => {
      return { row: at + 2, code, kind, topic, level, difficulty, stem, options, answer, clause, explanation };
    });
    const fresh = { ...question, answer: ['F' as const], row: 900, code: null, stem: '分毛间可以使用明火。' };
    const dry = await enterQuestions(officer, { unitId: mill.id, dryRun: true, rows: [...back, fresh] });
    const count = (verdict: string) => dry.verdicts.filter((each) => each.verdict === verdict).length;
    expect([count('elsewhere'), count('same'), count('added')]).toEqual([installed, 1, 1]);
    await enterQuestions(officer, { unitId: mill.id, dryRun: false, rows: [...back, fresh] });
    expect((await listQuestions(officer, { limit: 200, own: true, unitId: mill.id })).items.map(({ code }) => code)).toEqual([
      'Q0001',
      'Q0002',
    ]);
    const faulty = { ...fresh, answer: ['A' as const] };
    await expect(enterQuestions(officer, { unitId: mill.id, dryRun: true, rows: [faulty] })).rejects.toMatchObject({ facts: { row: 900 } });

    expect((await listQuestions(stranger, { limit: 200 })).items).toHaveLength(installed);
    const outside = [
      addQuestion(stranger, { unitId: mill.id, ...question, answer: ['F'] }),
      reviseQuestion(stranger, { questionId: made.id, version: 1, ...question, answer: ['F'] }),
      retireQuestion(stranger, { questionId: made.id, version: 1, on: '2026-01-20' }),
      enterQuestions(stranger, { unitId: mill.id, dryRun: false, rows: [fresh] }),
    ];
    for (const asked of await Promise.allSettled(outside)) expect(asked).toMatchObject({ status: 'rejected', reason: { kind: 'missing' } });
  });
});

import { fieldSentence } from '@changming/phrases';
import { expect, test } from 'vitest';
import { z } from 'zod';

const form = z.strictObject({
  name: z.string().min(2).max(4),
  stage: z.enum(['draft', 'published']),
  count: z.int().min(1),
  on: z.iso.date(),
  unitId: z.uuid(),
  tags: z.array(z.string()).max(1),
  to: z.string().refine((day) => day > '2026', { message: '截止日期不能早于开始日期' }),
});
const good = {
  name: '一厂',
  stage: 'draft',
  count: 1,
  on: '2026-03-05',
  unitId: '0198c0de-0000-7000-8000-000000000001',
  tags: [],
  to: '2027-01-01',
};

test.each([
  [{ name: undefined }, '请填写'],
  [{ name: 7 }, '类型不对，应当是文字'],
  [{ name: '厂' }, '至少 2 个字'],
  [{ name: '东城第一厂' }, '最多 4 个字'],
  [{ stage: 'lost' }, '只能是其中之一：draft、published'],
  [{ count: 0 }, '不能小于 1'],
  [{ on: '2026-02-30' }, '请填写存在的日期，如 2026-03-05'],
  [{ unitId: 'x' }, '不是有效的编号'],
  [{ tags: ['a', 'b'] }, '最多 1 项'],
  [{ colour: 'red' }, '不认识的项：colour'],
  [{ to: '2025-01-01' }, '截止日期不能早于开始日期'],
])('%j: %s', (spoilt, sentence) => {
  const { error } = form.safeParse({ ...good, ...spoilt });

  expect(error?.issues.map((issue) => fieldSentence(issue))).toEqual([sentence]);
});

test('in English it is an English sentence', () => {
  const { error } = form.safeParse({ ...good, count: 'many' });

  expect(error?.issues.map((issue) => fieldSentence(issue, 'en'))).toEqual(['Of the wrong kind: a number expected']);
});

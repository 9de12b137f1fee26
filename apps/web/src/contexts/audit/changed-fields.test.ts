import { expect, test } from 'vitest';

import { changedFields, isRefused, purposeOfToken } from './changed-fields.ts';
import { partsOf, type PointedRecord, type Teller } from './told-parts.ts';

const wang: PointedRecord = {
  id: '01890000-0000-7000-8000-00000000abcd',
  kind: 'person',
  name: '王芳',
  nameEn: null,
  no: 'A1',
  opens: true,
};
const stranger = '01890000-0000-7000-8000-000000003f2a';
const words: Readonly<Record<string, string>> = { every: '周期', day: '每日', shortStaffed: '人手不足', from: '开始' };
const teller: Teller = {
  field: (field) => words[field] ?? field,
  code: (_, code) => words[code],
  record: (id) => (id === wang.id ? wang : undefined),
  flag: (value) => (value ? '是' : '否'),
  unnamed: (id) => `记录（尾号 ${id.slice(-4)}）`,
};

test('only what an act changed is told', () => {
  const before = { name: '一车间', kind: 'workshop', flags: [], note: null };
  expect(changedFields({ before, after: { name: '缝制一车间', kind: 'workshop', flags: ['hasGas', 'hasDorm'], note: '' } })).toEqual([
    { field: 'name', before: '一车间', after: '缝制一车间' },
    { field: 'flags', before: null, after: ['hasGas', 'hasDorm'] },
  ]);
});

test('what was made has no before, what was taken away no after', () => {
  expect(changedFields({ before: null, after: { login: 'A1' } })).toEqual([{ field: 'login', before: null, after: 'A1' }]);
  expect(changedFields({ before: { login: 'A1' }, after: null })).toEqual([{ field: 'login', before: 'A1', after: null }]);
});

test('a refused sign-in is no sign-in', () => {
  expect(isRefused({ after: { refused: 'access.wrong_credentials' } })).toBe(true);
  expect(isRefused({ after: { way: 'password' } })).toBe(false);
  expect(isRefused({ after: null })).toBe(false);
});

test('a token is called by its purpose', () => {
  const made = { before: null, after: { name: '看板取数', scopes: [] } };
  expect(purposeOfToken({ verb: 'access.issueToken', ...made })).toBe('看板取数');
  expect(purposeOfToken({ verb: 'units.create', ...made })).toBeNull();
});

test('a value is told in words: a code, a yes or no, a time as the clock showed it, one thing after the other', () => {
  expect(partsOf(teller, 'reason', 'shortStaffed')).toEqual(['人手不足']);
  expect(partsOf(teller, 'passed', false)).toEqual(['否']);
  expect(partsOf(teller, 'occurredAt', '2026-01-19T18:00:00.000Z')).toEqual(['2026-01-20 02:00']);
  expect(partsOf(teller, 'names', ['甲', '乙'])).toEqual(['甲', '、', '乙']);
  expect(partsOf(teller, 'cadence', { every: 'day', from: '08:00', until: null })).toEqual(['周期 ', '每日', '，', '开始 ', '08:00']);
  expect([partsOf(teller, 'name', ''), partsOf(teller, 'names', []), partsOf(teller, 'count', 0)]).toEqual([null, null, ['0']]);
});

test('a record goes by its name; one that the reader may not see by the end of its number', () => {
  expect(partsOf(teller, 'keeperId', wang.id)).toEqual([wang]);
  expect(partsOf(teller, 'keeperId', stranger)).toEqual(['记录（尾号 3f2a）']);
});

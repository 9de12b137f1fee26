import { expect, it } from 'vitest';

import { wallSheet } from './wall-sheet.ts';

const sheet = {
  kind: 'escapeRoute',
  name: '一层疏散图',
  unit: '东城一厂',
  point: null,
  number: 2,
  code: 'ABCDEFGHJK',
  issuedOn: '2026-03-01',
  jpeg: new Uint8Array(),
} as const;

it.each([
  ['zh-CN', '第 2 版 · 2026-03-01 起用'],
  ['en', '2026-03-01'],
] as const)('a print in %s says which version it is, and leads to the answer whether it holds', (language, stamp) => {
  const wall = wallSheet(sheet, { origin: 'https://cm.example.com/', language, madeAt: new Date('2026-03-01T02:00:00Z') });

  expect(wall.address).toBe('https://cm.example.com/m/s/ABCDEFGHJK');
  expect(wall.stamp[0]).toContain(stamp);
  expect(wall.stamp.join('')).not.toMatch(/[{}]/u);
});

it('a sheet of a point names the point, one of the whole unit the unit', () => {
  const how = { origin: 'https://cm.example.com', language: 'zh-CN', madeAt: new Date('2026-03-01T02:00:00Z') } as const;

  expect(wallSheet(sheet, how).subtitle).toContain('东城一厂');
  expect(wallSheet({ ...sheet, point: '配电室' }, how).subtitle).toContain('配电室');
});

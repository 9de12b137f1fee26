import { expect, it } from 'vitest';

import { wallSheetPdf } from './wall-sheet-pdf.ts';

/** Three pixels by two; enough of a picture to be placed. */
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 2, 0, 3, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xff, 0xd9]);

const sheet = {
  title: '一层疏散图',
  subtitle: '疏散图 · 东城一厂',
  jpeg,
  product: '长明',
  stamp: ['第 2 版 · 2026-03-01 起用', '扫码核对是否有效'],
  address: 'https://cm.example.com/m/s/ABCDEFGHJK',
  madeAt: new Date('2026-03-01T02:00:00Z'),
};

it('a sheet for the wall is one page of A3 across with its picture', async () => {
  const text = Buffer.from(await wallSheetPdf(sheet)).toString('latin1');

  expect(text).toMatch(/\/Type \/Pages\n\/Count 1/u);
  expect(text).toContain('/MediaBox [0 0 1190.55 841.89]');
  expect(text.match(/\/Subtype \/Image/gu)).toHaveLength(1);
  expect(text.match(/FontFile2/gu)).toHaveLength(2);
});

it('a title too long for its line takes no second page', async () => {
  const text = Buffer.from(await wallSheetPdf({ ...sheet, title: '东城一厂二号仓库一层疏散图'.repeat(8) })).toString('latin1');

  expect(text).toMatch(/\/Type \/Pages\n\/Count 1/u);
});

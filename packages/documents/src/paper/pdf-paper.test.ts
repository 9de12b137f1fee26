import { expect, it } from 'vitest';

import type { Paper } from './paper.ts';
import { pdfPaper } from './pdf-paper.ts';

/** Three pixels by two; enough of a picture to be placed. */
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 2, 0, 3, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xff, 0xd9]);

function given(over: Partial<Paper> = {}): Paper {
  return {
    title: '消防泵房检查记录',
    lead: ['单位：缝制一车间', '检查人：王芳'],
    columns: [
      { title: '编号', width: 8, kind: 'short' },
      { title: '检查内容', width: 26, kind: 'words' },
      { title: '照片', width: 14, kind: 'pictures' },
    ],
    rows: [['PUMP-01★', '控制柜自动', { pictures: [] }]],
    totals: [null, null, null],
    reckoning: '共 1 项：正常 1 项。',
    signatures: ['检查人：', '负责人：', '日期：'],
    empty: '没有条目',
    pages: '第 {page} 页，共 {pages} 页',
    sheet: '检查记录',
    madeAt: new Date('2026-01-20T02:00:00Z'),
    ...over,
  };
}

async function pagesOf(paper: Paper): Promise<number> {
  const text = Buffer.from(await pdfPaper(paper)).toString('latin1');
  return Number(/\/Type \/Pages\n\/Count (\d+)/u.exec(text)?.[1]);
}

it('a short paper is one page of A4 across, with its Chinese signs in the file', async () => {
  const file = Buffer.from(await pdfPaper(given()));
  const text = file.toString('latin1');

  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text).toContain('/MediaBox [0 0 841.89 595.28]');
  expect(text).toMatch(/\/Type \/Pages\n\/Count 1/u);
  expect(text.match(/FontFile2/gu)).toHaveLength(2);
  expect(file.length).toBeLessThan(120_000);
});

it('goes on to as many pages as its rows need', async () => {
  const row = ['PUMP-01', '控制柜自动', { pictures: [] }] as const;

  expect(await pagesOf(given({ rows: Array.from({ length: 60 }, () => row) }))).toBe(3);
  expect(await pagesOf(given({ rows: Array.from({ length: 3 }, () => ['PUMP-01', '看清每一处。'.repeat(120), null]) }))).toBe(2);
});

it('cuts a row taller than a page instead of never ending', async () => {
  expect(await pagesOf(given({ rows: [['PUMP-01', '看清每一处。'.repeat(2000), null]] }))).toBe(3);
});

it('shows the pictures of a cell beside each other', async () => {
  const pictures = [jpeg, jpeg].map((each) => ({ jpeg: each, width: 3, height: 2 }));
  const text = Buffer.from(await pdfPaper(given({ rows: [['PUMP-01', '控制柜自动', { pictures }]] }))).toString('latin1');

  expect(text.match(/\/Subtype \/Image/gu)).toHaveLength(2);
});

it('says so when there is nothing in it, and one and the same paper makes one and the same file', async () => {
  const [one, other] = [await pdfPaper(given({ rows: [] })), await pdfPaper(given({ rows: [] }))];

  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

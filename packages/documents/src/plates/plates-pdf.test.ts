import { inflateSync } from 'node:zlib';

import { expect, it } from 'vitest';

import { platesPdf } from './plates-pdf.ts';

function givenPlates(count: number) {
  const plate = {
    name: '二号仓库东通道',
    unit: '东城一厂',
    kind: '消防',
    code: 'ABCDE FGHJK',
    address: 'https://cm.example.com/m/p/ABCDEFGHJK',
  };
  const words = { product: '长明', call: '发现隐患，扫码上报', title: '点位铭牌' };
  return { plates: Array.from({ length: count }, () => plate), words, madeAt: new Date('2026-01-20T02:00:00Z') };
}

/** What the pages draw, unpacked. */
function drawn(pdf: Uint8Array): string {
  const file = Buffer.from(pdf);
  const streams = [...file.toString('latin1').matchAll(/FlateDecode\r?\n?>>\r?\nstream\r?\n/gu)];
  return streams
    .map(({ index, 0: head }) => {
      const start = index + head.length;
      return inflateSync(file.subarray(start), { finishFlush: 2 }).toString('latin1');
    })
    .join('\n');
}

it('ten plates stand on a page of A4, and their Chinese signs are in the file', async () => {
  const pdf = await platesPdf(givenPlates(13));

  const text = Buffer.from(pdf).toString('latin1');
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text).toMatch(/\/Type \/Pages\n\/Count 2/u);
  expect(text).toContain('/MediaBox [0 0 595.28 841.89]');
  expect(text.match(/FontFile2/gu)).toHaveLength(2);
  expect(pdf.length).toBeLessThan(120_000);
});

it('one and the same list makes one and the same file', async () => {
  expect(Buffer.from(await platesPdf(givenPlates(1))).equals(Buffer.from(await platesPdf(givenPlates(1))))).toBe(true);
  expect(drawn(await platesPdf(givenPlates(1)))).toContain(' re');
});

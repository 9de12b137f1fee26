import { inflateSync } from 'node:zlib';

import { expect, it } from 'vitest';

import { pdfProse } from './pdf-prose.ts';
import type { Prose } from './prose-paper.ts';

const madeAt = new Date('2026-01-20T02:00:00Z');

function given(over: Partial<Prose> = {}): Prose {
  return {
    title: '2026年度安全生产责任书',
    paragraphs: ['一、责任目标', '杜绝轻伤以上事故。'],
    closing: ['下达人：陈总', '签订人：王芳，2026-01-21'],
    pages: '第 {page} 页，共 {pages} 页',
    ...over,
  };
}

async function pagesOf(prose: Prose): Promise<number> {
  const text = Buffer.from(await pdfProse(prose, madeAt)).toString('latin1');
  return Number(/\/Type \/Pages\n\/Count (\d+)/u.exec(text)?.[1]);
}

it('a letter is a page of A4 upright, with its Chinese signs in the file', async () => {
  const text = Buffer.from(await pdfProse(given(), madeAt)).toString('latin1');

  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text).toContain('/MediaBox [0 0 595.28 841.89]');
  expect(text.match(/FontFile2/gu)).toHaveLength(2);
  expect(await pagesOf(given())).toBe(1);
});

it('goes on to as many pages as its text needs, however long one paragraph is', async () => {
  const sentence = '对本岗位的安全生产负责，发现隐患立即报告。';

  expect(await pagesOf(given({ paragraphs: Array.from({ length: 60 }, () => sentence) }))).toBe(3);
  expect(await pagesOf(given({ paragraphs: [sentence.repeat(120)] }))).toBe(3);
});

/** The signs that are copied out of the file, or found in it, by the tables that say which they are. */
async function signsOf(paragraph: string): Promise<string> {
  const file = Buffer.from(await pdfProse(given({ title: '书', paragraphs: [paragraph], closing: [] }), madeAt)).toString('latin1');
  const packed = [...file.matchAll(/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/gu)].map(([, stream = '']) =>
    Buffer.from(stream, 'latin1'),
  );
  const tables = packed.map((stream) => inflateSync(stream).toString('latin1')).filter((text) => text.includes('beginbfrange'));
  const codes = tables.flatMap((table) => [...table.matchAll(/(?<=\[[^\]]*)<([0-9a-f]{4})>/gu)].map(([, code = '']) => code));
  return codes.map((code) => String.fromCodePoint(Number.parseInt(code, 16))).join('');
}

it('says which signs it shows, whatever signs of the same look were in a paper before it', async () => {
  expect(await signsOf('\u2f42\u4ef6')).toContain('\u2f42\u4ef6');
  expect(await signsOf('\u6587\u4ef6')).toContain('\u6587\u4ef6');
});

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

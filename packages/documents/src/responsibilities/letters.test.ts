import { describe, expect, it } from 'vitest';

import { press } from '../paper/index.ts';
import { letterSheet, printedLetter } from './index.ts';

const letter = {
  year: 2026,
  text: '2026年度安全生产责任书\n\n单　　位：一班\n一、责任范围\n全文',
  sha256: 'a'.repeat(64),
  person: '钱工',
  issuer: '赵班长',
  signedOn: '2026-01-20',
};

describe('a letter on paper', () => {
  it('is the very text with who signed it, when, and its hash below', () => {
    expect(printedLetter(letter, 'zh-CN')).toMatchObject({
      title: '2026年度安全生产责任书',
      paragraphs: ['单　　位：一班', '一、责任范围', '全文'],
      closing: ['下达人：赵班长', '责任人：钱工　　签订日期：2026-01-20（系统内签订）', `文本指纹（SHA-256）：${'a'.repeat(64)}`],
    });
  });

  it('has a line to sign on while it is not signed, and a title while nothing has been issued', () => {
    const bare = printedLetter({ ...letter, text: null, sha256: null, signedOn: null, issuer: null }, 'zh-CN');

    expect([bare.title, bare.closing]).toEqual(['2026年度安全生产责任书', ['下达人：钱工', '责任人（签字）：　　　　　　　　日期：']]);
  });

  it('is a Word document', async () => {
    const file = await press({ kind: 'prose', prose: printedLetter(letter, 'en') });

    expect(Buffer.from(file.slice(0, 2)).toString()).toBe('PK');
  });
});

it('the list has a line a letter in the words of the product', () => {
  const row = {
    unit: '一班',
    staffNo: 'GH1',
    person: '钱工',
    post: 'staff' as const,
    issuer: '赵班长',
    state: 'signed' as const,
    cause: 'moved' as const,
    owedFrom: '2026-02-03',
    dueOn: '2026-02-18',
    signedOn: '2026-02-10',
    verdict: null,
    endedOn: null,
  };

  expect(letterSheet([row], { language: 'zh-CN', madeAt: new Date('2026-02-20T02:00:00Z') }).rows).toEqual([
    ['一班', 'GH1', '钱工', '员工', '赵班长', '已签订', '岗位变动', '2026-02-03', '2026-02-18', '2026-02-10', null, null],
  ]);
});

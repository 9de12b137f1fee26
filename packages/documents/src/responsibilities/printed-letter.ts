import { en, type Language, zhCN } from '@changming/phrases';

import { filled } from '../lists/period-words.ts';
import type { Prose } from '../paper/prose-paper.ts';

export type SignedLetter = {
  readonly year: number;
  readonly text: string | null;
  readonly sha256: string | null;
  readonly person: string;
  readonly issuer: string | null;
  readonly signedOn: string | null;
};

/** 责任书: the very text that was issued, and below it who signed it, when, and its hash. */
export function printedLetter({ year, text, sha256, person, issuer, signedOn }: SignedLetter, language: Language): Prose {
  const { papers } = (language === 'en' ? en : zhCN).responsibilities;
  const [first = '', ...lines] = (text ?? '').split('\n');
  const signed = signedOn === null ? papers.unsigned : filled(papers.signed, { person, on: signedOn });
  return {
    title: first.trim() === '' ? filled(papers.title, { year: String(year) }) : first.trim(),
    paragraphs: lines.filter((line) => line.trim() !== ''),
    closing: [filled(papers.issuedBy, { issuer: issuer ?? person }), signed, ...(sha256 === null ? [] : [filled(papers.hash, { sha256 })])],
    pages: papers.pages,
  };
}

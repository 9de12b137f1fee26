import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';

import { families, printable } from './paper.ts';

/** A text as offices sign it: a title, paragraphs, and lines below on who signed what and when. */
export type Prose = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly closing: readonly string[];
  /** 第 {page} 页，共 {pages} 页 */
  readonly pages: string;
};

/** A4 upright, in twentieths of a point, with the margins of official papers. */
const page = { width: 11_906, height: 16_838, margin: 1500 } as const;

type Look = { readonly family: keyof typeof families; readonly points: number; readonly indented?: boolean };
const looks = {
  title: { family: 'heading', points: 20 },
  head: { family: 'heading', points: 14 },
  text: { family: 'body', points: 14 },
  closing: { family: 'table', points: 11 },
} as const satisfies Record<string, Look>;

/** The text as a Word document. */
export async function prosePaper({ title, paragraphs, closing, pages }: Prose): Promise<Uint8Array> {
  const { width, height, margin } = page;
  const document = new Document({
    title: printable(title),
    creator: '',
    sections: [
      {
        properties: { page: { size: { width, height }, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
        footers: { default: new Footer({ children: [pageNumbers(pages)] }) },
        children: [
          line(title, looks.title, AlignmentType.CENTER),
          ...paragraphs.map((text) => line(text, isHead(text) ? looks.head : looks.text)),
          ...closing.map((text) => line(text, looks.closing)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.pack(document, 'nodebuffer'));
}

/** 一、…… stands out. */
export function isHead(text: string): boolean {
  return /^[一二三四五六七八九十]+、/u.test(text);
}

function line(text: string, { family, points }: Look, alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT) {
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: families[family].name };
  return new Paragraph({
    alignment,
    spacing: { before: 60, after: 60, line: 400 },
    children: [new TextRun({ text: printable(text), size: points * 2, font })],
  });
}

function pageNumbers(words: string): Paragraph {
  const [before = '', between = '', behind = ''] = words.split(/\{\w+\}/);
  const children = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, behind];
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: 18, children })] });
}

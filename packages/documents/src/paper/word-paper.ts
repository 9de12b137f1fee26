import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

import { families, isPictures, money, type Paper, type PaperCell, type PaperColumn, type Picture, printable } from './paper.ts';

/** In twentieths of a point: A4 across, with margins of 1.5 cm. */
const page = { width: 16_838, height: 11_906, margin: 850 } as const;
const usable = page.width - 2 * page.margin;

type Family = keyof typeof families;
type Look = { readonly family: Family; readonly points: number };
const looks = {
  title: { family: 'heading', points: 18 },
  lead: { family: 'table', points: 11 },
  head: { family: 'heading', points: 9 },
  cell: { family: 'body', points: 9 },
  end: { family: 'body', points: 12 },
} as const satisfies Record<string, Look>;

/** The whole paper as a Word document: A4 across, the head of the table repeated on every page, no row broken over two. */
export async function wordPaper(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: printable(paper.title),
    creator: '',
    styles: { default: { document: { run: { size: 18, font: fontOf('body') } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.height, height: page.width, orientation: PageOrientation.LANDSCAPE },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: { default: new Footer({ children: [pageNumbers(paper.pages)] }) },
        children: [
          line(paper.title, looks.title, AlignmentType.CENTER),
          line(paper.lead.join('　　'), looks.lead),
          tableOf(paper),
          line(paper.reckoning, looks.end),
          line(paper.signatures.join('　　　　　　　　　　'), looks.end),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.pack(document, 'nodebuffer', false, [{ path: 'word/fontTable.xml', data: fontTable }]));
}

/** What Word takes where a family is not installed. */
const fontTable = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  ...Object.values(families).map(
    ({ name, beside }) =>
      `<w:font w:name="${name}"><w:altName w:val="${beside}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  ),
  '</w:fonts>',
].join('');

function fontOf(family: Family) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: families[family].name };
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

function line(text: string, look: Look, alignment: Alignment = AlignmentType.LEFT): Paragraph {
  return new Paragraph({ alignment, spacing: { before: 80, after: 80 }, children: runs(text, look) });
}

function runs(text: string, { family, points }: Look): TextRun[] {
  return printable(text)
    .split('\n')
    .map((each, at) => new TextRun({ text: each, size: points * 2, font: fontOf(family), ...(at === 0 ? {} : { break: 1 }) }));
}

function pageNumbers(words: string): Paragraph {
  const [before = '', between = '', behind = ''] = words.split(/\{\w+\}/);
  const children = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, behind];
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: 18, font: fontOf('table'), children })] });
}

function tableOf({ columns, rows, totals, empty }: Paper): Table {
  const widths = widthsOf(columns);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, at) =>
      cellOf([paragraph(title, looks.head, AlignmentType.CENTER)], { width: widths[at], shaded: true }),
    ),
  });
  const rowOf = (cells: readonly PaperCell[], look: Look) =>
    new TableRow({ cantSplit: true, children: cells.map((cell, at) => cellOf(content(cell, columns[at], look), { width: widths[at] })) });
  const none = new TableRow({
    children: [cellOf([paragraph(empty, looks.cell, AlignmentType.CENTER)], { width: usable, span: columns.length })],
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: usable, type: WidthType.DXA },
    columnWidths: widths,
    rows: [head, ...(rows.length === 0 ? [none] : rows.map((cells) => rowOf(cells, looks.cell))), rowOf(totals, looks.head)],
  });
}

function widthsOf(columns: readonly PaperColumn[]): number[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => Math.floor((usable * width) / all));
}

type CellLook = { readonly width: number | undefined; readonly shaded?: boolean; readonly span?: number };

function cellOf(children: Paragraph[], { width = 0, shaded = false, span }: CellLook): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    ...(shaded ? { shading: { fill: 'F2F2F2' } } : {}),
    ...(span === undefined ? {} : { columnSpan: span }),
  });
}

const alignments = { words: AlignmentType.LEFT, short: AlignmentType.CENTER, money: AlignmentType.RIGHT, pictures: AlignmentType.CENTER };

function content(cell: PaperCell, column: PaperColumn | undefined, look: Look): Paragraph[] {
  const alignment = alignments[column?.kind ?? 'words'];
  if (isPictures(cell)) return [new Paragraph({ alignment, children: spaced(cell.pictures.map(pictureOf)) })];
  return [paragraph(typeof cell === 'number' ? money(cell) : (cell ?? ''), look, alignment)];
}

/** Pictures with a blank between them. */
function spaced(pictures: readonly ImageRun[]): (ImageRun | TextRun)[] {
  return pictures.flatMap((picture, at) => (at === 0 ? [picture] : [new TextRun(' '), picture]));
}

function paragraph(text: string, look: Look, alignment: Alignment): Paragraph {
  return new Paragraph({ alignment, children: runs(text, look) });
}

const side = 76;

function pictureOf({ jpeg, width, height }: Picture): ImageRun {
  const scale = Math.min(side / width, side / height, 1);
  return new ImageRun({
    type: 'jpg',
    data: Buffer.from(jpeg),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
  });
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// oxlint-disable-next-line import/no-named-as-default -- its types know the default alone
import PDFDocument from 'pdfkit';

export type Pdf = InstanceType<typeof PDFDocument>;

/** Millimetres as PDF points. */
export function mm(length: number): number {
  return (length * 72) / 25.4;
}

const fontFiles = createRequire(import.meta.url);
const fonts = {
  text: fontFiles.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  strong: fontFiles.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};
export type PdfFont = keyof typeof fonts;

const read = new Map<PdfFont, Buffer>();

/** Ten megabytes each: read from the disk once, not for every paper. */
function contentOf(name: PdfFont): Buffer {
  const content = read.get(name) ?? readFileSync(fonts[name]);
  read.set(name, content);
  return content;
}

type Opening = {
  readonly title: string;
  readonly madeAt: Date;
  readonly size: 'A3' | 'A4';
  readonly layout?: 'portrait' | 'landscape';
};

/** An empty PDF without margins, to be ended by its writer. Of the fonts the file holds just the signs it shows. */
export function openPdf({ title, madeAt, size, layout = 'portrait' }: Opening): { sheet: Pdf; written: Promise<Uint8Array> } {
  const sheet = new PDFDocument({
    size,
    layout,
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    info: { Title: title, CreationDate: madeAt, ModDate: madeAt },
  });
  for (const name of Object.keys(fonts) as PdfFont[]) sheet.registerFont(name, contentOf(name));
  return { sheet, written: collected(sheet) };
}

function collected(sheet: Pdf): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    sheet.on('data', (part: Buffer) => parts.push(part));
    sheet.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    sheet.on('error', reject);
  });
}

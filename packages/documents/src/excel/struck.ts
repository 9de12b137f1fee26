import { strikes } from './strikes.ts';
import { type Archive, partOf } from './workbook-index.ts';
import { attribute, readXml, type XmlElement } from './xml.ts';

/** What is struck out in a workbook: styles of cells by their place, shared texts by theirs. */
export type Struck = { readonly styles: ReadonlySet<number>; readonly strings: ReadonlySet<number> };

/** The styles whose font is struck out, in the order cells refer to them. */
export async function struckStyles(archive: Archive, part: string | null): Promise<ReadonlySet<number>> {
  const fonts: boolean[] = [];
  const fontsOfStyles: number[] = [];
  let inside: string | null = null;
  const inFonts = (element: XmlElement) => {
    if (element.name === 'font') fonts.push(false);
    if (strikes(element)) fonts[fonts.length - 1] = true;
  };
  const inStyles = (element: XmlElement) => {
    if (element.name === 'xf') fontsOfStyles.push(Number(attribute(element, 'fontId') ?? 0));
  };
  const open = (element: XmlElement) => {
    if (inside === 'fonts') inFonts(element);
    if (inside === 'cellXfs') inStyles(element);
    inside ??= element.name === 'fonts' || element.name === 'cellXfs' ? element.name : null;
  };
  const close = (name: string) => {
    if (name === inside) inside = null;
  };
  if (part !== null) await readXml(partOf(archive, part), { open, close });
  return new Set(fontsOfStyles.flatMap((font, style) => (fonts[font] === true ? [style] : [])));
}

import { type GivenEntry, givenZip } from './zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The parts of a smallest workbook with one sheet; `parts` replaces parts by name or adds to them. */
export function givenParts(sheetData: string, parts: Readonly<Record<string, string>> = {}): readonly GivenEntry[] {
  const all: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${sheetType}"/></Types>`,
    '_rels/.rels': relationsXml(`<Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml(
      `<Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/>`,
    ),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheetData}</worksheet>`,
    ...parts,
  };
  return Object.entries(all).map(([name, text]) => ({ name, text }));
}

export function relationsXml(content: string): string {
  return `<Relationships xmlns="${packageRelations}">${content}</Relationships>`;
}

/** A workbook with one sheet whose XML is given. */
export function givenWorkbook(sheetData: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  return givenZip(givenParts(sheetData, parts));
}

/** A row of inline texts. */
export function givenRow(number: number, texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  return `<row r="${number}">${cells}</row>`;
}

import { type Limits } from './limits.ts';
import { builtInFormat, type NumberFormat, writtenFormat } from './number-formats.ts';
import { refuseImport } from './refuse-import.ts';
import { strikes } from './strikes.ts';
import { unpack } from './unpack.ts';
import { attribute, isOn, readXml, type XmlElement } from './xml.ts';
import type { ZipEntry } from './zip-directory.ts';

/** The archive with its entries by name. */
export type Archive = { readonly file: Buffer; readonly entries: ReadonlyMap<string, ZipEntry>; readonly limits: Limits };

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: string };

export type WorkbookIndex = {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
};

type Relation = { readonly id: string; readonly type: string; readonly part: string; readonly external: boolean };

export function archiveOf(file: Buffer, entries: readonly ZipEntry[], limits: Limits): Archive {
  return { file, limits, entries: new Map(entries.map((entry) => [entry.name.toLowerCase(), entry])) };
}

/** The unpacked bytes of a part; a part that is not there makes the file damaged. */
export function partOf({ file, entries }: Archive, name: string): AsyncGenerator<Buffer> {
  const entry = entries.get(name.toLowerCase()) ?? refuseImport('imports.damaged');
  return unpack(file, entry);
}

/** Which sheets the workbook has, in order, and which parts hold them. */
export async function workbookIndex(archive: Archive): Promise<WorkbookIndex> {
  await refuseMacroTypes(archive);
  const root = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument');
  const workbook = root?.part ?? 'xl/workbook.xml';
  const relations = await relationsOf(archive, workbook);
  if (relations.some(({ external }) => external)) refuseImport('imports.external_link');
  if (relations.some(({ type }) => /macrosheet|vba/iu.test(type))) refuseImport('imports.macros');
  const { sheets, date1904 } = await sheetsOf(archive, workbook, relations);
  const partFor = (kind: string) => relations.find(({ type }) => type === kind)?.part ?? null;
  return { sheets, date1904, sharedStrings: partFor('sharedStrings'), styles: partFor('styles') };
}

async function refuseMacroTypes(archive: Archive): Promise<void> {
  let isWorkbook = false;
  const open = (element: XmlElement) => {
    const type = attribute(element, 'ContentType') ?? '';
    if (/macroenabled|vbaproject/iu.test(type)) refuseImport('imports.macros');
    if (/spreadsheetml\.(sheet|template)\.main\+xml$/iu.test(type)) isWorkbook = true;
  };
  await readXml(partOf(archive, '[Content_Types].xml'), { open });
  if (!isWorkbook) refuseImport('imports.not_xlsx');
}

/** What a part refers to. */
export async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!archive.entries.has(name.toLowerCase())) return [];
  const relations: Relation[] = [];
  const open = (element: XmlElement) => {
    if (element.name === 'Relationship') relations.push(relationFrom(element, folder));
  };
  await readXml(partOf(archive, name), { open });
  return relations;
}

function relationFrom(element: XmlElement, folder: string): Relation {
  const target = attribute(element, 'Target') ?? '';
  const type = attribute(element, 'Type') ?? '';
  return {
    id: attribute(element, 'Id') ?? '',
    type: type.slice(type.lastIndexOf('/') + 1),
    part: target.startsWith('/') ? target.slice(1) : resolved(folder, target),
    external: attribute(element, 'TargetMode') === 'External',
  };
}

function resolved(folder: string, target: string): string {
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

async function sheetsOf(archive: Archive, workbook: string, relations: readonly Relation[]) {
  const sheets: SheetPart[] = [];
  let date1904 = false;
  const open = (element: XmlElement) => {
    if (element.name === 'workbookPr') date1904 = isOn(attribute(element, 'date1904'));
    if (element.name !== 'sheet') return;
    const relation = relations.find(({ id }) => id === attribute(element, 'id'));
    if (relation?.type !== 'worksheet') return;
    sheets.push({
      name: attribute(element, 'name') ?? '',
      hidden: (attribute(element, 'state') ?? 'visible') !== 'visible',
      part: relation.part,
    });
  };
  await readXml(partOf(archive, workbook), { open });
  return { sheets, date1904 };
}

/** How the cells of each style show numbers, in the order cells refer to them. */
export async function stylesOf(archive: Archive, part: string | null): Promise<readonly NumberFormat[]> {
  const formats = new Map<number, NumberFormat>();
  const styles: NumberFormat[] = [];
  let inCells = false;
  const open = (element: XmlElement) => {
    if (element.name === 'cellXfs') inCells = true;
    const id = Number(attribute(element, 'numFmtId') ?? 0);
    if (element.name === 'numFmt') formats.set(id, writtenFormat(attribute(element, 'formatCode') ?? ''));
    if (element.name === 'xf' && inCells) styles.push(formats.get(id) ?? builtInFormat(id));
  };
  const close = (name: string) => {
    if (name === 'cellXfs') inCells = false;
  };
  if (part !== null) await readXml(partOf(archive, part), { open, close });
  return styles;
}

type SharedStrings = {
  readonly strings: readonly string[] /** Those of which a part is struck out. */;
  readonly struck: ReadonlySet<number>;
};

/** The texts that cells refer to by number; pinyin guides above the characters are left out. */
export async function sharedStringsOf(archive: Archive, part: string | null): Promise<SharedStrings> {
  const strings: string[] = [];
  const struck = new Set<number>();
  let current = '';
  let inText = false;
  let inGuide = false;
  if (part === null) return { strings, struck };
  await readXml(partOf(archive, part), {
    open: (element) => {
      const { name } = element;
      if (strikes(element)) struck.add(strings.length);
      if (name === 'si') current = '';
      if (name === 'rPh') inGuide = true;
      inText = name === 't' && !inGuide;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') inGuide = false;
      if (name === 'si') strings.push(current);
    },
  });
  return { strings, struck };
}

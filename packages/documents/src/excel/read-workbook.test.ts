import { readFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';

import { givenParts, givenRow, givenWorkbook, relationsXml } from '../testing/workbook.ts';
import { givenZip } from '../testing/zip.ts';
import { readWorkbook } from './index.ts';
import type { Limits } from './limits.ts';

// Each reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const sheetData = `<sheetData>${givenRow(1, ['姓名', '单位'])}</sheetData>`;
const read = async (file: Uint8Array, limits: Partial<Limits> = {}) => readWorkbook(file, limits);
const refused = (code: string) => ({ name: 'Refusal', kind: 'invalid', code });

it('a workbook is read as a person sees it: texts, numbers, dates, marks, errors', async () => {
  const cells = [
    '<c r="A2" t="inlineStr"><is><r><t>缝制</t></r><r><t>一车间</t></r><rPh><t>feng</t></rPh></is></c>',
    '<c r="B2"><v>0.1</v></c><c r="C2" s="1"><v>46086</v></c><c r="D2" s="2"><v>46086.354166667</v></c><c r="E2" s="3"><v>42</v></c>',
    '<c r="F2"><v>990000197108102000</v></c><c r="G2" t="b"><v>1</v></c><c r="H2" t="e"><v>#REF!</v></c><c r="J2" s="1"/>',
    '<c r="K2"><f>B2*2</f><v>2.2000000000000002</v></c><c r="L2"><f>ROW()</f></c><c r="M2" s="1"><v>60</v></c>',
    '<c r="N2" t="str"><f>A1</f><v>a_x000D_b&amp;c</v></c>',
  ];
  const [sheet] = (await read(givenWorkbook(`<sheetData><row r="2" hidden="1">${cells.join('')}</row></sheetData>`))).sheets;

  expect(sheet?.rows).toEqual([
    {
      number: 2,
      hidden: true,
      cells: [
        { column: 1, kind: 'text', text: '缝制一车间' },
        { column: 2, kind: 'number', text: '0.1', number: 0.1 },
        { column: 3, kind: 'date', text: '2026-03-05', number: 46_086 },
        { column: 4, kind: 'date', text: '2026-03-05T08:30', number: 46_086.354166667 },
        { column: 5, kind: 'number', text: '00042', number: 42 },
        { column: 6, kind: 'number', text: '990000197108102000', number: 990_000_197_108_102_000 },
        { column: 7, kind: 'boolean', text: 'TRUE' },
        { column: 8, kind: 'error', text: '#REF!' },
        { column: 11, kind: 'number', text: '2.2', number: 2.2000000000000002, formula: true },
        { column: 12, kind: 'error', text: '=ROW()', formula: true },
        { column: 13, kind: 'date', text: '1900-02-29', number: 60 },
        { column: 14, kind: 'text', text: 'a\rb&c', formula: true },
      ],
    },
  ]);
});

it('a workbook counts days from 1904 when it says so, and then offers no bare number as a day', async () => {
  const workbook =
    '<workbook xmlns="m" xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="一" sheetId="1" r:id="r1" state="veryHidden"/></sheets></workbook>';
  const data =
    '<sheetData><row><c s="1"><v>44624</v></c><c><v>44624</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
  const [sheet] = (await read(givenWorkbook(data, { 'xl/workbook.xml': workbook }))).sheets;

  expect(sheet).toMatchObject({ hidden: true, merges: [{ top: 1, left: 1, bottom: 2, right: 2 }] });
  expect(sheet?.rows[0]?.cells).toEqual([
    { column: 1, kind: 'date', text: '2026-03-05', number: 44_624 },
    { column: 2, kind: 'number', text: '44624' },
  ]);
});

it('a workbook written by other programs, with prefixed names and no addresses, reads the same', async () => {
  const sheet =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
  const { sheets } = await read(givenWorkbook('', { 'xl/worksheets/sheet1.xml': sheet }));

  expect(sheets[0]?.rows).toEqual([{ number: 1, cells: [{ column: 1, kind: 'text', text: '甲' }] }]);
});

it('a workbook keeps every Chinese character, wherever the pieces of the file end', async () => {
  const texts = Array.from({ length: 20_000 }, (_, n) => `临溪第一工厂${'缝制一车间'.slice(0, n % 6)}${n}`);
  const rows = texts.map((text, n) => givenRow(n + 1, [text])).join('');
  const { sheets } = await read(givenWorkbook(`<sheetData>${rows}</sheetData>`));

  expect(sheets[0]?.rows.map(({ cells }) => cells[0]?.text)).toEqual(texts);
});

it('a workbook of an office is read whole, hidden rows and sheets marked', async () => {
  const { sheets } = await read(await readFile(new URL('../../testdata/offices/隐患台账-上半年.xlsx', import.meta.url)));

  expect(sheets.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual(['字典']);
  expect(sheets.flatMap(({ rows }) => rows.filter(({ hidden }) => hidden))).toHaveLength(7);
});

it.each([
  ['that is no xlsx', Buffer.from('姓名,单位\n'), 'imports.not_xlsx'],
  ['without a byte', Buffer.alloc(0), 'imports.not_xlsx'],
  ['of the old kind', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'imports.old_format'],
  [
    'under a password',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'imports.encrypted',
  ],
  ['with an encrypted entry', givenZip([{ name: '[Content_Types].xml', flags: 1 }]), 'imports.encrypted'],
  ['with more than 200 entries', givenZip(Array.from({ length: 201 }, (_, n) => ({ name: `a${n}` }))), 'imports.too_many_entries'],
  ['that climbs out of its folder', givenZip([{ name: 'xl/../../etc/passwd' }]), 'imports.unsafe_name'],
  ['with a backslash in a name', givenZip([{ name: 'xl\\workbook.xml' }]), 'imports.unsafe_name'],
  ['with NUL in a name', givenZip([{ name: 'xl/a\u0000.xml' }]), 'imports.unsafe_name'],
  ['with a symbolic link', givenZip([{ name: 'xl/link', madeBy: 3, attributes: 0xa1ff0000 }]), 'imports.symlink'],
  ['with two names that look alike', givenZip([...givenParts(sheetData), { name: 'xl/ｗorkbook.xml' }]), 'imports.unsafe_name'],
  ['with macros', givenZip([...givenParts(sheetData), { name: 'xl/vbaProject.bin' }]), 'imports.macros'],
  [
    'with a link to another file',
    givenZip([...givenParts(sheetData), { name: 'xl/externalLinks/externalLink1.xml' }]),
    'imports.external_link',
  ],
  ['with a data connection', givenZip([...givenParts(sheetData), { name: 'xl/connections.xml' }]), 'imports.external_link'],
  [
    'that packs zeros a thousand times',
    givenZip([...givenParts(sheetData), { name: 'xl/media/a.bin', bytes: Buffer.alloc(4 * 1024 * 1024) }]),
    'imports.bomb',
  ],
  ['that declares more than 100 MB', givenZip([...givenParts(sheetData), ...many(110)]), 'imports.unpacks_too_large'],
  ['cut short', givenWorkbook(sheetData).subarray(0, 400), 'imports.damaged'],
  ['without a workbook', givenZip([{ name: '[Content_Types].xml', text: '<Types/>' }]), 'imports.not_xlsx'],
])('a hostile file %s is refused', async (_, file, code) => {
  await expect(read(file)).rejects.toMatchObject(refused(code));
});

it('a hostile file is refused that is larger than 20 MB', async () => {
  await expect(read(Buffer.alloc(20 * 1024 * 1024 + 1))).rejects.toMatchObject(refused('imports.too_large'));
});

it('a hostile file is refused whose entry is larger than it claims', async () => {
  const parts = givenParts(`<sheetData>${givenRow(1, ['甲'.repeat(3000)])}</sheetData>`).map((part) =>
    part.name === 'xl/worksheets/sheet1.xml' ? { ...part, claimedSize: 100 } : part,
  );
  await expect(read(givenZip(parts))).rejects.toMatchObject(refused('imports.bomb'));
});

it.each([
  ['with an entity', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>', 'imports.damaged'],
  ['that is no XML', '<worksheet><sheetData><row>', 'imports.damaged'],
  ['nested a thousand deep', '<a>'.repeat(1000), 'imports.damaged'],
  ['with NUL', '<worksheet><sheetData>\u0000</sheetData></worksheet>', 'imports.damaged'],
  ['that tells a row twice', `<worksheet><sheetData>${givenRow(2, ['a'])}${givenRow(2, ['b'])}</sheetData></worksheet>`, 'imports.damaged'],
  [
    'that reaches into another program',
    `<worksheet><sheetData><row r="1"><c r="A1"><f>cmd|'/C calc'!A0</f><v>1</v></c></row></sheetData></worksheet>`,
    'imports.dde',
  ],
  [
    'that shows one text a million times',
    `<worksheet><sheetData>${Array.from({ length: 2000 }, (_, n) => `<row r="${n + 1}"><c t="s"><v>0</v></c></row>`).join('')}</sheetData></worksheet>`,
    'imports.too_much_text',
  ],
  [
    'wider than 200 columns',
    '<worksheet><sheetData><row r="1"><c r="GS1"><v>1</v></c></row></sheetData></worksheet>',
    'imports.too_many_columns',
  ],
])('a sheet %s is refused', async (_, sheet, code) => {
  const parts = {
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': `<sst><si><t>${'长'.repeat(40_000)}</t></si></sst>`,
    'xl/_rels/workbook.xml.rels': relationsXml(
      '<Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/>',
    ),
  };
  await expect(read(givenWorkbook('', parts))).rejects.toMatchObject(refused(code));
});

it('a hostile file is refused with a macro type hidden in the list of types', async () => {
  const types = '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
  await expect(read(givenWorkbook(sheetData, { '[Content_Types].xml': types }))).rejects.toMatchObject(refused('imports.macros'));
});

it('a hostile file is refused with a million rows and a dimension that claims one', async () => {
  // A block longer than what deflate looks back on, so that the archive is an honest one.
  const block = Array.from({ length: 4000 }, (_, n) => `<row><c><v>${(n * 2_654_435_761) % 1_000_003}</v></c></row>`).join('');
  const file = givenWorkbook(`<dimension ref="A1"/><sheetData>${block.repeat(325)}</sheetData>`);

  await expect(read(file)).rejects.toMatchObject(refused('imports.too_many_rows'));
});

it('a hostile file is refused that needs more memory or time than it gets', async () => {
  const strings = `<sst>${Array.from({ length: 200_000 }, (_, n) => `<si><t>${n * 7919}甲乙丙丁</t></si>`).join('')}</sst>`;
  const parts = {
    'xl/sharedStrings.xml': strings,
    'xl/_rels/workbook.xml.rels': relationsXml('<Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/>'),
  };
  const file = givenWorkbook(sheetData, parts);

  await expect(read(file, { heapMegabytes: 12 })).rejects.toMatchObject(refused('imports.needs_too_much_memory'));
  await expect(read(file, { wallTime: 60 })).rejects.toMatchObject(refused('imports.took_too_long'));
});

it('formatted cells without content do not count', async () => {
  const empty = Array.from({ length: 150_000 }, (_, n) => `<row r="${n + 2}"><c r="A${n + 2}" s="1"/></row>`).join('');
  const { sheets } = await read(givenWorkbook(`<sheetData>${givenRow(1, ['甲'])}${empty}</sheetData>`));

  expect(sheets[0]?.rows).toHaveLength(1);
});

/** Entries that each claim 1 MB, more than they hold. */
function many(count: number) {
  const noise = Buffer.from(Array.from({ length: 20_000 }, (_, n) => (n * 2_654_435_761) % 251));
  return Array.from({ length: count }, (_, n) => ({ name: `xl/media/${n}`, bytes: noise, claimedSize: 1_000_000 }));
}

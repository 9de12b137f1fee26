import exceljs, { type Worksheet } from 'exceljs';
import { columnName } from '@changming/domain/imports';

/** One column of a template. */
export type TemplateColumn = {
  readonly title: string;
  readonly required?: boolean;
  /** Shown when the cell is chosen: how to fill it in. */
  readonly hint?: string;
  readonly example?: string;
  /** Name of the dictionary from which values are chosen. */
  readonly dictionary?: string;
  /** Text keeps every digit of a number (工号, phone, identity number). */
  readonly kind?: 'text' | 'date' | 'number';
};

export type Template = {
  /** Name of the sheet to fill in. */
  readonly sheet: string;
  readonly columns: readonly TemplateColumn[];
  readonly dictionaries: Readonly<Record<string, readonly string[]>>;
  readonly words: { readonly example: string; readonly exampleNote: string; readonly chooseFromList: string; readonly notInList: string };
};

const lastRow = 5000;
const dictionarySheet = 'dictionaries';
const formats = { text: '@', date: 'yyyy-mm-dd', number: '0' } as const;

/**
 * An empty table to fill in: a header that stays in sight, drop-down lists from a sheet nobody sees, and a row that shows how.
 * The import passes over the example row, so that forgetting it does no harm.
 */
export async function templateWorkbook({ sheet: name, columns, dictionaries, words }: Template): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  const ranges = writeDictionaries(workbook, dictionaries);
  writeHeader(sheet, columns);
  writeExample(sheet, columns, words);
  columns.forEach((column, at) => {
    const letter = columnName(at + 1);
    sheet.getColumn(letter).numFmt = formats[column.kind ?? 'text'];
    const range = ranges.get(column.dictionary ?? '');
    if (range !== undefined) offerList(sheet, `${letter}2:${letter}${lastRow}`, { range, column, words });
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeDictionaries(workbook: exceljs.Workbook, dictionaries: Template['dictionaries']): ReadonlyMap<string, string> {
  const ranges = new Map<string, string>();
  const entries = Object.entries(dictionaries).filter(([, values]) => values.length > 0);
  if (entries.length === 0) return ranges;
  const sheet = workbook.addWorksheet(dictionarySheet, { state: 'veryHidden' });
  entries.forEach(([name, values], at) => {
    const letter = columnName(at + 1);
    sheet.getColumn(letter).values = [...values];
    ranges.set(name, `${dictionarySheet}!$${letter}$1:$${letter}$${values.length}`);
  });
  return ranges;
}

function writeHeader(sheet: Worksheet, columns: readonly TemplateColumn[]): void {
  const header = sheet.addRow(columns.map(({ title }) => title));
  header.height = 24;
  columns.forEach(({ title, required, hint }, at) => {
    const cell = header.getCell(at + 1);
    cell.font = { bold: true, color: { argb: required === true ? 'FFC00000' : 'FF1F1F1F' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
    cell.alignment = { vertical: 'middle', horizontal: 'center' };
    cell.border = { bottom: { style: 'thin', color: { argb: 'FF8EA9DB' } } };
    if (hint !== undefined) cell.note = { texts: [{ text: hint }] };
    sheet.getColumn(at + 1).width = Math.min(32, Math.max(12, title.length * 2 + 6));
  });
}

function writeExample(sheet: Worksheet, columns: readonly TemplateColumn[], words: Template['words']): void {
  const example = sheet.addRow(columns.map(({ example: value }, at) => (at === 0 ? words.example : (value ?? null))));
  example.eachCell((cell) => {
    cell.font = { italic: true, color: { argb: 'FF7F7F7F' } };
    cell.numFmt = '@';
  });
  example.getCell(1).note = { texts: [{ text: words.exampleNote }] };
}

type Offer = { readonly range: string; readonly column: TemplateColumn; readonly words: Template['words'] };

function offerList(sheet: Worksheet, cells: string, { range, column, words }: Offer): void {
  // exceljs keeps validations of whole ranges here; its types only know those of single cells.
  const { dataValidations } = sheet as unknown as { dataValidations: { add: (cells: string, validation: exceljs.DataValidation) => void } };
  dataValidations.add(cells, {
    type: 'list',
    formulae: [range],
    allowBlank: column.required !== true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: column.title,
    error: words.notInList,
    showInputMessage: true,
    promptTitle: column.title,
    prompt: column.hint ?? words.chooseFromList,
  });
}

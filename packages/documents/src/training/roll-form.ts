import type { TrainingCategory, TrainingLevel } from '@changming/domain/training';
import { zhCN } from '@changming/phrases';
import exceljs, { type Worksheet } from 'exceljs';

import { printable } from '../paper/paper.ts';

type Person = {
  readonly name: string;
  readonly staffNo: string | null;
  readonly unit: string;
  readonly way: 'scan' | 'list' | 'sheet' | null;
  readonly signedInAt: Date | null;
  readonly result: 'passed' | 'failed' | null;
  readonly score: number | null;
};

export type RollForm = {
  readonly session: {
    readonly title: string;
    readonly category: TrainingCategory;
    readonly level: TrainingLevel | null;
    readonly unit: string;
    readonly place: string | null;
    readonly trainer: string | null;
    readonly state: 'planned' | 'closed' | 'cancelled';
    readonly startsAt: Date | null;
    readonly endsAt: Date | null;
    readonly heldOn: string | null;
    readonly classHours: number;
  };
  readonly people: readonly Person[];
  readonly madeAt: Date;
};

const wide = [6, 12, 11, 20, 14, 9];
const headRows = 5;
/** So many lines a column at least, so that whoever comes besides has room to sign. */
const fewest = 20;

/**
 * 培训签到表 of one session as it is signed and filed: what was taught, then people in two columns. Whoever has signed in stands with the time,
 * whoever has not leaves room for a signature until the session is over. The labels are those that the import reads.
 */
export async function rollForm({ session, people, madeAt }: RollForm): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.created = madeAt;
  const words = zhCN.training.signInSheet;
  const sheet = workbook.addWorksheet(words.sheet);
  const { number, ...labels } = words.columns;
  const head = [number, words.staffNo, ...Object.values(labels)];
  sheet.columns = [...wide, ...wide].map((width) => ({ width }));
  for (const line of headOf(session, people)) sheet.addRow([printable(line)]);
  sheet.addRow([...head, ...head]);
  const half = Math.max(fewest, Math.ceil(people.length / 2));
  const cells = (at: number) => [at + 1, ...cellsOf(people[at], session.state)];
  for (let line = 0; line < half; line += 1) sheet.addRow([...cells(line), ...cells(line + half)]);
  dress(sheet, half);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function headOf(session: RollForm['session'], people: readonly Person[]): readonly string[] {
  const { signInSheet: words, categories, levels } = zhCN.training;
  const { title, category, level, unit, place, trainer, classHours } = session;
  const kind = level === null ? categories[category] : `${categories[category]} ${levels[level]}`;
  const part = (label: string, value: string | number | null) => `${label}：${value ?? ''}`;
  const line = (...parts: readonly string[]) => parts.join('　　');
  return [
    words.title,
    line(part(words.topic, title), part(words.category, kind)),
    line(part(words.time, timeOf(session)), part(words.hours, classHours), part(words.place, place), part(words.trainer, trainer)),
    line(
      part(words.holder, unit),
      part(words.expected, people.length),
      part(words.present, people.filter(({ way }) => way !== null).length),
    ),
  ];
}

const minutes = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** `2026-02-01 09:00-11:00`; over several days both ends with their days. */
function timeOf({ startsAt, endsAt, heldOn }: RollForm['session']): string | null {
  if (startsAt === null || endsAt === null) return heldOn;
  const [from, until] = [minutes.format(startsAt), minutes.format(endsAt)];
  return from.slice(0, 10) === until.slice(0, 10) ? `${from}-${until.slice(11)}` : `${from} 至 ${until}`;
}

function cellsOf(person: Person | undefined, state: RollForm['session']['state']) {
  if (person === undefined) return [null, null, null, null, null];
  const { name, staffNo, unit } = person;
  return [staffNo, printable(name), unit, signatureOf(person, state), markOf(person)];
}

function signatureOf({ way, signedInAt }: Person, state: RollForm['session']['state']): string | null {
  const { there, absent } = zhCN.training.signInSheet;
  if (way !== null) return signedInAt === null ? there : `${there} ${minutes.format(signedInAt).slice(11)}`;
  return state === 'closed' ? absent : null;
}

function markOf({ result, score }: Person): string | number | null {
  if (score !== null || result === null) return score;
  return zhCN.training.held.session.results[result];
}

function dress(sheet: Worksheet, half: number): void {
  const last = wide.length * 2;
  const line = { style: 'thin' } as const;
  for (let row = 1; row < headRows; row += 1) sheet.mergeCells(row, 1, row, last);
  sheet.getRow(1).font = { bold: true, size: 16 };
  sheet.getRow(1).alignment = { horizontal: 'center' };
  sheet.pageSetup = { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `1:${headRows}` };
  sheet.headerFooter = { oddFooter: `&L${zhCN.training.signInSheet.signatures}&R&P/&N` };
  for (let row = headRows; row <= half + headRows; row += 1) {
    sheet.getRow(row).height = 20;
    for (let column = 1; column <= last; column += 1) {
      const cell = sheet.getCell(row, column);
      cell.border = { top: line, left: line, bottom: line, right: line };
      cell.numFmt = typeof cell.value === 'number' ? '0' : '@';
    }
  }
}

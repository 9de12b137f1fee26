import { provinceCalled, unitCode, type UnitFlag, type UnitKind, unitKinds } from '../../units/index.ts';
import { choice } from '../answers.ts';
import { countFrom, markFrom } from '../numbers.ts';
import { nameFrom, titleInBrackets } from '../people.ts';
import { asText, type Reading, read, unread, type Written } from '../reading.ts';
import { cellOf, optional, problemAt, type RowReader, saidOf, words } from '../row-reader.ts';
import { plain, tidy } from '../text-keys.ts';
import { kindFromWord } from './unit-kind.ts';
import { flagFieldNames, flagFields, type UnitField } from './unit-fields.ts';
import type { UnitFacts } from './unit-draft.ts';

type Reader = RowReader<UnitField>;

/** As many and as long as a unit may have (units/inputs). */
export const mostShortNames = 20;
const longestShortName = 40;
const longestAssessment = 200;
const mostPeople = 1_000_000;

/** Everything a row says about its unit, apart from its name and parent. */
export function factsOf(reader: Reader): UnitFacts {
  return {
    code: optional(reader, 'code', (cell) => codeFrom(cell.text)),
    shortNames: shortNamesOf(reader),
    flags: flagsOf(reader),
    headcount: optional(reader, 'headcount', headcountFrom),
    province: provinceOf(reader),
    city: words(reader, 'city', 20),
    industry: industryOf(reader),
    dustAssessment: dustAssessmentOf(reader),
    address: words(reader, 'address'),
    leader: leaderOf(reader),
    leaderId: null,
    remark: words(reader, 'remark'),
    kind: kindOf(reader),
  };
}

function headcountFrom(cell: Written): Reading<number> {
  const count = countFrom(cell);
  return count.ok && count.value > mostPeople ? unread('number_unreadable') : count;
}

export function codeFrom(text: string): Reading<string> {
  const code = unitCode.safeParse(plain(text));
  return code.success ? read(code.data) : unread('unit_code_unreadable');
}

/** `劳安部、安委办` are two. */
export function shortNamesFrom(text: string): readonly string[] {
  const names = text.split(/[、,，;；/／\n\r]+/u).map(tidy);
  return [...new Set(names.filter((name) => name !== ''))];
}

function shortNamesOf(reader: Reader): readonly string[] {
  const names = shortNamesFrom(words(reader, 'shortNames', 800) ?? '');
  const isTooMuch = names.length > mostShortNames || names.some((name) => name.length > longestShortName);
  if (isTooMuch) reader.problems.push(problemAt(reader, 'shortNames', 'cell_too_long'));
  return names;
}

/** As it is written in full; a word that names no province stays, to be asked about. */
function provinceOf(reader: Reader): string | null {
  const word = saidOrWritten(reader, 'province', 20);
  return word === null ? null : (provinceCalled(plain(word)) ?? word);
}

/** `C1811`, `c-1811` and `C1811 机织服装制造` are one code; a word that is none stays, to be asked about. */
function industryOf(reader: Reader): string | null {
  const word = saidOrWritten(reader, 'industry', 40);
  if (word === null) return null;
  const { letter = '', digits } = industryWritten.exec(plain(word))?.groups ?? {};
  return digits === undefined ? word : `${letter.toUpperCase()}${digits}`;
}

function saidOrWritten(reader: Reader, field: UnitField, most: number): string | null {
  const said = saidOf(reader, field);
  return said === choice.empty ? null : (said ?? words(reader, field, most));
}

const industryWritten = /^(?<letter>[A-T]?)[\s.-]?(?<digits>\d{2,4})(?:[\s:、]*[\p{Script=Han}(].*)?$/iu;

/** In a column of its own, or typed in answer to the mark: then it is what stands in the cell of the mark. */
function dustAssessmentOf(reader: Reader): string | null {
  return words(reader, 'dustAssessment') ?? typedAssessment(reader);
}

function typedAssessment({ row, book }: Reader): string | null {
  const address = row.address('combustibleDust');
  const typed = address === null ? undefined : book.cell(row.source.sheet, address)?.text;
  const text = tidy(typed ?? '');
  return text === '' || text.length > longestAssessment || markFrom(asText(text)).ok ? null : text;
}

function flagsOf(reader: Reader): readonly UnitFlag[] {
  const flags = flagFieldNames.flatMap((field): readonly UnitFlag[] => {
    if (field === 'combustibleDust' && typedAssessment(reader) !== null) return flagFields[field];
    if (optional(reader, field, markFrom) !== true) return [];
    if (field === 'contractorsOrTenants') reader.warnings.push(problemAt(reader, field, 'contractors_or_tenants'));
    return flagFields[field];
  });
  return [...new Set(flags)];
}

const nobody = /^(待定|空缺|暂缺|缺|暂无|未定|待任命)$/u;

/** `郭晶霞 A00123`, `郭晶霞（A00123）`: a 工号 beside the name is none of it. */
export function leaderOf(reader: Reader): UnitFacts['leader'] {
  const cell = cellOf(reader, 'leader');
  if (cell === null || nobody.test(plain(cell.text))) return null;
  const staffNo = staffNoIn(plain(cell.text));
  const text = staffNo === null ? cell.text : plain(cell.text).replace(staffNo, ' ');
  const name = optional(reader, 'leader', (written) => nameFrom({ ...written, text }));
  return name === null ? null : { name, title: titleInBrackets(text), staffNo };
}

function staffNoIn(text: string): string | null {
  const number = /(?<![0-9A-Za-z])[A-Za-z]{0,6}-?\d{2,}(?![0-9A-Za-z-])/u.exec(text)?.[0] ?? null;
  return number === null || /^\d{7,}$/u.test(number) ? null : number.toUpperCase();
}

function kindOf(reader: Reader): UnitKind | null {
  const said = saidOf(reader, 'kind');
  const chosen = unitKinds.find((kind) => kind === said);
  if (chosen !== undefined || said === choice.empty) return chosen ?? null;
  const word = words(reader, 'kind');
  if (word === null) return null;
  const kind = kindFromWord(word);
  if (kind === null) reader.questions.push(problemAt(reader, 'kind', 'unit_kind_unknown', kindCandidates));
  return kind;
}

export const kindCandidates = unitKinds.map((kind) => ({ value: kind, label: kind }));

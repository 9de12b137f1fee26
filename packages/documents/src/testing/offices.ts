import type { Answers, KnownUnit, UnitDraft, Verdict, Workbook } from '@changming/domain/imports';
import { answersInput, choice } from '@changming/domain/imports';
import { readFile } from 'node:fs/promises';

import { readWorkbook } from '../excel/index.ts';

/** The bytes of an office file. */
export async function officeFile(name: string): Promise<Buffer> {
  return readFile(new URL(`../../testdata/offices/${name}`, import.meta.url));
}

const read = new Map<string, Promise<Workbook>>();

/** An office file as it is read, once for all tests of a process: each reading starts a process of its own. */
export function officeWorkbook(name: string): Promise<Workbook> {
  const known = read.get(name) ?? officeFile(name).then((file) => readWorkbook(file));
  read.set(name, known);
  return known;
}

/** The tree that stands after `drafts` went in. */
export function asKnownUnits(drafts: readonly UnitDraft[]): readonly KnownUnit[] {
  return drafts.map(({ key, parentKey, name, shortNames, kind, code }) => ({ id: key, parentId: parentKey, name, shortNames, kind, code }));
}

/** What the office said when it was asked about a ledger. */
export async function ledgerAnswers(name: string): Promise<Answers> {
  const said = JSON.parse((await officeFile('ledger-answers.json')).toString('utf8')) as Readonly<Record<string, unknown>>;
  return answersInput.parse(said[name]);
}

/** What a patient person would say to every question: the first unit on offer, and otherwise as little as possible. */
export function patientAnswers<Draft>(verdicts: readonly Verdict<Draft>[]): Answers {
  const asked = verdicts.flatMap((verdict) => {
    const list = verdict.kind === 'ask' ? verdict.questions : verdict.kind === 'wrong' ? verdict.problems : [];
    return list.map((problem) => ({ sheet: verdict.source.sheet, row: verdict.source.row, problem }));
  });
  const cells = asked.flatMap(({ sheet, problem: { cell, candidates } }) => {
    const offered = candidates?.map(({ value }) => value) ?? [];
    const value = offered.includes(choice.empty) ? choice.empty : offered[0];
    return cell === null || value === undefined ? [] : [{ sheet, cell, value }];
  });
  const rows = asked
    .filter(({ problem }) => problem.candidates === undefined)
    .map(({ sheet, row }) => ({ sheet, row, say: 'accept' as const }));
  return answersInput.parse({ cells, rows: [...new Map(rows.map((one) => [`${one.sheet}!${one.row}`, one])).values()] });
}

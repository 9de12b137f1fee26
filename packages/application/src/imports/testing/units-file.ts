import { type Answers, noAnswers, type Sheet, signOfName } from '@changming/domain/imports';

import type { Caller } from '../../context.ts';
import { answerImport, bringIn, declareImport, planImport, receiveImport, startImport } from '../index.ts';

export type Said = { readonly [Part in keyof Answers]?: Answers[Part] };
type File = { readonly rows: readonly (readonly string[])[]; readonly said?: Said; readonly on?: string };

const sheetOf = (rows: File['rows']): Sheet => ({
  name: 'Sheet1',
  hidden: false,
  merges: [],
  rows: rows.map((texts, at) => ({
    number: at + 1,
    cells: texts.flatMap((text, column) => (text === '' ? [] : [{ column: column + 1, text, kind: 'text' as const }])),
  })),
});

/** A file of units from its rows to the verdicts, with what a person says to them; then whoever brings it in, all of it or what is ready. */
export async function judgedUnits(caller: Caller, unitId: string, { rows, said, on = '2026-01-15' }: File) {
  const { id: batchId } = await declareImport(caller, { kind: 'units', unitId, fileName: '组织机构.xlsx', effectiveOn: on });
  const sheets = [sheetOf(rows)];
  await receiveImport(caller, { batchId, content: new Uint8Array([1]), hash: batchId.replaceAll('-', '').repeat(2) });
  await planImport(caller, { batchId, sheets });
  const answer = async (by: Caller, answers: Said) => {
    await answerImport(by, { batchId, answers: { ...noAnswers, ...answers } });
    await planImport(by, { batchId, sheets });
  };
  if (said !== undefined) await answer(caller, said);
  const bring = async (by: Caller = caller, onlyIfAll = true) => {
    await startImport(by, { batchId, onlyIfAll });
    return bringIn(by, { batchId, kind: 'units' }, async () => sheets);
  };
  return { batchId, answer, bring };
}

/** 按文件更新 said of these rows. */
export const replace = (...rows: readonly number[]) => ({
  rows: rows.map((row) => ({ sheet: 'Sheet1', row, say: 'replace' as const })),
});

/** 按文件更新 said to the question whether the unit of a row, that was called `name` then, was renamed. */
export const renaming = (row: number, name: string) => ({
  rows: [{ sheet: 'Sheet1', row, say: 'replace' as const, about: 'unit_renamed' as const, seen: signOfName(name) }],
});

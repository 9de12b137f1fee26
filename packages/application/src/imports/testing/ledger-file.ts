import { type Answers, answersInput, type ImportProblem, type Sheet, signOf } from '@changming/domain/imports';

import type { Caller } from '../../context.ts';
import { answerImport, bringIn, declareImport, listImportGroups, planImport, readImport, receiveImport, startImport } from '../index.ts';

export type Office = { readonly caller: Caller; readonly unitId: string };
type Told = Partial<Record<'text' | 'found' | 'responsible' | 'funds' | 'due' | 'closed' | 'done', string>>;

const sheet = '2025年台账';
const header = ['受检单位', '检查日期', '隐患描述', '等级', '责任人', '整改资金', '整改期限', '是否销号', '整改完成时间'];

/** A row of a ledger of 缝制一车间: open, with nobody and no money named. */
export function toldRow({ text = '成品库防火门常开未复位', found = '2025-12-11', ...told }: Told = {}): readonly string[] {
  const { responsible = '', funds = '', due = '2025-12-20', closed = '否', done = '' } = told;
  return ['缝制一车间', found, text, '车间级', responsible, funds, due, closed, done];
}

const rowAt = (texts: readonly string[], at: number) => ({
  number: at + 1,
  cells: texts.flatMap((text, column) => (text === '' ? [] : [{ column: column + 1, text, kind: 'text' as const }])),
});

type Answer = Omit<Answers['rows'][number], 'sheet' | 'seen'> & { readonly about: ImportProblem };

/**
 * A ledger from its rows, which begin at 2, to the verdicts; what a person says to its questions as the page sends it, with what stood beside
 * them; and its coming in, as the worker brings it.
 */
export async function sentLedger({ caller, unitId }: Office, ...rows: readonly (readonly string[])[]) {
  const file = { kind: 'hazards', unitId, effectiveOn: '2025-01-01' } as const;
  const sheets: Sheet[] = [{ name: sheet, hidden: false, merges: [], rows: [header, ...rows].map(rowAt) }];
  const fileName = `${rows.length}行.xlsx`;
  const { id: batchId } = await declareImport(caller, { ...file, fileName });
  await receiveImport(caller, { batchId, content: new Uint8Array([1]), hash: batchId.replaceAll('-', '').repeat(2) });
  await planImport(caller, { batchId, sheets });
  const questions = async () => (await listImportGroups(caller, { batchId, verdict: 'ask', limit: 50 })).items;
  const answer = async (...said: readonly Answer[]) => {
    const asked = await questions();
    const seenBeside = ({ row, about, of }: Answer) => {
      const question = asked.find(({ code, places }) => code === about && places.some((place) => place.row === row));
      return signOf(question?.candidates.find(({ value }) => of === undefined || value === of)?.beside);
    };
    const before = (await readImport(caller, { batchId })).answers.rows;
    const answers = answersInput.parse({ rows: [...before, ...said.map((each) => ({ sheet, ...each, seen: seenBeside(each) }))] });
    await answerImport(caller, { batchId, answers });
    await planImport(caller, { batchId, sheets });
  };
  const bring = async (onlyIfAll = true) => {
    await startImport(caller, { batchId, onlyIfAll });
    return bringIn(caller, { batchId, kind: 'hazards' }, async () => sheets);
  };
  return { batchId, fileName, questions, answer, bring, counts: async () => (await readImport(caller, { batchId })).counts };
}

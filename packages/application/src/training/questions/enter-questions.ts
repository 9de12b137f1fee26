import { refuse } from '@changming/domain/kernel';
import { enterQuestionsInput, objectionToQuestion, type QuestionRow } from '@changming/domain/training';

import { type Changed, command, type Writing } from '../../context.ts';
import { unitInScope } from '../../units/index.ts';
import { isSameKey, questionColumns, questionSearchKey, saveQuestion, type StoredQuestion, toldQuestion } from './question-store.ts';

/** What became, or would become, of a row. */
export type QuestionVerdict = { readonly row: number; readonly code: string; readonly verdict: 'added' | 'changed' | 'same' | 'elsewhere' };

type Entered = { readonly dryRun: boolean; readonly verdicts: readonly QuestionVerdict[] };

/**
 * 导入题库: rows of a workbook into the bank of one unit, all or none. A code that the unit has means that question; a code of a unit above is
 * left alone, so that an exported bank comes back without doubling it. A dry run says what would happen and changes nothing.
 */
export const enterQuestions = command({
  permission: 'training.editQuestions',
  name: 'training.enterQuestions',
  input: enterQuestionsInput,
  async run(work, { unitId, dryRun, rows }) {
    const { tx, scope, trail } = work;
    await unitInScope(tx, scope, unitId);
    const faulty = rows.find((row) => objectionToQuestion(row) !== null);
    if (faulty !== undefined) refuse('invalid', objectionToQuestion(faulty) ?? 'training.answer_unfit', { row: faulty.row });
    const own = new Map(
      (await tx.selectFrom('exam_questions').selectAll().where('unit_id', '=', unitId).execute()).map((each) => [each.code, each]),
    );
    const above = await codesAbove(work, unitId);
    const coded = numbered(rows, [...own.keys(), ...above]);
    const verdicts = coded.map(
      (row): QuestionVerdict => ({ row: row.row, code: row.code, verdict: verdictOf(row, own.get(row.code), above) }),
    );
    if (dryRun) return trail<Entered>([], { dryRun, verdicts });
    const changes: Changed[] = [];
    for (const [at, row] of coded.entries()) {
      const verdict = verdicts[at]?.verdict;
      if (verdict === 'added' || verdict === 'changed') changes.push(await enter(work, { unitId, row, known: own.get(row.code) }));
    }
    return trail<Entered>(changes, { dryRun, verdicts });
  },
});

type Coded = QuestionRow & { readonly code: string };

/** Rows without a code get the next free ones. */
function numbered(rows: readonly QuestionRow[], taken: readonly string[]): Coded[] {
  const used = [...taken, ...rows.flatMap(({ code }) => code ?? [])].flatMap((code) =>
    /^Q\d{4,}$/.test(code) ? Number(code.slice(1)) : [],
  );
  let last = Math.max(0, ...used);
  return rows.map((row) => {
    if (row.code !== null) return { ...row, code: row.code };
    last += 1;
    return { ...row, code: `Q${String(last).padStart(4, '0')}` };
  });
}

function verdictOf(row: Coded, known: StoredQuestion | undefined, above: ReadonlySet<string>): QuestionVerdict['verdict'] {
  if (known === undefined) return above.has(row.code) ? 'elsewhere' : 'added';
  const columns = questionColumns(row);
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const same = names.every((name) => JSON.stringify(columns[name]) === JSON.stringify(known[name]));
  return same && known.retired_on === null ? 'same' : 'changed';
}

async function codesAbove({ tx }: Writing, unitId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('exam_questions as q')
    .innerJoin('units as u', 'u.id', 'q.unit_id')
    .innerJoin('units as own', (join) => join.on('own.id', '=', unitId).onRef('u.lo', '<', 'own.lo').onRef('u.hi', '>=', 'own.lo'))
    .select('q.code')
    .execute();
  return new Set(rows.map(({ code }) => code));
}

type Entering = { readonly unitId: string; readonly row: Coded; readonly known: StoredQuestion | undefined };

async function enter({ tx, newId }: Writing, { unitId, row, known }: Entering): Promise<Changed> {
  const columns = questionColumns(row);
  const search_key = questionSearchKey(row.code, row.stem);
  const after = toldQuestion({ ...columns, code: row.code });
  if (known !== undefined) {
    await saveQuestion(tx, known, { ...columns, retired_on: null, search_key });
    return { subjectId: known.id, unitId, before: toldQuestion(known), after: { ...after, keyChanged: !isSameKey(known, columns) } };
  }
  const id = newId();
  await tx
    .insertInto('exam_questions')
    .values({ id, unit_id: unitId, code: row.code, ...columns, search_key })
    .execute();
  return { subjectId: id, unitId, before: null, after };
}

import { type AnswerInput, type ChecklistItem, objectionToAnswers, type Verdict, verdictOf } from '@changming/domain/inspections';
import { refuse } from '@changming/domain/kernel';

export type Answered = { readonly item: ChecklistItem; readonly answer: AnswerInput; readonly verdict: Verdict };

/** Answers judged item by item in the order of the checklist; refuses what cannot be handed in and names the items. */
export function judged(
  items: readonly ChecklistItem[],
  answers: readonly AnswerInput[],
  last: ReadonlyMap<string, number>,
): readonly Answered[] {
  const objection = objectionToAnswers(items, answers, last);
  if (objection !== null) refuse('invalid', objection.code, objection.facts);
  const given = new Map(answers.map((answer) => [answer.item, answer]));
  const all = items.flatMap((item) => {
    const answer = given.get(item.code);
    const verdict = answer === undefined ? null : verdictOf(item, answer);
    return answer === undefined || verdict === null ? [] : [{ item, answer, verdict }];
  });
  const hopeful = all.find(({ answer, verdict }) => answer.hazard !== undefined && verdict !== 'fail');
  if (hopeful !== undefined) refuse('invalid', 'inspections.hazard_on_pass', { item: hopeful.item.code });
  return all;
}

const letters = { pass: 'p', fail: 'f', notApplicable: 'n' } as const satisfies Record<Verdict, string>;
const verdictsBy: Readonly<Record<string, Verdict>> = { p: 'pass', f: 'fail', n: 'notApplicable' };

/** How a check is kept: one letter an item, and beside it only what is not plain. */
export function keptAnswers(answered: readonly Answered[], answers: readonly AnswerInput[]) {
  const positions = answers.map(({ item }) => answered.findIndex((each) => each.item.code === item) + 1);
  const inOrder = positions.every((position, at) => position === at + 1);
  const readings = answered.flatMap(({ item, answer }) => (answer.reading === undefined ? [] : [[item.code, answer.reading] as const]));
  const details = answered.flatMap(({ item, answer }) => (answer.note === undefined ? [] : [[item.code, { note: answer.note }] as const]));
  return {
    verdicts: answered.map(({ verdict }) => letters[verdict]).join(''),
    answered: inOrder ? null : positions,
    readings: readings.length === 0 ? null : JSON.stringify(Object.fromEntries(readings)),
    details: details.length === 0 ? null : JSON.stringify(Object.fromEntries(details)),
    failed: answered.filter(({ verdict }) => verdict === 'fail').length,
  };
}

export function verdictAt(verdicts: string, at: number): Verdict {
  return verdictsBy[verdicts.charAt(at)] ?? 'notApplicable';
}

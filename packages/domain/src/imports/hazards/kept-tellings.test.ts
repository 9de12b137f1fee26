import { describe, expect, it } from 'vitest';

import { answeredInTurn, type SaidOfRow } from '../../testing/answered-in-turn.ts';
import { givenKnownHazard } from '../../testing/given-known-hazard.ts';
import { givenSheet } from '../../testing/given-sheet.ts';
import { type Answers, noAnswers } from '../answers.ts';
import type { BesideField } from '../problems.ts';
import type { KnownHazard } from './hazard-draft.ts';
import { planHazards } from './plan-hazards.ts';

const units = [{ id: 'w', name: '织造车间', shortNames: [], parentId: null, kind: 'workshop', code: null } as const];
const persons = ['张敏', '李建国'].map((name) => ({ id: name, name, unitId: 'w' }));
const header = ['受检单位', '检查日期', '隐患描述', '等级', '责任人', '整改资金', '整改期限', '完成日期', '验收日期', '是否销号'];
const words = '二楼东侧配电箱前堆放布料两捆';
type Told = Partial<Readonly<Record<'text' | 'responsible' | 'funds' | 'due' | 'done' | 'accepted' | 'closed', string | null>>>;
const row = ({ text = words, responsible = '张敏', funds = null, due = '2026-03-08', ...state }: Told = {}) => {
  const { done = null, accepted = null, closed = '否' } = state;
  return ['织造车间', '2026-03-05', text, '车间级', responsible, funds, due, done, accepted, closed];
};
const there = (over: Partial<KnownHazard> = {}) =>
  givenKnownHazard({ id: '1', text: words, responsible: [{ name: '张敏', id: '张敏' }], funds: 50_000, ...over });
const keptOf = (told: Partial<Record<BesideField, string>>) =>
  Object.entries(told).map(([field, value]) => ({ field: field as BesideField, value }));

function planned(told: Told, known: KnownHazard, said: readonly SaidOfRow[] = []) {
  const options = { today: '2026-10-10', persons, existing: [known], fileHash: 'late' };
  const plan = (answers: Answers) => planHazards([givenSheet([header, row(told)])], units, { ...options, answers });
  const { verdicts, remembered, counts } = plan(said.length === 0 ? noAnswers : answeredInTurn(said, (given) => plan(given).verdicts));
  return { verdict: verdicts.find(({ source }) => source.row === 2), remembered, counts };
}
const asked = (...beside: readonly object[]) => ({ kind: 'ask', questions: [{ code: 'hazard_differs', candidates: [{ beside }] }] });
const due = (theirs: string) => ({ field: 'dueOn', ours: '2026-03-08', theirs });

describe('what a person keeps against a ledger', () => {
  const keep = [{ row: 2, say: 'keep', about: 'hazard_differs' }];

  it('is remembered, with all that stood beside the question, and counts as one answer', () => {
    const { verdict, remembered, counts } = planned({ due: '2026-03-18', funds: '800' }, there(), keep);
    expect(verdict).toMatchObject({ kind: 'skip', reason: 'kept_as_is' });
    const beside = [due('2026-03-18'), { field: 'funds', ours: '500', theirs: '800' }];
    expect(remembered).toEqual([{ kind: 'kept', hazard: { id: '1' }, source: { sheet: 'Sheet1', row: 2 }, beside }]);
    expect(counts).toMatchObject({ remembered: 1 });
  });

  it('is remembered too where the words are others, and then it is two things in one answer', () => {
    const told = { text: '二楼东侧配电箱前堆放布料三捆', due: '2026-03-18' };
    const { remembered, counts } = planned(told, there(), [{ row: 2, say: 'keep', about: 'hazard_similar_there' }]);
    expect(remembered).toMatchObject([{ kind: 'same' }, { kind: 'kept', beside: [due('2026-03-18')] }]);
    expect(counts).toMatchObject({ remembered: 1 });
  });

  it('is not asked again when another ledger tells the very same, which is listed among the rows that stay out', () => {
    const known = there({ kept: keptOf({ dueOn: '2026-03-18' }) });
    expect(planned({ due: '2026-03-18' }, known)).toMatchObject({
      verdict: {
        kind: 'skip',
        reason: 'kept_as_is',
        warnings: [{ code: 'hazard_tells_otherwise', candidates: [{ beside: [due('2026-03-18')] }] }],
      },
      remembered: [],
    });
    expect(planned({ due: '2026-03-18' }, there({ dueOn: '2026-03-09', kept: known.kept ?? [] })).verdict).toMatchObject({
      reason: 'kept_as_is',
    });
    const person = there({ kept: keptOf({ responsible: '李 建国' }) });
    expect(planned({ responsible: '李建国' }, person).verdict).toMatchObject({ reason: 'kept_as_is' });
  });

  it('is asked where the ledger tells another value, and of another field that alone is asked', () => {
    const known = there({ kept: keptOf({ dueOn: '2026-03-18' }) });
    expect(planned({ due: '2026-03-19' }, known).verdict).toMatchObject(asked(due('2026-03-19')));
    expect(planned({ due: '2026-03-18', funds: '800' }, known).verdict).toMatchObject(asked({ field: 'funds', theirs: '800' }));
    const replace = [{ row: 2, say: 'replace', about: 'hazard_differs' }];
    const { verdict } = planned({ due: '2026-03-18', funds: '800' }, known, replace);
    expect(verdict, 'what was kept stays').toMatchObject({
      kind: 'ready',
      draft: { dueOn: '2026-03-08', funds: 80_000, takes: ['funds'] },
    });
    const [money, person] = [keptOf({ funds: '800' }), keptOf({ responsible: '李建国' })];
    expect(planned({ funds: '800', responsible: '李建国' }, there({ kept: [...money, ...person] })).verdict).toMatchObject({
      reason: 'kept_as_is',
    });
  });

  it('does not keep out what nobody kept: a ledger that closes the hazard and tells the deadline that was kept closes it', () => {
    const told = { due: '2026-03-18', done: '2026-03-07', accepted: '2026-03-07', closed: '是' };
    const { verdict } = planned(told, there({ kept: keptOf({ dueOn: '2026-03-18' }) }));
    expect(verdict).toMatchObject({ kind: 'ready', draft: { stage: 'closed', dueOn: '2026-03-08', closedOn: '2026-03-07' } });
  });

  it('is one thing where it tells how far the work has come: that it is closed on another day is asked with all of it', () => {
    const closed = { done: '2026-03-07', accepted: '2026-03-07', closed: '是' };
    const known = there({ kept: keptOf({ stage: 'closed', doneOn: '2026-03-07', acceptedOn: '2026-03-07' }) });
    expect(planned(closed, known).verdict).toMatchObject({ kind: 'skip', reason: 'kept_as_is' });
    expect(planned({ ...closed, funds: '800' }, known).verdict).toMatchObject(asked({ field: 'funds' }));
    expect(planned({ ...closed, accepted: '2026-03-09' }, known).verdict).toMatchObject(
      asked({ field: 'stage', theirs: 'closed' }, { field: 'doneOn' }, { field: 'acceptedOn', theirs: '2026-03-09' }),
    );
  });

  it('and what would open a hazard again goes with its deadline', () => {
    const settled = {
      stage: 'closed',
      doneOn: '2026-03-07',
      closedOn: '2026-03-07',
      kept: keptOf({ stage: 'assigned', dueOn: '2026-05-01' }),
    } as const;
    expect(planned({ due: '2026-05-01' }, there(settled)).verdict).toMatchObject({ kind: 'skip', reason: 'kept_as_is' });
    expect(planned({ due: '2026-06-01' }, there(settled)).verdict).toMatchObject({
      kind: 'ask',
      questions: [{ code: 'hazard_moved_back', candidates: [{ beside: [{ field: 'stage' }, { field: 'dueOn', theirs: '2026-06-01' }] }] }],
    });
  });
});

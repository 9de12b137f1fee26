import { describe, expect, it } from 'vitest';

import { answeredInTurn, type SaidOfRow } from '../../testing/answered-in-turn.ts';
import { givenKnownHazard } from '../../testing/given-known-hazard.ts';
import { givenSheet } from '../../testing/given-sheet.ts';
import { type Answers, noAnswers } from '../answers.ts';
import { signOf } from '../sign-of.ts';
import type { BesideField } from '../problems.ts';
import type { KnownHazard } from './hazard-draft.ts';
import { planHazards } from './plan-hazards.ts';

const units = [{ id: 'w', name: '织造车间', shortNames: [], parentId: null, kind: 'workshop', code: null } as const];
const persons = ['张敏', '李建国'].map((name) => ({ id: name, name, unitId: 'w' }));
const header = ['受检单位', '检查日期', '隐患描述', '等级', '部位', '责任人', '整改资金', '整改期限', '完成日期', '验收日期', '是否销号'];
type Told = Readonly<Record<'text' | 'place' | 'responsible' | 'funds' | 'due' | 'done' | 'accepted' | 'closed', string | null>>;
const usual: Told = {
  text: '二楼东侧配电箱前堆放布料两捆',
  place: null,
  responsible: '张敏',
  funds: null,
  due: '2026-03-08',
  done: null,
  accepted: null,
  closed: '否',
};
const row = (over: Partial<Told> = {}, level: string | null = '车间级') => {
  const { text, place, responsible, funds, due, done, accepted, closed } = { ...usual, ...over };
  return ['织造车间', '2026-03-05', text, level, place, responsible, funds, due, done, accepted, closed];
};
const there = (over: Partial<KnownHazard> = {}) =>
  givenKnownHazard({ id: '1', text: usual.text ?? '', responsible: [{ name: '张敏', id: '张敏' }], rows: ['early!Sheet1!2'], ...over });
const other = '二楼东侧配电箱前堆放布料三捆';

function planned(rows: readonly (readonly (string | null)[])[], existing: readonly KnownHazard[] = [], said: readonly SaidOfRow[] = []) {
  const options = { today: '2026-10-10', persons, existing, fileHash: 'late' };
  const plan = (answers: Answers) => planHazards([givenSheet([header, ...rows])], units, { ...options, answers });
  const answers = said.length === 0 ? noAnswers : answeredInTurn(said, (given) => plan(given).verdicts);
  const { verdicts, remembered } = plan(answers);
  return { verdicts: verdicts.filter(({ source }) => source.row > 1), remembered };
}
const judged = (...given: Parameters<typeof planned>) => planned(...given).verdicts;
const differs = (field: BesideField, ours: string | null, theirs: string) => ({ field, ours, theirs });
const asked = (code: string, ...beside: readonly object[]) => ({ kind: 'ask', questions: [{ code, candidates: [{ beside }] }] });

describe('a row in the very words of a hazard that is there', () => {
  it.each<[string, Partial<Told>, Partial<KnownHazard>, object]>([
    ['an earlier deadline', { due: '2026-03-07' }, {}, differs('dueOn', '2026-03-08', '2026-03-07')],
    ['a later deadline', { due: '2026-04-08' }, {}, differs('dueOn', '2026-03-08', '2026-04-08')],
    ['another person', { responsible: '李建国' }, {}, differs('responsible', '张敏', '李建国')],
    ['a person who is not known', { responsible: '王五' }, {}, differs('responsible', '张敏', '王五')],
    ['another amount', { funds: '800' }, { funds: 50_000 }, differs('funds', '500', '800')],
    [
      'another day of the work done',
      { done: '2026-03-07' },
      { stage: 'submitted', doneOn: '2026-03-06' },
      differs('doneOn', '2026-03-06', '2026-03-07'),
    ],
  ])('is asked about for %s, and nothing is taken unless a person says so', (_, over, known, beside) => {
    const existing = [there(known)];
    expect(judged([row(over)], existing)).toMatchObject([asked('hazard_differs', beside)]);
    const about = 'hazard_differs';
    expect(judged([row(over)], existing, [{ row: 2, say: 'keep', about }])).toMatchObject([{ kind: 'skip', reason: 'kept_as_is' }]);
    expect(judged([row(over)], existing, [{ row: 2, say: 'replace', about }])).toMatchObject([
      { kind: 'ready', draft: { existingId: '1' }, warnings: [{ code: 'hazard_moved_on', candidates: [{ beside: [beside] }] }] },
    ]);
  });

  it('is asked about all that differs at once, and takes all of it together', () => {
    const rows = [row({ due: '2026-03-10', responsible: '李建国', done: '2026-03-09', accepted: '2026-03-09', closed: '是' })];
    const all = [
      differs('stage', 'assigned', 'closed'),
      differs('dueOn', '2026-03-08', '2026-03-10'),
      differs('doneOn', null, '2026-03-09'),
      differs('acceptedOn', null, '2026-03-09'),
      differs('responsible', '张敏', '李建国'),
    ];
    expect(judged(rows, [there()])).toMatchObject([asked('hazard_differs', ...all)]);
    const replace = { row: 2, say: 'replace', about: 'hazard_differs' };
    const taken = { stage: 'closed', dueOn: '2026-03-10', closedOn: '2026-03-09', responsible: [{ id: '李建国' }] };
    expect(judged(rows, [there()], [replace])).toMatchObject([{ kind: 'ready', draft: taken }]);
  });

  it('is asked about again where the hazard or the difference is another than it was when a person answered', () => {
    const rows = [row({ due: '2026-03-10' })];
    const about = 'hazard_differs';
    const replace = { row: 2, say: 'replace', about, seen: signOf([differs('dueOn', '2026-03-08', '2026-03-10')]) };
    expect(judged(rows, [there()], [replace])).toMatchObject([{ kind: 'ready', draft: { dueOn: '2026-03-10' } }]);
    const moved = there({ dueOn: '2026-03-20' });
    expect(judged(rows, [moved], [replace]), 'ours').toMatchObject([asked(about, differs('dueOn', '2026-03-20', '2026-03-10'))]);
    const [theirs] = judged([row({ due: '2026-03-11' })], [there()], [replace]);
    expect(theirs, 'theirs').toMatchObject(asked(about, differs('dueOn', '2026-03-08', '2026-03-11')));
    const [more] = judged([row({ due: '2026-03-10', funds: '800' })], [there({ funds: 50_000 })], [replace]);
    expect(more, 'one more').toMatchObject(asked(about, differs('dueOn', '2026-03-08', '2026-03-10'), differs('funds', '500', '800')));
    const unseen = { row: 2, say: 'replace', about, seen: '' };
    expect(judged(rows, [there()], [unseen]), 'nobody saw what differs').toMatchObject([{ kind: 'ask' }]);
    expect(judged(rows, [there()], [{ row: 2, say: 'replace' }]), 'nor of the row as a whole').toMatchObject([{ kind: 'ask' }]);
  });

  it('adds what is not known yet, lists it, and leaves what it is silent about', () => {
    const [verdict] = judged([row({ due: null, responsible: null, funds: '800' })], [there()]);
    expect(verdict).toMatchObject({
      kind: 'ready',
      draft: { dueOn: '2026-03-08', responsible: [], funds: 80_000, takes: ['funds'] },
      warnings: [{ code: 'hazard_moved_on', candidates: [{ beside: [differs('funds', null, '800')] }] }],
    });
  });

  it('of a day of acceptance compares what is known, else the day of closing', () => {
    const closed = { stage: 'closed', doneOn: '2026-03-07', closedOn: '2026-03-07' } as const;
    const told = { done: '2026-03-07', accepted: '2026-03-09', closed: '是' };
    expect(judged([row(told)], [there(closed)])).toMatchObject([
      asked('hazard_differs', differs('acceptedOn', '2026-03-07', '2026-03-09')),
    ]);
    const accepted = { ...closed, acceptedOn: '2026-03-09', closedOn: '2026-03-09' };
    expect(judged([row(told)], [there(accepted)])).toMatchObject([{ kind: 'skip', reason: 'already_there' }]);
    const silent = judged([row({ ...told, accepted: null, funds: '1' })], [there(accepted)]);
    expect(silent, 'the day of closing stays').toMatchObject([{ draft: { acceptedOn: '2026-03-09', closedOn: '2026-03-09' } }]);
  });

  it('lists what it tells otherwise where it changes nothing: an older ledger, and a hazard that goes on here', () => {
    const settled = there({ stage: 'closed', dueOn: '2026-03-09', doneOn: '2026-03-07', closedOn: '2026-03-07' });
    const due = differs('dueOn', '2026-03-09', '2026-03-07');
    const listed = (...beside: readonly object[]) => [{ code: 'hazard_tells_otherwise', candidates: [{ beside }] }];
    expect(judged([row({ due: '2026-03-07' })], [settled])).toMatchObject([
      { kind: 'skip', reason: 'tells_less', warnings: listed(differs('stage', 'closed', 'assigned'), due) },
    ]);
    expect(judged([row({ due: '2026-03-07' })], [there({ dueOn: '2026-03-09', livesOn: true })])).toMatchObject([
      { kind: 'skip', reason: 'lives_on', warnings: listed(due) },
    ]);
  });

  it('lists another level than the hazard has, which no ledger changes', () => {
    const listed = { code: 'hazard_tells_otherwise', candidates: [{ beside: [differs('level', 'workshop', 'major')] }] };
    const known = there({ level: 'workshop' });
    expect(judged([row({}, '重大')], [known])).toMatchObject([{ kind: 'skip', reason: 'already_there', warnings: [listed] }]);
    const [moved] = judged([row({ funds: '800' }, '重大')], [known]);
    expect(moved).toMatchObject({ kind: 'ready', draft: { takes: ['funds'] }, warnings: [{ code: 'hazard_moved_on' }, listed] });
    expect(judged([row()], [known])[0]).not.toHaveProperty('warnings');
  });

  it('names the responsible person as the ledger before did: whom it could not find is not asked about again', () => {
    const known = there({ responsible: [{ name: '李建国', id: '李建国' }], responsibleSaid: '王五、李建国' });
    expect(judged([row({ responsible: '王五、李建国' })], [known])).toMatchObject([{ kind: 'skip', reason: 'already_there' }]);
    expect(judged([row({ responsible: '王五、李建国' })], [{ ...known, livesOn: true }])).toMatchObject([{ reason: 'lives_on' }]);
  });
});

describe('a row in other words', () => {
  const about = 'hazard_similar_there';
  const closed = { text: other, done: '2026-03-07', accepted: '2026-03-09', closed: '是' };

  it('is asked about with what differs beside it, and takes it when it is called the same', () => {
    const rows = [row({ text: other, due: '2026-03-07', responsible: '李建国' })];
    const beside = [differs('dueOn', '2026-03-08', '2026-03-07'), differs('responsible', '张敏', '李建国')];
    expect(judged(rows, [there()])).toMatchObject([asked('hazard_similar_there', ...beside)]);
    expect(judged(rows, [there()], [{ row: 2, say: 'keep', about }])).toMatchObject([{ kind: 'skip', reason: 'kept_as_is' }]);
    expect(judged(rows, [there()], [{ row: 2, say: 'same', about, of: '1' }])).toMatchObject([
      { kind: 'ready', draft: { existingId: '1', dueOn: '2026-03-07' }, warnings: [{ candidates: [{ beside }] }] },
    ]);
  });

  it('that was called the same is asked about again where the hazard is another by now', () => {
    const rows = [row({ text: other, due: '2026-03-07' })];
    const same = { row: 2, say: 'same', about, of: '1', seen: signOf([differs('dueOn', '2026-03-08', '2026-03-07')]) };
    expect(judged(rows, [there()], [same])).toMatchObject([{ kind: 'ready', draft: { dueOn: '2026-03-07' } }]);
    expect(judged(rows, [there({ dueOn: '2026-03-09' })], [same])).toMatchObject([
      asked(about, differs('dueOn', '2026-03-09', '2026-03-07')),
    ]);
  });

  it('says before it is answered that it would close what is open, and on which day', () => {
    expect(judged([row(closed)], [there()])).toMatchObject([
      { questions: [{ code: 'hazard_similar_there', candidates: [{ value: '1', closes: '2026-03-09' }] }] },
    ]);
    const [gone] = judged([row(closed)], [there({ livesOn: true })]);
    expect(gone, 'what goes on here is closed by no ledger').not.toHaveProperty('questions.0.candidates.0.closes');
    const [settled] = judged([row(closed)], [there({ stage: 'closed', closedOn: '2026-03-09' })]);
    expect(settled).not.toHaveProperty('questions.0.candidates.0.closes');
  });
});

describe('two rows of one file', () => {
  const first = row({ place: '一楼' });
  const second = row({ place: '一楼', due: '2026-03-10', done: '2026-03-09', closed: '是' });
  const beside = [
    differs('stage', 'assigned', 'closed'),
    differs('dueOn', '2026-03-08', '2026-03-10'),
    differs('doneOn', null, '2026-03-09'),
  ];

  it('in the same words that tell otherwise are asked about: the earlier counts, this one does, or it is another', () => {
    expect(judged([first, second])[1]).toMatchObject(asked('row_differs', ...beside));
    const about = 'row_differs';
    expect(judged([first, second], [], [{ row: 3, say: 'keep', about }])[1]).toMatchObject({ kind: 'skip', reason: 'duplicate' });
    expect(judged([first, second], [], [{ row: 3, say: 'accept', about }])).toMatchObject([{ kind: 'ready' }, { kind: 'ready' }]);
    expect(judged([first, second], [], [{ row: 3, say: 'replace', about, of: 'Sheet1!2' }])).toMatchObject([
      {
        kind: 'ready',
        draft: { stage: 'closed', dueOn: '2026-03-10', closedOn: '2026-03-09', words: { dueOn: '2026-03-10', closed: '是' } },
        warnings: [{ code: 'row_taken', facts: { row: 3 }, candidates: [{ beside }] }],
      },
      { kind: 'skip', reason: 'duplicate', sameAs: { row: 2 } },
    ]);
  });

  it('in the same words of two places are asked about, and each finds its own hazard the next time', () => {
    const rows = [row({ place: '一楼' }), row({ place: '二楼', due: '2026-03-09' })];
    expect(judged(rows)[1]).toMatchObject(
      asked('row_differs', differs('dueOn', '2026-03-08', '2026-03-09'), differs('place', '一楼', '二楼')),
    );
    const existing = [there(), there({ id: '2', dueOn: '2026-03-09' })];
    expect(judged(rows, existing)).toMatchObject([{ reason: 'already_there' }, { reason: 'already_there' }]);
  });

  it('or one of them alone goes to the hazard that it tells least otherwise, and rather to the open one', () => {
    const settled = there({ stage: 'closed', doneOn: '2026-03-07', closedOn: '2026-03-07' });
    const open = there({ id: '2', dueOn: '2026-03-09' });
    expect(judged([row({ due: '2026-03-09', done: '2026-03-08', closed: '是' })], [settled, open])).toMatchObject([
      { kind: 'ready', draft: { existingId: '2', closedOn: '2026-03-08' } },
    ]);
    expect(judged([row({ done: '2026-03-07', closed: '是' })], [settled, open])).toMatchObject([{ kind: 'skip', reason: 'already_there' }]);
  });

  it('of which one came in before, and the other stayed out, are told apart when the file is judged again', () => {
    const rows = [row({ place: '一楼', done: '2026-03-06', closed: '是' }), row({ place: '二楼' })];
    const cameIn = there({ rows: ['late!Sheet1!3'] });
    expect(judged(rows, [cameIn])).toMatchObject([
      { kind: 'ask', questions: [{ code: 'hazard_similar_there', candidates: [{ closes: '2026-03-06' }] }] },
      { kind: 'skip', reason: 'already_there' },
    ]);
    expect(judged([row(), row()], [cameIn])[0], 'nothing of it differs').toMatchObject({ kind: 'ask' });
    const accept = { row: 2, say: 'accept', about: 'hazard_similar_there' };
    expect(judged(rows, [cameIn], [accept])[0]).toMatchObject({ kind: 'ready', draft: { existingId: null, stage: 'closed' } });
  });

  it('go to the hazard by what they tell: one that tells it as it is comes before an earlier one that would close it', () => {
    const rows = [row({ place: '一楼', done: '2026-03-06', closed: '是' }), row({ place: '二楼' })];
    expect(judged(rows, [there()])).toMatchObject([
      { kind: 'ask', questions: [{ code: 'hazard_similar_there', candidates: [{ closes: '2026-03-06' }] }] },
      { kind: 'skip', reason: 'already_there' },
    ]);
    const accept = { row: 2, say: 'accept', about: 'hazard_similar_there' };
    const { verdicts, remembered } = planned(rows, [there()], [accept]);
    expect(verdicts[0]).toMatchObject({ kind: 'ready', draft: { existingId: null, stage: 'closed' } });
    expect(remembered, 'the same words tell nobody apart').toEqual([]);
  });

  it('of which the earlier came in before: what is taken of the later one is not lost, but asked of the hazard', () => {
    const cameIn = there({ rows: ['late!Sheet1!2'] });
    const rows = [row(), row({ due: '2026-03-10' })];
    const taken = { row: 3, say: 'replace', about: 'row_differs', of: 'Sheet1!2' };
    expect(judged(rows, [cameIn])[0]).toMatchObject({ kind: 'skip', reason: 'already_there' });
    expect(judged(rows, [cameIn], [taken])[0]).toMatchObject(asked('hazard_differs', differs('dueOn', '2026-03-08', '2026-03-10')));
    const replace = { row: 2, say: 'replace', about: 'hazard_differs' };
    expect(judged(rows, [cameIn], [taken, replace])[0]).toMatchObject({ kind: 'ready', draft: { existingId: '1', dueOn: '2026-03-10' } });
  });

  it('in the same words of which one names another level are asked about, and the level is taken with the rest', () => {
    const rows = [row(), row({}, '重大')];
    expect(judged(rows)[1]).toMatchObject(asked('row_differs', differs('level', 'workshop', 'major')));
    const replace = { row: 3, say: 'replace', about: 'row_differs', of: 'Sheet1!2' };
    expect(judged(rows, [], [replace])).toMatchObject([
      { kind: 'ready', draft: { level: 'major', dueOn: '2026-03-08', words: { level: '重大' } } },
      { kind: 'skip', reason: 'duplicate' },
    ]);
    expect(judged([row(), row({}, '一般')])[1], '一般 names none').toMatchObject({ kind: 'skip', reason: 'duplicate' });
  });

  it('in other words are asked about with what differs, and either may count', () => {
    const rows = [first, row({ text: other, place: '一楼', due: '2026-03-10' })];
    const due = differs('dueOn', '2026-03-08', '2026-03-10');
    expect(judged(rows)[1]).toMatchObject(asked('hazard_similar', due));
    const said = (say: string) => [{ row: 3, say, about: 'hazard_similar', of: 'Sheet1!2' }];
    expect(judged(rows, [], said('same'))).toMatchObject([{ draft: { dueOn: '2026-03-08' } }, { reason: 'duplicate' }]);
    expect(judged(rows, [], said('replace'))).toMatchObject([
      { draft: { dueOn: '2026-03-10', text: usual.text } },
      { reason: 'duplicate' },
    ]);
  });
});

describe('what a person said of a row in other words is remembered', () => {
  const said = (say: string, of?: string) => [{ row: 2, say, about: 'hazard_similar_there', ...(of !== undefined && { of }) }];
  const rows = [row({ text: other })];

  it('as the same, whether anything was taken or not, and as another one', () => {
    const remembered = { source: { row: 2 }, text: other, textKey: other, hazard: { id: '1' } };
    expect(planned(rows, [there()]).remembered).toEqual([]);
    expect(planned(rows, [there()], said('same', '1')).remembered).toMatchObject([{ kind: 'same', ...remembered }]);
    expect(planned(rows, [there()], said('keep')).remembered).toMatchObject([{ kind: 'same', ...remembered }]);
    expect(planned(rows, [there()], said('accept')).remembered).toMatchObject([{ kind: 'apart', ...remembered }]);
  });

  it('of a row before it in the file, by that row', () => {
    const inFile = [{ row: 3, say: 'same', about: 'hazard_similar', of: 'Sheet1!2' }];
    expect(planned([row(), ...rows], [], inFile).remembered).toMatchObject([
      { kind: 'same', hazard: { row: { row: 2 } }, source: { row: 3 } },
    ]);
  });

  it('not of a row that is asked about for something else', () => {
    const doubtful = [row({ text: other, due: '长期' })];
    expect(planned(doubtful, [there()], said('accept'))).toMatchObject({ verdicts: [{ kind: 'ask' }], remembered: [] });
  });

  it('and the next ledger is judged by it as by the very words', () => {
    const known = there({ aliases: [other] });
    expect(judged(rows, [known])).toMatchObject([{ kind: 'skip', reason: 'already_there' }]);
    expect(judged([row({ text: other, due: '2026-03-07' })], [known])).toMatchObject([
      asked('hazard_differs', differs('dueOn', '2026-03-08', '2026-03-07')),
    ]);
    expect(judged([...rows, row()], [known]), 'its very words come first').toMatchObject([
      { reason: 'duplicate', sameAs: { row: 3 } },
      { reason: 'already_there' },
    ]);
    expect(judged(rows, [there({ apart: [other] })])).toMatchObject([{ kind: 'ready', draft: { existingId: null } }]);
  });
});

it('a hazard that nobody has told apart is asked about, however many were', () => {
  const called = (many: string, over: Partial<KnownHazard> = {}) => {
    const text = `二楼东侧配电箱前堆放布料${many}捆`;
    return there({ id: many, text, textKey: text, ...over });
  };
  const apart = ['四', '五', '六', '七', '八'].map((many) => called(many, { apart: [usual.text ?? ''] }));
  expect(judged([row()], [...apart, called('九')])).toMatchObject([
    { kind: 'ask', questions: [{ code: 'hazard_similar_there', candidates: [{ value: '九' }] }] },
  ]);
});

it('comments beside the cells of a row that stays out are told, too, whatever it stays out for', () => {
  const rows = [row(), row(), row({ text: '灭火器压力不足', due: '长期' }), row({ text: '配电室堆放纸箱', done: '13月45日' })];
  const sheet = givenSheet([header, ...rows]);
  const comment = { column: 3, text: '与上一行重复' };
  const commented = { ...sheet, rows: sheet.rows.map((each) => (each.number > 2 ? { ...each, comments: [comment] } : each)) };
  const { verdicts } = planHazards([commented], units, { today: '2026-10-10', persons });
  const told = { warnings: [{ code: 'cell_comment', cell: expect.stringMatching(/^C/u), facts: { text: '与上一行重复' } }] };
  expect(verdicts.filter(({ source }) => source.row > 2)).toMatchObject([
    { kind: 'skip', reason: 'duplicate', ...told },
    { kind: 'ask', ...told },
    { kind: 'wrong', ...told },
  ]);
});

it('a row that is left out for what tells the same tells which of its cells could not be read', () => {
  const [, duplicate] = judged([row(), row({ done: '13月45日' })]);
  expect(duplicate).toMatchObject({ kind: 'skip', reason: 'duplicate', warnings: [{ field: 'doneOn', facts: { text: '13月45日' } }] });
  const [known] = judged([row({ due: '长期' })], [there()]);
  expect(known).toMatchObject({ kind: 'skip', reason: 'already_there', warnings: [{ code: 'deadline_open' }] });
});

import { describe, expect, it } from 'vitest';

import { type GivenCell, givenSheet } from '../../testing/given-sheet.ts';
import { type Answers, answersInput } from '../answers.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import type { Verdict } from '../verdict.ts';
import { planTraining, type TrainingOptions } from './plan-training.ts';
import { categoryFrom, heldFrom, hoursFrom } from './session-words.ts';
import type { AttendanceDraft, KnownSession } from './training-draft.ts';

const unit = (id: string, name: string, parentId: string | null, kind: KnownUnit['kind']): KnownUnit => {
  return { id, name, shortNames: [], parentId, kind, code: null };
};
const units = [
  unit('g', '岚枝集团', null, 'group'),
  unit('c1', '临溪公司', 'g', 'subsidiary'),
  unit('w1', '缝制一车间', 'c1', 'workshop'),
  unit('w2', '裁剪车间', 'c1', 'workshop'),
  unit('c2', '禾坪公司', 'g', 'subsidiary'),
  unit('w3', '整烫车间', 'c2', 'workshop'),
];
const person = (id: string, name: string, unitId: string, leftOn: string | null = null) => ({ id, name, staffNo: id, unitId, leftOn });
const persons = [
  person('P1', '王芳', 'w1'),
  person('P2', '李伟', 'w2'),
  person('P3', '李伟', 'w1'),
  person('P4', '赵敏', 'w3'),
  person('P5', '孙宁', 'w1', '2026-01-09'),
  person('P6', '周强', 'w2'),
];
const labels = ['序号', '姓名', '部门/班组', '签名', '成绩'];
const titles = {
  topic: '培训主题：新员工公司级安全教育　　培训类别：三级教育',
  time: '培训时间：2026年1月10日 13：30-17:30　　学时：4课时　　地点：食堂　　主讲人：郑云',
};

type Line = readonly GivenCell[];
function given(rows: readonly Line[], { topic = titles.topic, time = titles.time } = {}) {
  return givenSheet([['安全教育培训签到表'], [topic], [time], [...labels, ...labels], ...rows], {
    name: '1.新员工',
    merges: ['A1:J1', 'A2:J2', 'A3:J3'],
  });
}
function plan(
  rows: readonly Line[],
  { title = {}, ...options }: Partial<TrainingOptions> & { title?: { topic?: string; time?: string } } = {},
) {
  return planTraining([given(rows, title)], units, { today: '2026-10-10', passMark: 80, persons, ...options });
}
const peopleIn = (verdicts: readonly Verdict<AttendanceDraft>[]) => verdicts.filter(({ source }) => source.row > 4);
const codesOf = (verdict: Verdict<AttendanceDraft> | undefined) => {
  if (verdict?.kind === 'ask') return verdict.questions.map(({ code, cell }) => [code, cell]);
  if (verdict?.kind === 'wrong') return verdict.problems.map(({ code, cell }) => [code, cell]);
  return verdict?.kind === 'ready' ? verdict.warnings.map(({ code, cell }) => [code, cell]) : [verdict?.reason, null];
};
const answers = (said: Partial<Answers>) => answersInput.parse(said);

const both: Line = [1, '王　芳', '缝制一车间', '√', 89, 2, '周强', '裁剪车间', '请假', '缺考'];

describe('a sign-in sheet', () => {
  it('is one session, with a verdict for each of the two people in a row', () => {
    const { verdicts, counts } = plan([both, ['应到2人，实到1人']]);

    expect(counts).toMatchObject({ ready: 2, ask: 0, wrong: 0, skip: 5 });
    const [first, second] = peopleIn(verdicts).flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft] : []));
    expect(first).toMatchObject({ personId: 'P1', personUnitId: 'w1', attended: true, result: 'passed', score: 89 });
    expect(second).toMatchObject({ personId: 'P6', attended: false, result: null, score: null });
    expect(first?.session).toEqual({
      unitId: 'c1',
      title: '新员工公司级安全教育',
      category: 'threeLevel',
      level: 'company',
      heldOn: '2026-01-10',
      from: 13 * 60 + 30,
      until: 17 * 60 + 30,
      classHours: 4,
      place: '食堂',
      trainer: '郑云',
    });
  });

  it.each([
    ['a stranger is asked about', ['1', '吴名', '缝制一车间', '√'], 'training_person_unknown'],
    ['whoever is known only elsewhere is asked about', ['1', '赵敏', '缝制一车间', '√'], 'training_person_unknown'],
    ['whoever had left before is asked about', ['1', '孙宁', '缝制一车间', '√'], 'training_person_unknown'],
    ['namesakes without a unit are asked about', ['1', '李伟', '', '√'], 'training_person_ambiguous'],
    ['an unreadable result must be corrected', ['1', '王芳', '缝制一车间', '√', '三颗星'], 'training_result_unknown'],
    ['a result without a signature is told', ['1', '王芳', '缝制一车间', '', '合格'], 'training_result_of_absent'],
    ['a line without a name must be corrected', ['1', '', '缝制一车间', '√'], 'name_missing'],
  ])('%s', (_, line, code) => {
    expect(codesOf(peopleIn(plan([line, both]).verdicts)[0])[0]?.[0]).toBe(code);
  });

  it('tells namesakes apart by the unit of the line, and by what a person says', () => {
    const { verdicts } = plan([[1, '李伟', '裁剪车间', '√'], both]);
    expect(peopleIn(verdicts)[0]).toMatchObject({ kind: 'ready', draft: { personId: 'P2' } });
    const said = answers({ cells: [{ sheet: '1.新员工', cell: 'B5', value: 'P3' }] });
    expect(peopleIn(plan([[1, '李伟', '', '√'], both], { answers: said }).verdicts)[0]).toMatchObject({ draft: { personId: 'P3' } });
  });

  it('leaves out the one of two people in a row who cannot come in, when the row is to be left out', () => {
    const line: Line = [1, '王芳', '缝制一车间', '√', 89, 2, '吴名', '裁剪车间', '√', 90];
    const said = answers({ rows: [{ sheet: '1.新员工', row: 5, say: 'skip' }] });
    expect(peopleIn(plan([line], { answers: said }).verdicts).map(({ kind }) => kind)).toEqual(['ready', 'skip']);
  });

  it('does not count a person twice, and asks where the second line says something else', () => {
    const same: Line = [1, '王芳', '缝制一车间', '√', 89, 2, '王芳', '缝制一车间', '已签', 89];
    expect(plan([same]).counts).toMatchObject({ ready: 1, ask: 0, skipped: { duplicate: 1 } });
    const other: Line = [1, '王芳', '缝制一车间', '√', 89, 2, '王芳', '缝制一车间', '已签', 60];
    expect(codesOf(peopleIn(plan([other]).verdicts)[1])).toEqual([['training_person_twice', 'G5']]);
  });

  it('has no effect the second time, and adds nobody to a session that was held in the product', () => {
    const people = new Map([['P1', { attended: true, result: 'passed' as const, score: 89, classHours: 4 }]]);
    const known: KnownSession = {
      id: 's1',
      unitId: 'c1',
      title: '新员工公司级安全教育',
      category: 'threeLevel',
      level: 'company',
      heldOn: '2026-01-10',
      opening: true,
      people,
    };
    const again = plan([both], { existing: [known] });
    expect(again.counts).toMatchObject({ ready: 1, skipped: { already_there: 1 } });
    expect(again.verdicts.find(({ kind }) => kind === 'ready')).toMatchObject({ draft: { personId: 'P6', existingId: 's1' } });
    expect(plan([both], { existing: [{ ...known, opening: false }] }).counts).toMatchObject({ ready: 0 });
  });

  it.each([
    [{ time: '培训时间：待定　　学时：4' }, 'date_unreadable', 'A3'],
    [{ time: '培训时间：2026.1.10　　学时：若干' }, 'number_unreadable', 'A3'],
    [{ time: '培训时间：2026.1.10　　地点：食堂' }, 'training_hours_missing', null],
    [{ time: '培训时间：2026.10.11　　学时：4' }, 'training_after_today', 'A3'],
    [{ time: '培训时间：2026.1.10 8:30-10:30　　学时：8' }, 'training_hours_exceed_time', 'A3'],
    [{ topic: '培训主题：转岗培训　　培训类别：转岗' }, 'training_level_unknown', 'A2'],
    [{ topic: '培训主题：插花　　培训类别：兴趣班' }, 'training_category_unknown', 'A2'],
  ])('whose title says %o tells %s for each person', (title, code, cell) => {
    const told = peopleIn(plan([both], { title }).verdicts).map(codesOf);
    expect(told).toEqual([[[code, cell]], [[code, cell]]]);
  });

  it('takes one answer about the title for all of its people', () => {
    const title = { topic: '培训主题：转岗培训　　培训类别：转岗' };
    const said = answers({ values: [{ field: 'title', text: '转岗培训', value: 'team' }] });
    expect(plan([both], { title, answers: said }).counts).toMatchObject({ ready: 2 });
  });

  it('stands below another one on the same sheet', () => {
    const first = given([both]);
    const below = given([[1, '赵敏', '整烫车间', '√', 90]], { time: '培训时间：2026.2.1　　学时：2' });
    const shifted = below.rows.map((row) => ({ ...row, number: row.number + 10 }));
    const { verdicts } = planTraining([{ ...first, rows: [...first.rows, ...shifted] }], units, {
      today: '2026-10-10',
      passMark: 80,
      persons,
    });
    const ready = verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft] : []));
    expect(ready.map(({ personId, session }) => [personId, session.heldOn, session.unitId])).toEqual([
      ['P1', '2026-01-10', 'c1'],
      ['P6', '2026-01-10', 'c1'],
      ['P4', '2026-02-01', 'c2'],
    ]);
  });
});

it.each([
  ['2月11日 8:30-10:30', '2026-02-11', 510, 630],
  ['2026.8.4 下午', '2026-08-04', null, null],
  ['2026年9月12日 13：30', '2026-09-12', 810, null],
  ['2026.3.30 下午2:00', '2026-03-30', 840, null],
] as const)('a time written %s is understood', (text, heldOn, from, until) => {
  expect(heldFrom(text, 2026)).toEqual({ ok: true, value: { heldOn, from, until } });
});

it.each([
  ['8课时', 8],
  ['2.5学时', 2.5],
  ['4', 4],
  ['3小时', 4],
])('class hours written %s are %d', (text, hours) => {
  expect(hoursFrom(text)).toMatchObject({ ok: true, value: hours });
});

it.each(['0', '201', '2.3', '半天'])('class hours written %s are not guessed', (text) => {
  expect(hoursFrom(text).ok).toBe(false);
});

it.each([
  ['再培训', '安全管理人员再培训', 'safetyManager'],
  ['全员', '事故案例警示教育', 'accidentCase'],
  ['专项培训', '叉车作业安全', 'annual'],
  ['消防培训', '疏散逃生', 'fire'],
  ['兴趣班', '插花', null],
] as const)('the category %s of %s is %s', (word, title, category) => {
  expect(categoryFrom(word, title)).toBe(category);
});

import { describe, expect, it } from 'vitest';

import { givenSheet } from '../../testing/given-sheet.ts';
import { answersInput } from '../answers.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import { planUnits } from './plan-units.ts';
import type { UnitDraft } from './unit-draft.ts';

const placed = (drafts: readonly UnitDraft[]) =>
  drafts.map(({ name, kind, parentKey }) => `${drafts.find(({ key }) => key === parentKey)?.name ?? '-'} > ${name} (${kind})`);
const answers = (said: object) => answersInput.parse(said);

const tree = [
  '- > 云岭集团 (group)',
  '云岭集团 > 安全部 (department)',
  '云岭集团 > 云岭纺织有限公司 (subsidiary)',
  '云岭纺织有限公司 > 一车间 (workshop)',
];

describe('the unit tree is read from', () => {
  it('levels whose parents are repeated in every row', () => {
    const sheet = givenSheet([
      ['一级', '二级', '三级'],
      ['云岭集团', null, null],
      ['云岭集团', '安全部', null],
      ['云岭集团', '云岭纺织有限公司', '一车间'],
    ]);
    expect(placed(planUnits([sheet], []).drafts)).toEqual(tree);
  });

  it('levels whose parents are merged, where a level left out is not filled from above', () => {
    const sheet = givenSheet(
      [
        ['一级', '二级', '三级'],
        ['云岭集团'],
        [null, '安全部'],
        [null, '云岭纺织有限公司'],
        [null, null, '一车间'],
        [null, null, '二车间'],
      ],
      { merges: ['A2:A6', 'B4:B5'] },
    );
    const plan = planUnits([sheet], []);

    expect(placed(plan.drafts)).toEqual(tree);
    expect(plan.verdicts.find(({ kind }) => kind === 'wrong')).toMatchObject({
      source: { row: 6 },
      problems: [{ code: 'unit_level_gap' }],
    });
  });

  it('codes and parent codes, whatever the order of the rows', () => {
    const sheet = givenSheet([
      ['单位编码', '单位名称', '上级单位编码', '单位类型'],
      ['A0102', '一车间', 'A01', '车间'],
      ['A01', '云岭纺织有限公司', 'A', '子公司'],
      ['A', '云岭集团', null, '集团'],
      ['A02', '安全部', 'A', '部门'],
    ]);
    const { drafts } = planUnits([sheet], []);

    expect(placed(drafts).toSorted()).toEqual(tree.toSorted());
    expect(drafts.map(({ code }) => code)).toEqual(['A', 'A01', 'A0102', 'A02']);
  });

  it('names and parent names', () => {
    const sheet = givenSheet([
      ['名称', '上级单位'],
      ['云岭集团'],
      ['安全部', '云岭集团'],
      ['云岭纺织有限公司', '云岭集团'],
      ['一车间', '云岭纺织有限公司'],
    ]);
    expect(placed(planUnits([sheet], []).drafts)).toEqual(tree);
  });

  it('a path in one column, with the units above made on the way', () => {
    const sheet = givenSheet([
      ['组织路径', '人数'],
      ['云岭集团/安全部', 4],
      ['云岭集团/云岭纺织有限公司/一车间', '30人'],
    ]);
    const plan = planUnits([sheet], []);

    expect(placed(plan.drafts)).toEqual(tree);
    expect(plan.counts).toMatchObject({ rows: 3, ready: 2, skip: 1 });
    expect(plan.drafts.map(({ headcount }) => headcount)).toEqual([null, 4, null, 30]);
  });
});

describe('a person is asked', () => {
  it('when two rows tell one unit differently, and not when they say the same', () => {
    const sheet = givenSheet([
      ['一级', '二级', '人数'],
      ['云岭集团', '安全部', 4],
      ['云岭集团', '安全部', 4],
      ['云岭集团', '质量部', 4],
      ['云岭集团', '质量部', 5],
    ]);
    const { verdicts } = planUnits([sheet], []);

    expect(verdicts.filter(({ kind }) => kind === 'skip').map(({ source }) => source.row)).toEqual([1, 3]);
    expect(verdicts.filter(({ kind }) => kind === 'ask').map(({ source }) => source.row)).toEqual([5, 4]);
  });

  it('when two sheets tell of one unit, a new one or one that is there, and what hangs below it waits', () => {
    const known: readonly KnownUnit[] = [
      { id: '1', name: '云岭集团', shortNames: [], parentId: null, kind: 'group', code: 'A' },
      { id: '2', name: '安全部', shortNames: [], parentId: '1', kind: 'department', code: 'A01' },
    ];
    const header = ['名称', '上级单位', '简称'];
    const first = givenSheet([header, ['质量部', '云岭集团'], ['安全部', '云岭集团', '安环部']], { name: '甲' });
    const second = givenSheet([header, ['质量 部', '云岭集团'], ['安全部', '云岭集团', '安监部'], ['检验班', '质量 部']], { name: '乙' });
    const rows = ['甲', '乙'].map((sheet) => ({ sheet, row: 3, say: 'replace' }));
    const { verdicts, drafts } = planUnits([first, second], known, { answers: answers({ rows }) });
    const asked = verdicts.flatMap((verdict) =>
      verdict.kind === 'ask' ? [`${verdict.source.sheet}${verdict.source.row} ${verdict.questions.map(({ code }) => code).join(' ')}`] : [],
    );

    expect(asked.toSorted()).toEqual(['乙2 unit_twice', '乙3 unit_twice', '乙4 unit_parent_pending', '甲2 unit_twice', '甲3 unit_twice']);
    expect(drafts).toEqual([]);
  });

  it('what kind a unit is when its name does not tell, and the answer is kept', () => {
    const sheet = givenSheet([['名称', '上级单位'], ['云岭集团'], ['星火', '云岭集团']]);
    const asked = planUnits([sheet], []);
    const answered = planUnits([sheet], [], { answers: answers({ cells: [{ sheet: 'Sheet1', cell: 'A3', value: 'factory' }] }) });

    expect(asked.verdicts.find(({ kind }) => kind === 'ask')).toMatchObject({ questions: [{ code: 'unit_kind_unknown', cell: 'A3' }] });
    expect(placed(answered.drafts)).toEqual(['- > 云岭集团 (group)', '云岭集团 > 星火 (factory)']);
  });

  it('about units that wait for their parent', () => {
    const sheet = givenSheet([['名称', '上级单位'], ['云岭集团'], ['星火', '云岭集团'], ['一车间', '星火']]);
    const { verdicts } = planUnits([sheet], []);

    expect(verdicts.find(({ source }) => source.row === 4)).toMatchObject({ kind: 'ask', questions: [{ code: 'unit_parent_pending' }] });
  });

  it('about codes given twice, parents nobody knows and names that two parents bear', () => {
    const sheet = givenSheet([
      ['编码', '名称', '上级编码'],
      ['A', '云岭集团'],
      ['B', '安全部', 'A'],
      ['B', '质量部', 'A'],
      ['C', '一车间', 'Z'],
    ]);
    const codes = planUnits([sheet], []).verdicts.flatMap((verdict) =>
      verdict.kind === 'ask' ? verdict.questions.map(({ code }) => code) : [],
    );

    expect(codes.toSorted()).toEqual(['unit_code_shared', 'unit_code_shared', 'unit_parent_unknown']);
  });
});

it('finds parents that go round in a circle', () => {
  const sheet = givenSheet([
    ['编码', '名称', '上级编码'],
    ['A', '云岭集团'],
    ['B', '一车间', 'C'],
    ['C', '二车间', 'B'],
  ]);
  const { verdicts } = planUnits([sheet], []);

  expect(verdicts.filter(({ kind }) => kind === 'wrong').map(({ source }) => source.row)).toEqual([3, 4]);
});

describe('a tree that is there already', () => {
  const known: readonly KnownUnit[] = [
    { id: '1', name: '云岭集团', shortNames: [], parentId: null, kind: 'group', code: 'A' },
    { id: '2', name: '安全部', shortNames: ['安环部'], parentId: '1', kind: 'department', code: 'A01' },
  ];

  it('takes a second import of the same file without effect', () => {
    const sheet = givenSheet([['一级', '二级', '简称'], ['云岭集团'], ['云岭集团', '安全部', '安环部']]);
    const plan = planUnits([sheet], known);

    expect(plan.drafts).toEqual([]);
    expect(plan.counts.skipped).toEqual({ header: 1, already_there: 2 });
  });

  it('receives new units below known ones, and asks before it changes one', () => {
    const sheet = givenSheet([
      ['一级', '二级', '简称'],
      ['云岭集团', '安全部', '安监部'],
      ['云岭集团', '质量部'],
    ]);
    const plan = planUnits([sheet], known);

    const asked = { code: 'unit_differs', facts: { text: '安全部', column: '简称', file: '安监部', known: '安环部' } };

    expect(plan.drafts).toMatchObject([{ name: '质量部', parentId: '1', parentKey: null, kind: 'department' }]);
    expect(plan.verdicts.find(({ kind }) => kind === 'ask')).toMatchObject({ source: { row: 2 }, questions: [asked] });
  });

  it('receives a file of one company below the unit that was said', () => {
    const sheet = givenSheet([['名称', '上级单位'], ['云岭家纺有限公司'], ['一车间', '云岭家纺有限公司']]);
    const { drafts } = planUnits([sheet], known, { underId: '1' });

    expect(drafts).toMatchObject([
      { name: '云岭家纺有限公司', parentId: '1', kind: 'subsidiary' },
      { name: '一车间', parentKey: drafts[0]?.key },
    ]);
  });
});

it('a file said to hang below a unit may begin with the units above it', () => {
  const known: readonly KnownUnit[] = [
    { id: '1', name: '云岭集团', shortNames: [], parentId: null, kind: 'group', code: 'A' },
    { id: '2', name: '云岭纺织有限公司', shortNames: [], parentId: '1', kind: 'subsidiary', code: 'A01' },
  ];
  const rows = [
    ['一级', '二级', '三级'],
    ['云岭集团', '云岭纺织有限公司', '一车间'],
  ];
  const { drafts, counts } = planUnits([givenSheet(rows)], known, { underId: '2' });

  expect(drafts).toMatchObject([{ name: '一车间', parentId: '2', kind: 'workshop' }]);
  expect(counts).toMatchObject({ ready: 1, ask: 0 });
});

it('refuses a file in which nothing can be read', () => {
  expect(() =>
    planUnits(
      [
        givenSheet([
          ['日期', '天气'],
          ['3月5日', '晴'],
        ]),
      ],
      [],
    ),
  ).toThrow('imports.no_table');
});

it('follows a person who says which column holds what', () => {
  const sheet = givenSheet([['机构', '归谁管'], ['云岭集团'], ['安全部', '云岭集团']]);
  const columns = [
    { sheet: 'Sheet1', column: 'A', field: 'name' },
    { sheet: 'Sheet1', column: 'B', field: 'parentName' },
  ];
  const plan = planUnits([sheet], [], { answers: answers({ headers: [{ sheet: 'Sheet1', first: 1, last: 1 }], columns }) });

  expect(plan.counts).toMatchObject({ ready: 2, skip: 1 });
});

import { zhCN } from '@changming/phrases';
import { expect, it } from 'vitest';

import { toldAt } from './told-cells.ts';

const cell = { sheet: '一', cell: 'D5', code: 'hazard_similar_there', facts: { text: '配电箱无门', other: '配电箱门缺失' } } as const;
const beside = [
  { field: 'stage', ours: 'assigned', theirs: 'closed' },
  { field: 'level', ours: 'team', theirs: 'major' },
  { field: 'doneOn', ours: null, theirs: '2026-03-07' },
] as const;

it('the marked workbook says what differs, and before it is answered that to call it the same closes it', () => {
  const closing = { value: 'h', label: '配电箱门缺失', beside, closes: '2026-03-09' };
  expect(
    toldAt({ ...cell, candidates: [closing] }, zhCN)
      .split('\n')
      .slice(1),
  ).toEqual([
    '办理环节：原有“已下达”，这一行“已销号”',
    '等级：原有“班组级”，这一行“重大”',
    '完成日期：原有“没有写”，这一行“2026-03-07”',
    '系统里这条还未验收；按台账它已于 2026-03-09 验收。选“是同一条，按这份台账更新办理情况”会关闭它',
  ]);
  const either = toldAt({ ...cell, candidates: [closing, { value: 'g', label: '另一条' }] }, zhCN);
  expect(either).toContain('“配电箱门缺失”在系统里还未验收');
  expect(toldAt({ ...cell, code: 'cell_comment', facts: { text: '已约厂家' } }, zhCN)).toBe('批注：已约厂家');
});

it('names the answer that closes as the page does', () => {
  const differing = toldAt(
    { ...cell, code: 'hazard_differs', candidates: [{ value: 'h', label: '', beside, closes: '2026-03-09' }] },
    zhCN,
  );
  expect(differing).toContain(`选“${zhCN.imports.desk.answer.replaceAll}”会关闭它`);
  expect(differing).not.toContain(zhCN.imports.desk.answer.sameThere);
  expect(zhCN.imports.beside.closes).toContain(zhCN.imports.desk.answer.sameThere);
});

import { expect, test } from 'vitest';

import { itemFinder } from './certificate-items.ts';

const find = itemFinder([
  { code: '1.1', names: ['高压电工作业', '高压电工'] },
  { code: '1.2', names: ['低压电工作业', '低压电工', '电工'] },
  { code: '2.1', names: ['熔化焊接与热切割作业', '焊工'] },
  { code: '3.1', names: ['登高架设作业'] },
  { code: '4.1', names: ['制冷与空调设备运行操作'] },
  { code: 'G1', names: ['工业锅炉司炉'] },
  { code: 'R1', names: ['快开门式压力容器操作'] },
  { code: 'N1', names: ['叉车司机'] },
  { code: 'XF4', names: ['消防设施操作员（中级）', '消防设施操作员'] },
]);

test.each([
  ['特种设备作业 R1 快开门式压力容器操作', 'R1', 'R1'],
  [' N1 叉车司机', 'N1', 'N1'],
  ['工业锅炉司炉', null, 'G1'],
  ['消防设施操作员(中级)', null, 'XF4'],
  ['低压电工', null, '1.2'],
  ['低压电工作业', null, '1.2'],
  ['特种作业（低压电工作业）', null, '1.2'],
  ['电工证', null, '1.2'],
  ['高压电工作业', null, '1.1'],
  ['熔化焊接与热切割', null, '2.1'],
  ['登高架设作业', null, '3.1'],
  ['制冷与空调设备运行操作', null, '4.1'],
  ['Z9 某种新设备', 'Z9', null],
  ['会计证', null, null],
] as const)('a roster that writes “%s” means %s', (written, code, item) => {
  expect(find(written, code)).toBe(item);
});

import { shippedQuestions } from '@changming/domain/training';
import exceljs from 'exceljs';
import { expect, it, vi } from 'vitest';

import { readWorkbook } from '../excel/index.ts';
import { press } from '../paper/index.ts';
import { questionSheet, questionTemplate, readQuestions } from './index.ts';

// Each reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

it('the bank goes out as a workbook and comes in again as it was', async () => {
  const madeAt = new Date('2026-01-20T02:00:00Z');
  const file = await press({ kind: 'data', data: questionSheet(shippedQuestions, { language: 'zh-CN', madeAt }) });

  const { rows, problems } = readQuestions(await readWorkbook(new Uint8Array(file)));

  expect(problems).toEqual([]);
  expect(rows.map(({ row: _row, ...question }) => question)).toEqual(shippedQuestions);
});

it('a filled-in template is read, its example passed over, and each fault is named by its cell', async () => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await questionTemplate('zh-CN')) as unknown as exceljs.Buffer);
  const sheet = workbook.worksheets.find(({ name }) => name === '题库');
  const options = ['甲', '乙', '丙', null, null, null, null, null];
  sheet?.addRow([null, '单选题', '消防', null, '易', '题一？', ...options, 'B']);
  sheet?.addRow([null, '多选题', '防火', null, '易', '题二？', ...options, 'A']);
  sheet?.addRow(['X1', '判断题', '急救', '班组级', '难', '题三。', ...options.map(() => null), '对']);

  const { rows, problems } = readQuestions(await readWorkbook(new Uint8Array(Buffer.from(await workbook.xlsx.writeBuffer()))));

  expect(rows).toMatchObject([
    { row: 3, code: null, kind: 'single', topic: 'fire', options: ['甲', '乙', '丙'], answer: ['B'] },
    { row: 5, code: 'X1', kind: 'trueFalse', level: 'team', difficulty: 3, answer: ['T'] },
  ]);
  expect(problems).toEqual([
    { cell: 'C4', problem: 'topic', text: '防火' },
    { cell: 'O4', problem: 'answer', text: 'A' },
  ]);
});

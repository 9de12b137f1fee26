import { readFile } from 'node:fs/promises';

import exceljs from 'exceljs';

const people = ['李伟', '王芳', '张敏', '刘洋', '陈静', '杨帆', '赵磊', '黄丽'] as const;
const places = ['一楼东侧楼梯口', '二楼裁剪区', '原料库A区', '3号配电房', '空压机房', '食堂后厨'] as const;
const problems = [
  '疏散通道堆放布料，净宽不足1米',
  '配电箱前堆放私人物品',
  '电梯维保记录未签字',
  '灭火器压力低于绿区',
  '动火现场监护人未佩戴标识',
] as const;

/** A ledger of `rows` rows as an office would keep it, in one sheet with a column of companies, written row by row to `path`. */
export async function writeLargeLedger(
  path: string,
  { rows, units }: { readonly rows: number; readonly units: readonly string[] },
): Promise<Buffer> {
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = writer.addWorksheet('台账');
  sheet.addRow(['2025年隐患排查治理台账']).commit();
  sheet
    .addRow([
      '序号',
      '受检单位',
      '部位',
      '检查日期',
      '检查形式',
      '检查人',
      '隐患描述',
      '等级',
      '整改措施',
      '责任人',
      '整改资金',
      '整改期限',
      '整改完成时间',
      '验收人',
      '验收日期',
      '是否销号',
    ])
    .commit();
  for (let n = 0; n < rows; n += 1)
    sheet.addRow(rowOf(n, { unit: units[n % units.length] ?? '', round: Math.floor(n / units.length) })).commit();
  sheet.commit();
  await writer.commit();
  return readFile(path);
}

type Told = { readonly unit: string; readonly round: number };

function rowOf(n: number, { unit, round }: Told): (string | number)[] {
  const found = new Date(Date.UTC(2025, 0, 1 + (round % 350)));
  const day = (more: number) => new Date(found.getTime() + more * 86_400_000).toISOString().slice(0, 10);
  const written = n % 2 === 0 ? day(0) : day(0).replaceAll('-', '.');
  const what = `${one(problems, n)}，编号${n}`;
  const level = one(['班组级', '车间级', '公司级'], n);
  const funds = n % 7 === 0 ? '无' : (n % 50) * 10;
  const due = n % 5 === 0 ? '3日内' : day(3);
  const end = n % 16 === 0 ? ['整改中', '', '', '否'] : [day(2), one(people, n + 5), day(3), '已销号'];
  const seen = [n + 1, unit, one(places, n), written, '公司月度检查', one(people, n), what];
  return [...seen, level, '清理并划定置线，班长每班检查', one(people, n + 3), funds, due, ...end];
}

function one(words: readonly string[], n: number): string {
  return words[n % words.length] ?? '';
}

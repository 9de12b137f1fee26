import { parseArgs } from 'node:util';

import { verifyDraw } from '@changming/application/hazards';

import { Misuse, type Run } from '../../verb.ts';

/** `cm lookback verify --month 2026-02`: draws the month again from its published seed. Differences end with exit code 1. */
export const lookbackVerify: Run = async ({ house, print }, args) => {
  const { values } = parseArgs({ args: [...args], options: { month: { type: 'string' }, json: { type: 'boolean', default: false } } });
  if (values.month === undefined) throw new Misuse('请用 --month 2026-02 指明月份');
  const check = await verifyDraw(house.clockwork(), { month: values.month });
  if (values.json) print(JSON.stringify(check));
  else {
    print(`${check.month} 承诺 ${check.commitment}`);
    print(`种子 ${check.seed}，与承诺相符`);
    print(`${check.strata} 个单位，销号 ${check.closures} 条，抽查 ${check.drawn} 条`);
  }
  if (check.differences.length > 0) throw new Error(`抽查结果与种子不符：${check.differences.join('、')}`);
  if (!values.json) print('抽查结果与种子一致');
};

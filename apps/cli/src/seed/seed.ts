import { parseArgs } from 'node:util';

import type { Verb } from '../verb.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { found } from './found.ts';

/** `cm seed --profile empty|demo --seed N`: the group with its three administrators and, for the demo, people and a history. */
export const seed: Verb = {
  name: 'seed',
  summary: '建立集团；--profile demo 装入演示集团',
  async run(shell, args) {
    const options = { profile: { type: 'string', default: 'empty' }, seed: { type: 'string', default: '1' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.profile === 'demo' && shell.config.CM_ENV === 'production') throw new Error('生产环境不能装入演示集团');
    if (values.profile === 'demo') return seedDemo(shell, Number(values.seed));
    if (values.profile !== 'empty') throw new Error(`没有名为 ${values.profile} 的数据；可选 empty、demo`);
    const { group } = await found(shell, { demo: false, on: shell.house.clock.today() });
    shell.print(`已建立 ${group.name}`);
  },
};

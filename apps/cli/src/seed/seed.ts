import { parseArgs } from 'node:util';

import { installSchemes } from '@changming/application/assessments';

import { Misuse, type Run } from '../verb.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { found, type GroupName } from './found.ts';

/**
 * `cm seed --profile empty --name 某某集团有限公司 --code MM`: the group with its three administrators.
 * `cm seed --profile demo --seed N`: the demo group with people and a history, the same for the same number and day but for its secrets.
 */
export const seed: Run = async (shell, args) => {
  const options = {
    profile: { type: 'string', default: 'empty' },
    seed: { type: 'string', default: '1' },
    name: { type: 'string' },
    code: { type: 'string' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  if (values.profile === 'demo' && shell.config.CM_ENV === 'production') throw new Misuse('生产环境不能装入演示集团');
  if (values.profile === 'demo') return seedDemo(shell, seedOf(values.seed));
  if (values.profile !== 'empty') throw new Misuse(`没有名为 ${values.profile} 的数据；可选 empty、demo`);
  const { group } = await found(shell, { demo: false, on: shell.house.clock.today(), ...nameOf(values) });
  await installSchemes(shell.house.clockwork(), {});
  shell.print(`已建立 ${group.name}，编码 ${group.code}`);
};

function seedOf(given: string): number {
  const number = Number(given);
  return Number.isSafeInteger(number) && number >= 0 ? number : misused('--seed 后面请写一个不小于 0 的整数');
}

/** Both or neither: a name without its code would found a group under another's. */
function nameOf({ name = '', code = '' }: { readonly name?: string | undefined; readonly code?: string | undefined }): {
  readonly group?: GroupName;
} {
  if (name === '' && code === '') return {};
  return name !== '' && code !== '' ? { group: { name, code } } : misused('请同时用 --name 和 --code 写明集团的名称和编码');
}

function misused(sentence: string): never {
  throw new Misuse(sentence);
}

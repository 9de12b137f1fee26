import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { Misuse, type Run } from './verb.ts';

const program = join(import.meta.dirname, '../../worker/src/main.ts');

/** `cm worker --until-idle`: what is due by now is found and done, and the command ends when nothing is left to do. */
export const workOff: Run = async ({ print }, args) => {
  const { values } = parseArgs({ args: [...args], options: { 'until-idle': { type: 'boolean', default: false } } });
  if (!values['until-idle']) throw new Misuse('请写 cm worker --until-idle；常驻的后台程序随 pnpm start 一起运行');
  const { done, failed } = await worked();
  if (failed > 0) throw new Error(`后台工作办完 ${done} 件，${failed} 件没有办成，原因见上`);
  print(`后台工作已办完：${done} 件`);
};

/** What the worker says when it has nothing left to do. Told to end, it puts down what it has begun and says nothing. */
async function worked(): Promise<{ readonly done: number; readonly failed: number }> {
  const worker = spawn(process.execPath, [program, '--until-idle'], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('SIGTERM', () => worker.kill('SIGTERM'));
  const [said] = await Promise.all([text(worker.stdout), once(worker, 'exit')]);
  if (said === '') throw new Error('后台工作没有办完就结束了');
  return JSON.parse(said) as { done: number; failed: number };
}

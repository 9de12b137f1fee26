import { execFile } from 'node:child_process';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import type { Shell } from './verb.ts';
import { verbs } from './verbs.ts';
import { misuseOf } from './wants-help.ts';

type Said = { readonly code: number; readonly out: string; readonly err: string };

/** A house that nobody reaches: neither help nor a wrong argument needs one. */
const env = { ...process.env, DATABASE_API_URL: 'postgres://127.0.0.1:1/none', CM_SECRET_KEY: Buffer.alloc(32, 7).toString('base64') };

function cm(...args: string[]): Promise<Said> {
  return new Promise((answer) => {
    execFile(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { env }, (error, out, err) =>
      answer({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

describe('cm', { timeout: 60_000 }, () => {
  it.each(['import', 'token create'])('%s --help says how it is used', async (name) => {
    const summary = verbs.find((verb) => verb.name === name)?.summary;
    expect(await cm(...name.split(' '), '--help')).toEqual({ code: 0, out: `cm ${name}：${summary}\n`, err: '' });
  });

  it.each([
    [['import', 'workforces', 'a.xlsx', '--unit', 'A'], /^没有“workforces”这种导入；可选 units、workforce/u],
    [['rules', '--onn', '2026-01-01'], /^没有 --onn 这个选项，用法见 cm rules --help/u],
    [['token', 'verify'], /^没有“token verify”这个命令/u],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, err } = await cm(...args);
    expect([code, err.trimEnd().split('\n').length, err]).toEqual([2, 1, expect.stringMatching(sentence)]);
  });
});

/** Who speaks before the house is entered. */
const nobody = { speakAs: () => null, config: {} } as unknown as Shell;

/** The first to load the whole product pays for it; that is no matter of what a verb says. */
beforeAll(async () => void (await Promise.all(verbs.map(({ load }) => load()))), 60_000);

it('import names every kind that it takes', async () => {
  const { summary, load } = verbs.find(({ name }) => name === 'import') ?? { summary: '' };
  const run = await load?.();
  const said = await run?.(nobody, ['workforces']).catch(String);
  const kinds = /可选 (.+)$/u
    .exec(said ?? '')?.[1]
    ?.split('、')
    .join('|');
  expect(summary).toContain(`<${kinds}>`);
});

it.each([
  ['import', ['units'], '请写明文件，并用 --unit 指明单位代码'],
  ['import', ['units', '/nowhere/a.xlsx', '--unit', 'A'], '读不到文件 /nowhere/a.xlsx，请核对路径'],
  ['audit export', [], '请用 --to 给出文件'],
  ['lookback verify', ['2026-01'], '多了一个参数 2026-01，用法见 cm lookback verify --help'],
  ['lookback verify', ['--month'], '--month 的写法有误，用法见 cm lookback verify --help'],
  ['worker', [], '请写 cm worker --until-idle；常驻的后台程序随 pnpm start 一起运行'],
  ['assess', ['--json=yes'], '--json 的写法有误，用法见 cm assess --help'],
])('%s %j is misused', async (name, args, sentence) => {
  const verb = verbs.find((each) => each.name === name);
  const run = await verb?.load();
  const said = await run?.(nobody, args).catch((error: unknown) => misuseOf(error, name));
  expect(said).toBe(sentence);
});

import { parseArgs } from 'node:util';

import { listRuns, previewRun, runAssessment } from '@changming/application/assessments';

import { periodName, zhCN } from '@changming/phrases';

import { Misuse, type Shell, type Run } from '../../verb.ts';
import { instantGiven, localTime, refuseAhead } from './instants.ts';

const options = {
  period: { type: 'string' },
  scheme: { type: 'string', default: 'hazard-treatment' },
  'known-at': { type: 'string' },
  anew: { type: 'boolean', default: false },
  reason: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/**
 * `cm assess --period 2026Q3 --scheme comprehensive`: computes the period under a scheme, once its cut-off has passed. A period that has been computed is computed again and
 * compared, byte for byte; so it is with `--known-at`, which never writes. `--anew` replaces a run that is not published, and restates one
 * that is.
 */
export const assess: Run = async (shell, args) => {
  const { values } = parseArgs({ args: [...args], options });
  if (values.period === undefined) throw new Misuse('请用 --period 2026Q3 指明考核期');
  const { period, scheme: schemeCode, anew, reason } = values;
  const knownAt = instantGiven('--known-at', values['known-at']);
  const now = shell.house.clock.now();
  refuseAhead('--known-at', knownAt, now);
  const readAt = now.toISOString();
  await shell.house.settled();
  const order = { schemeCode, period, readAt };
  const told = { ...shell, json: values.json };
  if (knownAt !== undefined) return again(told, { ...order, knownAt });
  if (anew || (await isNew(shell.house, order))) return compute(told, { ...order, anew, ...(reason && { reason }) });
  return again(told, order);
};

type Told = Pick<Shell, 'house' | 'print'> & { readonly json: boolean };
type Order = Parameters<typeof previewRun>[1];

async function isNew(house: Shell['house'], { schemeCode, period }: Order): Promise<boolean> {
  const { items } = await listRuns(house.clockwork(), { scheme: schemeCode, period, superseded: 'false', limit: 1 });
  return items.length === 0;
}

async function compute({ house, print, json }: Told, order: Order & { readonly anew: boolean; readonly reason?: string }): Promise<void> {
  const run = await runAssessment(house.clockwork(), order);
  if (json) return print(JSON.stringify(run));
  print(`${named(run.period)}${kinds[run.kind]}，单位 ${run.units} 个，编号 ${run.id}`);
  printHashes(print, run);
}

/** Differences from what is kept end with exit code 1. */
async function again({ house, print, json }: Told, order: Order): Promise<void> {
  const { kept, ...come } = await previewRun(house.clockwork(), order);
  if (json) print(JSON.stringify({ ...come, kept }));
  else {
    print(`${named(come.period)}按 ${localTime(come.knownAt)} 所知，单位 ${come.units.length} 个`);
    printHashes(print, come);
    if (kept === null) print('试算，没有保存');
    else if (kept.identical) print(`与保存的结果 ${kept.runId} 逐字节相同`);
  }
  if (kept !== null && !kept.identical) throw new Error(`与保存的不符：输入 ${kept.inputHash}，结果 ${kept.resultHash}`);
}

/** The period as people call it, and as it is asked for again. */
function named(period: string): string {
  return `${periodName(zhCN, period)}（${period}）`;
}

const kinds = { regular: '按期计算', late: '补算', restated: '重述' } as const;

type Hashes = { readonly schemeHash: string; readonly inputHash: string; readonly resultHash: string };

function printHashes(print: (line: string) => void, { schemeHash, inputHash, resultHash }: Hashes): void {
  print(`方案 ${schemeHash}`);
  print(`输入 ${inputHash}`);
  print(`结果 ${resultHash}`);
}

import { parseArgs } from 'node:util';

import { listRuns, previewRun, runAssessment } from '@changming/application/assessments';

import { Misuse, type Verb } from '../../verb.ts';

const options = {
  period: { type: 'string' },
  scheme: { type: 'string', default: 'hazard-treatment' },
  'known-at': { type: 'string' },
  anew: { type: 'boolean', default: false },
  reason: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/**
 * `cm assess --period 2026Q3`: computes the period, once its cut-off has passed. A period that has been computed is computed again and
 * compared, byte for byte; so it is with `--known-at`, which never writes. `--anew` replaces a run that is not published, and restates one
 * that is.
 */
export const assess: Verb = {
  name: 'assess',
  summary: '计算一个期间的考核；算过的重新计算并核对；--known-at 按某一时刻所知试算；--anew 重算或重述',
  async run({ house, print }, args) {
    const { values } = parseArgs({ args: [...args], options });
    if (values.period === undefined) throw new Misuse('请用 --period 2026Q3 指明考核期');
    const { period, scheme: schemeCode, 'known-at': knownAt, anew, reason, json } = values;
    const caller = house.clockwork();
    const readAt = house.clock.now().toISOString();
    await house.settled();
    const { items } = await listRuns(caller, { scheme: schemeCode, period, superseded: 'false', limit: 1 });
    const order = { schemeCode, period, readAt, ...(knownAt && { knownAt }) };
    if (knownAt === undefined && (items.length === 0 || anew)) {
      const run = await runAssessment(caller, { ...order, anew, ...(reason && { reason }) });
      print(json ? JSON.stringify(run) : `${period} ${kinds[run.kind]}，单位 ${run.units} 个，编号 ${run.id}`);
      if (!json) printHashes(print, run);
      return;
    }
    const again = await previewRun(caller, order);
    if (json) print(JSON.stringify(again));
    else {
      print(`${period} 按 ${again.knownAt.toISOString()} 所知，单位 ${again.units.length} 个`);
      printHashes(print, again);
    }
    if (again.kept !== null && !again.kept.identical) throw new Error(`与保存的结果不符：${again.kept.resultHash}`);
    if (!json) print(again.kept === null ? '试算，没有保存' : `与保存的结果 ${again.kept.runId} 逐字节相同`);
  },
};

const kinds = { regular: '按期计算', late: '补算', restated: '重述' } as const;

type Hashes = { readonly schemeHash: string; readonly inputHash: string; readonly resultHash: string };

function printHashes(print: (line: string) => void, { schemeHash, inputHash, resultHash }: Hashes): void {
  print(`方案 ${schemeHash}`);
  print(`输入 ${inputHash}`);
  print(`结果 ${resultHash}`);
}

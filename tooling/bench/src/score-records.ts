import { checkRecords, listRecords, readResult } from '@changming/application/assessments';
import type { House } from '@changming/application/context';
import type { UnitRange } from '@changming/domain/units';

import { quantiles, workClock } from './usage.ts';

/** A score, and in which branch its reader may read. */
type Scored = { readonly unitId: string; readonly reader: { readonly unitId: string; readonly range: UnitRange } };

type Asked = { readonly runId: string; readonly unitId: string; readonly indicator: string; readonly side: 'numerator' | 'denominator' };
type Cost = { readonly cpu: number; readonly ms: number };
type Listed = { readonly list: string; readonly counted: number; readonly page: Cost; readonly check: Cost };

/** What it costs to open some scores, to list the first page of the records on both sides of each of their lines, and to check them. */
export async function measureRecords(house: House, scored: readonly Scored[], { runId, pid }: { runId: string; pid: number }) {
  const opened: Cost[] = [];
  const listed: Listed[] = [];
  const timed = timer(pid);
  for (const { unitId, reader: branch } of scored) {
    const reader = house.callerFor({
      personId: null,
      accountId: null,
      grants: [{ role: 'hqSafety', kind: 'analyse', unitId: branch.unitId, units: branch.range, from: '2020-01-01', to: null }],
    });
    const score = await timed(() => readResult(reader, { runId, unitId }));
    opened.push(score.cost);
    for (const asked of listsOf(score.result.lines, { runId, unitId })) {
      const page = await timed(() => listRecords(reader, { ...asked, limit: 50, check: false }));
      const check = await timed(() => checkRecords(reader, asked));
      listed.push({ list: `${asked.indicator} ${asked.side}`, counted: page.result.counted, page: page.cost, check: check.cost });
    }
  }
  return { opened, listed };
}

type Line = { readonly line: { readonly code: string }; readonly records: Readonly<Record<Asked['side'], readonly string[]>> };

function listsOf(lines: readonly Line[], of: Pick<Asked, 'runId' | 'unitId'>): Asked[] {
  const sides = ['numerator', 'denominator'] as const;
  return lines.flatMap(({ line, records }) =>
    sides.flatMap((side) => (records[side].length > 0 ? [{ ...of, indicator: line.code, side }] : [])),
  );
}

/** The time of one call, and the CPU that the server of the database and this program spent on it. */
function timer(pid: number) {
  return async <Result>(act: () => Promise<Result>): Promise<{ cost: Cost; result: Result }> => {
    const clock = workClock(pid);
    const [began, own, theirs] = [performance.now(), process.cpuUsage(), clock()];
    const result = await act();
    const { user, system } = process.cpuUsage(own);
    return { cost: { cpu: (user + system) / 1000 + clock() - theirs, ms: performance.now() - began }, result };
  };
}

/** One line for each list, the sparsest first, and one for all of them. */
export function toldRecords({ opened, listed }: Awaited<ReturnType<typeof measureRecords>>): string[] {
  const lists = [...Map.groupBy(listed, ({ list }) => list)].map(([list, each]) => ({ list, each, counted: spanOf(each) }));
  const inOrder = lists.toSorted((a, b) => a.counted.most - b.counted.most);
  return [
    `opened: ${spent(opened)}`,
    ...inOrder.map(
      ({ list, each, counted: { least, most } }) =>
        `${list}, ${least}–${most} records: a page ${spent(each.map(({ page }) => page))}; the check ${spent(each.map(({ check }) => check))}`,
    ),
    `all lists: a page ${spent(listed.map(({ page }) => page))} (goal ≤ 100 ms)`,
  ];
}

function spanOf(listed: readonly Listed[]): { least: number; most: number } {
  const counted = listed.map((each) => each.counted);
  return { least: Math.min(...counted), most: Math.max(...counted) };
}

function spent(costs: readonly Cost[]): string {
  const cpu = quantiles(costs.map((each) => each.cpu));
  const wall = quantiles(costs.map(({ ms }) => ms));
  return `CPU ${cpu.p50.toFixed(1)} / ${cpu.p99.toFixed(1)} ms, took ${wall.p50.toFixed(1)} / ${wall.p99.toFixed(1)} ms (p50 / p99)`;
}

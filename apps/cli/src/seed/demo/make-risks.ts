import { pastOf } from '@changming/application/access';
import type { Actor, Caller } from '@changming/application/context';
import { determineKeyPosition } from '@changming/application/points';
import { createRisk, publishRisk, reviewRisk } from '@changming/application/risks';

import type { Shell } from '../../verb.ts';
import { eachOf } from '../in-order.ts';
import type { Random } from '../random.ts';
import { type Cast, castOf, type Company } from './cast.ts';
import { makeSheets } from './make-sheets.ts';
import { riskTalesOf } from './risk-tales.ts';
import { dayOf } from './telling.ts';

type Making = Company & { readonly shell: Shell; readonly random: Random; readonly editor: Actor };

const day = 86_400_000;
/** Days ago on which each workshop graded its risks; one of them so long ago that its reviews are due. */
const gradedAgo = [150, 80, 210, 352, 60, 120, 30, 240, 95, 180] as const;

/** The risks of every workshop, graded by its officer, reviewed and published by its head; key positions; plans and sheets. */
export async function makeRisks(making: Making): Promise<{ risks: number; sheets: number }> {
  const workshops = making.units.filter(({ unit }) => unit.kind === 'workshop');
  let risks = 0;
  await eachOf([...workshops.entries()], 3, async ([at, workshop]) => {
    const cast = await castOf(making.shell.house, making, workshop);
    risks += await gradeAll(making, cast, gradedAgo[at % gradedAgo.length] ?? 90);
  });
  const sheets = await makeSheets(making);
  return { risks, sheets };
}

async function gradeAll({ shell, points }: Making, cast: Cast, ago: number): Promise<number> {
  const { house } = shell;
  const then = new Date(house.clock.now().getTime() - ago * day);
  const past = pastOf(house, then);
  const [officer, head] = [past.callerFor(cast.officer), past.callerFor(cast.head)];
  const own = points.filter(({ unit }) => unit.id === cast.workshop.id);
  const tales = riskTalesOf(cast.workshop.unit.name);
  for (const [nth, { at, values, controlPlan, ...tale }] of tales.entries()) {
    const [likelihood, exposure, consequence] = values;
    const { id: riskId } = await createRisk(officer, {
      ...tale,
      unitId: cast.workshop.id,
      pointId: own.find(({ name }) => name === at)?.id ?? null,
      ownerId: cast.leaderId,
      controlPlan: controlPlan ?? null,
      grading: { method: 'lec', likelihood, exposure, consequence, assessedOn: dayOf(then) },
    });
    await takeOn(head, riskId, { ago, nth });
  }
  await determineKeys(officer, own, dayOf(then));
  return tales.length;
}

/** Most are in force; of the youngest one still waits for its publication. */
async function takeOn(head: Caller, riskId: string, { ago, nth }: { readonly ago: number; readonly nth: number }): Promise<void> {
  if (ago < 40 && nth === 2) return;
  await reviewRisk(head, { riskId });
  if (ago < 40 && nth === 1) return;
  await publishRisk(head, { riskId });
}

async function determineKeys(officer: Caller, own: Making['points'], from: string): Promise<void> {
  for (const { id: pointId, name } of own) {
    if (name === '配电室') await determineKeyPosition(officer, { pointId, from, reason: '电气火灾影响全车间，停电影响消防用电' });
  }
}

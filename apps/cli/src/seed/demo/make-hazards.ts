import { join } from 'node:path';

import { pastOf } from '@changming/application/access';
import { localFiles } from '@changming/application/files';
import { reminders, sweepHazards } from '@changming/application/hazards';

import type { Shell } from '../../verb.ts';
import { inOrder } from '../in-order.ts';
import type { Random } from '../random.ts';
import { type Cast, castOf, type Company } from './cast.ts';
import { liveOn } from './live-on.ts';
import type { Telling } from './telling.ts';
import { lookBackOn } from './look-back-on.ts';
import { planLives } from './plan-lives.ts';
import { seatInspectors } from './seat-inspectors.ts';

type Making = Company & { readonly shell: Shell; readonly random: Random };

const day = 86_400_000;

/** Nine months of hazards, told through the same verbs that people use, at the instants at which they would have. */
export async function makeHazards({ shell, random, ...company }: Making): Promise<{ hazards: number; looked: number }> {
  const { house, config } = shell;
  const files = localFiles(join(config.CM_DATA_DIR, 'files'));
  const casts = await castsOf(shell, company);
  const lives = planLives({ random, casts, points: company.points, today: house.clock.now().getTime() });
  const tellings: Telling[] = [];
  await inOrder(lives, {
    wide: 4,
    laneOf: ({ cast }) => cast.workshop.id,
    async prepare(life) {
      const { steps, ...telling } = await liveOn({ house, files }, life);
      tellings.push(telling);
      return steps;
    },
  });
  const inTurn = tellings.toSorted((a, b) => a.life.at.getTime() - b.life.at.getTime());
  const { looked } = await lookBackOn({ tellings: inTurn, people: company.people });
  await seatInspectors({ tellings: inTurn, people: company.people });
  await remind(shell);
  return { hazards: lives.length, looked };
}

/** Reminders that went out long ago are noted as told; the worker goes on with those of today. */
async function remind({ house }: Shell): Promise<void> {
  const before = pastOf(house, new Date(house.clock.now().getTime() - 11 * day)).clockwork();
  for (const rule of reminders) await sweepHazards(before, { rule });
}

async function castsOf({ house }: Shell, company: Company): Promise<Cast[]> {
  const casts: Cast[] = [];
  for (const unit of company.units) if (unit.unit.kind === 'workshop') casts.push(await castOf(house, company, unit));
  return casts;
}

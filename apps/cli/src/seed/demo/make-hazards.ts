import { join } from 'node:path';

import { localFiles } from '@changming/application/files';

import type { Shell } from '../../verb.ts';
import type { Random } from '../random.ts';
import { type Cast, castOf, type Company } from './cast.ts';
import { liveMajor } from './live-major.ts';
import { liveOn } from './live-on.ts';
import { fateOf, tales } from './stories.ts';

type Making = Company & { readonly shell: Shell; readonly random: Random };

const day = 86_400_000;
const days = 270;
const howMany = 110;

/** Nine months of hazards, told through the same verbs that people use, at the instants at which they would have. */
export async function makeHazards({ shell, random, ...company }: Making): Promise<number> {
  const { house, config } = shell;
  const files = localFiles(join(config.CM_DATA_DIR, 'files'));
  const casts = await castsOf(shell, company);
  const today = house.clock.now().getTime();
  const found = Array.from({ length: howMany }, () => Math.floor(random.next() ** 1.4 * days)).toSorted((a, b) => b - a);
  let scene = 0;
  for (const daysAgo of found) {
    scene += 1;
    const cast = random.pick(casts);
    const tale = random.pick(tales);
    const at = new Date(Math.floor((today - daysAgo * day) / day) * day + random.between(60, 240) * 60_000);
    const point = random.chance(0.6) ? company.points.find((each) => each.unit.id === cast.workshop.id) : undefined;
    await liveOn({ house, files, random, cast, tale, point, at, scene, fate: fateOf(random, daysAgo) });
  }
  const dusty = casts.filter(({ workshop }) => workshop.unit.flags?.includes('hasCombustibleDust'));
  for (const [n, cast] of dusty.entries())
    await liveMajor({ house, files, random, cast, at: new Date(today - (40 - n * 25) * day), scene: 900 + n });
  return howMany + dusty.length;
}

async function castsOf({ house }: Shell, company: Company): Promise<Cast[]> {
  const casts: Cast[] = [];
  for (const unit of company.units) if (unit.unit.kind === 'workshop') casts.push(await castOf(house, company, unit));
  return casts;
}

import { pastOf } from '@changming/application/access';
import type { Actor, House } from '@changming/application/context';

import type { Shell } from '../../verb.ts';
import type { Company } from './cast.ts';

export type Training = Company & { readonly shell: Shell; readonly editor: Actor };

const day = 86_400_000;
const hour = 3_600_000;

/** The house two in the afternoon of the last working day that lies at least so many days back. */
export function workdayBefore(house: House, back: number): House {
  const then = new Date(house.clock.now().getTime() - back * day);
  const weekday = new Date(then.getTime() + 8 * hour).getUTCDay();
  const rested = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  const date = new Date(then.getTime() - rested * day + 8 * hour).toISOString().slice(0, 10);
  return pastOf(house, new Date(`${date}T06:00:00Z`));
}

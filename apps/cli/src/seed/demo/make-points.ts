import type { Actor, House } from '@changming/application/context';
import { createPoint } from '@changming/application/points';

import type { MadePerson } from './make-people.ts';
import type { MadeUnit } from './make-units.ts';

export type MadePoint = { readonly id: string; readonly code: string; readonly name: string; readonly unit: MadeUnit };

export const pointNames = ['东侧安全出口', '配电室', '消火栓箱'] as const;

/** Three points in every workshop, each kept by its head. */
export async function makePoints(
  { house, editor }: { readonly house: House; readonly editor: Actor },
  { units, people }: { readonly units: readonly MadeUnit[]; readonly people: readonly MadePerson[] },
): Promise<MadePoint[]> {
  const caller = house.callerFor(editor);
  const made: MadePoint[] = [];
  for (const unit of units.filter((each) => each.unit.kind === 'workshop')) {
    const head = people.find((person) => person.unit.id === unit.id && person.post === 'workshopHead');
    for (const name of pointNames) {
      const keeper = head === undefined ? {} : { keeper: { keeperId: head.id, from: house.clock.today() } };
      const { id, code } = await createPoint(caller, { unitId: unit.id, name, ...keeper });
      made.push({ id, code, name, unit });
    }
  }
  return made;
}

import { actAs, pastOf } from '@changming/application/access';
import { addItem, markRead } from '@changming/application/training';

import { eachOf } from '../in-order.ts';
import { libraryTales } from './library-tales.ts';
import type { Training } from './training-past.ts';
import { dayOf } from './telling.ts';

const day = 86_400_000;

/** What the group has published, and who of the first factories has read it. */
export async function makeLibrary({ shell, editor, units, people }: Training): Promise<number> {
  const { house } = shell;
  const now = house.clock.now().getTime();
  const [root] = units;
  if (root === undefined) return 0;
  const made: string[] = [];
  for (const { back, ...tale } of libraryTales) {
    const at = new Date(now - back * day);
    made.push((await addItem(pastOf(house, at).callerFor(editor), { unitId: root.id, ...tale, from: dayOf(at) })).id);
  }
  const factories = units.filter(({ unit }) => unit.kind === 'factory').slice(0, 2);
  const readers = factories.flatMap(({ code }) =>
    people.filter(({ unit, post }) => unit.code.startsWith(code) && post === 'staff').slice(1, 8),
  );
  await eachOf(readers, 4, async (person) => {
    const actor = await actAs(house, { role: 'worker', personId: person.id, unitId: person.unit.id });
    for (const itemId of made.slice(0, 3)) await markRead(pastOf(house, new Date(now - 20 * day)).callerFor(actor), { itemId, edition: 1 });
  });
  return made.length;
}

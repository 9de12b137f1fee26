import { callingAt } from '@changming/application/access';
import { assignInspector, listLookBacks } from '@changming/application/hazards';

import { demoPerson, type DemoRole } from './make-accounts.ts';
import type { MadePerson } from './make-people.ts';
import { dayOf, type Telling } from './telling.ts';

const hour = 3_600_000;

/** Those with an account who may look back. */
const inspectors: readonly DemoRole[] = ['safetyOfficer', 'hqSafety', 'unitHead'];
/** Where they belong, or what they answer for: they are sent to others. */
const home = '临溪羽绒服饰有限公司';

type Seating = { readonly tellings: readonly Telling[]; readonly people: readonly MadePerson[] };

/** 指派回头看: who can be signed in as has one in hand. Where the draw named others for all of them, headquarters sends him in the place of one. */
export async function seatInspectors({ tellings, people }: Seating): Promise<void> {
  const [first] = tellings;
  if (first === undefined) return;
  const { house, life } = first;
  const caller = callingAt(house, life.cast.group, new Date(house.clock.now().getTime() - 20 * hour));
  const { items } = await listLookBacks(caller, { withBelow: true, state: 'owed', limit: 200 });
  const persons = inspectors.flatMap((role) => demoPerson(people, role) ?? []);
  const idle = persons.filter(({ id }) => !items.some(({ inspectorId }) => inspectorId === id));
  const elsewhere = new Set(tellings.filter((each) => isElsewhere(each)).map(({ hazardId }) => hazardId));
  const free = items.filter(
    ({ hazardId, reason, toOn, inspectorId }) =>
      reason === 'drawn' && toOn > dayOf(house.clock.now()) && elsewhere.has(hazardId) && !persons.some(({ id }) => id === inspectorId),
  );
  for (const [n, { hazardId }] of free.slice(0, idle.length).entries())
    await assignInspector(caller, { hazardId, inspectorId: idle[n]?.id ?? '' });
}

function isElsewhere({ life }: Telling): boolean {
  return !life.cast.workshop.path.includes(home);
}

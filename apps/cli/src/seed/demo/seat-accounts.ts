import { pastOf } from '@changming/application/access';
import type { Actor, House } from '@changming/application/context';
import { readRoster, swapWatch } from '@changming/application/workforce';

import type { Shell } from '../../verb.ts';
import { demoPerson, type DemoRole } from './make-accounts.ts';
import type { MadePerson } from './make-people.ts';
import type { MadeUnit } from './make-units.ts';

export type Shift = Awaited<ReturnType<typeof readRoster>>['shifts'][number];
export type Watched = { readonly unit: MadeUnit; readonly months: readonly string[] };

const hour = 3_600_000;

/** Who of those with an account keeps watch on which of the nights that are not over, by the company. */
const seats: readonly { readonly unit: string; readonly night: number; readonly post: Shift['post']; readonly role: DemoRole }[] = [
  { unit: '岚枝纺织服装集团有限公司', night: 0, post: 'leader', role: 'hqLeader' },
  { unit: '岚枝纺织服装集团有限公司', night: 0, post: 'keeper', role: 'hqSafety' },
  { unit: '临溪羽绒服饰有限公司', night: 0, post: 'keeper', role: 'safetyOfficer' },
  { unit: '临溪羽绒服饰有限公司', night: 1, post: 'keeper', role: 'workshopHead' },
];

/** Every watch of the months, planned or stood. */
export async function shiftsOf(house: House, editor: Actor, { unit, months }: Watched): Promise<Shift[]> {
  const shifts: Shift[] = [];
  for (const month of months) shifts.push(...(await readRoster(house.callerFor(editor), { unitId: unit.id, month })).shifts);
  return shifts;
}

type Seating = { readonly shell: Shell; readonly editor: Actor; readonly people: readonly MadePerson[] };

/** 调班: tonight's watch and that of tomorrow are kept by people who can be signed in as. */
export async function seatAccounts({ shell: { house }, editor, people }: Seating, watched: Watched): Promise<void> {
  const wanted = seats.filter(({ unit }) => unit === watched.unit.unit.name);
  if (wanted.length === 0) return;
  const now = house.clock.now();
  const nights = (await shiftsOf(house, editor, watched)).filter(({ part, untilAt }) => part === 'night' && untilAt > now);
  const days = [...new Set(nights.map(({ onDay }) => onDay))].toSorted();
  for (const { night, post, role } of wanted) {
    const shift = nights.find((each) => each.onDay === days[night] && each.post === post);
    const person = demoPerson(people, role);
    if (shift === undefined || person === undefined || shift.personId === person.id) continue;
    const then = new Date(Math.min(now.getTime(), shift.fromAt.getTime() - 2 * hour));
    await swapWatch(pastOf(house, then).callerFor(editor), { shiftId: shift.id, personId: person.id, reason: '调休换班' });
  }
}

import { pastOf } from '@changming/application/access';
import type { Actor, House } from '@changming/application/context';
import { arrangeWatch, checkInWatch, handOverWatch, planWatch, swapWatch, takeOverWatch } from '@changming/application/workforce';

import type { Shell } from '../../verb.ts';
import { eachOf } from '../in-order.ts';
import type { Company } from './cast.ts';
import type { MadeUnit } from './make-units.ts';
import { seatAccounts, type Shift, shiftsOf, type Watched } from './seat-accounts.ts';
import { dayOf } from './telling.ts';

type Making = Company & { readonly shell: Shell; readonly editor: Actor };

const minute = 60_000;
const day = 86_400_000;
const notes = [
  '一切正常',
  '三楼东侧应急灯已报修，请跟进',
  '充绒车间除尘已停机清灰，明早开机前确认',
  '消防泵房已巡，压力正常',
  '门岗登记外来车辆两台',
] as const;

/** 值班 of the group and three companies for last month and this one: stood nearly always, one night that nobody stood and one yet to be filled. */
export async function makeWatch(making: Making): Promise<number> {
  const { shell, units, editor } = making;
  const { house } = shell;
  const now = house.clock.now();
  const thisMonth = dayOf(now).slice(0, 7);
  const lastMonth = dayOf(new Date(Date.parse(`${thisMonth}-01T00:00:00Z`) - day)).slice(0, 7);
  const watched = [units[0], ...units.filter(({ unit }) => unit.kind === 'subsidiary').slice(0, 3)].filter((unit) => unit !== undefined);
  const begun = pastOf(house, new Date(`${lastMonth}-01T00:30:00Z`)).callerFor(editor);
  let stood = 0;
  for (const [at, unit] of watched.entries()) {
    const months = [lastMonth, thisMonth];
    await arrangeWatch(begun, { unitId: unit.id, watched: ['workNight', 'restDay', 'restNight'], leaders: at === 0 ? 1 : 0, keepers: 1 });
    const { leaders, keepers } = peopleOf(making, unit, at === 0);
    for (const month of months) await planWatch(begun, { unitId: unit.id, month, ...(at === 0 ? { leaders } : {}), keepers });
    const kept = { unit, months };
    await seatAccounts(making, kept);
    stood += await stand(house, editor, { ...kept, forsaken: at === 2 });
    if (at === 1) await leaveEmpty(house, editor, kept);
  }
  return stood;
}

function peopleOf({ people }: Making, unit: MadeUnit, isGroup: boolean): { leaders: string[]; keepers: string[] } {
  const here = isGroup
    ? people.filter(({ unit: own }) => own.unit.kind === 'department' && own.path.length === 2)
    : people.filter(({ unit: own }) => own.code.startsWith(unit.code));
  const leading = here.filter(({ post }) => post !== 'staff' && post !== 'pointKeeper');
  const leaders = (leading.length > 0 ? leading : here).slice(0, 3);
  const keepers = here.filter((person) => !leaders.includes(person)).slice(0, 8);
  return { leaders: leaders.map(({ id }) => id), keepers: keepers.map(({ id }) => id) };
}

/** Every watch that has begun is signed in for, a few late, but the forsaken one; the last ones are handed over with a word and signed by the next. */
async function stand(house: House, editor: Actor, watched: Watched & { readonly forsaken: boolean }): Promise<number> {
  const now = house.clock.now().getTime();
  const shifts = await shiftsOf(house, editor, watched);
  const nobodyCame = watched.forsaken ? forsakenNight(shifts, now) : undefined;
  const begun = shifts.filter(
    ({ fromAt, personId, onDay, part }) =>
      personId !== null && fromAt.getTime() < now - 12 * minute && !(part === 'night' && onDay === nobodyCame),
  );
  await eachOf(begun, 4, async (shift) => {
    const late = begun.indexOf(shift) % 17 === 5 ? 24 : -8;
    const then = pastOf(house, new Date(shift.fromAt.getTime() + late * minute));
    if (then.clock.now().getTime() <= now)
      await checkInWatch(then.callerFor({ ...editor, personId: shift.personId }), { shiftId: shift.id });
  });
  for (const [at, shift] of begun.slice(-10).entries())
    await handOn(house, editor, { shift, next: nextOf(begun, shift), note: notes[at % notes.length] ?? notes[0] });
  return begun.length;
}

/** The night a fortnight back that nobody stood: 缺勤. Before the watches that are handed over, for nothing was handed over after it. */
function forsakenNight(shifts: readonly Shift[], now: number): string | undefined {
  const nights = shifts.filter(({ part, untilAt }) => part === 'night' && untilAt.getTime() <= now).map(({ onDay }) => onDay);
  return [...new Set(nights)].at(-12);
}

function nextOf(begun: readonly Shift[], shift: Shift): Shift | undefined {
  return begun.find(({ post, fromAt }) => post === shift.post && fromAt.getTime() >= shift.untilAt.getTime());
}

type Handing = { readonly shift: Shift; readonly next: Shift | undefined; readonly note: string };

async function handOn(house: House, editor: Actor, { shift, next, note }: Handing): Promise<void> {
  const now = house.clock.now().getTime();
  if (shift.untilAt.getTime() > now || next === undefined || next.personId === shift.personId) return;
  const ending = pastOf(house, new Date(shift.untilAt.getTime() - 5 * minute));
  await handOverWatch(ending.callerFor({ ...editor, personId: shift.personId }), { shiftId: shift.id, notes: note });
  const taking = pastOf(house, new Date(Math.min(now, next.fromAt.getTime() + 2 * minute)));
  await takeOverWatch(taking.callerFor({ ...editor, personId: next.personId }), { shiftId: next.id });
}

/** The third night from now has lost its keeper: somebody fell ill and nobody was found yet. */
async function leaveEmpty(house: House, editor: Actor, watched: Watched): Promise<void> {
  const now = house.clock.now();
  const nights = (await shiftsOf(house, editor, watched)).filter(
    ({ part, fromAt, personId }) => part === 'night' && fromAt > now && personId !== null,
  );
  const ahead = nights[2] ?? nights.at(-1);
  if (ahead !== undefined)
    await swapWatch(house.silent().callerFor(editor), { shiftId: ahead.id, personId: null, reason: '值班人员生病，待安排' });
}

import { actAs, callingAt, pastOf } from '@changming/application/access';
import {
  acceptHazard,
  commitToDraws,
  concludeLookBack,
  drawLookBacks,
  listLookBacks,
  nameInspectors,
  startHazard,
} from '@changming/application/hazards';

import { eachOf } from '../in-order.ts';
import { dayOf, type Telling } from './telling.ts';
import type { MadePerson } from './make-people.ts';
import { handIn } from './rectify-life.ts';
import { pictureOf, sendPicture } from './take-pictures.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Looked on within these days, so that a look-back of the last weeks is always there. */
const recent = 21 * day;
/** The one of them all that finds the first relapse. */
const early = 12;

type Told = { readonly tellings: readonly Telling[]; readonly people: readonly MadePerson[] };

/** 回头看 through the months: the seed committed, the month drawn at its turn, inspectors named and come; two find a relapse. */
export async function lookBackOn({ tellings, people }: Told): Promise<{ readonly looked: number }> {
  const [first] = tellings;
  if (first === undefined) return { looked: 0 };
  const { house } = first;
  const now = house.clock.now().getTime();
  let looked = 0;
  for (const turn of turnsSince(first.life.at, now)) {
    const past = await due(first, Math.min(turn.getTime(), now - recent));
    for (const [n, each] of past.entries()) await look({ tellings, people }, each, { relapsed: looked + n === early, mends: true });
    looked += past.length;
    await turnMonth(first, turn);
  }
  const late = await due(first, now - day);
  await eachOf([...late.entries()], 3, ([n, each]) => look({ tellings, people }, each, { relapsed: n === late.length - 1, mends: false }));
  return { looked: looked + late.length };
}

/** What the worker does when a month begins. */
async function turnMonth({ house }: Telling, turn: Date): Promise<void> {
  const clock = pastOf(house, turn).clockwork();
  await commitToDraws(clock, {});
  await drawLookBacks(clock, {});
  while ((await nameInspectors(clock, {})).named > 0);
}

type Due = { readonly hazardId: string; readonly inspectorId: string; readonly at: Date };

/** The look-backs to which somebody came until then, in the order of their days. A few are left undone. */
async function due({ life, house }: Telling, until: number): Promise<Due[]> {
  const filter = { withBelow: true, state: 'owed', limit: 200 } as const;
  const { items } = await listLookBacks(house.callerFor(life.cast.group), filter);
  const coming = items.flatMap(({ hazardId, inspectorId, number, fromOn, toOn }) => {
    const nth = Number(number.slice(-3));
    const at = new Date(Date.parse(`${fromOn}T02:00:00Z`) + (8 + (nth % 18)) * day);
    const left = nth % 8 === 0 && Date.parse(toOn) > house.clock.now().getTime() - 30 * day;
    return inspectorId === null || left || at.getTime() > until ? [] : [{ hazardId, inspectorId, at }];
  });
  return coming.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

type Outcome = { readonly relapsed: boolean /** A relapse is put right and closed again. */; readonly mends: boolean };

/** The inspector comes, takes a photo, and says whether it held. */
async function look({ tellings, people }: Told, { hazardId, inspectorId, at }: Due, { relapsed, mends }: Outcome): Promise<void> {
  const telling = tellings.find((each) => each.hazardId === hazardId);
  const person = people.find(({ id }) => id === inspectorId);
  if (telling === undefined || person === undefined) throw new Error(`nobody knows of the look-back on ${hazardId}`);
  const { house, files, life } = telling;
  const inspector = await actAs(house, { role: 'safetyOfficer', personId: inspectorId, unitId: person.unit.id });
  const caller = callingAt(house, inspector, at);
  const days = Math.round((at.getTime() - life.at.getTime()) / day);
  const picture = await pictureOf(life, { mended: !relapsed, visit: days });
  await sendPicture({ caller, files, hazardId, life }, picture);
  const note = relapsed ? '问题重新出现，原整改措施没有坚持' : '整改保持良好';
  await concludeLookBack(caller, { hazardId, result: relapsed ? 'relapsed' : 'held', photos: [picture.sha256], note });
  if (relapsed && mends) await mendAgain(telling, (at.getTime() - life.at.getTime()) / hour);
}

/** The second round of a relapse: begun the next day, handed in, accepted. */
async function mendAgain(telling: Telling, hours: number): Promise<void> {
  const { life, hazardId, by } = telling;
  await startHazard(by(life.cast.leader, hours + 3), { hazardId });
  const picture = await pictureOf(life, { mended: true, visit: Math.ceil(hours / 24) + 1 });
  await handIn(telling, { hours: hours + 28, picture });
  await acceptHazard(by(life.cast.officer, hours + 50), {
    hazardId,
    opinion: '重新整改到位，已纳入每班检查',
    lesson: '回头看发现复发，措施写进班前会',
  });
}

/** The first instants of the months (Asia/Shanghai), from the one before the first hazard to the last that is over. */
function turnsSince(from: Date, now: number): Date[] {
  const [year = 0, month = 0] = dayOf(from).split('-').map(Number);
  return Array.from({ length: 14 }, (_, n) => new Date(Date.UTC(year, month - 2 + n, 1) - 8 * hour + 5 * 60_000)).filter(
    (turn) => turn.getTime() <= now,
  );
}

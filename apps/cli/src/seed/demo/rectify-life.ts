import { acceptHazard, sendBackHazard, startHazard, submitHazard, triageHazard } from '@changming/application/hazards';

import { dayOf, type Telling } from './telling.ts';
import { type Picture, pictureOf, sendPicture } from './take-pictures.ts';

const hour = 3_600_000;

/** 分级指派 an hour after the report. Who will ask for more time has a larger hazard with a longer deadline. */
export async function triage({ life, hazardId, by }: Telling): Promise<void> {
  const { cast, tale, random, fate, at } = life;
  const larger = fate === 'extensionAsked';
  await triageHazard(by(cast.officer, 1), {
    hazardId,
    level: larger ? 'unit' : 'workshop',
    plan: {
      responsibleUnitId: cast.workshop.id,
      responsibleId: cast.leaderId,
      measures: tale.measures,
      funds: random.pick([0, 0, 20_000, 80_000, 150_000]),
      dueOn: dayOf(new Date(at.getTime() + (1 + (larger ? 6 : 3) * 24) * hour)),
      contingency: tale.contingency,
    },
  });
}

/** The work is begun and, where `until` says so, handed in. Hours from the finding. */
export async function rectifyOnce(
  telling: Telling,
  { from, until }: { readonly from: number; readonly until: number | null },
): Promise<void> {
  const { life, hazardId, by, after } = telling;
  await startHazard(by(life.cast.leader, from), { hazardId });
  if (until !== null && after !== null) await handIn(telling, { hours: until, picture: after });
}

/** The acceptance, for some after having been sent back once. */
export async function settle(telling: Telling, submitted: number): Promise<void> {
  const { life, hazardId, by } = telling;
  const { cast, fate, random } = life;
  if (fate === 'sentBack') {
    await sendBackHazard(by(cast.officer, submitted + 3), { hazardId, reason: 'partlyFixed', note: '只改了一部分，请全部整改到位' });
    await handIn(telling, { hours: submitted + 20, picture: await pictureOf(life, { mended: true, visit: 1 }) });
  }
  const opinion = random.pick(['已整改到位，同意销号', '现场复核合格', '符合要求，同意销号']);
  await acceptHazard(by(random.pick([cast.officer, cast.second]), submitted + 26), { hazardId, opinion, lesson: '纳入班前检查' });
}

export async function handIn(
  { life, hazardId, files, by }: Telling,
  { hours, picture }: { readonly hours: number; readonly picture: Picture },
): Promise<void> {
  const caller = by(life.cast.leader, hours);
  const { tale, random } = life;
  await submitHazard(caller, { hazardId, photos: [picture.sha256], measures: tale.measures, spent: random.pick([0, 18_000, 76_000]) });
  await sendPicture({ caller, files, hazardId, life }, picture);
}

import { callingAt } from '@changming/application/access';
import { type Actor, type Caller, type House, uuidV7 as newId } from '@changming/application/context';
import type { Files } from '@changming/application/files';
import {
  acceptHazard,
  askToVoid,
  decideOnVoid,
  reportHazard,
  sendBackHazard,
  startHazard,
  submitHazard,
  triageHazard,
} from '@changming/application/hazards';

import { takePhoto } from '../photos/take-photo.ts';
import type { Random } from '../random.ts';
import type { Cast } from './cast.ts';
import type { MadePoint } from './make-points.ts';
import type { Fate, Tale } from './stories.ts';
import { type Picture, pictureOf, sendPicture } from './take-pictures.ts';

export type Life = {
  readonly house: House;
  readonly files: Files;
  readonly random: Random;
  readonly cast: Cast;
  readonly tale: Tale;
  readonly point?: MadePoint | undefined;
  readonly at: Date;
  readonly scene: number;
  readonly fate: Fate;
};

const hour = 3_600_000;
const order = ['reported', 'assigned', 'rectifying', 'submitted', 'closed'] as const;
const reach: Readonly<Record<Fate, (typeof order)[number]>> = {
  reported: 'reported',
  void: 'reported',
  assigned: 'assigned',
  overdue: 'rectifying',
  rectifying: 'rectifying',
  submitted: 'submitted',
  onTheSpot: 'submitted',
  sentBack: 'closed',
  closedLate: 'closed',
  closed: 'closed',
};

/** One hazard from its finding to wherever its fate lets it come. */
export async function liveOn(life: Life): Promise<void> {
  const { house, cast, fate, at, random } = life;
  const id = newId(at, random.bytes(16));
  const by = (actor: Actor, hours: number): Caller => callingAt(house, actor, new Date(at.getTime() + hours * hour));
  await report(life, id, by(cast.finder, 0));
  if (fate === 'void') {
    await askToVoid(by(cast.leader, 2), { hazardId: id, kind: 'falseAlarm', reason: '现场核实，物料已按规定堆放' });
    await decideOnVoid(by(cast.head, 3), { hazardId: id, granted: true });
    return;
  }
  if (fate === 'onTheSpot') {
    await acceptHazard(by(cast.officer, 4), { hazardId: id, opinion: '现场核实，已整改到位' });
    return;
  }
  const wait = random.pick([2, 20, 48]);
  const last = order.indexOf(reach[fate]);
  const dueOn = dayOf(new Date(at.getTime() + (1 + 3 * 24) * hour));
  if (last >= 1) await triage(life, { id, dueOn, caller: by(cast.officer, 1) });
  if (last >= 2) await startHazard(by(cast.leader, 1.5), { hazardId: id });
  const submitted = fate === 'closedLate' ? 24 * 5 : 2 + wait;
  if (last >= 3) await handIn(life, id, by(cast.leader, submitted));
  if (last >= 4) await settle(life, id, submitted);
}

async function settle({ house, cast, fate, at, random, ...life }: Life, hazardId: string, submitted: number): Promise<void> {
  const by = (actor: Actor, hours: number) => callingAt(house, actor, new Date(at.getTime() + hours * hour));
  if (fate === 'sentBack') {
    await sendBackHazard(by(cast.officer, submitted + 3), { hazardId, reason: 'partlyFixed', note: '只清了一半，请全部清理到位' });
    await handIn({ house, cast, fate, at, random, ...life, scene: life.scene + 5000 }, hazardId, by(cast.leader, submitted + 20));
  }
  const opinion = random.pick(['已整改到位，同意销号', '现场复核合格', '符合要求，同意销号']);
  await acceptHazard(by(random.pick([cast.officer, cast.second]), submitted + 26), { hazardId, opinion, lesson: '纳入班前检查' });
}

async function report({ cast, tale, point, at, fate, ...life }: Life, id: string, caller: Caller): Promise<void> {
  const before = await photo({ cast, tale, point, at, fate, ...life }, false, at);
  const after = fate === 'onTheSpot' ? await photo({ cast, tale, point, at, fate, ...life }, true, at) : null;
  const place = point === undefined ? { unitId: cast.workshop.id, place: '车间中部' } : { pointCode: point.code };
  await reportHazard(caller, {
    id,
    category: tale.category as 'exits',
    text: tale.text,
    photos: [before.sha256],
    foundAt: at.toISOString(),
    ...place,
    ...(after === null ? {} : { onTheSpot: { measures: tale.measures, photos: [after.sha256] } }),
  });
  for (const each of [before, after]) if (each !== null) await send({ ...life, cast, at }, each, { caller, subject: id });
}

type Sending = Pick<Life, 'files' | 'random' | 'cast' | 'at'>;

async function send(
  { files, random, cast, at }: Sending,
  picture: Picture,
  to: { readonly caller: Caller; readonly subject: string },
): Promise<void> {
  await sendPicture({ ...to, files, id: newId(at, random.bytes(16)), unitId: cast.workshop.id }, picture);
}

async function photo({ cast, tale, point, scene }: Life, mended: boolean, takenAt: Date): Promise<Picture> {
  const plate = [cast.workshop.unit.name, point?.code ?? '现场'];
  return pictureOf(await takePhoto({ category: tale.category, scene, mended, plate, takenAt }), takenAt);
}

type Triage = { readonly id: string; readonly dueOn: string; readonly caller: Caller };

async function triage({ cast, tale, random }: Life, { id, dueOn, caller }: Triage): Promise<void> {
  await triageHazard(caller, {
    hazardId: id,
    level: 'workshop',
    plan: {
      responsibleUnitId: cast.workshop.id,
      responsibleId: cast.leaderId,
      measures: tale.measures,
      funds: random.pick([0, 0, 20_000, 80_000, 150_000]),
      dueOn,
      contingency: tale.contingency,
    },
  });
}

async function handIn(life: Life, hazardId: string, caller: Caller): Promise<void> {
  const { at, tale, random } = life;
  const picture = await photo(life, true, new Date(at.getTime() + 4 * hour));
  await submitHazard(caller, { hazardId, photos: [picture.sha256], measures: tale.measures, spent: random.pick([0, 18_000, 76_000]) });
  await send(life, picture, { caller, subject: hazardId });
}

/** The day in Asia/Shanghai. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + 8 * hour).toISOString().slice(0, 10);
}

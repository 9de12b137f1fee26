import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { pastOf } from '@changming/application/access';
import { type Actor, type Caller, uuidV7 as newId } from '@changming/application/context';
import { declareEvidence, receivePhoto } from '@changming/application/evidence';
import { type Files, localFiles } from '@changming/application/files';
import { createSheet, issueSheet, placePoint } from '@changming/application/points';

import type { Shell } from '../../verb.ts';
import type { Random } from '../random.ts';
import { castOf, type Company } from './cast.ts';
import { drawFloorPlan, drawWallSheet, roomsOf } from './draw-plans.ts';
import type { MadeUnit } from './make-units.ts';

type Making = Company & { readonly shell: Shell; readonly random: Random; readonly editor: Actor };

const day = 86_400_000;
/** Units that have drawn their hall. */
const drawnAt = ['临溪第一工厂', '云杉制衣有限公司'] as const;

/** A floor plan with its points for the units that have drawn one, and what hangs on the wall of the first. */
export async function makeSheets(making: Making): Promise<number> {
  let made = 0;
  for (const [at, name] of drawnAt.entries()) {
    const unit = making.units.find((each) => each.unit.name === name);
    if (unit !== undefined) made += await drawUnit(making, unit, at === 0);
  }
  return made;
}

async function drawUnit(making: Making, unit: MadeUnit, withWall: boolean): Promise<number> {
  const { shell, units, points } = making;
  const workshops = units.filter((each) => each.unit.kind === 'workshop' && each.code.startsWith(unit.code));
  const [first] = workshops;
  if (first === undefined) return 0;
  const { officer } = await castOf(shell.house, making, first);
  const then = new Date(shell.house.clock.now().getTime() - 75 * day);
  const drawing = { ...making, caller: pastOf(shell.house, then).callerFor(officer), at: then, unit };
  const count = workshops.length;
  const sheetId = await hang(drawing, { kind: 'floorPlan', name: `${unit.unit.name}平面图`, content: await drawFloorPlan(count) });
  const rooms = roomsOf(count);
  for (const [nth, workshop] of workshops.entries()) {
    const room = rooms[nth];
    const own = points.filter((point) => point.unit.id === workshop.id);
    for (const [at, { id: pointId }] of own.entries()) {
      if (room === undefined) continue;
      const [x, y] = [room.x + (room.width * (at + 1)) / (own.length + 1), room.y + room.height * (at % 2 === 0 ? 0.3 : 0.68)];
      await placePoint(drawing.caller, { sheetId, pointId, x: Math.round((x / 1600) * 10_000), y: Math.round((y / 1000) * 10_000) });
    }
  }
  return withWall ? 1 + (await hangWall(drawing, first, count)) : 1;
}

/** 疏散图 in two versions, 消防器材分布图, and the 定置图 of the first power room. */
async function hangWall(drawing: Drawing, first: MadeUnit, count: number): Promise<number> {
  const routes = { kind: 'escapeRoute', name: '一层疏散图', content: await drawWallSheet(count, 'escapeRoute') } as const;
  await hang(drawing, routes);
  await hang(drawing, { kind: 'fireEquipment', name: '消防器材分布图', content: await drawWallSheet(count, 'fireEquipment') });
  const room = drawing.points.find(({ unit, name }) => unit.id === first.id && name === '配电室');
  const inWorkshop = { ...drawing, unit: first };
  await hang(inWorkshop, { kind: 'layout', name: '配电室定置图', content: await drawWallSheet(1, 'layout'), pointId: room?.id ?? null });
  await hang(inWorkshop, { kind: 'escapeRoute', name: `${first.unit.name}疏散图`, content: routes.content });
  return 4;
}

type Drawing = Making & { readonly caller: Caller; readonly at: Date; readonly unit: MadeUnit };
type Sheet = {
  readonly kind: 'floorPlan' | 'escapeRoute' | 'fireEquipment' | 'layout';
  readonly name: string;
  readonly content: Buffer;
  readonly pointId?: string | null;
};

/** Creates the sheet and issues its first version, its picture sent as every photo is. */
async function hang({ caller, shell, random, at, unit }: Drawing, { kind, name, content, pointId = null }: Sheet): Promise<string> {
  const files: Files = localFiles(join(shell.config.CM_DATA_DIR, 'files'));
  const { id } = await createSheet(caller, { unitId: unit.id, pointId, kind, name });
  const evidenceId = newId(at, random.bytes(16));
  const sha256 = createHash('sha256').update(content).digest('hex');
  await declareEvidence(caller, { id: evidenceId, sha256, bytes: content.byteLength, mime: 'image/jpeg', unitId: unit.id, subject: id });
  await receivePhoto(caller, files, { evidenceId, content });
  await issueSheet(caller, { sheetId: id, evidenceId, note: null });
  return id;
}

import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { actAs, callingAt } from '@changming/application/access';
import { type Caller, uuidV7 as newId } from '@changming/application/context';
import { declareEvidence, receivePhoto } from '@changming/application/evidence';
import { type Files, localFiles } from '@changming/application/files';
import { performCheck, readOccurrence } from '@changming/application/inspections';

import type { Shell } from '../../verb.ts';
import { takePhoto } from '../photos/take-photo.ts';
import type { Random } from '../random.ts';
import type { Company } from './cast.ts';

type Found = { readonly id: string; readonly unitId: string; readonly pointId: string | null; readonly dueAt: Date };
type Telling = { readonly shell: Shell; readonly random: Random; readonly company: Company };

/** What was found, by the item that failed. */
const findings: Readonly<Record<string, readonly (readonly [item: string, note: string])[]>> = {
  POWER: [
    ['POWER-06', '柜前码了五层货包，快碰到灯'],
    ['POWER-02', '配电柜下电缆沟封堵脱落，柜门敞开，导线外露'],
    ['POWER-04', '两具灭火器少了一具，原位放了纸箱'],
  ],
  FIRE: [
    ['FIRE-01', '出口前堆了几个纸箱'],
    ['FIRE-02', '出口前纸箱堆高，挡住疏散指示'],
    ['FIRE-03', '防火门旁灭火器少一具，门被纸箱顶住'],
  ],
};

/** A few checks of the last days that found something: photographed, and reported as a hazard in the same go. */
export async function failSome({ shell, random, company }: Telling, found: readonly Found[]): Promise<number> {
  const files = localFiles(join(shell.config.CM_DATA_DIR, 'files'));
  for (const [at, occurrence] of found.entries()) await failOne({ shell, random, company }, { files, occurrence, at });
  return found.length;
}

type Failing = { readonly files: Files; readonly occurrence: Found; readonly at: number };

async function failOne({ shell: { house }, random, company }: Telling, { files, occurrence, at }: Failing): Promise<void> {
  const head = company.people.find(({ unit, post }) => unit.id === occurrence.unitId && post === 'workshopHead');
  const point = company.points.find(({ id }) => id === occurrence.pointId);
  if (head === undefined || point === undefined) return;
  const actor = await actAs(house, { role: 'workshopHead', personId: head.id, unitId: occurrence.unitId });
  const doneAt = new Date(occurrence.dueAt.getTime() - random.between(120, 480) * 60_000);
  const caller = callingAt(house, actor, doneAt);
  const { checklist } = await readOccurrence(caller, { occurrenceId: occurrence.id });
  const [item, note] = findings[checklist.code]?.[at % 3] ?? ['', ''];
  const category = checklist.items.find(({ code }) => code === item)?.category ?? 'other';
  const content = await takePhoto({ category, scene: 700 + at, mended: false, plate: [point.unit.unit.name, point.code], takenAt: doneAt });
  const photo = { id: newId(doneAt, random.bytes(16)), sha256: createHash('sha256').update(content).digest('hex'), content };
  const hazardId = newId(doneAt, random.bytes(16));
  await performCheck(caller, {
    id: newId(doneAt, random.bytes(16)),
    occurrenceId: occurrence.id,
    plateCode: point.code,
    startedAt: new Date(doneAt.getTime() - random.between(5, 12) * 60_000).toISOString(),
    doneAt: doneAt.toISOString(),
    answers: checklist.items.map(({ code }) =>
      code === item
        ? { item: code, verdict: 'fail', note, photos: [photo.sha256], hazard: { id: hazardId } }
        : { item: code, verdict: 'pass' },
    ),
  });
  await send(caller, files, { ...photo, hazardId, unitId: occurrence.unitId });
}

type Photo = { readonly id: string; readonly sha256: string; readonly content: Buffer; readonly hazardId: string; readonly unitId: string };

async function send(caller: Caller, files: Files, { id, sha256, content, hazardId, unitId }: Photo): Promise<void> {
  await declareEvidence(caller, { id, sha256, bytes: content.byteLength, mime: 'image/jpeg', subject: hazardId, unitId });
  await receivePhoto(caller, files, { evidenceId: id, subject: hazardId, content });
}

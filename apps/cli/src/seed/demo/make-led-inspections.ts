import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { actAs, callingAt, pastOf } from '@changming/application/access';
import { type Actor, type Caller, type House, uuidV7 as newId } from '@changming/application/context';
import { declareEvidence, receivePhoto } from '@changming/application/evidence';
import { type Files, localFiles } from '@changming/application/files';
import {
  createPlan,
  foldInspections,
  listChecklists,
  listOccurrences,
  makeOccurrences,
  performCheck,
  readOccurrence,
  settleMisses,
} from '@changming/application/inspections';

import type { Shell } from '../../verb.ts';
import { takePhoto } from '../photos/take-photo.ts';
import { type Random, randomFrom } from '../random.ts';
import type { Company } from './cast.ts';
import type { MadeUnit } from './make-units.ts';
import { dayOf } from './telling.ts';

type Making = Company & { readonly shell: Shell; readonly editor: Actor };
type Telling = { readonly making: Making; readonly files: Files; readonly random: Random };
type Occurrence = Awaited<ReturnType<typeof listOccurrences>>['items'][number];

const hour = 3_600_000;
const day = 24 * hour;

/** 主要负责人带队检查: one in the last quarter and one these days, planned for every head. One head lets his go, another takes no photo. */
export async function makeLedInspections(making: Making): Promise<number> {
  const { house, config } = making.shell;
  const now = house.clock.now().getTime();
  const begins = new Date(now - 91 * day);
  const branches = making.units.filter(({ unit }) => unit.kind === 'subsidiary' || unit.kind === 'factory');
  const dates = [
    ...new Set([Math.max(lastQuarterEnd(now) - 12 * day, begins.getTime() + day), now - 6 * day].map((at) => dayOf(new Date(at)))),
  ];
  await planAll(making, branches, { begins, dates });
  for (const at of [...dates.map((on) => new Date(`${on}T01:00:00Z`)), house.clock.now()]) await make(pastOf(house, at));
  const { items } = await listOccurrences(house.callerFor(making.editor), {
    from: dayOf(begins),
    to: dayOf(new Date(now)),
    withBelow: true,
    limit: 20_000,
  });
  const led = items.filter(({ plan }) => plan === planName);
  const random = randomFrom(17);
  const files = localFiles(join(config.CM_DATA_DIR, 'files'));
  for (const [at, occurrence] of led.entries()) await leadOne({ making, files, random }, { occurrence, branches, at });
  while ((await settleMisses(house.clockwork(), {})).more);
  while ((await foldInspections(house.clockwork(), {})).more);
  return led.length;
}

async function make(house: House): Promise<void> {
  while ((await makeOccurrences(house.clockwork(), {})).more);
}

const planName = '主要负责人带队检查';

/** The instant at which the last quarter ended. */
function lastQuarterEnd(now: number): number {
  const local = new Date(now + 8 * hour);
  return Date.UTC(local.getUTCFullYear(), 3 * Math.floor(local.getUTCMonth() / 3), 1) - 8 * hour;
}

type Planning = { readonly begins: Date; readonly dates: string[] };

async function planAll({ shell: { house }, editor }: Making, branches: readonly MadeUnit[], { begins, dates }: Planning): Promise<void> {
  const caller = pastOf(house, begins).callerFor(editor);
  const { items } = await listChecklists(caller, {});
  const checklistId = items.find(({ code }) => code === 'FIRE')?.id ?? '';
  for (const { id, unit } of branches)
    await createPlan(caller, {
      unitId: id,
      checklistId,
      name: planName,
      from: dayOf(begins),
      restDays: 'keep',
      points: { of: 'unit' },
      cadence: { every: 'dates', dates, from: '08:00', until: '18:00' },
      doer: { by: 'post', post: unit.kind === 'factory' ? 'unitHead' : 'firstResponsible' },
    });
}

type Leading = { readonly occurrence: Occurrence; readonly branches: readonly MadeUnit[]; readonly at: number };

async function leadOne({ making, files, random }: Telling, { occurrence, branches, at }: Leading): Promise<void> {
  const { shell, people } = making;
  const branch = branches.find(({ id }) => id === occurrence.unitId);
  const head = people.find(({ unit, post }) => unit.id === branch?.id && (post === 'unitHead' || post === 'firstResponsible'));
  const lets = branch?.unit.name === '白榆家纺有限公司';
  if (branch === undefined || head === undefined || lets || occurrence.missesAt > shell.house.clock.now()) return;
  const actor = await actAs(shell.house, { role: 'unitHead', personId: head.id, unitId: branch.id });
  const doneAt = new Date(occurrence.dueAt.getTime() - random.between(120, 420) * 60_000);
  const caller = callingAt(shell.house, actor, doneAt);
  const { checklist } = await readOccurrence(caller, { occurrenceId: occurrence.id });
  const photo = branch.unit.name === '临溪第二工厂' ? null : await photoOf(branch, { at, doneAt, random });
  await performCheck(caller, {
    id: newId(doneAt, random.bytes(16)),
    occurrenceId: occurrence.id,
    startedAt: new Date(doneAt.getTime() - random.between(40, 90) * 60_000).toISOString(),
    doneAt: doneAt.toISOString(),
    note: '带队检查，现场交办',
    answers: checklist.items.map(({ code }, item) => ({
      item: code,
      verdict: 'pass' as const,
      photos: photo !== null && item === 0 ? [photo.sha256] : [],
    })),
  });
  if (photo !== null) await send(caller, files, { ...photo, subject: occurrence.id, unitId: branch.id });
}

type Shooting = { readonly at: number; readonly doneAt: Date; readonly random: Random };

async function photoOf({ unit, code }: MadeUnit, { at, doneAt, random }: Shooting) {
  const content = await takePhoto({ category: 'exits', scene: 900 + at, mended: true, plate: [unit.name, code], takenAt: doneAt });
  return { id: newId(doneAt, random.bytes(16)), sha256: createHash('sha256').update(content).digest('hex'), content };
}

type Photo = {
  readonly id: string;
  readonly sha256: string;
  readonly content: Buffer;
  readonly subject: string;
  readonly unitId: string;
};

async function send(caller: Caller, files: Files, { id, sha256, content, subject, unitId }: Photo): Promise<void> {
  await declareEvidence(caller, { id, sha256, bytes: content.byteLength, mime: 'image/jpeg', subject, unitId });
  await receivePhoto(caller, files, { evidenceId: id, subject, content });
}

import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { uuidV7 } from '@changming/domain/kernel';

import type { Caller, House } from '../context.ts';
import { acceptHazard, assignHazard, registerHazard, reportHazard, startHazard, submitHazard } from '../hazards/index.ts';
import { as, given, givenAccount, instant } from './index.ts';

export function newHazardId(at = instant): string {
  return uuidV7(new Date(at), Buffer.from(randomUUID().replaceAll('-', ''), 'hex'));
}

/** A group with the people whom a hazard of the sewing workshop meets. Given once per test file. */
export async function givenTrade(owner: Database) {
  const units = await given.group(owner);
  const { root, east, west, mill, workshop, farMill } = units;
  const person = (where: typeof root, name: string) => given.person(owner, where, { name });
  const people = {
    worker: await person(workshop, '赵敏'),
    leader: await person(workshop, '王芳'),
    officer: await person(mill, '李强'),
    millHead: await person(mill, '孙磊'),
    eastHead: await person(east, '周华'),
    hq: await person(root, '钱进'),
    hqSecond: await person(root, '吴刚'),
    stranger: await person(farMill, '郑西'),
  };
  await given.arranged(owner, async (tx) => {
    const appointed = [
      { person_id: people.leader.id, unit_id: workshop.id, post: 'workshopHead' as const },
      { person_id: people.officer.id, unit_id: mill.id, post: 'safetyOfficer' as const },
      { person_id: people.millHead.id, unit_id: mill.id, post: 'unitHead' as const },
      { person_id: people.eastHead.id, unit_id: east.id, post: 'unitHead' as const },
      { person_id: people.hq.id, unit_id: root.id, post: 'safetyOfficer' as const },
    ];
    await tx
      .insertInto('appointments')
      .values(appointed.map((each) => ({ id: randomUUID(), point_id: null, from_on: '2025-06-01', to_on: null, ...each })))
      .execute();
  });
  return { ...units, west, people };
}
export type Trade = Awaited<ReturnType<typeof givenTrade>>;

/** The same people, calling the house at some instant. */
export function callers(house: House, { root, east, mill, workshop, farMill, people }: Trade) {
  return {
    worker: as(house, 'worker', workshop, people.worker.id),
    leader: as(house, 'workshopHead', workshop, people.leader.id),
    officer: as(house, 'safetyOfficer', mill, people.officer.id),
    millHead: as(house, 'unitHead', mill, people.millHead.id),
    eastHead: as(house, 'unitHead', east, people.eastHead.id),
    hq: as(house, 'hqSafety', root, people.hq.id),
    hqSecond: as(house, 'hqSafety', root, people.hqSecond.id),
    stranger: as(house, 'safetyOfficer', farMill, people.stranger.id),
    analyst: as(house, 'analyst', root),
  } satisfies Record<string, Caller>;
}
export type Callers = ReturnType<typeof callers>;

/** Accounts with the grants that `callers` act by, where who may do what is looked up. */
export async function givenGrants(owner: Database, { root, east, mill, workshop, farMill, people }: Trade): Promise<void> {
  const held = [
    [people.worker, 'worker', workshop],
    [people.leader, 'workshopHead', workshop],
    [people.officer, 'safetyOfficer', mill],
    [people.millHead, 'unitHead', mill],
    [people.eastHead, 'unitHead', east],
    [people.hq, 'hqSafety', root],
    [people.hqSecond, 'hqSafety', root],
    [people.stranger, 'safetyOfficer', farMill],
  ] as const;
  for (const [person, role, at] of held) await givenAccount(owner, { person, role, at });
}

/** Notes a photo as declared and arrived for the hazard, as the owner of the database: the way it came is tested elsewhere. */
export async function givenArrived(owner: Database, hazardId: string, hashes: readonly string[], arrivedAt = instant): Promise<void> {
  await given.arranged(owner, async (tx) => {
    const { unit_id } = await tx.selectFrom('hazards').select('unit_id').where('id', '=', hazardId).executeTakeFirstOrThrow();
    const at = new Date(arrivedAt);
    for (const sha256 of hashes)
      await tx
        .insertInto('evidence')
        .values({ id: randomUUID(), unit_id, subject_id: hazardId, sha256, bytes: 1, mime: 'image/jpeg', declared_at: at, arrived_at: at })
        .execute();
  });
}

let made = 0;
/** A hash that no other photo of the file has. */
export function newHash(): string {
  made += 1;
  return made.toString(16).padStart(64, '0');
}

export function reportOf(trade: Trade, over: Record<string, unknown> = {}) {
  const seen = { id: newHazardId(), category: 'exits' as const, photos: [newHash()], foundAt: '2026-01-20T01:50:00.000Z' };
  return { ...seen, unitId: trade.workshop.id, text: '安全出口堆放布料', ...over };
}

export function planOf(trade: Trade, over: Record<string, unknown> = {}) {
  return {
    responsibleUnitId: trade.workshop.id,
    responsibleId: trade.people.leader.id,
    measures: '清理通道并划线',
    funds: 0,
    dueOn: '2026-01-20',
    contingency: null,
    waived: ['contingency' as const],
    ...over,
  };
}

/** How far the story is told before the test begins. */
type Until = 'reported' | 'registered' | 'assigned' | 'rectifying' | 'submitted' | 'closed';

/** A hazard of the workshop that has come so far: reported by the worker, assigned to the leader, accepted by the officer. */
export async function givenHazard(
  owner: Database,
  { trade, by }: { trade: Trade; by: Callers },
  until: Until,
  over: Record<string, unknown> = {},
) {
  const level = (over['level'] ?? 'team') as 'team' | 'workshop' | 'unit';
  const { level: _level, plan, ...seen } = over;
  const report = reportOf(trade, seen);
  const after = newHash();
  const hazardId = report.id;
  const steps = [
    ['reported', () => reportHazard(by.worker, report)],
    ['registered', () => registerHazard(by.officer, { hazardId, level })],
    ['assigned', () => assignHazard(by.officer, { hazardId, plan: planOf(trade, (plan ?? {}) as Record<string, unknown>) })],
    ['rectifying', () => startHazard(by.leader, { hazardId })],
    ['submitted', () => submitHazard(by.leader, { hazardId, photos: [after] })],
    ['closed', () => givenArrived(owner, hazardId, [...report.photos, after]).then(() => acceptHazard(by.officer, { hazardId }))],
  ] as const;
  for (const [stage, step] of steps) {
    await step();
    if (stage === until) break;
  }
  return { hazardId, before: report.photos, after };
}

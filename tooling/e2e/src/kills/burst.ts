import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { uuidV7 } from '@changming/domain/kernel';

import type { Product } from '../product.ts';
import type { Cast } from './arrange.ts';
import { type Client, openClient } from './client.ts';
import { type Journal, newJournal } from './journal.ts';

export type Burst = {
  readonly journal: Journal;
  /** Rejects as soon as something a client sent was refused, or was not acknowledged for a minute. */
  readonly failed: Promise<never>;
  readonly stop: () => Promise<void>;
};
type Running = { on: boolean };

/** Eight clients at once: six report, one assigns what was reported, one starts the work and submits it. Each third report is sent twice. */
export async function startBurst(product: Product, cast: Cast): Promise<Burst> {
  const journal = newJournal();
  const running = { on: true };
  const [toAssign, toSubmit] = [[], []] as [string[], string[]];
  const open = (login: string) => openClient(product.url, login, journal);
  const reporters = await Promise.all(cast.reporters.map(open));
  const [officer, leader] = [await open(cast.officer.login), await open(cast.leader.login)];
  const assign = async (id: string) => {
    await officer.send(`/hazards/${id}/triage`, { level: 'workshop', plan: planOf(cast) });
    journal.assigned.add(id);
    toSubmit.push(id);
  };
  const submit = async (id: string) => {
    await leader.send(`/hazards/${id}/start`, {});
    await leader.send(`/hazards/${id}/submission`, { photos: [newHash()] });
    journal.submitted.add(id);
  };
  const all = [
    ...reporters.map((client) => reporting(running, journal, () => report(client, cast, journal, toAssign))),
    working(running, toAssign, assign),
    working(running, toSubmit, submit),
  ];
  const ended = Promise.all(all);
  const failed = new Promise<never>((_, reject) => void ended.catch(reject));
  failed.catch(() => undefined);
  return {
    journal,
    failed,
    stop: async () => {
      running.on = false;
      await ended;
    },
  };
}

async function reporting(running: Running, journal: Journal, one: () => Promise<void>): Promise<void> {
  while (running.on) {
    await one();
    await sleep(200 + (journal.reported.size % 7) * 30);
  }
}

async function report(client: Client, { workshopId }: Cast, journal: Journal, next: string[]): Promise<void> {
  const id = uuidV7(new Date(), randomBytes(16));
  const body = {
    id,
    unitId: workshopId,
    category: 'exits',
    text: '安全出口堆放布料',
    photos: [newHash()],
    foundAt: new Date().toISOString(),
  };
  const { number } = await client.send('/hazards', body);
  journal.reported.set(id, String(number));
  next.push(id);
  if (journal.reported.size % 3 !== 0) return;
  journal.repeats.count += 1;
  const again = await client.send('/hazards', body);
  if (again['number'] !== number) journal.doubled.push(id);
}

async function working(running: Running, waiting: string[], act: (id: string) => Promise<void>): Promise<void> {
  while (running.on) {
    const id = waiting.shift();
    if (id === undefined) await sleep(50);
    else await act(id);
  }
}

function planOf({ workshopId, leader }: Cast): object {
  const dueOn = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const commitments = { measures: '清理通道并划线', funds: 0, dueOn, contingency: null, waived: ['contingency'] };
  return { responsibleUnitId: workshopId, responsibleId: leader.personId, ...commitments };
}

function newHash(): string {
  return createHash('sha256').update(randomBytes(16)).digest('hex');
}

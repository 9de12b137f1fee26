import { expect, test, vi } from 'vitest';

import type { PhonePhoto } from '../photos/prepare-photo.ts';
import { deliver } from './deliver.ts';
import { begun, isDue, mayReopen, type Passage, type PassageEvent, step } from './passage.ts';

/** A stream of numbers from 0 to 1 that a seed fixes (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Fate = 'lost' | 'answerLost' | 'busy' | 'signedOut' | 'killed' | 'through';

class Failed extends Error {
  readonly event: PassageEvent | 'killed';

  constructor(event: PassageEvent | 'killed') {
    super('failed');
    this.event = event;
  }
}

type Server = {
  readonly effects: Map<string, number>;
  readonly photos: Map<string, number>;
  readonly missing: (id: string, photos: readonly PhonePhoto[]) => string[];
};

/** What the server keeps: a record by its id, a photo by its hash; the second time changes nothing, as in the product. */
function givenServer(): Server {
  const effects = new Map<string, number>();
  const photos = new Map<string, number>();
  return { effects, photos, missing: (_, asked) => asked.filter(({ sha256 }) => !photos.has(sha256)).map(({ sha256 }) => sha256) };
}

function once(kept: Map<string, number>, id: string): void {
  if (!kept.has(id)) kept.set(id, 1);
}

/** A request over a bad line: it may be lost before its effect or after it, or the page may be gone. */
async function overTheLine<Answer>(fate: Fate, effect: () => Answer): Promise<Answer> {
  if (fate === 'lost') throw new Failed({ type: 'stopped', because: 'line' });
  if (fate === 'busy') throw new Failed({ type: 'stopped', because: 'busy' });
  if (fate === 'signedOut') throw new Failed({ type: 'stopped', because: 'signedOut' });
  const answer = effect();
  if (fate === 'answerLost') throw new Failed({ type: 'stopped', because: 'line' });
  if (fate === 'killed') throw new Failed('killed');
  return answer;
}

type Phone = { readonly kept: Map<string, Passage>; readonly photosOf: (id: string) => readonly PhonePhoto[] };

function givenPhone(records: number, chance: () => number): Phone {
  const kept = new Map<string, Passage>();
  const photos = new Map<string, PhonePhoto[]>();
  for (let at = 0; at < records; at += 1) {
    const id = `r${at}`;
    kept.set(id, step(begun, { type: 'sealed' }, { now: 0, chance: 0 }));
    const many = Math.floor(chance() * 4);
    photos.set(
      id,
      Array.from({ length: many }, (_, n) => ({ id: `${id}p${n}`, sha256: `${id}p${n}`, bytes: 1, takenAt: '2026-01-20T01:00:00Z' })),
    );
  }
  return { kept, photosOf: (id) => photos.get(id) ?? [] };
}

/** One attempt; what it told is on the disk at once, and after a kill only that is left. */
async function attempt(phone: Phone, server: Server, id: string, next: () => { fate: Fate; chance: number; now: number }): Promise<void> {
  const tell = (event: PassageEvent) => {
    const { now, chance } = next();
    phone.kept.set(id, step(phone.kept.get(id) ?? begun, event, { now, chance }));
  };
  tell({ type: 'interrupted' });
  tell({ type: 'begun' });
  const photos = phone.photosOf(id);
  const handIn = () =>
    overTheLine(next().fate, () => {
      once(server.effects, id);
      const sendPhoto = async ({ sha256 }: PhonePhoto) => overTheLine(next().fate, () => once(server.photos, sha256));
      return { number: `H-${id}`, missing: server.missing(id, photos), sendPhoto };
    });
  try {
    tell(await deliver({ photos, handIn, contentOf: async () => new Blob(['x']), tell, watch: () => undefined }));
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    if (error.event !== 'killed') tell(error.event);
  }
}

const fates: readonly Fate[] = ['lost', 'answerLost', 'busy', 'signedOut', 'killed', 'through', 'through', 'through'];

test.each(Array.from({ length: 60 }, (_, seed) => seed))('over a bad line everything arrives exactly once (seed %i)', async (seed) => {
  const chance = chances(seed);
  const server = givenServer();
  const phone = givenPhone(8, chance);
  const clock = { now: 0 };
  const next = () => ({ fate: fates[Math.floor(chance() * fates.length)] ?? 'through', chance: chance(), now: clock.now });

  for (let round = 0; round < 4000; round += 1) {
    clock.now += Math.floor(chance() * 60_000);
    const due = [...phone.kept].filter(([, passage]) => passage.standing.is === 'sending' || isDue(passage, clock.now));
    const [id] = due[Math.floor(chance() * due.length)] ?? [];
    if (id !== undefined) await attempt(phone, server, id, next);
    if ([...phone.kept.values()].every(({ standing }) => standing.is === 'arrived')) break;
  }

  const ids = [...phone.kept.keys()];
  expect([...phone.kept.values()].map(({ standing }) => standing.is)).toEqual(ids.map(() => 'arrived'));
  expect([...phone.kept].map(([id, { number }]) => [id, number])).toEqual(ids.map((id) => [id, `H-${id}`]));
  expect([...server.effects.keys()].toSorted()).toEqual(ids.toSorted());
  expect([...server.photos.keys()].toSorted()).toEqual(
    ids
      .flatMap((id) => phone.photosOf(id))
      .map(({ sha256 }) => sha256)
      .toSorted(),
  );
});

test('two tabs without a lock send the same record, and the server has it once', async () => {
  const server = givenServer();
  const phone = givenPhone(1, () => 0.9);
  const other: Phone = { kept: new Map(phone.kept), photosOf: phone.photosOf };
  const through = () => ({ fate: 'through' as const, chance: 0, now: 1 });

  await Promise.all([attempt(phone, server, 'r0', through), attempt(other, server, 'r0', through)]);

  expect([...phone.kept.values(), ...other.kept.values()].map(({ standing }) => standing.is)).toEqual(['arrived', 'arrived']);
  expect([...server.effects]).toEqual([['r0', 1]]);
  expect(server.photos.size).toBe(3);
});

test('a record whose photo the browser has cleared is not reported as complete', async () => {
  const server = givenServer();
  const photo = { id: 'p', sha256: 'p', bytes: 1, takenAt: '2026-01-20T01:00:00Z' };
  const told: PassageEvent[] = [];
  const handIn = async () => ({ number: 'H-1', missing: ['p'], sendPhoto: async () => once(server.photos, 'p') });

  const sent = deliver({
    photos: [photo],
    handIn,
    contentOf: async () => null,
    tell: (event) => void told.push(event),
    watch: () => undefined,
  });

  await expect(sent).rejects.toMatchObject({ name: 'PhotoLost' });
  expect(told).toEqual([{ type: 'textArrived', number: 'H-1' }]);
});

test('what is refused besides the words is told when the photos are through, and the record is not opened again', async () => {
  const server = givenServer();
  const photo = { id: 'p', sha256: 'p', bytes: 1, takenAt: '2026-01-20T01:00:00Z' };
  const refused = new Error('may not report here');
  const handIn = async () => ({
    number: '1',
    missing: server.missing('r', [photo]),
    refused,
    sendPhoto: async () => once(server.photos, 'p'),
  });
  let passage = step(step(begun, { type: 'sealed' }, { now: 0, chance: 0 }), { type: 'begun' }, { now: 0, chance: 0 });
  const tell = (event: PassageEvent) => {
    passage = step(passage, event, { now: 1, chance: 0 });
  };

  const sent = deliver({ photos: [photo], handIn, contentOf: async () => new Blob(['x']), tell, watch: () => undefined });

  await expect(sent).rejects.toBe(refused);
  tell({ type: 'refused', code: 'equipment.may_not_report', said: '' });
  expect([passage.photos, passage.standing.is, mayReopen(passage)]).toEqual([['p'], 'refused', false]);
});

test('photos go two at a time; when one fails no other is begun, and the attempt ends when none is on its way any more', async () => {
  const photos = ['a', 'b', 'c', 'd'].map((id) => ({ id, sha256: id, bytes: 1, takenAt: '2026-01-20T01:00:00Z' }));
  const gates = new Map(photos.map(({ id }) => [id, Promise.withResolvers<void>()]));
  const sending: string[] = [];
  const sendPhoto = async ({ id }: PhonePhoto) => {
    sending.push(id);
    await gates.get(id)?.promise;
  };
  const handIn = async () => ({ number: 'H-1', missing: photos.map(({ sha256 }) => sha256), sendPhoto });
  const told: PassageEvent[] = [];
  const tell = (event: PassageEvent) => void told.push(event);

  const sent = deliver({ photos, handIn, contentOf: async () => new Blob(['x']), tell, watch: () => undefined });
  await vi.waitFor(() => expect(sending).toEqual(['a', 'b']));
  gates.get('a')?.resolve();
  await vi.waitFor(() => expect(sending).toEqual(['a', 'b', 'c']));
  gates.get('b')?.reject(new Failed({ type: 'stopped', because: 'line' }));
  gates.get('c')?.resolve();

  await expect(sent).rejects.toBeInstanceOf(Failed);
  expect(sending).toEqual(['a', 'b', 'c']);
  expect(told.flatMap((event) => (event.type === 'photoArrived' ? [event.sha256] : []))).toEqual(['a', 'c']);
});

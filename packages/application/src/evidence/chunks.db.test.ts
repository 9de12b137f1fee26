import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect } from 'vitest';

import type { Caller } from '../context.ts';
import { localFiles } from '../files.ts';
import { as, given, test } from '../testing/index.ts';
import { declarationOf, givenJpeg } from '../testing/photos.ts';
import { declareEvidence, readPhoto, receiveChunk, receivePhoto, sweepChunks } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'cm-files-'));
const files = localFiles(folder);

async function givenDeclared(caller: Caller, seed: number, over: object = {}) {
  const content = await givenJpeg({ seed, width: 900, height: 700 });
  const declared = { ...declarationOf(content), ...over };
  await declareEvidence(caller, declared);
  const piece = (from: number, to = content.byteLength) => ({ evidenceId: declared.id, offset: from, content: content.slice(from, to) });
  return { content, declared, piece, size: content.byteLength };
}

describe('a photo sent in pieces', () => {
  test('arrives whole, whichever pieces were sent twice and whenever the line broke', async ({ house, database: { owner } }) => {
    const { workshop, mill, farMill } = await given.group(owner);
    const worker = as(house, 'worker', workshop, (await given.person(owner, workshop)).id);
    const { declared, piece, size } = await givenDeclared(worker, 1);

    expect(await receiveChunk(worker, files, piece(0, 1000))).toEqual({ received: 1000, arrived: false });
    expect(await receiveChunk(worker, files, piece(0, 1000))).toEqual({ received: 1000, arrived: false });
    expect(await declareEvidence(worker, declared)).toMatchObject({ received: 1000, arrived: false });
    await expect(receiveChunk(worker, files, piece(2000))).rejects.toMatchObject({
      code: 'evidence.wrong_offset',
      facts: { received: 1000 },
    });
    await expect(receiveChunk(worker, files, piece(500, 1500))).rejects.toMatchObject({ code: 'evidence.wrong_offset' });
    await expect(receiveChunk(as(house, 'worker', farMill), files, piece(1000))).rejects.toMatchObject({ kind: 'missing' });
    await expect(receiveChunk(as(house, 'worker', workshop), files, piece(1000))).rejects.toMatchObject({ code: 'evidence.not_yours' });
    await expect(receiveChunk(as(house, 'analyst', workshop), files, piece(1000))).rejects.toMatchObject({ kind: 'forbidden' });
    const more = new Uint8Array(size);
    await expect(receiveChunk(worker, files, { ...piece(1000), content: more })).rejects.toMatchObject({ code: 'evidence.past_end' });
    expect(await receiveChunk(worker, files, piece(1000))).toEqual({ received: size, arrived: true });
    expect(await receiveChunk(worker, files, piece(1000))).toEqual({ received: size, arrived: true });

    const served = await readPhoto(as(house, 'safetyOfficer', mill), files, { evidenceId: declared.id, size: 'view' });
    expect(served.sha256).toBe(declared.sha256);
    expect(await owner.selectFrom('evidence_chunks').selectAll().execute()).toEqual([]);
  });

  test('is finished by whoever comes after a process that was killed with all the pieces in hand', async ({
    house,
    database: { owner },
  }) => {
    const workshop = await owner.selectFrom('units').selectAll().where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
    const worker = as(house, 'worker', workshop, (await given.person(owner, workshop)).id);
    const { declared, content, piece, size } = await givenDeclared(worker, 2);
    const broken = { ...files, put: () => Promise.reject(new Error('killed')) };

    await expect(receiveChunk(worker, broken, piece(0))).rejects.toThrow('killed');
    expect(await declareEvidence(worker, declared)).toMatchObject({ received: size, arrived: false });
    expect(await receiveChunk(worker, files, piece(size))).toEqual({ received: size, arrived: true });
    expect(await receivePhoto(worker, files, { evidenceId: declared.id, content })).toMatchObject({ id: declared.id });
  });

  test('begins anew when the whole is not what was declared, and leaves nothing behind', async ({ house, database: { owner } }) => {
    const workshop = await owner.selectFrom('units').selectAll().where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
    const worker = as(house, 'worker', workshop, (await given.person(owner, workshop)).id);
    const before = (await readdir(join(folder, 'originals'))).length;
    const { declared, piece, size } = await givenDeclared(worker, 3, { sha256: 'a'.repeat(64) });

    await receiveChunk(worker, files, piece(0, 900));
    await expect(receiveChunk(worker, files, piece(900))).rejects.toMatchObject({ code: 'evidence.hash_differs' });
    await expect(receiveChunk(worker, files, piece(size))).rejects.toMatchObject({ code: 'evidence.wrong_offset', facts: { received: 0 } });

    expect(await declareEvidence(worker, declared)).toMatchObject({ received: 0, arrived: false });
    expect((await readdir(join(folder, 'originals'))).length).toBe(before);
  });

  test('that nobody went on with for a fortnight is forgotten, and no other', async ({ house, database: { owner } }) => {
    const workshop = await owner.selectFrom('units').selectAll().where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
    const person = (await given.person(owner, workshop)).id;
    const at = (day: string) => house.at(new Date(`${day}T02:00:00Z`));
    const [early, later, last] = [at('2026-01-20'), at('2026-01-30'), at('2026-02-05')];
    const left = await givenDeclared(as(early, 'worker', workshop, person), 4);
    const alive = await givenDeclared(as(early, 'worker', workshop, person), 5);
    await receiveChunk(as(early, 'worker', workshop, person), files, left.piece(0, 700));
    await receiveChunk(as(early, 'worker', workshop, person), files, alive.piece(0, 700));
    await receiveChunk(as(later, 'worker', workshop, person), files, alive.piece(700, 1400));

    expect(await sweepChunks(last.clockwork(), {})).toEqual({ dropped: 1 });
    expect(await declareEvidence(as(last, 'worker', workshop, person), left.declared)).toMatchObject({ received: 0 });
    expect(await declareEvidence(as(last, 'worker', workshop, person), alive.declared)).toMatchObject({ received: 1400 });
  });
});

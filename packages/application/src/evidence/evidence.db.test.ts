import { mkdtemp, readdir } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import exifr from 'exifr';
import { describe, expect } from 'vitest';

import { localFiles } from '../files.ts';
import { as, given, holding, test } from '../testing/index.ts';
import { lookUp } from '../testing/look-up.ts';
import { declarationOf, givenJpeg, hashOf } from '../testing/photos.ts';
import { declareEvidence, readPhoto, receivePhoto } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'cm-files-'));
const files = localFiles(folder);
const camera = {
  IFD0: { Make: 'CANARY' },
  IFD2: { DateTimeOriginal: '2026:01:19 15:30:00' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 52/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 33/1 0/1' },
};

describe('a photo', () => {
  test('is declared, arrives, and is served without what the camera wrote', async ({ house, database: { owner } }) => {
    const { mill, workshop, farMill } = await given.group(owner);
    const worker = as(house, 'worker', workshop, (await given.person(owner, workshop)).id);
    const content = await givenJpeg({ width: 2400, height: 1200, exif: camera });
    const declared = declarationOf(content);

    expect(await declareEvidence(worker, declared)).toMatchObject({ id: declared.id, unitId: workshop.id });
    expect(await declareEvidence(worker, declared)).toMatchObject({ id: declared.id, unitId: workshop.id });
    await expect(readPhoto(worker, files, { evidenceId: declared.id, size: 'view' })).rejects.toMatchObject({
      code: 'evidence.not_arrived',
    });
    const receipt = await receivePhoto(worker, files, { evidenceId: declared.id, content });

    expect(receipt).toEqual({ id: declared.id, sha256: hashOf(content) });
    expect(await receivePhoto(worker, files, { evidenceId: declared.id, content })).toEqual(receipt);
    const row = await owner.selectFrom('evidence').selectAll().where('id', '=', declared.id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ width: 2400, height: 1200, taken_at: new Date('2026-01-19T07:30:00Z') });
    expect([row.latitude, row.longitude].map((each) => each?.toFixed(3))).toEqual(['29.875', '121.550']);
    const officer = as(house, 'safetyOfficer', mill);
    for (const size of ['thumb', 'view', 'original'] as const) {
      const served = await readPhoto(officer, files, { evidenceId: declared.id, size });
      expect(Buffer.from(served.content).includes('CANARY')).toBe(false);
      expect(await exifr.parse(Buffer.from(served.content), true).catch(() => undefined)).not.toMatchObject({
        latitude: expect.anything(),
      });
    }
    await expect(readPhoto(as(house, 'safetyOfficer', farMill), files, { evidenceId: declared.id, size: 'view' })).rejects.toMatchObject({
      kind: 'missing',
    });
  });

  test('is not taken when it is anything but the photo that was declared', async ({ house, database: { owner } }) => {
    const workshop = await owner.selectFrom('units').selectAll().where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
    const worker = as(house, 'worker', workshop, (await given.person(owner, workshop)).id);
    const photo = await givenJpeg({ seed: 2 });
    const send = async (content: Uint8Array, over: object = {}) => {
      const declared = { ...declarationOf(content), ...over };
      await declareEvidence(worker, declared);
      return receivePhoto(worker, files, { evidenceId: declared.id, content }).catch((error: { code: string }) => error.code);
    };
    const bytes = (text: string) => new Uint8Array(Buffer.from(text));
    const followedBy = (tail: Uint8Array) => new Uint8Array(Buffer.concat([photo, tail]));
    const bomb = await givenJpeg({ width: 12_000, height: 12_000 });

    expect(await send(photo, { sha256: 'a'.repeat(64) })).toBe('evidence.hash_differs');
    expect(await send(photo, { bytes: photo.byteLength + 1 })).toBe('evidence.size_differs');
    expect(await send(bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))).toBe('evidence.not_a_photo');
    expect(await send(bytes('<!doctype html><p>x'))).toBe('evidence.not_a_photo');
    expect(await send(bytes('GIF89a………'))).toBe('evidence.not_a_photo');
    expect(await send(followedBy(bytes('<script>alert(1)</script>')))).toBe('evidence.disguised');
    expect(await send(followedBy(bytes(`PK\u0005\u0006${'\0'.repeat(18)}`)))).toBe('evidence.disguised');
    expect(await send(photo.slice(0, photo.byteLength / 2))).toBe('evidence.unreadable');
    expect(await send(bomb)).toBe('evidence.too_many_pixels');
    expect((await readdir(join(folder, 'originals'))).length).toBe(1);
    await expect(declareEvidence(worker, { ...declarationOf(photo), bytes: 16 * 1024 * 1024 })).rejects.toThrow('15 MB');
  });

  test('is sent by whoever declared it, within his branch', async ({ house, database: { owner } }) => {
    const units = await owner.selectFrom('units').selectAll().execute();
    const at = (name: string) => units.find((unit) => unit.name === name) ?? expect.fail(name);
    const [workshop, farMill] = [at('缝制一车间'), at('西岭一厂')];
    const worker = as(house, 'worker', workshop, (await given.person(owner, workshop)).id);
    const content = await givenJpeg({ seed: 3 });
    const declared = declarationOf(content);
    await declareEvidence(worker, declared);

    await expect(receivePhoto(as(house, 'worker', workshop), files, { evidenceId: declared.id, content })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(receivePhoto(as(house, 'worker', farMill), files, { evidenceId: declared.id, content })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(declareEvidence(as(house, 'worker', farMill), { ...declarationOf(content), unitId: workshop.id })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(declareEvidence(as(house, 'worker', workshop), { ...declared, sha256: 'b'.repeat(64) })).rejects.toMatchObject({
      code: 'evidence.id_taken',
    });
    await expect(declareEvidence(worker, { ...declared, subject: workshop.id })).rejects.toMatchObject({ code: 'evidence.id_taken' });
    await expect(declareEvidence(as(house, 'analyst', workshop), declarationOf(content))).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('a hundred at once wait their turn and all arrive', async ({ house, database: { owner } }) => {
    const workshop = await owner.selectFrom('units').selectAll().where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
    const worker = as(house, 'worker', workshop, (await given.person(owner, workshop)).id);
    const photos = await Promise.all(Array.from({ length: 100 }, (_, n) => givenJpeg({ seed: 100 + n, width: 320, height: 240 })));

    const receipts = await Promise.all(
      photos.map(async (content) => {
        const declared = declarationOf(content);
        await declareEvidence(worker, declared);
        return receivePhoto(worker, files, { evidenceId: declared.id, content });
      }),
    );

    expect(new Set(receipts.map(({ sha256 }) => sha256)).size).toBe(100);
  });
});

describe('the group lookup of photos', () => {
  test('says here, or only that it was elsewhere and when; never whose', async ({ house, database: { owner } }) => {
    const units = await owner.selectFrom('units').selectAll().execute();
    const at = (name: string) => units.find((unit) => unit.name === name) ?? expect.fail(name);
    const content = await givenJpeg({ seed: 7 });
    const [eastSubject, westSubject] = [randomUUID(), randomUUID()];
    for (const [unit, subject] of [[at('缝制一车间'), eastSubject] as const, [at('西岭一厂'), westSubject] as const]) {
      const uploader = as(house, 'worker', unit, (await given.person(owner, unit)).id);
      const declared = declarationOf(content, { subject });
      await declareEvidence(uploader, declared);
      await receivePhoto(uploader, files, { evidenceId: declared.id, content });
    }
    const hash = hashOf(content);

    const inEast = await lookUp(house, holding('safetyOfficer', at('东城一厂')), { hash, except: eastSubject });
    const inWest = await lookUp(house, holding('safetyOfficer', at('西岭一厂')), { hash, except: randomUUID() });
    const nowhere = await lookUp(house, holding('safetyOfficer', at('西岭一厂')), { hash: 'c'.repeat(64), except: randomUUID() });

    expect(inEast).toEqual([{ sha256: hash, subjectId: null, on: '2026-01-20' }]);
    expect(inWest).toEqual([{ sha256: hash, subjectId: westSubject, on: '2026-01-20' }]);
    expect(nowhere).toEqual([]);
  });
});

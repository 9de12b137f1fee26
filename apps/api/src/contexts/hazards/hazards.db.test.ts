import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { localFiles } from '@changming/application/files';
import type { House } from '@changming/application/context';
import { createPoint } from '@changming/application/points';
import { as, type Given, given, givenAccount, givenJpeg, givenPassword, hashOf, test } from '@changming/application/testing';
import type { Database } from '@changming/database';
import { uuidV7 } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { pino } from 'pino';
import { describe, expect } from 'vitest';

import { buildApp } from '../../app.ts';

type Headers = Record<string, string>;
type Said = Record<string, unknown>;

const folder = await mkdtemp(join(tmpdir(), 'cm-api-'));
const newId = () => uuidV7(new Date('2026-01-20T02:00:00Z'), Buffer.from(randomUUID().replaceAll('-', ''), 'hex'));
let units: Given;
let plateCode = '';

function appOn(house: House) {
  const app = buildApp({ house, log: pino({ level: 'silent' }), files: localFiles(folder), secure: false });
  const ask = async (method: string, path: string, { body, headers = {} }: { body?: Said; headers?: Headers } = {}) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await app.request(`/api/v1${path}`, { method, headers: { 'content-type': 'application/json', ...headers }, ...sent });
    const told = answer.headers.get('content-type')?.includes('json') ? ((await answer.json()) as Said) : {};
    return { status: answer.status, told, headers: answer.headers };
  };
  const put = async (path: string, content: Uint8Array<ArrayBuffer>, headers: Headers) => {
    const answer = await app.request(`/api/v1${path}`, {
      method: 'PUT',
      body: content,
      headers: { 'content-type': 'image/jpeg', ...headers },
    });
    return { status: answer.status, told: (await answer.json()) as Said };
  };
  const signIn = async (login: string): Promise<Headers> => {
    const { headers } = await ask('POST', '/session', { body: { login, password: givenPassword } });
    return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
  };
  return { app, ask, put, signIn };
}

async function givenPeople(owner: Database, house: House): Promise<void> {
  units = await given.group(owner);
  const { workshop, mill, farMill } = units;
  for (const [staff_no, role, at] of [
    ['GH1', 'worker', workshop],
    ['GH2', 'workshopHead', workshop],
    ['GH3', 'safetyOfficer', mill],
    ['GH4', 'safetyOfficer', farMill],
  ] as const)
    await givenAccount(owner, { person: await given.person(owner, at, { staff_no, name: staff_no }), role, at });
  plateCode = (await createPoint(as(house, 'safetyOfficer', mill), { unitId: workshop.id, name: '二号通道', kind: 'fire' })).code;
}

/** A ready file of three parts, ordered by whoever has this number. */
async function givenDocument(owner: Database, staffNo: string, content: Buffer): Promise<string> {
  const id = randomUUID();
  await given.arranged(owner, async (tx) => {
    const { id: personId } = await tx.selectFrom('persons').select('id').where('staff_no', '=', staffNo).executeTakeFirstOrThrow();
    const made = {
      name: '台账',
      rows: 3,
      bytes: content.length,
      sha256: hashOf(new Uint8Array(content)),
      ready_at: new Date('2026-01-20T01:00:00Z'),
    };
    const order = {
      context: 'hazards' as const,
      list: 'ledger',
      filter: '{}',
      unit_ids: [units.mill.id],
      language: 'zh-CN' as const,
      state: 'ready' as const,
    };
    await tx
      .insertInto('ordered_documents')
      .values({ id, person_id: personId, ...order, ...made, asked_at: made.ready_at })
      .execute();
    for (let part = 0; part * 1_000_000 < content.length; part += 1) {
      const piece = content.subarray(part * 1_000_000, (part + 1) * 1_000_000);
      await tx.insertInto('ordered_document_parts').values({ document_id: id, part, content: piece }).execute();
    }
  });
  return id;
}

describe('the loop over HTTP', () => {
  test('goes from plate and photo to closing', async ({ house, database: { owner } }) => {
    await givenPeople(owner, house);
    const { ask, put, signIn } = appOn(house);
    const [worker, head, officer] = [await signIn('GH1'), await signIn('GH2'), await signIn('GH3')];
    const [before, after] = [await givenJpeg({ seed: 21 }), await givenJpeg({ seed: 22 })];
    const hazardId = newId();
    const send = async (content: Uint8Array<ArrayBuffer>, who: Headers, unitId: string) => {
      const id = newId();
      const declared = { id, sha256: hashOf(content), bytes: content.byteLength, mime: 'image/jpeg', subject: hazardId, unitId };
      expect((await ask('POST', '/evidence', { body: declared, headers: who })).status).toBe(201);
      return put(`/evidence/${id}/content`, content, who);
    };

    const report = {
      id: hazardId,
      pointCode: plateCode,
      category: 'exits',
      photos: [hashOf(before)],
      foundAt: '2026-01-20T09:58:00+08:00',
    };
    const receipt = await ask('POST', '/hazards', { body: report, headers: worker });
    expect(receipt).toMatchObject({ status: 201, told: { id: hazardId, number: 'H-2026-000001', photos: { complete: false } } });
    expect(await ask('POST', '/hazards', { body: report, headers: worker })).toMatchObject({ status: 201, told: receipt.told });
    const { unitId } = receipt.told as { unitId: string };
    expect(await send(before, worker, unitId)).toMatchObject({ status: 200, told: { sha256: hashOf(before) } });

    const triage = await ask('GET', '/hazard-queues/triage', { headers: officer });
    expect(triage.told).toMatchObject({ items: [{ id: hazardId, point: '二号通道', photoId: expect.any(String) }], total: { count: 1 } });
    const [{ id: headId } = { id: '' }] = await owner.selectFrom('persons').select('id').where('staff_no', '=', 'GH2').execute();
    const plan = {
      responsibleUnitId: unitId,
      responsibleId: headId,
      measures: '清走',
      funds: null,
      dueOn: '2026-01-20',
      contingency: null,
    };
    const step = (path: string, headers: Headers, body: Said = {}) => ask('POST', `/hazards/${hazardId}/${path}`, { headers, body });
    expect(await step('triage', officer, { level: 'team', plan: { ...plan, waived: ['funds', 'contingency'] } })).toMatchObject({
      status: 200,
      told: { stage: 'assigned' },
    });
    expect((await ask('GET', '/me/hazard-tasks', { headers: head })).told).toMatchObject({ items: [{ id: hazardId }] });
    expect((await step('start', head)).status).toBe(200);
    expect(await step('submission', head, { photos: [hashOf(after)], measures: '已清走' })).toMatchObject({
      status: 200,
      told: { stage: 'submitted' },
    });
    expect(await step('acceptance', officer)).toMatchObject({
      status: 409,
      told: { code: 'hazards.photos_awaited', title: expect.stringMatching(/照片/) },
    });
    await send(after, head, unitId);
    expect(await step('acceptance', officer, { opinion: '符合' })).toMatchObject({ status: 200, told: { stage: 'closed' } });

    const page = await ask('GET', `/hazards/${hazardId}`, { headers: officer });
    expect(page.told).toMatchObject({ stage: 'closed', point: { name: '二号通道' }, objections: { reopen: 'access.not_permitted' } });
    const { photos } = page.told as { photos: { evidenceId: string }[] };
    const { app } = appOn(house);
    const view = await app.request(`/api/v1/evidence/${photos[0]?.evidenceId}/view`, { headers: officer });
    expect([view.status, view.headers.get('content-type'), view.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/webp',
      'nosniff',
    ]);
    expect(view.headers.get('content-security-policy')).toContain('sandbox');
    const original = await app.request(`/api/v1/evidence/${photos[0]?.evidenceId}/original`, { headers: officer });
    expect(original.headers.get('content-disposition')).toContain('attachment');
  });

  test('is closed to other branches and answers bad input with a problem, never a fault', async ({ house, database: { owner } }) => {
    const { app, ask, put, signIn } = appOn(house);
    const [worker, stranger, officer] = [await signIn('GH1'), await signIn('GH4'), await signIn('GH3')];
    const { id: hazardId } = await owner.selectFrom('hazards').select('id').executeTakeFirstOrThrow();
    const { id: evidenceId } = await owner.selectFrom('evidence').select('id').executeTakeFirstOrThrow();

    const statuses = [
      (await ask('GET', `/hazards/${hazardId}`, { headers: stranger })).status,
      (await app.request(`/api/v1/evidence/${evidenceId}/view`, { headers: stranger })).status,
      (await ask('POST', `/hazards/${hazardId}/acceptance`, { headers: stranger, body: {} })).status,
      (await ask('POST', `/hazards/${hazardId}/acceptance`, { headers: worker, body: {} })).status,
      (await ask('GET', '/hazards', { headers: worker })).status,
      (await ask('GET', `/hazards/${hazardId}`)).status,
      (await ask('GET', '/hazards/not-a-uuid', { headers: officer })).status,
      (await ask('GET', '/hazards?stage=nowhere', { headers: officer })).status,
      (await ask('GET', `/hazards?after=${'x'.repeat(300)}`, { headers: officer })).status,
      (await ask('GET', '/hazards?after=2026-01-01~no', { headers: officer })).status,
      (await ask('GET', `/hazards?text=${encodeURIComponent("' or 1=1 --")}`, { headers: officer })).status,
      (await ask('GET', `/hazards?text=${encodeURIComponent('a\u0000b')}`, { headers: officer })).status,
      (await ask('GET', '/hazards?limit=100000', { headers: officer })).status,
      (await ask('POST', '/hazards', { headers: worker, body: { id: hazardId, stage: 'closed' } })).status,
      (await ask('POST', '/hazards/assignments', { headers: officer, body: { hazardIds: [] } })).status,
      (await put(`/evidence/${randomUUID()}/content`, new Uint8Array(10), worker)).status,
      (await put(`/evidence/${randomUUID()}/content`, new Uint8Array(16 * 1024 * 1024), worker)).status,
    ];

    expect(statuses).toEqual([404, 404, 404, 403, 403, 401, 422, 422, 422, 422, 200, 422, 422, 422, 422, 404, 413]);
  });

  test('a long file goes on where its download broke off, and is nobody else’s', async ({ house, database: { owner } }) => {
    const { app, signIn } = appOn(house);
    const content = randomBytes(2_300_000);
    const path = `/api/v1/me/hazard-documents/${await givenDocument(owner, 'GH3', content)}/file`;
    const [officer, stranger] = [await signIn('GH3'), await signIn('GH4')];
    const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

    const whole = await app.request(path, { headers: officer });
    expect([whole.status, whole.headers.get('content-length'), content.equals(await bytes(whole))]).toEqual([200, '2300000', true]);
    const range = { range: 'bytes=999990-1000009' };
    const rest = await app.request(path, { headers: { ...officer, ...range, 'if-range': whole.headers.get('etag') ?? '' } });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, 'bytes 999990-1000009/2300000']);
    expect((await bytes(rest)).equals(content.subarray(999_990, 1_000_010))).toBe(true);
    expect((await app.request(path, { headers: { ...officer, ...range, 'if-range': '"other"' } })).status).toBe(200);
    expect((await app.request(path, { headers: { ...officer, range: 'bytes=2300000-' } })).status).toBe(416);
    expect((await app.request(path, { headers: stranger })).status).toBe(404);

    for (const asked of ['bytes=0-', 'bytes=-2300000'])
      expect((await app.request(path, { headers: { ...officer, range: asked } })).status).toBe(200);
    const { rows } = await sql`select from trail where verb = 'hazards.takeDocument'`.execute(owner);
    expect(rows.length, 'the whole, the whole because the file is another by now, and the whole as a range').toBe(4);
  });
});

describe('an anonymous report', () => {
  /** Every row of every table that is not in `before`, as text, by table. */
  async function rowsOf(owner: Database): Promise<Map<string, Set<string>>> {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'house', 'jobs') and table_type = 'BASE TABLE'`.execute(owner);
    const found = new Map<string, Set<string>>();
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.raw(name)} t`.execute(owner);
      found.set(name, new Set(rows.map(({ row }) => row)));
    }
    return found;
  }

  test('leaves nothing that links it with a person, whoever reads the whole database', async ({ house, database: { owner } }) => {
    const { app, ask, put, signIn } = appOn(house);
    const { cookie } = await signIn('GH1');
    const person = await owner.selectFrom('persons').select('id').where('staff_no', '=', 'GH1').executeTakeFirstOrThrow();
    const account = await owner.selectFrom('accounts').select('id').where('person_id', '=', person.id).executeTakeFirstOrThrow();
    const session = await owner
      .selectFrom('sessions')
      .select(['id'])
      .where('account_id', '=', account.id)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    const address = '203.0.113.77';
    const remote = { incoming: { socket: { remoteAddress: address } } };
    const earlier = await rowsOf(owner);
    const photo = await givenJpeg({
      seed: 31,
      exif: { IFD0: { Artist: 'CANARY-OWNER' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 52/1 30/1' } },
    });
    const hazardId = newId();

    /** A careless browser sends its cookie along. */
    const knock = await app.request(
      '/api/v1/door/hazards',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: cookie ?? '' },
        body: JSON.stringify({
          id: hazardId,
          pointCode: plateCode,
          category: 'electricity',
          text: '私拉电线',
          photos: [hashOf(photo)],
          foundAt: '2026-01-20T02:00:00Z',
        }),
      },
      remote,
    );
    const receipt = (await knock.json()) as { claimCode: string; photos: { complete: boolean } };
    const claim = { 'x-claim-code': receipt.claimCode };
    const sent = await put(`/door/evidence/${newId()}/content?sha256=${hashOf(photo)}&mime=image/jpeg`, photo, {
      ...claim,
      cookie: cookie ?? '',
    });
    const answered = await ask('POST', '/door/claim/notes', { headers: { ...claim, cookie: cookie ?? '' }, body: { text: '在二楼' } });
    const followed = await ask('GET', '/door/claim', { headers: claim });

    expect([knock.status, sent.status, answered.status, followed.status]).toEqual([201, 200, 204, 200]);
    expect(receipt.claimCode).toMatch(/^[A-HJKMNP-TV-Z2-9]{27}$/);
    expect(followed.told).toMatchObject({
      id: hazardId,
      stage: 'reported',
      notes: [{ byReporter: true, text: '在二楼' }],
      photos: { complete: true },
    });
    const later = await rowsOf(owner);
    const written = [...later].flatMap(([name, rows]) =>
      [...rows].filter((row) => earlier.get(name)?.has(row) !== true).map((row) => `${name} ${row}`),
    );
    expect(written.length).toBeGreaterThan(6);
    for (const trace of [person.id, account.id, session.id, address, 'GH1', receipt.claimCode, 'CANARY-OWNER'])
      expect(written.filter((row) => row.includes(trace))).toEqual([]);
    const hazard = await owner.selectFrom('hazards').selectAll().where('id', '=', hazardId).executeTakeFirstOrThrow();
    expect(hazard).toMatchObject({ anonymous: true, found_by_id: null });
    expect(await localFiles(folder).get(`originals/${hashOf(photo).slice(0, 2)}/${hashOf(photo).slice(2, 4)}/${hashOf(photo)}`)).toBeNull();
    const evidence = await owner.selectFrom('evidence').selectAll().where('subject_id', '=', hazardId).executeTakeFirstOrThrow();
    expect(evidence).toMatchObject({ uploaded_by_id: null, latitude: null, taken_at: null, claimed_at: null });
  });

  test('sent again after a lost answer is the same report, told to whoever brings its code and to nobody else', async ({
    house,
    database: { owner },
  }) => {
    const { ask } = appOn(house);
    const code = randomBytes(16).toString('base64url');
    const seen = { pointCode: plateCode, category: 'exits', text: '通道堵塞', photos: [], foundAt: '2026-01-20T02:00:00Z' };
    const send = (id: string, claimCode: string) => ask('POST', '/door/hazards', { body: { id, ...seen, claimCode } });
    const id = newId();
    const first = await send(id, code);
    const answers = [first, await send(id, code), ...(await Promise.all([1, 2, 3].map(() => send(id, code))))];

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    for (const { told } of answers) expect(told).toEqual(first.told);
    expect(first.told).toMatchObject({ id, claimCode: code });
    expect(await send(id, randomBytes(16).toString('base64url'))).toMatchObject({ status: 409, told: { code: 'hazards.id_taken' } });
    expect(await send(newId(), code)).toMatchObject({ status: 409, told: { code: 'hazards.id_taken' } });
    expect((await send(newId(), 'short')).status).toBe(422);
    const twin = newId();
    const other = randomBytes(16).toString('base64url');
    const twins = await Promise.all([1, 2].map(() => send(twin, other)));
    expect(twins.map(({ status }) => status)).toEqual([201, 201]);
    const kept = await owner.selectFrom('hazards').select('id').where('text', '=', '通道堵塞').execute();
    expect(new Set(kept.map((each) => each.id))).toEqual(new Set([id, twin]));
  });

  test('opens to its claim code alone, and slows guessing down', async ({ house, database: { owner } }) => {
    const { app, ask } = appOn(house);
    const wrong = { 'x-claim-code': 'A'.repeat(22) };

    expect(await ask('GET', '/door/claim', { headers: wrong })).toMatchObject({ status: 404, told: { code: 'hazards.claim_wrong' } });
    expect((await ask('GET', '/door/claim', { headers: { 'x-claim-code': 'short' } })).status).toBe(422);
    expect(
      (
        await ask('POST', '/door/hazards', {
          body: { id: newId(), pointCode: 'NOSUCHCODE', category: 'exits', photos: [], foundAt: '2026-01-20T02:00:00Z' },
        })
      ).status,
    ).toBe(404);
    const remote = { incoming: { socket: { remoteAddress: '198.51.100.4' } } };
    const answers: number[] = [];
    for (let n = 0; n < 32; n += 1) answers.push((await app.request('/api/v1/door/claim', { headers: wrong }, remote)).status);
    expect([answers[29], answers[30], answers[31]]).toEqual([404, 429, 429]);
    expect(await owner.selectFrom('hazards').select('id').where('anonymous', '=', true).execute()).toHaveLength(3);
  });
});

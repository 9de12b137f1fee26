import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { type Database, scopeSetting } from '@changming/database';
import { openDatabase } from '@changming/database/open';
import { othersSettled } from '@changming/database/testing';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, given, type Given, houseAt, test as onHouse } from '../testing/index.ts';
import { createUnit } from '../units/index.ts';
import { exportTrail, readRecordTrail, readSealing, searchTrail, sealTrail, type Signer, signerIn, verifyTrail } from './index.ts';
import { signerOf } from './signer.ts';

type Seal = (given?: { readonly limit: number }) => ReturnType<typeof sealTrail>;

const test = onHouse.extend<{ group: Given; signer: Signer; seal: Seal }>({
  group: [async ({ database: { owner } }, use) => use(await given.group(owner)), { scope: 'file' }],
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the parameter list to learn what a fixture needs
  signer: [async ({}, use) => use(signerOf(generateKeyPairSync('ed25519').privateKey)), { scope: 'file' }],
  seal: [
    async ({ house, database: { owner }, signer }, use) =>
      use(async (asked) => {
        await othersSettled(owner);
        return sealTrail(house.clockwork(), signer, asked);
      }),
    { scope: 'file' },
  ],
});

const page = { limit: 50 };

async function givenActs(safety: Caller, parentId: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const code = `A-${randomUUID().slice(0, 8)}`;
    const unit = { parentId, code, name: `车间${code}`, kind: 'workshop', on: '2026-01-10', reason: '新建' } as const;
    ids.push((await createUnit(safety, unit)).id);
  }
  return ids;
}

/** What somebody with the owner's login could do behind the product's back. */
async function tampered(owner: Database, change: (tx: Database) => Promise<unknown>, look: () => Promise<void>): Promise<void> {
  await owner.schema.createTable('kept').as(owner.selectFrom('trail').selectAll()).execute();
  try {
    await change(owner);
    await look();
  } finally {
    await sql`delete from trail; insert into trail overriding system value select * from kept; drop table kept`.execute(owner);
  }
}

describe('the trail of a record', () => {
  test('tells what was done, to those above it, and to nobody of another branch; whoever did it is named', async ({
    house,
    group,
    database: { owner },
  }) => {
    const above = await given.person(owner, group.root, { name: '总部王芳' });
    const [id = ''] = await givenActs(as(house, 'hqSafety', group.root, above.id), group.mill.id, 1);

    const told = await readRecordTrail(as(house, 'safetyOfficer', group.east), { subjectId: id, ...page });

    expect(told.items).toMatchObject([
      { verb: 'units.create', subjectId: id, unit: expect.stringContaining('车间'), via: 'shell', before: null, person: '总部王芳' },
    ]);
    expect((await readRecordTrail(as(house, 'safetyOfficer', group.west), { subjectId: id, ...page })).items).toEqual([]);
    await expect(readRecordTrail(as(house, 'worker', group.mill), { subjectId: id, ...page })).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('of the group as a whole is told to headquarters only', async ({ house, group, database: { owner } }) => {
    const subjectId = randomUUID();
    const row = { id: randomUUID(), verb: 'standards.setRule', subject_id: subjectId, via: 'shell', at: new Date('2026-01-20') } as const;
    await owner.insertInto('trail').values(row).execute();

    expect((await readRecordTrail(as(house, 'hqSafety', group.root), { subjectId, ...page })).items).toHaveLength(1);
    expect((await readRecordTrail(as(house, 'hqSafety', group.east), { subjectId, ...page })).items).toEqual([]);
  });
});

describe('what a row points to', () => {
  test('is told by name, number and the way to it, as far as the reader sees it and no further', async ({
    house,
    group,
    database: { owner },
  }) => {
    const here = await given.person(owner, group.mill, { name: '张近', staff_no: 'A31' });
    const far = await given.person(owner, group.farMill, { name: '钱远', staff_no: 'A32' });
    const subjectId = group.workshop.id;
    const after = { keeperId: here.id, team: [{ personId: far.id }], unitId: group.root.id, item: '1.2', noteId: randomUUID() };
    const row = {
      id: randomUUID(),
      verb: 'points.keep',
      subject_id: subjectId,
      unit_id: group.mill.id,
      via: 'shell',
      at: new Date('2026-01-20'),
    } as const;
    await owner
      .insertInto('trail')
      .values({ ...row, after: JSON.stringify(after) })
      .execute();
    const toldTo = async (caller: Caller) => (await readRecordTrail(caller, { subjectId, ...page })).items[0]?.records ?? [];
    const person = { id: here.id, kind: 'person', name: '张近', nameEn: null, no: 'A31', opens: true };

    const near = await toldTo(as(house, 'safetyOfficer', group.mill));

    expect(near).toContainEqual(person);
    expect(near).toContainEqual({
      id: subjectId,
      kind: 'unit',
      name: group.workshop.name,
      nameEn: null,
      no: group.workshop.code,
      opens: true,
    });
    expect(near).toContainEqual({
      id: '1.2',
      kind: 'certificateItem',
      name: '低压电工作业',
      nameEn: expect.any(String),
      no: '1.2',
      opens: true,
    });
    expect(near).toContainEqual({
      id: group.root.id,
      kind: 'unit',
      name: group.root.name,
      nameEn: null,
      no: group.root.code,
      opens: false,
    });
    expect(near.map(({ id }) => id)).not.toContain(far.id);
    expect((await toldTo(as(house, 'hqSafety', group.root))).map(({ id }) => id)).toContain(far.id);
    const audited = (await searchTrail(as(house, 'auditAdmin', group.root), { subjectId, ...page })).items[0]?.records ?? [];
    expect(audited).toContainEqual({ ...person, opens: false });
  });

  test('is named of every row, however many one of them points to', async ({ house, group, database: { owner } }) => {
    const crowd = { personIds: Array.from({ length: 600 }, () => randomUUID()) };
    const row = { verb: 'points.close', unit_id: group.mill.id, via: 'shell' } as const;
    const rows = [
      { ...row, id: randomUUID(), subject_id: group.workshop.id, at: new Date('2026-01-21'), after: JSON.stringify(crowd) },
      { ...row, id: randomUUID(), subject_id: group.mill.id, at: new Date('2026-01-20') },
    ];
    await owner.insertInto('trail').values(rows).execute();

    const { items } = await searchTrail(as(house, 'auditAdmin', group.root), { verb: 'points.close', ...page });

    expect(items.map(({ records }) => records.map(({ name }) => name))).toEqual([[group.workshop.name], [group.mill.name]]);
  });
});

test('nobody learns who did what he may not see was done', async ({ house, group, database: { owner, url, role } }) => {
  const somebody = await given.person(owner, group.farMill, { name: '外人' });
  const [unitId = ''] = await givenActs(as(house, 'hqSafety', group.root, somebody.id), group.farMill.id, 1);
  const acts = await owner.selectFrom('trail').select('id').where('subject_id', '=', unitId).execute();
  const changes = await owner.selectFrom('unit_changes').select('id').where('unit_id', '=', unitId).execute();
  const runtime = openDatabase({ url, role, max: 1 });
  const named = (scope: typeof group.mill | null) =>
    runtime.transaction().execute(async (tx) => {
      if (scope !== null) await sql`select set_config('app.read_scope', ${scopeSetting([scope])}, true)`.execute(tx);
      const { rows } = await sql`
        select name from house.doers_on_trail(${acts.map(({ id }) => id)}::uuid[])
        union all select name from house.actors_on_changes(${changes.map(({ id }) => id)}::uuid[])`.execute(tx);
      return rows.length;
    });

  expect([await named(group.farMill), await named(group.mill), await named(null)]).toEqual([2, 0, 0]);
  await runtime.destroy();
});

describe('searching the trail', () => {
  test('is by person, act, context, unit and day, page by page', async ({ database, house, group }) => {
    const person = randomUUID();
    const yesterday = houseAt(database, '2026-01-19T02:00:00Z');
    const ids = await givenActs(as(yesterday, 'hqSafety', group.root, person), group.farMill.id, 5);
    await yesterday.close();
    const auditor = as(house, 'auditAdmin', group.root);
    const found = async (filter: Partial<Parameters<typeof searchTrail>[1]>) =>
      (await searchTrail(auditor, { limit: 50, personId: person, ...filter })).items.length;

    expect([
      await found({}),
      await found({ verb: 'units' }),
      await found({ verb: 'units.create' }),
      await found({ verb: 'hazards' }),
    ]).toEqual([5, 5, 5, 0]);
    expect([
      await found({ from: '2026-01-20' }),
      await found({ to: '2026-01-18' }),
      await found({ from: '2026-01-19', to: '2026-01-19' }),
    ]).toEqual([0, 0, 5]);
    expect(await found({ unitId: ids[0] })).toBe(1);
    const first = await searchTrail(auditor, { limit: 3, personId: person });
    const [at = '', id = ''] = first.next?.split('~') ?? [];
    const second = await searchTrail(auditor, { limit: 3, personId: person, after: [at, id] });
    expect([...first.items, ...second.items].map((each) => each.subjectId).toSorted()).toEqual(ids.toSorted());
    expect(second.next).toBeNull();
    await expect(searchTrail(as(house, 'hqSafety', group.root), page)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('sealing', () => {
  test('takes every row once, in order, and signs what it took', async ({ house, group, signer, seal }) => {
    const auditor = as(house, 'auditAdmin', group.root);
    await givenActs(as(house, 'hqSafety', group.root), group.mill.id, 4);

    const first = await seal({ limit: 3 });
    const second = await seal();
    const third = await seal();

    expect([first.leaves, third.leaves]).toEqual([3, 0]);
    expect(second.leaves).toBeGreaterThan(0);
    expect(signer.signed(second.note ?? '')).toBe(true);
    expect(await verifyTrail(auditor, signer, { page: 2 })).toMatchObject({ checkpoints: 2, faults: [] });
    expect(await readSealing(auditor, {})).toMatchObject({ waiting: 0, checkpoint: { size: first.leaves + second.leaves } });
    await expect(sealTrail(auditor, signer)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('waits for a slow transaction and does not skip it', async ({ house, group, signer, seal, database: { owner } }) => {
    const safety = as(house, 'hqSafety', group.root);
    const auditor = as(house, 'auditAdmin', group.root);
    await seal();
    const slow = randomUUID();
    const row = { id: slow, verb: 'units.create', subject_id: slow, via: 'shell', at: new Date('2026-01-20') } as const;

    await owner.transaction().execute(async (tx) => {
      await tx.insertInto('trail').values(row).execute();
      await givenActs(safety, group.mill.id, 2);
      expect((await seal()).leaves).toBe(0);
    });
    const after = await seal();

    expect(after.leaves).toBe(3);
    expect(await verifyTrail(auditor, signer)).toMatchObject({ faults: [] });
    expect(await owner.selectFrom('trail_leaves').select('trail_id').where('trail_id', '=', slow).execute()).toHaveLength(1);
  });

  test('by two workers at the same moment seals once', async ({ house, group, signer, seal }) => {
    await givenActs(as(house, 'hqSafety', group.root), group.mill.id, 3);

    const both = await Promise.all([seal(), seal()]);

    expect(both.reduce((sum, { leaves }) => sum + leaves, 0)).toBe(3);
    expect(await verifyTrail(as(house, 'auditAdmin', group.root), signer)).toMatchObject({ faults: [] });
  });
});

describe('a log restored into another cluster', () => {
  test('is not sealed by numbers of the old one, and goes on where it was once it is rebased', async ({
    house,
    group,
    signer,
    seal,
    database: { owner },
  }) => {
    await givenActs(as(house, 'hqSafety', group.root), group.mill.id, 2);
    await seal();
    await givenActs(as(house, 'hqSafety', group.root), group.mill.id, 1);
    await sql`update trail_checkpoints set last_xid = '9999999999' where size = (select max(size) from trail_checkpoints)`.execute(owner);
    await expect(seal()).rejects.toThrow('another cluster');

    await sql`call house.rebase_trail()`.execute(owner);

    expect((await seal()).leaves).toBe(1);
    await givenActs(as(house, 'hqSafety', group.root), group.mill.id, 1);
    expect((await seal()).leaves).toBe(1);
    expect(await verifyTrail(as(house, 'auditAdmin', group.root), signer)).toMatchObject({ faults: [] });
  });
});

describe('a row', () => {
  test('that was altered, removed or slipped in is found', async ({ house, group, signer, seal, database: { owner } }) => {
    const auditor = as(house, 'auditAdmin', group.root);
    await givenActs(as(house, 'hqSafety', group.root), group.mill.id, 2);
    await seal();
    const { trail_id: id } = await owner.selectFrom('trail_leaves').selectAll().orderBy('leaf_index').limit(1).executeTakeFirstOrThrow();
    const faults = async () => (await verifyTrail(auditor, signer)).faults;

    await tampered(
      owner,
      (tx) => tx.updateTable('trail').set({ verb: 'units.read' }).where('id', '=', id).execute(),
      async () => expect(await faults()).toEqual([{ fault: 'altered', leaf: 0, id }]),
    );
    await tampered(
      owner,
      (tx) => tx.deleteFrom('trail').where('id', '=', id).execute(),
      async () => expect(await faults()).toEqual([{ fault: 'removed', leaf: 0, id: null }]),
    );
    const slipped = randomUUID();
    await tampered(
      owner,
      (tx) =>
        sql`insert into trail (id, seq, xid, verb, subject_id, via, at) overriding system value
          select ${slipped}, -1, min(xid), 'units.create', ${slipped}, 'shell', '2026-01-01' from trail`.execute(tx),
      async () => expect(await faults()).toEqual([{ fault: 'slipped_in', id: slipped }]),
    );
    expect(await faults()).toEqual([]);
  });

  test('cannot be altered or removed by the product itself', async ({ house, group, database }) => {
    await givenActs(as(house, 'hqSafety', group.root), group.mill.id, 1);

    for (const statement of [
      sql`update trail set verb = ''`,
      sql`delete from trail`,
      sql`delete from trail_leaves`,
      sql`update trail_checkpoints set note = ''`,
    ])
      await expect(asRuntime(database, statement)).rejects.toThrow('permission denied');
  });
});

async function asRuntime({ owner, role }: { owner: Database; role: string }, statement: ReturnType<typeof sql>): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`set local role ${sql.id(role)}`.execute(tx);
    await statement.execute(tx);
  });
}

async function linesOf(exported: AsyncGenerator<string>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exported) lines.push(line);
  return lines;
}

describe('the stand-alone verifier', () => {
  const run = promisify(execFile);
  const verifier = join(import.meta.dirname, '../../../../tooling/verify/verify-trail.ts');

  async function verdict(lines: readonly string[], ...options: readonly string[]): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'cm-trail-'));
    try {
      await writeFile(join(folder, 'trail.jsonl'), `${lines.join('\n')}\n`);
      const found = await run(process.execPath, [verifier, join(folder, 'trail.jsonl'), ...options]).catch(
        (error: { stdout: string }) => error,
      );
      return found.stdout;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  test('agrees with the product, finds a changed row, a rewritten log and a forged key', async ({ house, group, signer, seal }) => {
    const auditor = as(house, 'auditAdmin', group.root);
    await givenActs(as(house, 'hqSafety', group.root), group.mill.id, 3);
    await seal();
    const lines = await linesOf(exportTrail(auditor, signer, { page: 2 }));

    expect(await verdict(lines)).toMatch(/^\d+ leaves, \d+ checkpoints, root [0-9a-f]{64}: holds\n$/);
    const altered = lines.map((line) => (line.startsWith('{"leaf":1,') ? line.replace(/"verb":"[^"]+"/, '"verb":"units.forget"') : line));
    expect(await verdict(altered)).toMatch(/leaf 1: row \S+ was altered/);
    expect(await verdict(lines.filter((line) => !line.startsWith('{"leaf":1,')))).toContain('leaf 1 is missing');
    const forged = await linesOf(exportTrail(auditor, signerOf(generateKeyPairSync('ed25519').privateKey)));
    expect(await verdict(forged)).toContain('is not signed by the key');
  });

  test('holds the log to checkpoints that left the machine', async ({ house, group, signer, seal }) => {
    const folder = await mkdtemp(join(tmpdir(), 'cm-pinned-'));
    const pinned = join(folder, 'checkpoints.txt');
    await givenActs(as(house, 'hqSafety', group.root), group.mill.id, 1);
    const { note } = await seal();
    const lines = await linesOf(exportTrail(as(house, 'auditAdmin', group.root), signer));

    await writeFile(pinned, `${note}\n`);
    expect(await verdict(lines, '--checkpoints', pinned)).toContain('holds');
    const elsewhere = signer.note({ size: 2, root: Buffer.alloc(32, 1).toString('base64') });
    await writeFile(pinned, `${elsewhere}\n`);
    expect(await verdict(lines, '--checkpoints', pinned)).toContain('the earlier checkpoint of size 2 promises another log');
    await rm(folder, { recursive: true, force: true });
  });
});

describe('the key of the log', () => {
  test('is made once, readable by its user alone, by whichever worker comes first', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cm-key-'));

    const signers = await Promise.all([signerIn(folder), signerIn(folder), signerIn(folder)]);

    expect(new Set(signers.map(({ origin }) => origin)).size).toBe(1);
    expect((await signerIn(folder)).signed(signers[0]?.note({ size: 1, root: '' }) ?? '')).toBe(true);
    await rm(folder, { recursive: true, force: true });
  });
});

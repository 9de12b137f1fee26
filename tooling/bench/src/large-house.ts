import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { migrate } from '@changming/database/migrate';
import { launchPostgres, type PostgresServer } from '@changming/database/server';
import { kindsOf } from '@changming/domain/access';
import { childWidth, rootRange } from '@changming/domain/units';
import { Client } from 'pg';

export type LargeHouse = {
  readonly url: string;
  readonly role: string;
  readonly rootId: string;
  readonly session: string;
  /** The server's own process. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

type Size = {
  readonly units: number;
  readonly hazards: number;
  /** How the hazards are made, when not as the list wants them. */
  readonly fill?: (owner: Client, hazards: number) => Promise<void>;
};

type Filled = { readonly rootId: string; readonly session: string };

/** A folder in which a house is kept, to be measured again without being filled again; without it each run makes its own and throws it away. */
const kept = process.env['CM_BENCH_HOUSE'];

/** A house of the wished size on its own server, durable like a real one, with one session of the group's safety department. */
export async function largeHouse(size: Size): Promise<LargeHouse> {
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'cm-bench-')));
  const server = await launchPostgres({ dataDir });
  const url = server.urlFor('changming');
  const note = `${dataDir}.json`;
  const filled = existsSync(note) ? (JSON.parse(await readFile(note, 'utf8')) as Filled) : await fillHouse(server, size);
  if (kept !== undefined) await writeFile(note, JSON.stringify(filled));
  const stop = async () => {
    await server.stop();
    if (kept === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  return { url, role: 'cm_changming_runtime', ...filled, pid: server.pid, stop };
}

async function fillHouse(server: PostgresServer, { units, hazards, fill = fillHazards }: Size): Promise<Filled> {
  const admin = await connected(server.urlFor('postgres'));
  await admin.query('create database changming');
  await admin.end();
  await migrate(server.urlFor('changming'));
  const owner = await connected(server.urlFor('changming'));
  await owner.query(`select set_config('app.at', '2025-01-01T00:00:00Z', false)`);
  const rootId = await fillUnits(owner, units);
  await fill(owner, hazards);
  await owner.query('select house.fold_hazards(2000000000)');
  const session = await openSession(owner, rootId);
  await owner.query('vacuum analyze');
  await owner.end();
  return { rootId, session };
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Four levels: the group, a twentieth of the rest as companies' factories, workshops, teams; labels as the product gives them. */
async function fillUnits(owner: Client, count: number): Promise<string> {
  const rootId = randomUUID();
  const widths = [0, 1, 2, 3].map((depth, _, all) =>
    all.slice(0, depth + 1).reduce((range, each) => childWidth({ lo: 1, hi: range }, each), rootRange.hi),
  );
  const [w1 = 1, w2 = 1, w3 = 1] = widths;
  await owner.query(
    `insert into units (id, code, name, kind, lo, hi, used, depth, opened_on, search_key) values ($1, 'G', '集团', 'group', $2, $3, $3, 0, '2020-01-01', '')`,
    [rootId, rootRange.lo, rootRange.hi],
  );
  const level = (kind: string, depth: number, per: number, width: number) => `
    insert into units (id, code, name, kind, parent_id, lo, hi, used, depth, opened_on, search_key)
    select gen_random_uuid(), p.code || '.' || n, '${kind}' || n, '${kind}', p.id, p.lo + 1 + (n - 1) * ${width}::bigint, p.lo + n * ${width}::bigint,
      p.lo + n * ${width}::bigint, ${depth}, '2020-01-01', p.code || '.' || n
    from units p, generate_series(1, ${per}) n where p.depth = ${depth - 1}`;
  const per = Math.max(2, Math.round((count - 1) ** (1 / 3)));
  await owner.query(level('subsidiary', 1, per, w1));
  await owner.query(level('factory', 2, per, w2));
  await owner.query(level('workshop', 3, per, w3));
  await owner.query(
    `insert into unit_spans (id, unit_id, parent_id, name, kind, from_on) select gen_random_uuid(), id, parent_id, name, kind, opened_on from units`,
  );
  return rootId;
}

async function fillHazards(owner: Client, count: number): Promise<void> {
  await owner.query(
    `insert into hazards (id, unit_id, unit_pos, stage, level, category, key_area, kind, source, text, found_on, found_at, claimed_at, reported_at, due_on, closed_on)
     select gen_random_uuid(), u.id, u.lo, case when n % 16 = 0 then 'assigned' else 'closed' end, (array['team', 'workshop', 'unit'])[1 + n % 3],
       'exits', 'fire', 'site', 'employeeReport', '安全出口堆放第' || n || '批布料', d, d + time '10:00', d + time '10:00', d + time '10:00', d + 3,
       case when n % 16 = 0 then null else d + 2 end
     from (select n, date '2023-01-01' + (n % 1000) as d from generate_series(1, $1::int) n) as days
     join (select id, lo, row_number() over () as at from units where depth = 3) u on u.at = 1 + days.n % (select count(*) from units where depth = 3)`,
    [count],
  );
}

async function openSession(owner: Client, rootId: string): Promise<string> {
  const { createHash } = await import('node:crypto');
  const secret = randomBytes(32).toString('base64url');
  const [personId, accountId] = [randomUUID(), randomUUID()];
  await owner.query(`insert into persons (id, name, staff_no, unit_id, search_key) values ($1, '钱进', 'B1', $2, '')`, [personId, rootId]);
  await owner.query(
    `insert into accounts (id, person_id, password_hash, password_changed_at, must_change_password, created_at) values ($1, $2, 'x', now(), false, now())`,
    [accountId, personId],
  );
  for (const kind of kindsOf('hqSafety'))
    await owner.query(
      `insert into grants (id, account_id, role, kind, unit_id, from_on, granted_at) values (gen_random_uuid(), $1, 'hqSafety', $2, $3, '2020-01-01', now())`,
      [accountId, kind, rootId],
    );
  await owner.query(
    `insert into sessions (id, account_id, secret_hash, created_at, seen_at, expires_at) values (gen_random_uuid(), $1, $2, now(), now(), now() + interval '7 days')`,
    [accountId, createHash('sha256').update(secret).digest()],
  );
  return secret;
}

import { Client } from 'pg';

/** The tables that other servers get to see. */
const shared = ['units', 'persons', 'hazards', 'hazard_photos'] as const;

/** Every open hazard gets someone responsible, and two of three of them a photo before: what a list has to name and show. Filled once. */
export async function withContent(url: string): Promise<void> {
  await asOwner(url, async (owner) => {
    const { rows } = await owner.query(`select from hazard_photos limit 1`);
    if (rows.length > 0) return;
    await owner.query('set session_replication_role = replica');
    await owner.query(`
      insert into persons (id, name, staff_no, unit_id, unit_pos, search_key)
        select gen_random_uuid(), '责任人' || row_number() over (order by lo), 'R' || row_number() over (order by lo), id, lo, '' from units;
      analyze persons;
      update hazards h set responsible_id = p.id from persons p where p.unit_id = h.unit_id and p.staff_no like 'R%' and h.stage <> 'closed';
      insert into evidence (id, unit_id, unit_pos, subject_id, sha256, bytes, mime, declared_at, arrived_at)
        select gen_random_uuid(), unit_id, unit_pos, id, encode(sha256(id::text::bytea), 'hex'), 200000, 'image/jpeg', found_at, found_at
        from hazards where stage <> 'closed' and seq % 9 <> 0;
      insert into hazard_photos (id, hazard_id, round, kind, sha256, at, declared_at)
        select gen_random_uuid(), subject_id, 0, 'before', sha256, 0, declared_at from evidence`);
    await owner.query('set session_replication_role = origin');
    await owner.query('vacuum analyze');
  });
}

/**
 * A database of their own for other servers, copied file by file unless it is there: only what a list is made of, without row-level security and triggers, with
 * foreign keys, a photo's evidence on the photo itself, and the indexes that suit them best. It answers where it is.
 */
export async function copiedForPeers(url: string): Promise<string> {
  const copy = replaced(url, 'peers');
  let made = false;
  await asOwner(replaced(url, 'postgres'), async (owner) => {
    const { rows } = await owner.query(`select from pg_database where datname = 'peers'`);
    made = rows.length > 0;
    if (!made) await owner.query('create database peers template changming strategy file_copy');
  });
  if (made) return copy;
  await asOwner(copy, async (owner) => {
    await owner.query('alter table hazard_photos add column evidence_id uuid, add column arrived_at timestamptz');
    await owner.query('set session_replication_role = replica');
    await owner.query(
      'update hazard_photos p set evidence_id = e.id, arrived_at = e.arrived_at from evidence e where e.subject_id = p.hazard_id and e.sha256 = p.sha256',
    );
    await owner.query('drop schema house cascade; drop schema jobs cascade');
    await alone(owner);
    await owner.query(`
      create index on hazards (unit_id, stage, due_key, id);
      create index on units (code text_pattern_ops);
      create index on hazard_photos (hazard_id, kind, at)`);
    await owner.query('vacuum analyze');
  });
  return copy;
}

async function alone(owner: Client): Promise<void> {
  await owner.query(`do $$ declare each record; begin
    for each in select format('drop view if exists %I.%I cascade', schemaname, viewname) as said from pg_views where schemaname = 'public' loop execute each.said; end loop;
    for each in select format('drop table if exists public.%I cascade', tablename) as said from pg_tables
      where schemaname = 'public' and tablename not in ('${shared.join(`', '`)}') loop execute each.said; end loop;
    for each in select format('drop policy %I on public.%I', policyname, tablename) as said from pg_policies where schemaname = 'public' loop execute each.said; end loop;
    for each in select format('alter table public.%I disable row level security', tablename) as said from pg_tables where schemaname = 'public' loop execute each.said; end loop;
    for each in select format('drop trigger %I on %s', tgname, tgrelid::regclass) as said from pg_trigger where not tgisinternal loop execute each.said; end loop;
  end $$`);
}

function replaced(url: string, database: string): string {
  const named = new URL(url);
  named.pathname = `/${database}`;
  return named.href;
}

async function asOwner(url: string, act: (owner: Client) => Promise<void>): Promise<void> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    await act(owner);
  } finally {
    await owner.end();
  }
}

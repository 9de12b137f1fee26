import type { Client } from 'pg';

export type WideBranch = { readonly headId: string; readonly rows: number };

type Wanted = { readonly units: number; readonly rows: number };

/** A factory of its own with workshops of twenty teams, `units` in all, and hazards and people (four to one), `rows` in all. */
export async function wideBranch(owner: Client, { units, rows }: Wanted): Promise<WideBranch> {
  await owner.query(withRoom);
  const { rows: made } = await owner.query<{ id: string }>(factory);
  const head = made[0]?.id ?? '';
  const shops = Math.ceil(units / 21);
  await owner.query(shopsBelow, [head, shops]);
  await owner.query(teamsBelow, [head]);
  await owner.query(
    `insert into unit_spans (id, unit_id, parent_id, name, kind, from_on) select gen_random_uuid(), id, parent_id, name, kind, opened_on
     from units u where not exists (select from unit_spans s where s.unit_id = u.id)`,
  );
  await owner.query(hazardsIn, [head, Math.round(rows * 0.8)]);
  await owner.query(peopleIn, [head, Math.round(rows * 0.2)]);
  await owner.query('vacuum analyze');
  const { rows: counted } = await owner.query<{ rows: string }>(`select ${countedIn('hazards')} + ${countedIn('persons')} as rows`, [head]);
  return { headId: head, rows: Number(counted[0]?.rows) };
}

const countedIn = (table: string) => `(select count(*) from ${table} t join units u on u.id = $1 where t.unit_pos between u.lo and u.hi)`;

/** The house was filled to the brim; here every unit has used what its children stand on. */
const withRoom = `update units u set used = coalesce((select max(c.hi) from units c where c.parent_id = u.id), u.lo)`;

const factory = `
  with parent as (select *, (hi - used) / 4 as width from units where depth = 1 order by lo limit 1),
  used as (update units u set used = parent.used + parent.width from parent where u.id = parent.id)
  insert into units (id, code, name, kind, parent_id, lo, hi, used, depth, opened_on, search_key)
  select gen_random_uuid(), 'F', '一厂', 'factory', id, used + 1, used + width, used + 1, 2, '2020-01-01', 'F' from parent returning id`;

const shopsBelow = `
  with head as (select *, (hi - used) / ($2::int + 1) as width from units where id = $1),
  made as (
    insert into units (id, code, name, kind, parent_id, lo, hi, used, depth, opened_on, search_key)
    select gen_random_uuid(), 'W' || n, '车间' || n, 'workshop', id, used + 1 + (n - 1) * width, used + n * width, used + n * width, depth + 1, '2020-01-01', 'W' || n
    from head, generate_series(1, $2::int) n)
  update units set used = head.used + $2::int * head.width from head where units.id = head.id`;

const teamsBelow = `
  insert into units (id, code, name, kind, parent_id, lo, hi, used, depth, opened_on, search_key)
  select gen_random_uuid(), p.code || '.' || n, '班组' || n, 'team', p.id, p.lo + 1 + (n - 1) * ((p.hi - p.lo) / 21), p.lo + n * ((p.hi - p.lo) / 21),
    p.lo + n * ((p.hi - p.lo) / 21), p.depth + 1, '2020-01-01', p.code || '.' || n
  from units p, generate_series(1, 20) n where p.parent_id = $1 and p.code like 'W%'`;

const teams =
  "(select t.id, row_number() over (order by t.lo) - 1 as at, count(*) over () as all from units h join units t on t.lo between h.lo and h.hi where h.id = $1 and t.kind = 'team')";

/** As they come in over the years: the id tells the time, a sixteenth is open. */
const hazardsIn = `
  insert into hazards (id, unit_id, stage, level, category, key_area, kind, source, text, found_on, found_at, claimed_at, reported_at, due_on, closed_on)
  select (lpad(to_hex((extract(epoch from d) * 1000)::bigint + n), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid,
    u.id, case when n % 16 = 0 then 'assigned' else 'closed' end, (array['team', 'workshop', 'unit'])[1 + n % 3],
    'exits', 'fire', 'site', 'employeeReport', '安全出口堆放第' || n || '批布料', d, d + time '10:00', d + time '10:00', d + time '10:00', d + 3,
    case when n % 16 = 0 then null else d + 2 end
  from (select n, date '2023-01-01' + (n * 1000.0 / $2::int)::int as d from generate_series(1, $2::int) n) as days
  join ${teams} u on u.at = (days.n * 7919::bigint) % u.all
  order by n`;

const peopleIn = `
  insert into persons (id, name, staff_no, unit_id, search_key)
  select gen_random_uuid(), '工人' || n, 'N' || n, u.id, 'N' || n from generate_series(1, $2::int) n join ${teams} u on u.at = n % u.all`;

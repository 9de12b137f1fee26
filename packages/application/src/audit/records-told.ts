import { within } from '@changming/database';
import { type RecordKind, recordKinds, type ToldRecord } from '@changming/domain/audit';
import { type RawBuilder, sql } from 'kysely';

import type { Permission, Reading } from '../context.ts';

type Source = {
  /** Who sees the page of such a record. */
  readonly permission: Permission;
  /** `id`, `name`, `name_en`, `no` and `pos`, where it stands in the tree. */
  readonly rows: RawBuilder<unknown>;
  /** It is seen from below as well, as its policy says; without `pos` its page is, too. */
  readonly above?: true;
};

type Row = Omit<ToldRecord, 'opens'> & { readonly pos: number | null };

/** The fields in which the item of a certificate stands by its code. */
const itemFields = /"(?:item|certifiedPost|certificateKind)":"([^"]{1,20})"/gu;

/** As many as are named for one page of the trail; a list that is longer stays a list of ids. */
const most = 500;

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

/**
 * The records to which rows of the trail point, by their ids, as they are called today. Named is what lies in the reader's scope and what
 * he may see on its own page or reads the whole trail to see; of anything else nothing is told, not even that it is there.
 */
export async function recordsTold(work: Reading, told: readonly unknown[]): Promise<Map<string, ToldRecord>> {
  const ids = idsIn(told).slice(0, most);
  if (ids.length === 0) return new Map();
  const parts = recordKinds.map((kind) => looked(work, kind, ids));
  const { rows } = await sql<Row>`${sql.join(parts, sql` union all `)}`.execute(work.tx);
  return new Map(rows.flatMap((row) => (isTold(work, row) ? [[row.id, shown(work, row)] as const] : [])));
}

/** The ids that stand anywhere in a value and the codes of items of certificates, each once. */
export function idsIn(told: unknown): string[] {
  const text = JSON.stringify(told);
  return [...new Set([...(text.match(uuid) ?? []), ...[...text.matchAll(itemFields)].map(([, code = '']) => code)])];
}

function looked({ scope, whole }: Reading, kind: RecordKind, ids: readonly string[]): RawBuilder<unknown> {
  const { rows, above = false } = sources[kind];
  const place = whole || above ? sql`true` : within(sql<number>`r.pos`, scope);
  return sql`
    select ${sql.lit(kind)} as kind, r.id::text, r.name, r.name_en as "nameEn", r.no, r.pos from (${rows}) as r (id, name, name_en, no, pos)
    where ${isOne(kind, ids)} and ${place}`;
}

/** An item of certificates goes by its code, everything else by an id. */
function isOne(kind: RecordKind, wanted: readonly string[]): RawBuilder<unknown> {
  const isId = (one: string) => one.length === 36;
  if (kind === 'certificateItem') return sql`r.id = any(${wanted.filter((one) => !isId(one))}::text[])`;
  return sql`r.id = any(${wanted.filter(isId)}::uuid[])`;
}

function isTold(work: Reading, { kind, pos }: Row): boolean {
  const { permission, above = false } = sources[kind];
  return above || pos === null || work.may(permission, pos) || work.may('audit.readTrail', pos);
}

function shown(work: Reading, { pos, ...row }: Row): ToldRecord {
  const { permission } = sources[row.kind];
  return { ...row, opens: pos === null ? work.scope.some(({ lo }) => work.may(permission, lo)) : work.may(permission, pos) };
}

const sources: Readonly<Record<RecordKind, Source>> = {
  person: { permission: 'workforce.read', rows: sql`select id, name, null::text, staff_no, unit_pos from persons` },
  unit: { permission: 'units.read', rows: sql`select id, name, null::text, code, lo from units`, above: true },
  account: {
    permission: 'access.readAccounts',
    rows: sql`
      select a.id, coalesce(p.name, a.login), null::text, p.staff_no, a.unit_pos from accounts a left join persons p on p.id = a.person_id`,
  },
  point: { permission: 'points.read', rows: sql`select id, name, null::text, code, unit_pos from points` },
  sheet: { permission: 'points.read', rows: sql`select id, name, null::text, null::text, unit_pos from point_sheets` },
  hazard: { permission: 'hazards.read', rows: sql`select id, null::text, null::text, number, unit_pos from hazards` },
  risk: { permission: 'risks.read', rows: sql`select id, name, null::text, number, unit_pos from risks` },
  action: { permission: 'actions.read', rows: sql`select id, title, null::text, number, unit_pos from actions` },
  incident: { permission: 'incidents.read', rows: sql`select id, null::text, null::text, number, unit_pos from incidents` },
  certificate: {
    permission: 'workforce.read',
    rows: sql`
      select c.id, p.name || ' · ' || i.name, p.name || ' · ' || i.name_en, c.no_masked, c.unit_pos
      from certificates c join persons p on p.id = c.person_id join certificate_items i on i.code = c.item`,
  },
  certificateItem: {
    permission: 'workforce.read',
    rows: sql`select code, name, name_en, code, null::bigint from certificate_items`,
    above: true,
  },
  special: { permission: 'equipment.read', rows: sql`select id, name, null::text, own_no, unit_pos from special_equipment` },
  fire: { permission: 'equipment.read', rows: sql`select id, coalesce(name, place), null::text, no, unit_pos from fire_equipment` },
  checklist: {
    permission: 'inspections.read',
    rows: sql`select id, name, name_en, null::text, null::bigint from inspection_checklists`,
    above: true,
  },
  plan: { permission: 'inspections.read', rows: sql`select id, name, null::text, null::text, unit_pos from inspection_plans` },
  check: {
    permission: 'inspections.read',
    rows: sql`
      select r.id, p.name, null::text, r.on_day::text, r.unit_pos from inspection_results r join inspection_plans p on p.id = r.plan_id`,
  },
  session: { permission: 'training.read', rows: sql`select id, title, null::text, null::text, unit_pos from training_sessions` },
  course: {
    permission: 'training.read',
    rows: sql`select id, name, null::text, null::text, null::bigint from training_courses`,
    above: true,
  },
  item: { permission: 'training.read', rows: sql`select id, title, null::text, null::text, null::bigint from library_items`, above: true },
  paper: { permission: 'training.read', rows: sql`select id, name, null::text, null::text, null::bigint from exam_papers`, above: true },
  exam: { permission: 'training.read', rows: sql`select id, title, null::text, null::text, unit_pos from exams` },
  change: { permission: 'training.read', rows: sql`select id, title, null::text, null::text, unit_pos from training_changes` },
  duty: { permission: 'responsibilities.read', rows: sql`select id, text, text_en, code, null::bigint from duties`, above: true },
  letter: {
    permission: 'responsibilities.read',
    rows: sql`select l.id, p.name, null::text, l.year::text, l.unit_pos from letters l join persons p on p.id = l.person_id`,
  },
  shift: { permission: 'workforce.readWatch', rows: sql`select id, null::text, null::text, on_day::text, unit_pos from watch_shifts` },
  clause: { permission: 'standards.read', rows: sql`select id, title, null::text, code, null::bigint from clauses`, above: true },
  evidence: { permission: 'evidence.read', rows: sql`select id, null::text, null::text, null::text, unit_pos from evidence` },
};

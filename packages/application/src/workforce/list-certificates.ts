import { toPage, type Tx, within } from '@changming/database';
import { addDays } from '@changming/domain/kernel';
import { applyWindow, type CertificateFilter, type CertificateKind, nextDueOf, standingOf } from '@changming/domain/workforce';
import { type RawBuilder, sql } from 'kysely';

import { query } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { certificateRulesFor, certificateSoonDays } from './certificate-rules.ts';
import { asCertificate, certificateInScope } from './certificate-store.ts';
import { personsWith } from './search-persons.ts';

const lastDay = '9999-12-31';

/** 证书台账 of a branch, what is due next first; with `due` only what is due soon or overdue. Renewed ones are history and left out. */
export const listCertificates = query({
  permission: 'workforce.read',
  async run(work, filter: CertificateFilter) {
    const { tx, today } = work;
    const branch = await rangesOf(work, { unitId: filter.unitId });
    const found = filter.q === undefined ? undefined : await personsWith(tx, branch, filter.q);
    const soonDays = await certificateSoonDays(tx, today);
    const rows = await certificates(tx)
      .where((eb) => within(eb.ref('c.unit_pos'), branch))
      .where('p.left_on', 'is', null)
      .where('c.current', '=', true)
      .where(matching(filter, { today, soonDays }))
      .$if(found !== undefined, (each) => each.where(sql<boolean>`c.person_id = any(${found?.ids ?? []}::uuid[])`))
      .orderBy('c.next_due_on')
      .orderBy('c.id')
      .limit(filter.limit + 1)
      .execute();
    const page = toPage(
      rows,
      filter.limit,
      ({ next_due_on, id }) => `${next_due_on ?? lastDay}~${id}`,
      (row) => shown(row, { today, soonDays }),
    );
    return { ...page, tooMany: found?.tooMany ?? false };
  },
});

const dueOrLast = sql`coalesce(c.next_due_on, ${lastDay}::date)`;

export function certificates(tx: Tx) {
  return tx
    .selectFrom('certificates as c')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .innerJoin('certificate_items as i', 'i.code', 'c.item')
    .selectAll('c')
    .select(['p.name', 'p.staff_no', 'u.name as unit', 'i.kind', 'i.name as item_name', 'i.name_en as item_name_en']);
}

export type Shown = Awaited<ReturnType<ReturnType<typeof certificates>['execute']>>[number];
type Seen = { readonly today: string; readonly soonDays: number };

/** The standings in SQL, for filters of lists; `standingOf` says the same of one row, and a test compares them. */
export function standingIs(standing: string, { today, soonDays }: Seen): RawBuilder<boolean> {
  const soon = addDays(today, soonDays);
  const valid = sql`(c.revoked_on is null or c.revoked_on > ${today}::date) and coalesce(c.issued_on <= ${today}::date, true)
    and coalesce(c.next_due_on >= ${today}::date, true)`;
  const conditions: Readonly<Record<string, RawBuilder<boolean>>> = {
    valid: sql`${valid} and coalesce(c.next_due_on > ${soon}::date, true)`,
    dueSoon: sql`${valid} and c.next_due_on <= ${soon}::date`,
    revoked: sql`c.revoked_on <= ${today}::date`,
    notYet: sql`coalesce(c.revoked_on > ${today}::date, true) and c.issued_on > ${today}::date`,
    expired: sql`coalesce(c.revoked_on > ${today}::date, true) and coalesce(c.issued_on <= ${today}::date, true) and c.valid_until < ${today}::date`,
    reviewMissed: sql`coalesce(c.revoked_on > ${today}::date, true) and coalesce(c.issued_on <= ${today}::date, true)
      and coalesce(c.valid_until >= ${today}::date, true) and c.next_due_on < ${today}::date`,
  };
  return conditions[standing] ?? sql<boolean>`true`;
}

/** Due soon, expired or not reviewed in time: what the three of them count together. */
function isDue({ today, soonDays }: Seen): RawBuilder<boolean> {
  return sql<boolean>`c.next_due_on <= ${addDays(today, soonDays)}::date and coalesce(c.revoked_on > ${today}::date, true)
    and coalesce(c.issued_on <= ${today}::date, true)`;
}

function matching({ kind, item, standing, due, after }: CertificateFilter, seen: Seen): RawBuilder<boolean> {
  const conditions = [
    ...(kind === undefined ? [] : [sql<boolean>`i.kind = ${kind}`]),
    ...(item === undefined ? [] : [sql<boolean>`c.item = ${item}`]),
    ...(standing === undefined ? [] : [standingIs(standing, seen)]),
    ...(due === true ? [isDue(seen)] : []),
    ...(after === undefined ? [] : [sql<boolean>`(${dueOrLast}, c.id) > (${after[0]}::date, ${after[1]}::uuid)`]),
  ];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql`) and (`)})`;
}

/** One row of the list, with how it stands today. The number is masked. */
export function shown(row: Shown, { today, soonDays }: Seen) {
  const certificate = asCertificate(row);
  const { id, item, version } = row;
  return {
    id,
    personId: row.person_id,
    name: row.name,
    staffNo: row.staff_no,
    unitId: row.unit_id,
    unit: row.unit,
    kind: row.kind,
    item,
    itemName: row.item_name,
    itemNameEn: row.item_name_en,
    no: row.no_masked,
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
    reviewDueOn: row.review_due_on,
    reviewDoneOn: row.review_done_on,
    revokedOn: row.revoked_on,
    next: nextDueOf(certificate),
    standing: standingOf(certificate, today, soonDays),
    version,
  };
}

/** One certificate with every issue before it, the latest first, and when to apply for what is due. */
export const readCertificate = query({
  permission: 'workforce.read',
  async run({ tx, scope, today }, { certificateId }: { certificateId: string }) {
    const { unit_id, ...own } = await certificateInScope(tx, scope, certificateId);
    const rules = await certificateRulesFor(tx, { unitId: unit_id, on: today });
    const soonDays = Math.max(...rules.days.ahead);
    const rows = await certificates(tx)
      .where('c.person_id', '=', own.person_id)
      .where('c.item', '=', own.item)
      .where((eb) => within(eb.ref('c.unit_pos'), scope))
      .orderBy(sql`c.issued_on desc nulls last`)
      .orderBy('c.id', 'desc')
      .limit(50)
      .execute();
    const issuers = await issuersOf(tx, rows);
    const issues = rows.map((row) => ({
      ...shown(row, { today, soonDays }),
      revokedWhy: row.revoked_why,
      hasPhoto: row.photo_id !== null,
      issuer: issuers.get(row.id) ?? null,
      origin: row.origin,
      current: row.current,
    }));
    return { id: certificateId, apply: applyFor(own, rows[0]?.kind, rules), issues };
  },
});

async function issuersOf(tx: Tx, rows: readonly Shown[]): Promise<ReadonlyMap<string, string | null>> {
  const stated = await tx
    .selectFrom('certificate_issuers')
    .select(['id', 'issuer'])
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return new Map(stated.map(({ id, issuer }) => [id, issuer]));
}

function applyFor(row: Parameters<typeof asCertificate>[0], kind: CertificateKind | undefined, rules: Parameters<typeof applyWindow>[2]) {
  const due = nextDueOf(asCertificate(row));
  return due === null || kind === undefined ? null : applyWindow(kind, due.dueOn, rules);
}

/** 我的证书: the caller's own. */
export const listOwnCertificates = query({
  permission: 'workforce.follow',
  async run({ tx, actor, today }) {
    const soonDays = await certificateSoonDays(tx, today);
    const rows = await certificates(tx)
      .where('c.person_id', '=', actor.personId)
      .where('c.current', '=', true)
      .orderBy('c.next_due_on')
      .orderBy('c.id')
      .execute();
    return rows.map((row) => ({ ...shown(row, { today, soonDays }), hasPhoto: row.photo_id !== null }));
  },
});

/** 证书项目, in their order. */
export const listCertificateItems = query({
  permission: 'workforce.read',
  run: ({ tx }) =>
    tx.selectFrom('certificate_items').select(['code', 'kind', 'name', 'name_en as nameEn', 'certified']).orderBy('place').execute(),
});

/** How many are due soon and how many do not hold: what the home page shows. */
export const countCertificates = query({
  permission: 'workforce.read',
  async run(work, { unitId }: { unitId?: string | undefined }) {
    const { tx, today } = work;
    const branch = await rangesOf(work, { unitId });
    const seen = { today, soonDays: await certificateSoonDays(tx, today) };
    const counted = (standing: string) => sql<number>`count(*) filter (where ${standingIs(standing, seen)})::integer`;
    return tx
      .selectFrom('certificates as c')
      .innerJoin('persons as p', 'p.id', 'c.person_id')
      .select([counted('dueSoon').as('dueSoon'), counted('expired').as('expired'), counted('reviewMissed').as('reviewMissed')])
      .where((eb) => within(eb.ref('c.unit_pos'), branch))
      .where('p.left_on', 'is', null)
      .where('c.current', '=', true)
      .executeTakeFirstOrThrow();
  },
});

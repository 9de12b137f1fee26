import type { Tx } from '@changming/database';
import { termsOf } from '@changming/domain/workforce';

import type { Writing } from '../context.ts';
import { issuerOf, keepIssuer } from './certificate-issuer.ts';
import { certificateRulesFor } from './certificate-rules.ts';
import { sealedNo } from './certificate-store.ts';
import { insertCertificate } from './record-certificate.ts';

/** An item by all its names; one that is reviewed says how long it lasts and after how many months. */
type KnownItem = {
  readonly code: string;
  readonly names: readonly string[];
  readonly review?: { readonly months: number; readonly reviewMonths: number };
};

/** 证书项目 by every name that rosters give them. */
export async function knownCertificateItems(tx: Tx, on: string): Promise<KnownItem[]> {
  const { years, reviewYears } = await certificateRulesFor(tx, { on });
  const review = { months: (years.specialOperation ?? 6) * 12, reviewMonths: reviewYears * 12 };
  const rows = await tx.selectFrom('certificate_items').select(['code', 'name', 'name_en', 'words', 'kind']).orderBy('place').execute();
  return rows.map(({ code, name, name_en, words, kind }) => ({
    code,
    names: [name, name_en, ...words],
    ...(kind === 'specialOperation' ? { review } : {}),
  }));
}

/** A certificate as a roster tells it. What cannot be placed, or does not say how long it lasts, stays in the lineage of the import. */
type Told = {
  readonly item: string | null;
  readonly number: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly permanent: boolean;
  readonly reviewOn: string | null;
  /** 发证机关; absent in what was read before rosters told it. */
  readonly issuer?: string | null;
};

type Placed = Told & { readonly item: string };

/** Enters what a roster tells of a person's certificates: a later end renews what is there, an earlier or equal one is nothing new. Answers how many. */
export async function bringCertificates(work: Writing, personId: string, told: readonly Told[]): Promise<number> {
  let brought = 0;
  for (const each of told) if (isPlaced(each) && (await bringOne(work, personId, each))) brought += 1;
  return brought;
}

function isPlaced(told: Told): told is Placed {
  return told.item !== null && (told.validTo !== null || told.permanent);
}

async function bringOne(work: Writing, personId: string, { item, ...told }: Placed): Promise<boolean> {
  const issues = await issuesOf(work, personId, item);
  if (issues.some(({ valid_until }) => (valid_until ?? endless) >= (told.validTo ?? endless))) return false;
  const held = issues.find(({ current, revoked_on }) => current && revoked_on === null);
  if (held !== undefined) await work.tx.updateTable('certificates').set({ current: false }).where('id', '=', held.id).execute();
  const place = { id: work.newId(), person_id: personId, item, photo_id: null, renews_id: held?.id ?? null } as const;
  const reviewOn = told.reviewOn ?? (await reviewAhead(work, item, told.validFrom));
  await insertCertificate(work, { ...rowOf(work, { ...told, reviewOn }), ...place, origin: 'opening' });
  await keepIssuer(work.tx, place.id, told.issuer ?? (held === undefined ? null : await issuerOf(work.tx, held.id)));
  return true;
}

const endless = '9999-12-31';

/** Every issue, the revoked ones too: an old roster does not bring back what was taken away. */
function issuesOf({ tx }: Writing, personId: string, item: string) {
  return tx
    .selectFrom('certificates')
    .select(['id', 'valid_until', 'current', 'revoked_on'])
    .where('person_id', '=', personId)
    .where('item', '=', item)
    .execute();
}

/** 复审 that a roster does not tell of, as the law has it, while it lies ahead. Of one that would be past nobody knows whether it was made. */
async function reviewAhead({ tx, today }: Writing, item: string, issuedOn: string | null): Promise<string | null> {
  if (issuedOn === null) return null;
  const { kind } = await tx.selectFrom('certificate_items').select('kind').where('code', '=', item).executeTakeFirstOrThrow();
  if (kind !== 'specialOperation') return null;
  const { reviewDueOn } = termsOf(kind, issuedOn, await certificateRulesFor(tx, { on: today }));
  return reviewDueOn !== null && reviewDueOn > today ? reviewDueOn : null;
}

/** A review after the end of validity is none: it is the renewal itself. */
function rowOf({ secrets }: Writing, { number, validFrom, validTo, reviewOn }: Omit<Told, 'item'>) {
  const within = reviewOn !== null && (validTo === null || reviewOn <= validTo);
  return { ...sealedNo(secrets, number), issued_on: validFrom, valid_until: validTo, review_due_on: within ? reviewOn : null };
}

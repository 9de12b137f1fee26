import { within } from '@changming/database';
import type { KnownName, KnownPerson, KnownUnit } from '@changming/domain/imports';

import type { Reading } from '../context.ts';

/** The open units of the scope and the path above them, as an import recognises them. */
export async function knownUnits({ tx }: Pick<Reading, 'tx'>): Promise<KnownUnit[]> {
  const rows = await tx
    .selectFrom('units')
    .select(['id', 'name', 'short_names as shortNames', 'parent_id as parentId', 'kind', 'code'])
    .where('closed_on', 'is', null)
    .orderBy('lo')
    .execute();
  return rows;
}

/** The persons of the scope, by 工号 and by the blind index of their identity number. */
export async function knownPersons({ tx, scope }: Pick<Reading, 'tx' | 'scope'>): Promise<KnownPerson[]> {
  const rows = await tx
    .selectFrom('persons')
    .select(['id', 'staff_no as staffNo', 'name', 'identity_index', 'unit_id as unitId', 'left_on as leftOn'])
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .execute();
  const certificates = await knownCertificates({ tx, scope });
  return rows.map(({ identity_index, ...person }) => ({
    ...person,
    identityKey: identity_index?.toString('hex') ?? null,
    certificates: certificates.get(person.id) ?? [],
  }));
}

/** Every issue of people in sight, the revoked ones too: an old file does not bring back what was taken away. */
async function knownCertificates({ tx, scope }: Pick<Reading, 'tx' | 'scope'>) {
  const rows = await tx
    .selectFrom('certificates')
    .select(['person_id', 'item', 'valid_until as validUntil'])
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .execute();
  return Map.groupBy(rows, ({ person_id }) => person_id);
}

/** Somebody a ledger may name, and since when he is no longer there. */
export type BearerOfName = KnownName & { readonly leftOn: string | null };

/** Whoever a ledger may name, in the scope; those who have left are named in old ones too. */
export async function knownNames({ tx, scope }: Pick<Reading, 'tx' | 'scope'>): Promise<BearerOfName[]> {
  return tx
    .selectFrom('persons')
    .select(['id', 'name', 'unit_id as unitId', 'left_on as leftOn'])
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .orderBy('id')
    .execute();
}

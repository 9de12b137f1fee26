import { monthsLater, refuse } from '@changming/domain/kernel';
import { birthdayOf } from '@changming/domain/workforce';

import type { Writing } from '../context.ts';
import type { StoredPerson } from './store.ts';

/** Nobody holds two certificates of one item: the next is a renewal. */
export async function refuseHeld({ tx }: Writing, personId: string, item: string): Promise<void> {
  const held = await tx
    .selectFrom('certificates')
    .select('id')
    .where('person_id', '=', personId)
    .where('item', '=', item)
    .where('current', '=', true)
    .where('revoked_on', 'is', null)
    .executeTakeFirst();
  if (held !== undefined) refuse('conflict', 'workforce.certificate_held');
}

const adult = 18 * 12;

/** 总局令第30号 art. 4: eighteen when it was issued, if the birthday is known. */
export function refuseMinor({ secrets }: Writing, { identity_sealed }: StoredPerson, issuedOn: string): void {
  if (identity_sealed === null) return;
  if (monthsLater(birthdayOf(secrets.open(identity_sealed)), adult) > issuedOn) refuse('invalid', 'workforce.certificate_holder_young');
}

import type { PersonRow } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { maskIdentity, maskPhone, sexOf } from '@changming/domain/workforce';
import { sql, type Selectable } from 'kysely';

import type { Reading } from '../context.ts';

type Secrets = Reading['secrets'];
/** Undefined leaves a number as it is; null takes it away. */
type Numbers = { readonly identityNumber?: string | null | undefined; readonly phone?: string | null | undefined };
type Sealed = Pick<
  Partial<Selectable<PersonRow>>,
  'identity_sealed' | 'identity_index' | 'identity_masked' | 'phone_sealed' | 'phone_index' | 'phone_masked'
>;

/** The columns of personal numbers: sealed to be read back, indexed to be found again, masked to be shown. */
export function sealed(secrets: Secrets, { identityNumber, phone }: Numbers): Sealed {
  return {
    ...(identityNumber === undefined ? {} : identityColumns(secrets, identityNumber)),
    ...(phone === undefined ? {} : phoneColumns(secrets, phone)),
  };
}

function identityColumns(secrets: Secrets, number: string | null): Sealed {
  if (number === null) return { identity_sealed: null, identity_index: null, identity_masked: null };
  return { identity_sealed: secrets.seal(number), identity_index: identityIndex(secrets, number), identity_masked: maskIdentity(number) };
}

function phoneColumns(secrets: Secrets, number: string | null): Sealed {
  if (number === null) return { phone_sealed: null, phone_index: null, phone_masked: null };
  return { phone_sealed: secrets.seal(number), phone_index: secrets.index('phone', number), phone_masked: maskPhone(number) };
}

export function identityIndex(secrets: Secrets, identityNumber: string): Buffer {
  return secrets.index('identity', identityNumber);
}

/** The sex that is known: as told, else from the identity number, which must not contradict. */
export function sexKnown(told: 'male' | 'female' | null, identityNumber: string | null | undefined): 'male' | 'female' | null {
  if (identityNumber === null || identityNumber === undefined) return told;
  const born = sexOf(identityNumber);
  if (told !== null && told !== born) refuse('invalid', 'workforce.sex_contradicts');
  return born;
}

type Wanted = { readonly identity: Buffer | null; readonly staffNo: string | null };

/** Says that a number is taken, and neither by whom nor where: the holder may lie outside the scope. */
export async function refuseTaken({ tx }: Pick<Reading, 'tx'>, { identity, staffNo }: Wanted): Promise<void> {
  const { rows } = await sql<{ identity_known: boolean; staff_no_known: boolean }>`
    select identity_known, staff_no_known from house.known_person(${identity}, ${staffNo})`.execute(tx);
  if (rows[0]?.identity_known === true) refuse('conflict', 'workforce.identity_taken');
  if (rows[0]?.staff_no_known === true) refuse('conflict', 'workforce.staff_no_taken', { staffNo: staffNo ?? '' });
}

/** The same for whoever lost the race between the look and the write. */
export function refuseRival(error: unknown): never {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
  if (constraint === 'persons_identity_index_key') refuse('conflict', 'workforce.identity_taken');
  if (constraint === 'persons_staff_no_key') refuse('conflict', 'workforce.staff_no_taken', { staffNo: '' });
  throw error;
}

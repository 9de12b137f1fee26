import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

import type { AtDoor } from '../context.ts';
import { digest } from '../secrets.ts';

export type KnownDevice = { readonly id: string; readonly units: UnitRange; readonly paired: boolean; readonly pairingUntil: Date | null };

type Row = { id: string; lo: number; hi: number; paired: boolean; pairing_until: Date | null };

/** The shared phone that holds this secret or pairing code, unless it was retired. */
async function deviceKnown({ tx }: AtDoor, secret: string): Promise<KnownDevice | null> {
  const { rows } = await sql<Row>`select * from house.device_known(${digest(secret)})`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : { id: row.id, units: { lo: row.lo, hi: row.hi }, paired: row.paired, pairingUntil: row.pairing_until };
}

export async function deviceBySecret(work: AtDoor, secret: string): Promise<KnownDevice | null> {
  const device = await deviceKnown(work, secret);
  return device?.paired === true ? device : null;
}

export async function deviceByPairing(work: AtDoor, pairing: string): Promise<KnownDevice | null> {
  const device = await deviceKnown(work, pairing);
  return device?.paired === false ? device : null;
}

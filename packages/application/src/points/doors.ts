import { refuse } from '@changming/domain/kernel';
import { plateCodeInput } from '@changming/domain/points';
import { sql } from 'kysely';
import { z } from 'zod';

import { type AtDoor, door } from '../context.ts';

export type Plate = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly unitId: string;
  readonly unit: string;
  readonly lo: number;
};

const minute = 60_000;

/**
 * Counts a visit to a public door and says whether there have been too many from this address: 30 a minute, 200 an hour. Only a keyed
 * hash of the address is kept, another one each day. The visit must be committed even when the answer is no, so this never throws.
 */
export async function tooManyVisits({ tx, now, today, secrets, newId }: AtDoor, address: string | null): Promise<boolean> {
  const key = secrets.index('door', `${today} ${address ?? ''}`);
  await tx.insertInto('door_visits').values({ id: newId(), key, at: now }).execute();
  const { lately, hourly } = await tx
    .selectFrom('door_visits')
    .select((eb) => eb.fn.countAll<number>().as('hourly'))
    .select((eb) =>
      eb.fn
        .countAll<number>()
        .filterWhere('at', '>', new Date(now.getTime() - minute))
        .as('lately'),
    )
    .where('key', '=', key)
    .where('at', '>', new Date(now.getTime() - 60 * minute))
    .executeTakeFirstOrThrow();
  return lately > 30 || hourly > 200;
}

/** The plate of an open point, asked without a scope. */
export async function plateBehind({ tx }: Pick<AtDoor, 'tx'>, code: string): Promise<Plate | null> {
  const { rows } = await sql<Plate>`
    select id, name, kind, unit_id as "unitId", unit_name as unit, lo from house.plate(${code})`.execute(tx);
  return rows[0] ?? null;
}

type Shown = { readonly name: string; readonly unit: string };

const knock = door({
  name: 'points.readAtDoor',
  input: z.strictObject({ code: plateCodeInput, address: z.string().nullable() }),
  async run(work, { code, address }) {
    if (await tooManyVisits(work, address)) return work.trail<Shown | 'limited' | null>([], 'limited');
    const plate = await plateBehind(work, code);
    return work.trail<Shown | 'limited' | null>([], plate && { name: plate.name, unit: plate.unit });
  },
});

/** 扫码: what a passer-by reads of a plate, its name and its unit's. */
export async function readPlateAtDoor(...call: Parameters<typeof knock>): Promise<Shown> {
  const found = await knock(...call);
  if (found === 'limited') refuse('limited', 'points.too_many_tries');
  return found ?? refuse('missing', 'points.not_found', {});
}

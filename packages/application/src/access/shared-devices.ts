import { randomBytes } from 'node:crypto';

import { within } from '@changming/database';
import { deviceInput } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, query, type Reading } from '../context.ts';
import { digest } from '../secrets.ts';
import { unitInScope } from '../units/index.ts';

/** How long a pairing code may be scanned, in milliseconds. */
const pairingLife = 10 * 60_000;

/**
 * 登记共用手机 of a unit. The answer holds a pairing code for a QR: 256 random bits known to nobody else, good once and for ten minutes,
 * so it needs no signature of its own.
 */
export const addDevice = command({
  permission: 'access.pairDevices',
  name: 'access.addDevice',
  input: deviceInput,
  toldOnce: true,
  async run(work, { unitId, name }) {
    const unit = await unitInScope(work.tx, work.scope, unitId);
    const id = work.newId();
    const pairing = randomBytes(32).toString('base64url');
    const pairingUntil = new Date(work.now.getTime() + pairingLife);
    await work.tx
      .insertInto('shared_devices')
      .values({
        id,
        unit_id: unit.id,
        name,
        pairing_hash: digest(pairing),
        pairing_until: pairingUntil,
        secret_hash: null,
        created_by: work.actor.accountId,
        created_at: work.now,
        paired_at: null,
        ended_at: null,
      })
      .execute();
    return work.trail({ subjectId: id, unitId: unit.id, before: null, after: { name, unit: unit.name } }, { id, pairing, pairingUntil });
  },
});

/** 停用共用手机: whoever is signed in on it is out, and it must be paired again as a new one. */
export const endDevice = command({
  permission: 'access.pairDevices',
  name: 'access.endDevice',
  input: z.strictObject({ deviceId: z.uuid() }),
  async run(work, { deviceId }) {
    const device = await work.tx
      .selectFrom('shared_devices')
      .selectAll()
      .where('id', '=', deviceId)
      .where('ended_at', 'is', null)
      .where((eb) => within(eb.ref('unit_pos'), work.scope))
      .forUpdate()
      .executeTakeFirst();
    if (device === undefined) refuse('missing', 'access.device_not_found', { id: deviceId });
    await work.tx.updateTable('shared_devices').set({ ended_at: work.now }).where('id', '=', deviceId).execute();
    await work.tx
      .updateTable('sessions')
      .set({ revoked_at: work.now })
      .where('device_id', '=', deviceId)
      .where('revoked_at', 'is', null)
      .execute();
    return work.trail({ subjectId: deviceId, unitId: device.unit_id, before: { name: device.name }, after: null }, null);
  },
});

/** 共用手机 of the branch, or of one unit with everything below it. */
export const listDevices = query({
  permission: 'access.pairDevices',
  async run({ tx, scope }: Reading, { unitId }: { unitId?: string | undefined }) {
    const unit = unitId === undefined ? null : await unitInScope(tx, scope, unitId);
    return tx
      .selectFrom('shared_devices as d')
      .innerJoin('units as u', 'u.id', 'd.unit_id')
      .select(['d.id', 'd.name', 'd.unit_id as unitId', 'u.name as unit', 'd.created_at as createdAt', 'd.paired_at as pairedAt'])
      .where('d.ended_at', 'is', null)
      .where((eb) => within(eb.ref('d.unit_pos'), scope))
      .$if(unit !== null, (each) => each.where((eb) => eb.between('d.unit_pos', unit?.lo ?? 0, unit?.hi ?? 0)))
      .orderBy('d.unit_pos')
      .orderBy('d.id')
      .limit(1000)
      .execute();
  },
});

import { randomBytes } from 'node:crypto';

import { pairingInput } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';

import { door } from '../context.ts';
import { digest } from '../secrets.ts';
import { deviceByPairing } from './device-secret.ts';

/** 配对: the phone that scans the code first becomes the device and gets a secret of its own; the code is spent. */
export const pairDevice = door({
  name: 'access.pairDevice',
  input: pairingInput,
  async run(work, { pairing }) {
    const known = await deviceByPairing(work, pairing);
    if (known === null || known.pairingUntil === null || known.pairingUntil <= work.now) refuse('missing', 'access.pairing_expired');
    await work.enter([{ lo: known.units.lo, hi: known.units.lo }]);
    const secret = randomBytes(32).toString('base64url');
    const paired = await work.tx
      .updateTable('shared_devices')
      .set({ secret_hash: digest(secret), pairing_hash: null, pairing_until: null, paired_at: work.now })
      .where('id', '=', known.id)
      .where('secret_hash', 'is', null)
      .returning(['name', 'unit_id'])
      .executeTakeFirst();
    if (paired === undefined) refuse('missing', 'access.pairing_expired');
    const unit = await work.tx.selectFrom('units').select('name').where('id', '=', paired.unit_id).executeTakeFirstOrThrow();
    const told = { subjectId: known.id, unitId: paired.unit_id, before: null, after: { paired: true } };
    return work.trail(told, { secret, name: paired.name, unit: unit.name });
  },
});

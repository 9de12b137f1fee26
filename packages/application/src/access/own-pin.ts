import { pinFaults, pinInput } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { type Caller, door } from '../context.ts';
import { hashPassword } from './hash-password.ts';
import { ownAccount, provePassword } from './own-password.ts';
import { pepperedPin } from './sign-in-by-pin.ts';

const pepper = door({
  name: 'access.pepperPin',
  input: z.strictObject({ pin: z.string() }),
  async run(work, { pin }) {
    const account = await ownAccount(work);
    const person = await work.tx.selectFrom('persons').select('staff_no').where('id', '=', account.person_id).executeTakeFirst();
    if (pinFaults(pin, person?.staff_no ?? null).length > 0) refuse('invalid', 'access.weak_pin');
    return work.trail([], pepperedPin(work.secrets, account.id, pin));
  },
});

const save = door({
  name: 'access.setPin',
  input: z.strictObject({ hashed: z.string() }),
  async run(work, { hashed }) {
    const account = await ownAccount(work);
    await work.tx
      .updateTable('accounts')
      .set({ pin_hash: hashed, pin_failures: 0, pin_failed_at: null })
      .where('id', '=', account.id)
      .execute();
    return work.trail({ subjectId: account.id, unitId: account.unit_id, before: null, after: { pinSet: true } }, null);
  },
});

/** 设置 PIN for shared phones, with the own password. Refused when it is one that is tried first. */
export async function setPin(caller: Caller, raw: z.input<typeof pinInput>): Promise<null> {
  const { password, pin } = pinInput.parse(raw);
  await provePassword(caller, password);
  const peppered = await pepper(caller, { pin });
  return save(caller, { hashed: await hashPassword(peppered) });
}

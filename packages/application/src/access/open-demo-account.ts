import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { hashPassword } from './hash-password.ts';

/** An account of the demo group whose password may stay as it is. A house in production makes none and lets none in. */
export const openDemoAccount = command({
  permission: 'access.manageAccounts',
  name: 'access.openDemoAccount',
  input: z.strictObject({ personId: z.uuid(), password: z.string().min(8) }),
  async run({ tx, now, newId, trail, production }, { personId, password }) {
    if (production) refuse('forbidden', 'access.not_permitted');
    const id = newId();
    const fresh = { password_hash: await hashPassword(password), password_changed_at: now, must_change_password: false, is_demo: true };
    await tx
      .insertInto('accounts')
      .values({ id, person_id: personId, created_at: now, ...fresh })
      .execute();
    return trail({ subjectId: id, before: null, after: { personId } }, { id });
  },
});

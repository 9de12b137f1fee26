import type { Tx } from '@changming/database';
import { accessSettingsInput, type PasswordProfile } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { containing, rootRange } from '@changming/domain/units';
import { z } from 'zod';

import { command, query, type Reading } from '../context.ts';

/** The password rules in force; asked at sign-in, at a change of password and for lockouts. */
export async function passwordProfileOf(tx: Tx): Promise<PasswordProfile> {
  const { password_profile } = await tx.selectFrom('access_settings').select('password_profile').executeTakeFirstOrThrow();
  return password_profile;
}

/** 访问设置: which password rules the house keeps, and the version to change them from. */
export const readAccessSettings = query({
  permission: 'access.configure',
  run: ({ tx }: Reading) =>
    tx.selectFrom('access_settings').select(['password_profile as passwordProfile', 'version']).executeTakeFirstOrThrow(),
});

/** Chooses the password rules of the whole house, from the next sign-in on. Refused with `request.stale` when somebody else has since. */
export const configureAccess = command({
  permission: 'access.configure',
  input: accessSettingsInput.extend({ version: z.int() }),
  async run({ tx, scope, trail }, { passwordProfile, version }) {
    if (!containing(scope, rootRange.lo)) refuse('forbidden', 'access.not_permitted');
    const before = await tx.selectFrom('access_settings').selectAll().forUpdate().executeTakeFirstOrThrow();
    if (before.version !== version) refuse('conflict', 'request.stale');
    const after = { passwordProfile, version: version + 1 };
    await tx
      .updateTable('access_settings')
      .set({ password_profile: passwordProfile, version: after.version })
      .where('id', '=', before.id)
      .execute();
    const told = { subjectId: before.id, before: { passwordProfile: before.password_profile }, after: { passwordProfile } };
    return trail(told, after);
  },
});

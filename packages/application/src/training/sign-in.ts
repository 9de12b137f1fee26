import { refuse } from '@changming/domain/kernel';
import { signInInput } from '@changming/domain/training';
import { sql } from 'kysely';

import { type AtDoor, door } from '../context.ts';
import { expectAt } from './attendance-store.ts';
import { sessionFor } from './session-store.ts';
import { scannedCode } from './sign-in-code.ts';

/**
 * 扫码签到、签退: whoever is signed in and stands before the code, which changes all the time. Only those on the list or working in the branch come in. Signing in twice
 * keeps the first time, signing out twice the last.
 */
export const signIn = door({
  name: 'training.signIn',
  input: signInInput,
  async run(work, { code, out }) {
    const { tx, now, trail } = work;
    const personId = work.actor.personId ?? refuse('forbidden', 'training.person_not_expected');
    const found = await behindCode(work, scannedCode(work, code), personId);
    await work.enter([{ lo: found.lo, hi: found.lo }]);
    const session = await sessionFor({ ...work, scope: [{ lo: found.lo, hi: found.lo }] }, found.id, 'signIn');
    await expectAt(work, session, [{ id: personId, unitId: session.unit_id }], false);
    const column = out ? sql`signed_out_at = ${now}` : sql`way = coalesce(way, 'scan'), signed_in_at = coalesce(signed_in_at, ${now})`;
    const { rows } = await sql<{ in: Date | null; out: Date | null }>`
      update training_attendance set ${column}
      where session_id = ${session.id} and person_id = ${personId} and (${!out} or signed_in_at is not null)
      returning signed_in_at as in, signed_out_at as out`.execute(tx);
    const [row] = rows;
    if (row === undefined) return refuse('conflict', 'training.sign_in_first');
    const told = { sessionId: session.id, title: session.title, signedInAt: row.in, signedOutAt: row.out };
    const after = { personId, out };
    return trail({ subjectId: session.id, unitId: session.unit_id, before: null, after }, told);
  },
});

async function behindCode({ tx }: AtDoor, code: string, personId: string): Promise<{ id: string; lo: number }> {
  const { rows } = await sql<{ id: string; lo: number; welcome: boolean }>`
    select id, lo, welcome from house.training_by_code(${code}, ${personId}::uuid)`.execute(tx);
  const [found] = rows;
  if (found === undefined) return refuse('missing', 'training.code_unknown');
  return found.welcome ? found : refuse('forbidden', 'training.person_not_expected');
}

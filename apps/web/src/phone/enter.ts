import type { Me } from '@changming/contract/access/own';

import { isSignedOut, NetworkError } from '../api/problem-error.ts';
import { payOwedSignOut } from '../contexts/access/phone/owed-sign-out.ts';
import { lineIsUp, noteLine } from './line.ts';
import { moveOldDrafts } from './outbox/old-drafts.ts';
import { closeItems, openItems, writeAll } from './outbox/outbox.ts';
import { sendFor } from './outbox/sender.ts';
import { readMe, type Session } from './session.tsx';
import { keepPart, readPart } from './snapshot/part-store.ts';
import { refreshParts } from './snapshot/refresh.ts';
import { askToKeep, recallPromise } from './store/keeping.ts';
import { heldAccount, keyOf, unlockFor } from './store/keyring.ts';

/** `locked`: the server was to release the key of this phone and did not, so what lies here is not open yet; entering again tries again. */
export type Entered = Pick<Session, 'me' | 'asOf'> & { readonly locked: boolean };

const selfPart = 'access.me';
let inside: string | null = null;

/**
 * Who is here: as the server says, or, without a network, whoever had signed in and not out. Opens what the phone holds of this person
 * and begins to send it.
 *
 * @throws ProblemError when nobody is signed in, NetworkError when the server was not reached and the phone knows nobody
 */
export async function enter(signal: AbortSignal): Promise<Entered> {
  try {
    await payOwedSignOut();
    const me = await readMe(signal);
    noteLine(true);
    const locked = !(await openFor(me.account.id));
    await keepPart(me.account.id, selfPart, me);
    if (!me.account.mustChangePassword && !me.account.mustEnrolTotp) void refreshParts(me);
    return { me, asOf: null, locked };
  } catch (error) {
    if (isSignedOut(error)) sendFor(null);
    if (!(error instanceof NetworkError)) throw error;
    noteLine(false);
    const kept = await keptSelf();
    if (kept === null) throw error;
    return kept;
  }
}

async function keptSelf(): Promise<Entered | null> {
  const accountId = await heldAccount();
  const kept = accountId === null ? null : await readPart<Me>(accountId, selfPart);
  if (accountId === null || kept === null) return null;
  const locked = !(await openFor(accountId));
  return { me: kept.value, asOf: kept.at, locked };
}

/** Answers whether what lies here of this account is open now. A browser without a cipher keeps nothing, so nothing is locked either. */
async function openFor(accountId: string): Promise<boolean> {
  if (inside !== accountId) leave();
  const hadKey = keyOf(accountId) !== null;
  const open = await unlockFor(accountId).then(
    () => true,
    () => false,
  );
  if (open && (inside !== accountId || !hadKey)) {
    inside = (await openItems(accountId)) ? accountId : null;
    await moveOldDrafts(accountId);
    writeAll();
  }
  sendFor(accountId);
  void (lineIsUp() ? askToKeep() : recallPromise());
  return open && inside === accountId;
}

function leave(): void {
  if (inside !== null) closeItems(inside);
  inside = null;
}

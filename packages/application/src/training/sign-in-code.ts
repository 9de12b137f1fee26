import { timingSafeEqual } from 'node:crypto';

import { refuse } from '@changming/domain/kernel';
import { endOfSlice, isSliceFresh, type Slice, sliceAt } from '@changming/domain/training';

import type { Secrets } from '../secrets.ts';

type Sealing = { readonly secrets: Pick<Secrets, 'index'>; readonly now: Date };

/** 签到码 as it is shown now, and when it changes: the session's own code, the slice of time, and what only this installation can say of both. */
export function shownCode({ secrets, now }: Sealing, code: string): { readonly text: string; readonly until: Date } {
  const slice = sliceAt(now);
  const signed = `${code}.${slice.toString(36)}`;
  return { text: `${signed}.${markOf(secrets, code, slice)}`, until: endOfSlice(slice) };
}

/**
 * The session's own code behind what was scanned.
 * Refuses by `missing` what nobody here has shown, and by `conflict` what was shown too long ago, as a picture that was passed on.
 */
export function scannedCode({ secrets, now }: Sealing, scanned: string): string {
  const [code = '', time = '', mark = ''] = scanned.split('.');
  const slice = Number.parseInt(time, 36);
  if (!Number.isSafeInteger(slice) || !isSame(mark, markOf(secrets, code, slice))) return refuse('missing', 'training.code_unknown');
  return isSliceFresh(slice, now) ? code : refuse('conflict', 'training.code_stale');
}

/** 96 bits. */
function markOf(secrets: Pick<Secrets, 'index'>, code: string, slice: Slice): string {
  return secrets.index('training.signIn', `${code}\0${slice}`).subarray(0, 12).toString('base64url');
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

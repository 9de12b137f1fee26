import { refuse } from '@changming/application/context';
import type { Context } from 'hono';

/** The version that a change starts from, as `If-Match: "3"`. Refused with 428 when it is missing, with 412 when it is no version. */
export function wantedVersion(c: Context): number {
  const given = c.req.header('if-match');
  if (given === undefined) refuse('invalid', 'request.precondition_required');
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(given) ?? [];
  return version === undefined ? refuse('conflict', 'request.stale') : Number(version);
}

/** The version of what is answered, for the `If-Match` of a later change. */
export function tagged(c: Context, version: number): void {
  c.header('etag', `"${version}"`);
}

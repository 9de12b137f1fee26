/** Bytes of a file, both ends included. */
export type ByteRange = { readonly from: number; readonly to: number };

const one = /^bytes=(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/;

/**
 * The part of a file that is asked for (RFC 9110, 14). The whole when nothing is asked, several ranges are, or the file has changed since
 * by `If-Range`; null when there are no such bytes.
 */
export function rangeAsked(
  headers: { readonly range: string | undefined; readonly ifRange: string | undefined },
  file: { readonly bytes: number; readonly etag: string },
): ByteRange | null {
  const whole = { from: 0, to: file.bytes - 1 };
  const found = one.exec(headers.range ?? '');
  if (found === null || (headers.ifRange !== undefined && headers.ifRange !== file.etag)) return whole;
  const [, from, to, last] = found;
  const range =
    from === undefined ? lastBytes(Number(last), whole) : { from: Number(from), to: Math.min(whole.to, Number(to ?? whole.to)) };
  return isThere(range, whole) ? range : null;
}

function isThere({ from, to }: ByteRange, whole: ByteRange): boolean {
  return from <= whole.to && from <= to;
}

function lastBytes(count: number, { to }: ByteRange): ByteRange {
  return { from: Math.max(0, to + 1 - count), to };
}

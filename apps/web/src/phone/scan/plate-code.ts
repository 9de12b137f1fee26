/** The page of the phone that a QR of ours leads to (`/m/p/<code>`, pairing and the like), whatever host stands before it; null for any other writing. */
export function pageIn(text: string): string | null {
  const [, path = null] = /^https?:\/\/[^/]+(\/m(?:\/[^?]*)?)$/.exec(text.trim()) ?? [];
  return path;
}

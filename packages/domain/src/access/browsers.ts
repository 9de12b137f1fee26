/** What a browser says of itself: its User-Agent, and `Sec-CH-UA-Mobile` where it sends one. */
export type Browser = { readonly userAgent: string | null; readonly mobile: string | null };

const computers = /Windows NT|Macintosh|X11|CrOS|\(PC;/;
const phones = /Android|iPhone|iPod|iPad|HarmonyOS|\((?:Phone|Tablet); OpenHarmony|Mobile/;

/**
 * Whether this is a phone or a tablet that somebody carries; whatever cannot be told counts as a computer. A tablet sends `?0` though it is
 * carried, so only `?1` says something. An iPad that asks for pages of computers calls itself a Macintosh and is taken for one.
 */
export function isPhoneBrowser({ userAgent, mobile }: Browser): boolean {
  if (mobile === '?1') return true;
  return userAgent !== null && !computers.test(userAgent) && phones.test(userAgent);
}

/** What this browser knows of being a 共用手机; the API knows by a cookie, and decides. */
export type SharedPhone = { readonly name: string; readonly unit: string };

const place = 'cm.sharedPhone';

export function sharedPhone(): SharedPhone | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as SharedPhone | null;
  } catch {
    return null;
  }
}

export function rememberSharedPhone(phone: SharedPhone): void {
  localStorage.setItem(place, JSON.stringify(phone));
}

/** The API does not know this phone any more: from now on it is like any other. */
export function forgetSharedPhone(): void {
  localStorage.removeItem(place);
}

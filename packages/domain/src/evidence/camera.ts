import { isDay } from '../kernel/index.ts';

/** Cameras write local time; without an offset it is Asia/Shanghai's. */
const shanghai = '+08:00';
const written = /^(\d{4}):(\d{2}):(\d{2})[ T](\d{2}):(\d{2}):(\d{2})/;
const offset = /^[+-]\d{2}:\d{2}$/;

/** When the camera says it took the photo; null when it says nothing, or something that is no instant. */
export function takenAtOf(dateTime: unknown, offsetTime: unknown): Date | null {
  const found = typeof dateTime === 'string' ? written.exec(dateTime) : null;
  if (found === null) return null;
  const [, year, month, date, hour, minute, second] = found;
  const day = `${year}-${month}-${date}`;
  if (!isDay(day) || day < '1990-01-01') return null;
  const zone = typeof offsetTime === 'string' && offset.test(offsetTime) ? offsetTime : shanghai;
  const at = new Date(`${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(at.getTime()) ? null : at;
}

export type Place = { readonly latitude: number; readonly longitude: number };

/** Where the camera says it was; null outside of the globe and at its zero, which cameras write for "unknown". */
export function placeOf(latitude: unknown, longitude: unknown): Place | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180) || (latitude === 0 && longitude === 0)) return null;
  return { latitude, longitude };
}

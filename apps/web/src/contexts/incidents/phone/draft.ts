import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';

export const counted = ['deaths', 'serious', 'minor', 'firstAid', 'missing'] as const;
export type Counted = (typeof counted)[number];

/** A quick report as it grows on the phone; the id is that of the incident to be. */
export type IncidentDraft = {
  readonly id: string;
  readonly ownerId: string;
  /** ms, when it was begun. */
  readonly at: number;
  readonly unitId: string | null;
  readonly unit: string;
  readonly place: string;
  /** `2026-03-12T02:00` in Shanghai. */
  readonly when: string;
  readonly text: string;
  readonly hurt: boolean;
  /** As typed. */
  readonly people: Readonly<Record<Counted, string>>;
  readonly fire: boolean;
  readonly fireBrigadeCalled: boolean;
  readonly relatedParty: boolean;
  readonly photos: readonly PhonePhoto[];
};

type New = { readonly id: string; readonly ownerId: string; readonly unit: { readonly id: string; readonly name: string } | null };

export function newIncident({ id, ownerId, unit }: New, at: number = Date.now()): IncidentDraft {
  return {
    id,
    ownerId,
    at,
    unitId: unit?.id ?? null,
    unit: unit?.name ?? '',
    place: '',
    when: minuteOf(at),
    text: '',
    hurt: false,
    people: { deaths: '', serious: '', minor: '', firstAid: '', missing: '' },
    fire: false,
    fireBrigadeCalled: false,
    relatedParty: false,
    photos: [],
  };
}

const ahead = 8 * 3_600_000;

/** The minute in Shanghai as a field of date and time shows it, whatever zone the phone is set to. */
export function minuteOf(at: number): string {
  return new Date(at + ahead).toISOString().slice(0, 16);
}

function instantOf(when: string): number {
  return Date.parse(`${when}:00+08:00`);
}

export function isBlankIncident({ text, place, hurt, fire, photos }: IncidentDraft): boolean {
  return [text, place].every((typed) => typed.trim() === '') && !hurt && !fire && photos.length === 0;
}

type Objection = 'phone.needUnit' | 'phone.needText' | 'phone.future';

/** Why it cannot be sent yet, or null. */
export function objectionTo({ unitId, text, when }: IncidentDraft, now: number = Date.now()): Objection | null {
  if (unitId === null) return 'phone.needUnit';
  if (text.trim() === '') return 'phone.needText';
  return Number.isNaN(instantOf(when)) || instantOf(when) > now ? 'phone.future' : null;
}

/** What is sent. Whoever is hurt counts only while the switch says that somebody is. */
export function reportOf(draft: IncidentDraft) {
  const { id, unitId, place, when, text, hurt, people, fire, fireBrigadeCalled, relatedParty, photos, at } = draft;
  const number = (typed: string) => (hurt ? Math.max(0, Math.trunc(Number(typed)) || 0) : 0);
  return {
    id,
    unitId: unitId ?? '',
    place: place.trim() === '' ? null : place.trim(),
    occurredAt: new Date(instantOf(when)).toISOString(),
    reportedAt: new Date(Math.max(at, instantOf(when))).toISOString(),
    text: text.trim(),
    deaths: number(people.deaths),
    serious: number(people.serious),
    minor: number(people.minor),
    firstAid: number(people.firstAid),
    missing: number(people.missing),
    fire,
    fireBrigadeCalled: fire && fireBrigadeCalled,
    relatedParty,
    photos: photos.map(({ sha256 }) => sha256),
  };
}

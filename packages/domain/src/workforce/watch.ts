import { addDays, type Day, startOf } from '../kernel/index.ts';

/** 带班领导, 值班员. */
export const watchPosts = ['leader', 'keeper'] as const;
export type WatchPost = (typeof watchPosts)[number];

/** 白班, 夜班. A night belongs to the day on which it begins. */
export const watchParts = ['day', 'night'] as const;
export type WatchPart = (typeof watchParts)[number];

/** Which watches a unit keeps: rest days are those of the work calendar, holidays among them. */
export const watchedParts = ['workDay', 'workNight', 'restDay', 'restNight'] as const;
export type WatchedPart = (typeof watchedParts)[number];

/** `dayFrom` and `nightFrom` are `HH:MM` in Asia/Shanghai; the night lasts until the next day begins. */
export type WatchScheme = {
  readonly dayFrom: string;
  readonly nightFrom: string;
  readonly watched: readonly WatchedPart[];
  readonly leaders: number;
  readonly keepers: number;
};

/** One seat of one watch. */
export type WatchSlot = {
  readonly onDay: Day;
  readonly part: WatchPart;
  readonly restDay: boolean;
  readonly post: WatchPost;
  readonly seat: number;
  readonly fromAt: Date;
  readonly untilAt: Date;
};

/** Every seat owed from `first` to `last`, in the order of time, leaders before keepers. */
export function watchSlots(scheme: WatchScheme, days: { first: Day; last: Day }, isRestDay: (day: Day) => boolean): WatchSlot[] {
  const slots: WatchSlot[] = [];
  for (let day = days.first; day <= days.last; day = addDays(day, 1)) slots.push(...slotsOf(scheme, day, isRestDay(day)));
  return slots;
}

function slotsOf(scheme: WatchScheme, onDay: Day, restDay: boolean): WatchSlot[] {
  const seats = [
    ...Array.from({ length: scheme.leaders }, (_, seat) => ({ post: 'leader' as const, seat: seat + 1 })),
    ...Array.from({ length: scheme.keepers }, (_, seat) => ({ post: 'keeper' as const, seat: seat + 1 })),
  ];
  return watchParts
    .filter((part) => scheme.watched.includes(`${restDay ? 'rest' : 'work'}${part === 'day' ? 'Day' : 'Night'}`))
    .flatMap((part) => seats.map((seat) => ({ onDay, part, restDay, ...seat, ...instantsOf(scheme, onDay, part) })));
}

function instantsOf({ dayFrom, nightFrom }: WatchScheme, day: Day, part: WatchPart): { fromAt: Date; untilAt: Date } {
  return part === 'day'
    ? { fromAt: clockOn(day, dayFrom), untilAt: clockOn(day, nightFrom) }
    : { fromAt: clockOn(day, nightFrom), untilAt: clockOn(addDays(day, 1), dayFrom) };
}

function clockOn(day: Day, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOf(day).getTime() + (hours * 60 + minutes) * 60_000);
}

/**
 * 轮排: each post goes through its list in turn, watch after watch. Whoever sits in the same watch already is passed over; where nobody is
 * left the seat stays empty. `begun` is how far the list had come before.
 */
export function rotate(slots: readonly WatchSlot[], list: readonly string[], { begun = 0, taken = [] }: Rotation = {}): (string | null)[] {
  const seated = new Set(taken);
  let next = begun;
  return slots.map((slot) => {
    const watch = watchOf(slot);
    for (const _ of list) {
      const person = list[next % list.length] ?? null;
      next += 1;
      if (person === null || seated.has(seatIn(watch, person))) continue;
      seated.add(seatIn(watch, person));
      return person;
    }
    return null;
  });
}

/** `taken`: who sits where by another list already, as `seatIn` writes it. */
export type Rotation = { readonly begun?: number; readonly taken?: readonly string[] };

/** The seats that the scheme does not ask for any more. */
export function seatsUnowed<Seat extends Pick<WatchSlot, 'onDay' | 'part' | 'post' | 'seat'>>(
  seats: readonly Seat[],
  slots: readonly WatchSlot[],
): Seat[] {
  const keyOf = ({ onDay, part, post, seat }: Pick<WatchSlot, 'onDay' | 'part' | 'post' | 'seat'>) => `${onDay}:${part}:${post}:${seat}`;
  const owed = new Set(slots.map(keyOf));
  return seats.filter((seat) => !owed.has(keyOf(seat)));
}

export function watchOf({ onDay, part }: Pick<WatchSlot, 'onDay' | 'part'>): string {
  return `${onDay}:${part}`;
}

export function seatIn(watch: string, person: string): string {
  return `${watch}:${person}`;
}

/** 沿用上月: the order in which people stood last month, each once, and where it goes on. */
export function orderOf(stood: readonly (string | null)[]): { readonly list: string[]; readonly begun: number } {
  const people = stood.filter((person) => person !== null);
  const list = [...new Set(people)];
  const last = people.at(-1);
  return { list, begun: last === undefined ? 0 : list.indexOf(last) + 1 };
}

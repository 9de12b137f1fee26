import { dayIn } from '../kernel/index.ts';

/** Something that somebody really did. */
export type Act = { readonly id: string; readonly verb: string; readonly at: Date };

/** One thing owed by one person, with the acts that count for it already. `from`, `due` and `lateUntil` are days and belong to it. */
export type OwedDuty = {
  readonly id: string;
  readonly from: string;
  readonly due: string;
  readonly lateUntil: string;
  readonly needed: number;
  readonly counted: readonly Act[];
};

export type Allotted = {
  readonly occurrenceId: string;
  /** Acts that count for it from now on, the earliest first. */
  readonly acts: readonly Act[];
  /** When it became enough, and whether by then it was late; null while more is needed. */
  readonly done: { readonly at: Date; readonly timing: 'onTime' | 'late' } | null;
};

/**
 * Gives each act of one duty of one person to the period in which it was done, the earliest first; what is beyond the number owed there
 * makes up for the earliest earlier period that it still may, as late. An act counts once. Several records of one act count as one.
 */
export function allot(owed: readonly OwedDuty[], acts: readonly Act[]): Allotted[] {
  const open = owed.toSorted((a, b) => (a.due < b.due ? -1 : 1)).map((duty) => ({ duty, acts: [] as Act[] }));
  const taken = new Set(owed.flatMap(({ counted }) => counted.map(momentOf)));
  for (const act of acts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (taken.has(momentOf(act))) continue;
    const place =
      open.find((each) => lacks(each) && isWithin(each.duty, act)) ?? open.find((each) => lacks(each) && isAfter(each.duty, act));
    if (place === undefined) continue;
    place.acts.push(act);
    taken.add(momentOf(act));
  }
  return open.filter((each) => each.acts.length > 0).map(settled);
}

function momentOf({ verb, at }: Act): string {
  return `${verb}@${at.getTime()}`;
}

type Open = { readonly duty: OwedDuty; readonly acts: readonly Act[] };

function lacks({ duty, acts }: Open): boolean {
  return duty.counted.length + acts.length < duty.needed;
}

function isWithin({ from, due }: OwedDuty, { at }: Act): boolean {
  const day = dayIn(at);
  return from <= day && day <= due;
}

function isAfter({ due, lateUntil }: OwedDuty, { at }: Act): boolean {
  const day = dayIn(at);
  return due < day && day <= lateUntil;
}

function settled({ duty, acts }: Open): Allotted {
  const all = [...duty.counted, ...acts].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const last = all[duty.needed - 1];
  const done = last === undefined ? null : { at: last.at, timing: dayIn(last.at) <= duty.due ? ('onTime' as const) : ('late' as const) };
  return { occurrenceId: duty.id, acts, done };
}

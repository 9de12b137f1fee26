import {
  type HazardPlace,
  type HazardsPlan,
  judgeLedger,
  type KnownHazard,
  type KnownUnit,
  placesIn,
  readLedger,
} from '@changming/domain/imports';

import { addDays } from '@changming/domain/kernel';
import type { DayKind, WorkCalendar } from '@changming/domain/standards';

import type { Reading } from '../context.ts';
import { calendarBetween } from '../standards/index.ts';
import { type BearerOfName, knownNames, knownUnits } from './known.ts';
import { knownHazards } from './known-hazards.ts';
import type { Of } from './plan.ts';

/** All that the rows of a ledger are judged against, besides the file and what was answered. */
export type Against = {
  readonly today: string;
  readonly units: readonly KnownUnit[];
  readonly persons: readonly BearerOfName[];
  readonly existing: readonly KnownHazard[];
  readonly holidays: Holidays;
};

/** The work calendar as it can be written down. */
type Holidays = { readonly days: readonly (readonly [string, DayKind])[]; readonly years: readonly number[] };

export type JudgedLedger = { readonly plan: HazardsPlan; readonly places: readonly HazardPlace[]; readonly against: Against };

/** Reads the ledger first: only what lies on its days and in its units is compared with it. */
export async function judgedLedger(reading: Reading, { sheets, answers, underId, fileName, fileHash }: Of): Promise<JudgedLedger> {
  const known = await namesToday(reading);
  const { units, holidays, ...names } = known;
  const ledger = readLedger(sheets, units, { ...names, calendar: calendarOf(holidays), fileName, answers, underId });
  const places = placesIn(ledger);
  const existing = await knownHazards(reading, places);
  return { plan: judgeLedger(ledger, { fileHash, existing }), places, against: { ...known, existing } };
}

/** What a ledger with hazards in these places is judged against today. */
export async function againstToday(reading: Reading, places: readonly HazardPlace[]): Promise<Against> {
  return { ...(await namesToday(reading)), existing: await knownHazards(reading, places) };
}

async function namesToday(reading: Reading) {
  const { tx, today } = reading;
  const { days, noticedYears } = await calendarBetween(tx, '2000-01-01', addDays(today, 3 * 366));
  const holidays = {
    days: [...days].toSorted(([one], [other]) => (one < other ? -1 : 1)),
    years: [...noticedYears].toSorted((one, other) => one - other),
  };
  return { today, units: await knownUnits(reading), persons: await knownNames(reading), holidays };
}

function calendarOf({ days, years }: Holidays): WorkCalendar {
  return { days: new Map(days), noticedYears: new Set(years) };
}

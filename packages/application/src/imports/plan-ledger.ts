import {
  type HazardPlace,
  type HazardsPlan,
  judgeLedger,
  type KnownHazard,
  type KnownUnit,
  placesIn,
  readLedger,
} from '@changming/domain/imports';

import type { Reading } from '../context.ts';
import { type BearerOfName, knownNames, knownUnits } from './known.ts';
import { knownHazards } from './known-hazards.ts';
import type { Of } from './plan.ts';

/** All that the rows of a ledger are judged against, besides the file and what was answered. */
export type Against = {
  readonly today: string;
  readonly units: readonly KnownUnit[];
  readonly persons: readonly BearerOfName[];
  readonly existing: readonly KnownHazard[];
};

export type JudgedLedger = { readonly plan: HazardsPlan; readonly places: readonly HazardPlace[]; readonly against: Against };

/** Reads the ledger first: only what lies on its days and in its units is compared with it. */
export async function judgedLedger(reading: Reading, { sheets, answers, underId, fileName, fileHash }: Of): Promise<JudgedLedger> {
  const known = await namesToday(reading);
  const { units, ...names } = known;
  const ledger = readLedger(sheets, units, { ...names, fileName, answers, underId });
  const places = placesIn(ledger);
  const existing = await knownHazards(reading, places);
  return { plan: judgeLedger(ledger, { fileHash, existing }), places, against: { ...known, existing } };
}

/** What a ledger with hazards in these places is judged against today. */
export async function againstToday(reading: Reading, places: readonly HazardPlace[]): Promise<Against> {
  return { ...(await namesToday(reading)), existing: await knownHazards(reading, places) };
}

async function namesToday(reading: Reading) {
  return { today: reading.today, units: await knownUnits(reading), persons: await knownNames(reading) };
}

import type { z } from 'zod';

import type { Exact } from './exact.ts';
import type { Measure } from './measure.ts';
import type { ScoreFunction } from './score-function.ts';

/** What a run counted for one unit, by the names of the indicator's measures. Whole numbers. */
export type Sums<Name extends string = string> = Readonly<Record<Name, number>>;

/** What an indicator makes of its sums. The value is numerator / denominator × factor; 0/0 has none. An amount has no denominator at all. */
export type Ratio = {
  readonly numerator: Exact;
  readonly denominator: Exact | null;
  readonly factor?: Exact;
  /** What else the explanation names: numbers as text. */
  readonly facts?: Readonly<Record<string, string>>;
};

/** The acts that would raise a score: code; the words are in phrases. */
export const raisingActs = [
  'accept',
  'rectifyInTime',
  'hadRectifiedInTime',
  'keepClosed',
  'answerSuggestion',
  'treatMajor',
  'lookBack',
  'hadLookedBack',
  'rootOut',
  'findOneself',
  'clearDoubt',
  'checkInTime',
  'hadCheckedInTime',
  'gradeRisks',
  'renewInspections',
  'spotCheckInTime',
  'hadSpotChecked',
  'mendFireEquipment',
  'testFacilities',
  'preventAccidents',
  'preventInjuries',
  'reportInTime',
  'reportTruthfully',
  'signLetters',
  'doDuties',
  'hadDoneDuties',
  'leadInspections',
  'fillSafetyPosts',
  'trainNewcomers',
  'trainTransferred',
  'completeHours',
  'certify',
  'hadEducatedViolators',
  'checkBehaviour',
  'raiseReporters',
] as const;
export type RaisingAct = (typeof raisingActs)[number];

/** An act on the records of a measure, and the sums if it were done on all of them. */
export type Raise<Name extends string = string> = {
  readonly act: RaisingAct;
  /** `now`: it still counts in this period; `next`: it would have, and is what to do from now on. */
  readonly when: 'now' | 'next';
  /** The records it is done on; null when there are none yet. */
  readonly on: Name | null;
  readonly count: (sums: Sums<Name>, by: ScoreFunction) => number;
  readonly done: (sums: Sums<Name>, count: number) => Sums<Name>;
};

/** What of a unit an indicator counts, and how: made once for a scheme, used for every unit. */
export type Counting<Name extends string = string> = {
  readonly measures: Readonly<Record<Name, Measure>>;
  /** The measures whose records are the numerator and the denominator; each side lies in one table. */
  readonly records: { readonly numerator: readonly Name[]; readonly denominator: readonly Name[] };
  readonly ratio: (sums: Sums<Name>) => Ratio;
  readonly raises: readonly Raise<Name>[];
};

/** An indicator that the product brings. Its parameters come from the scheme, and have defaults. */
export type Indicator = {
  readonly code: string;
  /** Null when the parameters do not fit. */
  readonly counting: (params: unknown) => Counting | null;
};

type Named<Name extends string> = Omit<Counting<Name>, 'measures'>;

/** A counting over named measures; the compiler knows the names. Whoever uses it hands over a sum for each of them. */
export function counting<Measures extends Readonly<Record<string, Measure>>>(
  measures: Measures,
  of: Named<keyof Measures & string>,
): Counting {
  return { measures, ...of };
}

type Declared<Params extends z.ZodType> = {
  readonly code: string;
  readonly params: Params;
  readonly counting: (params: z.output<Params>) => Counting;
};

/** Declares an indicator: one file each. */
export function indicator<Params extends z.ZodType>({ code, params, counting: counted }: Declared<Params>): Indicator {
  return {
    code,
    counting(given) {
      const fits = params.safeParse(given);
      return fits.success ? counted(fits.data) : null;
    },
  };
}

import * as fc from 'fast-check';

import { hazardLevels, hazardSources, hazardStages, suggestionStages } from '../../hazards/index.ts';
import { addDays } from '../../kernel/index.ts';
import type { FactRow } from '../facts.ts';
import { givenHazard, givenLookBack, givenStratum, type Rows } from './given-facts.ts';

/** A day in the quarter or near it. */
const day = fc.integer({ min: -20, max: 110 }).map((n) => addDays('2026-07-01', n));
const dayOrNone = fc.option(day);
const flag = fc.boolean();

export const anyHazard: fc.Arbitrary<FactRow> = fc
  .record({
    stage: fc.constantFrom(...hazardStages),
    level: fc.option(fc.constantFrom(...hazardLevels)),
    source: fc.constantFrom(...hazardSources),
    suggestion: fc.constantFrom(...suggestionStages),
    registeredOn: dayOrNone,
    dueOn: dayOrNone,
    submittedOn: dayOrNone,
    suggestionDueOn: dayOrNone,
    relapsedOn: fc.option(day, { freq: 1 }),
    extensionAskedLate: flag,
    recurrent: flag,
    planComplete: flag,
    suspectFake: flag,
  })
  .map(givenHazard);

export const anyLookBack: fc.Arbitrary<FactRow> = fc
  .record({
    reason: fc.constantFrom('major', 'authority', 'drawn'),
    result: fc.constantFrom('held', 'relapsed', null),
    dueOn: day,
    lookedOn: dayOrNone,
    lapsed: flag,
  })
  .map(givenLookBack);

const months = ['2025-09-01', '2025-10-01', '2026-01-01', '2026-06-01', '2026-09-01', '2026-10-01'];

export const anyStratum: fc.Arbitrary<FactRow> = fc
  .record({ stratum: fc.constantFrom('major', 'authority', 'sampled'), monthOn: fc.constantFrom(...months), closures: fc.nat(30) })
  .chain((of) => fc.nat(of.closures).chain((looked) => fc.nat(looked).map((held) => givenStratum({ ...of, looked, held }))));

export const anyRows: fc.Arbitrary<Required<Rows>> = fc.record({
  hazards: fc.array(anyHazard, { maxLength: 25 }),
  lookBacks: fc.array(anyLookBack, { maxLength: 10 }),
  strata: fc.array(anyStratum, { maxLength: 6 }),
});

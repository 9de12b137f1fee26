import { type Measure, rowsOf } from '../measure.ts';

/** V4: majors in the hands of the unit so many days past the deadline, which an approved extension has moved already. */
export function majorsOverdueBy(days: number): Measure {
  return rowsOf('hazards', {
    all: [
      { column: 'level', is: 'major' },
      { column: 'stage', in: ['registered', 'assigned', 'rectifying'] },
      { column: 'dueOn', notAfter: 'lastDay', plusDays: -days - 1 },
    ],
  });
}

/** A look-back in the period found a hazard of an authority relapsed. */
export const relapsesOfAuthority: Measure = rowsOf('lookBacks', {
  all: [
    { column: 'reason', is: 'authority' },
    { column: 'result', is: 'relapsed' },
    { column: 'lookedOn', within: 'period' },
  ],
});

import { happened, surelyAnsweredFor } from '../indicators/accidents.ts';
import { rowsOf } from '../measure.ts';

/** V1: a death that the unit answers for, as was decided. */
export const fatalities = rowsOf('incidents', { all: [surelyAnsweredFor, { column: 'fatal', flag: true }] });

/** V2: 较大 or above by the statutory scale. */
export const grave = rowsOf('incidents', { all: [happened, { column: 'grade', in: ['larger', 'major', 'extraordinary'] }] });

/** V3: 迟报 by the statutory clock, 漏报, 谎报, 瞒报. */
export const misreported = rowsOf('incidents', { all: [happened, { column: 'misreported', flag: true }] });

/** V6: a fire that hurt somebody or cost a million, and that the unit answers for. */
export const graveFires = rowsOf('incidents', { all: [surelyAnsweredFor, { column: 'graveFire', flag: true }] });

/** V7: by special work without a certificate, or by hot work or in a confined space without a permit. */
export const unlicensed = rowsOf('incidents', { all: [happened, { column: 'unlicensed', flag: true }] });

/** A fatal or 较大 accident of a unit next below limits the grade of the unit above. */
export const gravesBelow = rowsOf('accidentsBelow', { column: 'occurredOn', within: 'period' });

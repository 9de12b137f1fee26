import { z } from 'zod';

import { count, decimal, least, times, total } from '../exact.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf, sumOf } from '../measure.ts';
import { answeredFor, undecided } from './accidents.ts';

/** Points for each person or event; those for minor injuries stop at 3. */
const points = { minor: '0.5', minorAtMost: '3', serious: '4', death: '8', fire: '2', property: '3' } as const;

type Harm = Readonly<Record<'minor' | 'serious' | 'deaths' | 'fires' | 'properties', number>>;

/**
 * A1 生产安全责任事故控制: points taken off for every person hurt, fire and loss in accidents of the period that the unit answers for. What is
 * not decided yet counts until it is.
 */
export const a1Accidents = indicator({
  code: 'A1',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        accidents: rowsOf('incidents', answeredFor),
        undecided: rowsOf('incidents', undecided),
        minor: sumOf('incidents', 'minor', answeredFor),
        serious: sumOf('incidents', 'serious', answeredFor),
        deaths: sumOf('incidents', 'deaths', answeredFor),
        fires: rowsOf('incidents', { all: [answeredFor, { column: 'fire', flag: true }] }),
        properties: rowsOf('incidents', { all: [answeredFor, { column: 'property', flag: true }] }),
        harmful: rowsOf('incidents', {
          all: [
            answeredFor,
            {
              any: [
                { column: 'hurt', flag: true },
                { column: 'fire', flag: true },
                { column: 'property', flag: true },
              ],
            },
          ],
        }),
      },
      {
        records: { numerator: ['harmful'], denominator: ['accidents'] },
        ratio: (sums) => ({
          numerator: deducted(sums),
          denominator: null,
          facts: {
            minor: String(sums.minor),
            serious: String(sums.serious),
            deaths: String(sums.deaths),
            fires: String(sums.fires),
            properties: String(sums.properties),
            undecided: String(sums.undecided),
          },
        }),
        raises: [
          {
            act: 'preventAccidents',
            when: 'next',
            on: 'harmful',
            count: ({ harmful }) => harmful,
            done: (sums) => ({ ...sums, minor: 0, serious: 0, deaths: 0, fires: 0, properties: 0, harmful: 0 }),
          },
        ],
      },
    ),
});

function deducted({ minor, serious, deaths, fires, properties }: Harm) {
  return total([
    least(decimal(points.minorAtMost), times(decimal(points.minor), count(minor))),
    times(decimal(points.serious), count(serious)),
    times(decimal(points.death), count(deaths)),
    times(decimal(points.fire), count(fires)),
    times(decimal(points.property), count(properties)),
  ]);
}

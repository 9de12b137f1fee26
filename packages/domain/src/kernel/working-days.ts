import { addDays, type Day } from './day.ts';

/** Whether people work on `day`: the work calendar of `standards`, asked day by day. */
export type IsWorkday = (day: Day) => boolean;

/** No Chinese calendar has more rest days in a row; a calendar that has is broken. */
const longestRest = 60;

/** The last day of a limit of `n` 工作日 that begins on `day`: the first day is not counted. */
export function addWorkingDays(day: Day, n: number, isWorkday: IsWorkday): Day {
  let reached = day;
  for (let counted = 0; counted < n; counted += 1) reached = nextWorkday(reached, isWorkday);
  return reached;
}

function nextWorkday(day: Day, isWorkday: IsWorkday): Day {
  for (let ahead = 1; ahead <= longestRest; ahead += 1) {
    const next = addDays(day, ahead);
    if (isWorkday(next)) return next;
  }
  throw new RangeError(`no working day within ${longestRest} days of ${day}`);
}

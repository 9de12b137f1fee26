import { addDays, type Day } from '../kernel/index.ts';
import { type Chapters, chapterNames, type ChapterName, type EventClass, type Grade, type InvestigationLevel } from './kinds.ts';
import type { IncidentRules } from './rules.ts';
import type { Counts } from './tally.ts';

type Weighed = Counts & { readonly grade: Grade };

/** Who investigates (条例第十九条). Below the scale, and 一般 that hurt nobody, the enterprise itself may; whoever is missing is not known to be unhurt. */
export function investigationLevelOf({ grade, deaths, serious, minor, missing }: Weighed): InvestigationLevel {
  if (grade === 'extraordinary') return 'state';
  if (grade === 'major') return 'province';
  if (grade === 'larger') return 'city';
  return grade === 'none' || deaths + serious + minor + missing === 0 ? 'enterprise' : 'county';
}

export type Timed = {
  readonly occurredOn: Day;
  readonly grade: Grade;
  readonly eventClass: EventClass;
  /** Days of technical appraisal are left out; an extension is added. */
  readonly appraisalDays: number;
  readonly extendedDays: number;
};

const minorClasses: readonly EventClass[] = ['nearMiss', 'firstAid', 'minorInjury', 'other'];

/** The last day on which the report is in time: 60 days from the event (条例第二十九条), or as the house says below the scale. */
export function investigationDueOn({ occurredOn, grade, eventClass, appraisalDays, extendedDays }: Timed, { clocks }: IncidentRules): Day {
  const internal = minorClasses.includes(eventClass) ? clocks.internalMinorDays : clocks.internalDays;
  return addDays(occurredOn, (grade === 'none' ? internal : clocks.investigationDays) + appraisalDays + extendedDays);
}

/** The chapters that a report of this grade still lacks: all six on the scale, course, causes and measures below it. */
export function missingChapters(chapters: Chapters, grade: Grade): ChapterName[] {
  const wanted: readonly ChapterName[] = grade === 'none' ? ['course', 'causes', 'measures'] : chapterNames;
  return wanted.filter((name) => (chapters[name] ?? '').trim() === '');
}

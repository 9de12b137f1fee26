import { type Grade, grades, type SpecialClass, type SpecialTrigger } from './kinds.ts';
import type { IncidentRules } from './rules.ts';

/** What a grade is reckoned from. Minor injuries never raise it. Loss in 分. */
export type GradeFacts = {
  readonly deaths: number;
  readonly serious: number;
  readonly missing: number;
  readonly lossFen: number;
  readonly specialClass: SpecialClass | null;
  readonly specialTriggers: readonly SpecialTrigger[];
  readonly evacuated: number;
};

export type Suggestion = { readonly grade: Grade; readonly provisional: boolean };

export function rankOf(grade: Grade): number {
  return grades.indexOf(grade);
}

export function higher(a: Grade, b: Grade): Grade {
  return rankOf(a) >= rankOf(b) ? a : b;
}

/**
 * 事故等级 as the facts suggest it: the highest that any of the three measures reaches (条例第三条), raised by what is said of special
 * equipment (特种设备安全监察条例第六十一至六十四条). While people are missing they are reckoned as dead, and the grade is provisional.
 */
export function suggestGrade(facts: GradeFacts, rules: IncidentRules): Suggestion {
  const counted = { ...facts, deaths: facts.deaths + facts.missing };
  return { grade: higher(general(counted, rules), special(counted, rules)), provisional: facts.missing > 0 };
}

type Counted = Pick<GradeFacts, 'deaths' | 'serious' | 'lossFen'>;

function general({ deaths, serious, lossFen }: Counted, { bands, minLossFen }: IncidentRules): Grade {
  if (deaths === 0 && serious === 0 && lossFen < minLossFen) return 'none';
  return banded({ deaths, serious, lossFen }, bands);
}

/** The highest band of the three; at least 一般. */
function banded({ deaths, serious, lossFen }: Counted, bands: IncidentRules['bands']): Grade {
  const band = (value: number, bounds: readonly number[]) => bounds.filter((bound) => value >= bound).length;
  const highest = Math.max(band(deaths, bands.deaths), band(serious, bands.serious), band(lossFen, bands.lossFen));
  return grades[highest + 1] ?? 'extraordinary';
}

function special(facts: GradeFacts, { bands, specialMinLossFen }: IncidentRules): Grade {
  if (facts.specialClass === null) return 'none';
  const { deaths, serious, lossFen } = facts;
  const harmed = deaths > 0 || serious > 0 || lossFen >= specialMinLossFen;
  const byHarm = harmed ? banded({ deaths, serious, lossFen }, bands) : 'none';
  return facts.specialTriggers.map((trigger) => triggered(trigger, facts)).reduce(higher, byHarm);
}

const explosive: readonly SpecialClass[] = ['boiler', 'pressureVessel', 'pressurePipe'];
const leaking: readonly SpecialClass[] = ['pressureVessel', 'pressurePipe'];

/** A trigger speaks only of the equipment it is written for. */
function triggered(trigger: SpecialTrigger, { specialClass, evacuated }: GradeFacts): Grade {
  const of = (classes: readonly SpecialClass[], grade: Grade): Grade => (specialClass && classes.includes(specialClass) ? grade : 'none');
  if (trigger === 'explosion') return of(explosive, 'larger');
  if (trigger === 'craneOverturned') return of(['crane'], 'larger');
  if (trigger === 'craneBroken') return of(['crane'], 'ordinary');
  if (trigger === 'liftTrapped') return of(['lift'], 'ordinary');
  return of(leaking, byEvacuation(evacuated));
}

/** 有毒介质泄漏: people who had to leave, lower bounds inclusive. */
const evacuations = [500, 10_000, 50_000, 150_000] as const;

function byEvacuation(evacuated: number): Grade {
  return grades[evacuations.filter((bound) => evacuated >= bound).length] ?? 'none';
}

import type { FactTable } from '@changming/domain/assessments';
import { type RawBuilder, sql } from 'kysely';

type Words = { readonly join: RawBuilder<unknown>; readonly number: RawBuilder<unknown>; readonly text: RawBuilder<unknown> };

const none = sql`null::text`;
const ofHazard: Words = { join: sql`left join hazards s on s.id = page.subject_id`, number: sql`s.number`, text: sql`s.text` };
const ofPiece: Words = {
  join: sql`left join fire_equipment s on s.id = page.subject_id`,
  number: sql`s.no`,
  text: sql`coalesce(s.name, s.model)`,
};
const ofPoint: Words = { join: sql`left join points s on s.id = page.subject_id`, number: sql`s.code`, text: sql`s.name` };
const ofPerson: Words = { join: sql`left join persons s on s.id = page.subject_id`, number: sql`s.staff_no`, text: sql`s.name` };
/** One of a whole scope, which says itself what it is. */
const ofUnit: Words = { join: sql`left join hazards s on false`, number: none, text: none };
const ofPlan: Words = {
  join: sql`left join inspection_occurrences s on s.id = page.subject_id and s.on_day = (page.facts ->> 'dueOn')::date
    left join inspection_plans plan on plan.id = s.plan_id`,
  number: none,
  text: sql`plan.name`,
};

/** What is said of a record beside its facts, under the alias `s`; only what lies in the reader's branch. */
const words: Readonly<Record<FactTable, Words>> = {
  hazards: ofHazard,
  lookBacks: ofHazard,
  strata: ofUnit,
  occurrences: ofPlan,
  areas: ofPoint,
  risks: { join: sql`left join risks s on s.id = page.subject_id`, number: sql`s.number`, text: sql`s.name` },
  keyPositions: ofPoint,
  specialEquipment: { join: sql`left join special_equipment s on s.id = page.subject_id`, number: sql`s.own_no`, text: sql`s.name` },
  spotChecks: ofPiece,
  fireEquipment: ofPiece,
  placeChecks: { join: sql`left join place_checks s on s.id = page.subject_id`, number: sql`s.report_no`, text: none },
  scopes: ofUnit,
  scopeMonths: ofUnit,
  incidents: { join: sql`left join incidents s on s.id = page.subject_id`, number: sql`s.number`, text: sql`s.text` },
  accidentsBelow: { join: sql`left join incidents s on s.id = page.subject_id`, number: sql`s.number`, text: sql`s.text` },
  letters: ofPerson,
  leaderDuties: {
    join: sql`left join duty_occurrences o on o.id = page.id left join duties d on d.id = o.duty_id
      left join persons s on s.id = page.subject_id`,
    number: sql`s.name`,
    text: sql`d.text`,
  },
  ledInspections: {
    join: sql`left join inspection_occurrences s on s.id = page.subject_id
      left join inspection_plans plan on plan.id = s.plan_id`,
    number: none,
    text: sql`plan.name`,
  },
  newcomers: ofPerson,
  transfers: ofPerson,
  trainingYears: ofPerson,
  certifiedPersons: {
    join: sql`left join persons s on s.id = page.subject_id
      left join certificate_items item on item.code = page.facts ->> 'post'`,
    number: sql`s.name`,
    text: sql`item.name`,
  },
  certifiedLows: ofUnit,
  violations: { join: sql`left join violations s on s.id = page.subject_id`, number: none, text: sql`s.what` },
  reporters: ofPerson,
};

/** Those that stand at a point, which says where. */
const atPoints: ReadonlySet<FactTable> = new Set([
  'hazards',
  'lookBacks',
  'occurrences',
  'risks',
  'specialEquipment',
  'spotChecks',
  'fireEquipment',
  'placeChecks',
  'ledInspections',
  'violations',
]);

/** Where each says itself where it is, else its point does. */
const places: Partial<Record<FactTable, RawBuilder<unknown>>> = {
  hazards: sql`coalesce(p.name, s.place)`,
  lookBacks: sql`coalesce(p.name, s.place)`,
  spotChecks: sql`coalesce(p.name, s.place)`,
  fireEquipment: sql`coalesce(p.name, s.place)`,
  violations: sql`coalesce(p.name, s.place)`,
  incidents: sql`s.place`,
  accidentsBelow: sql`s.place`,
};

export function recordWords(table: FactTable): RawBuilder<unknown> {
  const { number, text } = words[table];
  return sql`${number} as number, ${text} as text, ${places[table] ?? sql`p.name`} as place`;
}

export function besideRecord(table: FactTable): RawBuilder<unknown> {
  return sql`${words[table].join} left join points p on ${pointOf(table)}`;
}

function pointOf(table: FactTable): RawBuilder<unknown> {
  if (words[table] === ofPoint) return sql`p.id = s.id`;
  return atPoints.has(table) ? sql`p.id = s.point_id` : sql`false`;
}

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
  strata: { join: sql`left join hazards s on false`, number: none, text: none },
  occurrences: ofPlan,
  areas: ofPoint,
  risks: { join: sql`left join risks s on s.id = page.subject_id`, number: sql`s.number`, text: sql`s.name` },
  keyPositions: ofPoint,
  specialEquipment: { join: sql`left join special_equipment s on s.id = page.subject_id`, number: sql`s.own_no`, text: sql`s.name` },
  spotChecks: ofPiece,
  fireEquipment: ofPiece,
  placeChecks: { join: sql`left join place_checks s on s.id = page.subject_id`, number: sql`s.report_no`, text: none },
};

/** Where each says itself where it is, else its point does. */
const places: Partial<Record<FactTable, RawBuilder<unknown>>> = {
  hazards: sql`coalesce(p.name, s.place)`,
  lookBacks: sql`coalesce(p.name, s.place)`,
  spotChecks: sql`coalesce(p.name, s.place)`,
  fireEquipment: sql`coalesce(p.name, s.place)`,
};

export function recordWords(table: FactTable): RawBuilder<unknown> {
  const { number, text } = words[table];
  return sql`${number} as number, ${text} as text, ${places[table] ?? sql`p.name`} as place`;
}

export function besideRecord(table: FactTable): RawBuilder<unknown> {
  const isPoint = words[table] === ofPoint;
  return sql`${words[table].join} left join points p on p.id = ${isPoint ? sql`s.id` : sql`s.point_id`}`;
}

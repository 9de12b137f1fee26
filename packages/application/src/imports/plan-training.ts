import { within } from '@changming/database';
import { type KnownSession, type KnownTrainee, planTraining, type TrainingPlan } from '@changming/domain/imports';
import type { TrainingCategory, TrainingLevel } from '@changming/domain/training';
import { sql } from 'kysely';

import type { Reading } from '../context.ts';
import { passMarkFor } from '../training/index.ts';
import { knownUnits } from './known.ts';
import type { Of } from './plan.ts';

/** Judges 培训签到表 against what the product knows today. Nothing is written. */
export async function planOfTraining(reading: Reading, { sheets, answers, underId, fileName }: Of): Promise<TrainingPlan> {
  const { tx, today } = reading;
  const units = await knownUnits(reading);
  const known = { today, persons: await knownTrainees(reading), passMark: await passMarkFor(tx, { unitId: underId, on: today }) };
  const options = { ...known, answers, underId, fileName };
  // What is there is looked for on the days that the file tells of, and on no other.
  const alone = planTraining(sheets, units, options);
  const days = alone.verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft.session.heldOn] : []));
  if (days.length === 0) return alone;
  const existing = await knownSessions(reading, [...new Set(days)]);
  return existing.length === 0 ? alone : planTraining(sheets, units, { ...options, existing });
}

async function knownTrainees({ tx, scope }: Reading): Promise<KnownTrainee[]> {
  return tx
    .selectFrom('persons')
    .select(['id', 'name', 'staff_no as staffNo', 'unit_id as unitId', 'left_on as leftOn'])
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .orderBy('id')
    .execute();
}

type Row = {
  readonly id: string;
  readonly unitId: string;
  readonly title: string;
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly heldOn: string;
  readonly opening: boolean;
  readonly personId: string | null;
  readonly attended: boolean;
  readonly result: 'passed' | 'failed' | null;
  readonly score: number | null;
  readonly classHours: number;
};

async function knownSessions({ tx, scope }: Reading, days: readonly string[]): Promise<KnownSession[]> {
  const { rows } = await sql<Row>`
    select s.id, s.unit_id as "unitId", s.title, s.category, s.level, s.held_on as "heldOn", s.origin = 'opening' as opening,
      c.person_id as "personId", c.attended, c.result, c.score, c.class_hours as "classHours"
    from training_sessions s left join training_counting c on c.session_id = s.id
    where s.state = 'closed' and s.held_on = any(${[...days]}::date[]) and ${within(sql.ref('s.unit_pos'), scope)}`.execute(tx);
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((people) => {
    const [first] = people;
    if (first === undefined) return [];
    const records = people.flatMap(({ personId, ...record }) => (personId === null ? [] : [[personId, record] as const]));
    return [{ ...first, people: new Map(records) }];
  });
}

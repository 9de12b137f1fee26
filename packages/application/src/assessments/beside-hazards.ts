import { knownAt } from '@changming/database';
import { type RawBuilder, sql } from 'kysely';

import type { Expressions } from './fact-rows.ts';
import type { Known } from './period-tree.ts';

/** A column that is told by another table than the hazard's own, and what has to be joined for it. */
export type Beside = { readonly told: RawBuilder<unknown>; readonly join: RawBuilder<unknown> };

/** For the whole group: each table is read once, front to back, and joined. */
export function besideAll({ knownAt: cutOff }: Known): Readonly<Record<string, Beside>> {
  return {
    suggestionDueOn: {
      told: sql`suggested.due_on`,
      join: sql`left join (${suggestions(cutOff)}) suggested on suggested.hazard_id = h.id`,
    },
    relapsedOn: {
      told: sql`relapsed.looked_on`,
      join: sql`left join (select hazard_id, max(looked_on) as looked_on from (${relapses(cutOff)}) l group by hazard_id) relapsed
        on relapsed.hazard_id = h.id`,
    },
    extensionAskedLate: {
      told: sql`(late.hazard_id is not null)`,
      join: sql`left join (select distinct hazard_id, from_on from (${lateExtensions}) e) late
        on late.hazard_id = h.id and late.from_on = h.extended_from_on`,
    },
    suspectFake: {
      told: sql`(fake.hazard_id is not null)`,
      join: sql`left join (select distinct hazard_id from (${usedShots(cutOff)}) s) fake on fake.hazard_id = h.id`,
    },
  };
}

/**
 * For the records of some units: looked up hazard by hazard, as far as a row is asked for it at all. A relapse reopens the hazard in the same
 * transaction. What stands beside a hazard that another branch has now is hidden from the reader, who is told of the answer alone.
 */
export function besideEach({ knownAt: cutOff }: Known): Expressions {
  return {
    suggestionDueOn: sql`case when ${isSeen} then (select s.due_on from (${suggestions(cutOff)}) s where s.hazard_id = h.id)
      else house.suggested_until(h.id, ${cutOff}) end`,
    relapsedOn: sql`case when h.reopenings > 0 then (select max(l.looked_on) from (${relapses(cutOff)}) l where l.hazard_id = h.id) end`,
    extensionAskedLate: sql`(h.extended_from_on is not null and case
      when ${isSeen} then exists (select from (${lateExtensions}) e where e.hazard_id = h.id and e.from_on = h.extended_from_on)
      else house.was_extended_late(h.id, h.extended_from_on) end)`,
    // The earlier use may lie in another branch than the reader's.
    suspectFake: sql`((exists (select from hazard_photos a where a.hazard_id = h.id and a.kind = 'after') or not ${isSeen})
      and house.is_shot_used(h.id, ${cutOff}))`,
  };
}

const isSeen = sql`exists (select from hazards seen where seen.id = h.id)`;

function suggestions(cutOff: Date): RawBuilder<unknown> {
  return sql`select hazard_id, (answer_due_at at time zone 'Asia/Shanghai')::date as due_on from hazard_suggestions
    where suggested_at <= ${cutOff}`;
}

function relapses(cutOff: Date): RawBuilder<unknown> {
  return sql`select hazard_id, looked_on from ${knownAt('hazard_look_backs', cutOff)} k where result = 'relapsed'`;
}

const lateExtensions = sql`select hazard_id, from_on from hazard_extensions where stage = 'granted' and asked_on > from_on`;

/** Photos of the finished work that were there before: taken of the same hazard as it was found, or declared before with another. */
function usedShots(cutOff: Date): RawBuilder<unknown> {
  return sql`select a.hazard_id from hazard_photos a join hazard_photos b using (sha256)
    where a.kind = 'after' and a.declared_at <= ${cutOff} and b.declared_at <= ${cutOff}
      and ((b.hazard_id = a.hazard_id and b.kind = 'before') or (b.hazard_id <> a.hazard_id and b.declared_at < a.declared_at))`;
}

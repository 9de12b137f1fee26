import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';

/** Rows of risks, inspections and equipment as the owner writes them, each learnt on a day. */
export function rowsOf(owner: Database) {
  const write = <Result>(knownOn: string, act: (tx: Database) => Promise<Result>): Promise<Result> =>
    owner.transaction().execute(async (tx) => {
      await sql`select set_config('app.at', ${startOf(knownOn).toISOString()}, true)`.execute(tx);
      return act(tx);
    });
  const start = '2025-06-01';
  return {
    async point(unitId: string, kind: string): Promise<string> {
      const id = randomUUID();
      await write(start, (tx) =>
        sql`insert into points (id, code, name, kind, unit_id, search_key, opened_on)
            values (${id}, ${id.slice(0, 12)}, ${kind}, ${kind}, ${unitId}, ${kind}, ${start})`.execute(tx),
      );
      return id;
    },
    async keyPosition(pointId: string, unitId: string, [from, to]: readonly [string, string | null]): Promise<void> {
      await write(start, (tx) =>
        sql`insert into key_positions (id, point_id, unit_id, reason, from_on, to_on)
            values (${randomUUID()}, ${pointId}, ${unitId}, '储存可燃物', ${from}, ${to})`.execute(tx),
      );
    },
    /** A risk with the levels that were published, oldest first, `[level, assessed, published, learnt on]`, and one measure. */
    async risk(unitId: string, over: { pointId?: string; archivedOn?: string; levels: readonly Levelled[] }) {
      const [id, measureId] = [randomUUID(), randomUUID()];
      const last = over.levels.at(-1);
      const stage = over.archivedOn === undefined ? 'published' : 'archived';
      await write(start, async (tx) => {
        await sql`insert into risks (id, unit_id, point_id, name, kind, source, stage, level, review_due_on, archived_on, created_on, search_key)
          values (${id}, ${unitId}, ${over.pointId ?? null}, '堆垛', 'place', '明火', ${last === undefined ? 'draft' : stage}, ${last?.[0] ?? null},
            ${last === undefined ? null : '2027-01-25'}, ${over.archivedOn ?? null}, ${start}, 'dd')`.execute(tx);
        await sql`insert into risk_measures (id, risk_id, at, kind, text) values (${measureId}, ${id}, 1, 'management', '每日清理')`.execute(
          tx,
        );
        for (const [round, [level, assessedOn, publishedOn, learntOn = publishedOn]] of over.levels.entries())
          await sql`insert into risk_gradings (risk_id, round, method, scale_id, likelihood, consequence, score, band, level, assessed_on, published_on,
              published_at)
            select ${id}, ${round + 1}, 'ls', id, '3', '3', '9', 1, ${level}, ${assessedOn}, ${publishedOn}, ${startOf(learntOn)}
            from risk_scales limit 1`.execute(tx);
      });
      return { id, measureId };
    },
    /** Asked and answered on a day: `[asked, answered, asking learnt on, answer learnt on]`. */
    async regrading(riskId: string, cause: string, days: Asked): Promise<void> {
      const [askedOn, answeredOn, learntOn = askedOn, answerLearntOn = answeredOn] = days;
      const answeredAt = answerLearntOn === null ? null : startOf(answerLearntOn);
      await sql`insert into risk_regradings (id, risk_id, cause, asked_on, recorded_at, round, answered_on, answered_at)
        values (${randomUUID()}, ${riskId}, ${cause}, ${askedOn}, ${startOf(learntOn)}, 1, ${answeredOn}, ${answeredAt})`.execute(owner);
    },
    async plan(unitId: string, kind: string, measureIds: readonly string[] = []): Promise<string> {
      const [id, checklistId] = [randomUUID(), randomUUID()];
      const items = JSON.stringify([{ code: 'X-01', measureId: null }, ...measureIds.map((measureId) => ({ code: 'X-02', measureId }))]);
      await write(start, async (tx) => {
        await sql`insert into inspection_checklists (id, unit_id, code, name, kind, key_area, search_key)
          values (${checklistId}, ${unitId}, ${id.slice(0, 8)}, '检查表', ${kind}, 'fire', 'jcb')`.execute(tx);
        await sql`insert into inspection_checklist_versions (id, checklist_id, number, own, items, followed, published_at)
          values (${randomUUID()}, ${checklistId}, 1, ${items}::jsonb, ${items}::jsonb, false, ${startOf(start)})`.execute(tx);
        await sql`insert into inspection_plans (id, unit_id, kind, name, checklist_id, cadence, points_of, rest_days, grace_minutes, post, from_on, search_key)
          values (${id}, ${unitId}, ${kind}, '每日排查', ${checklistId}, '{"every":"day"}', 'unit', 'keep', 0, 'safetyOfficer', ${start}, 'mr')`.execute(
          tx,
        );
      });
      return id;
    },
    /** One owed on a day; `timing` says how it was done, `recordedOn` when that came to be known. */
    async occurrence(planId: string, unitId: string, onDay: string, over: Occurrence = {}): Promise<string> {
      const { kind = 'inspection', pointId = null, timing = null, recordedOn = onDay, madeOn = onDay, waivedOn } = over;
      const done = timing === null ? null : startOf(onDay);
      const openState = waivedOn === undefined ? 'missed' : 'waived';
      const state = timing === null || timing === 'afterMiss' ? openState : 'done';
      await sql`select house.make_inspection_months(${onDay}::date, ${onDay}::date)`.execute(owner);
      const { rows } = await sql<{ id: string }>`
        insert into inspection_occurrences (on_day, from_on, shift, kind, plan_id, point_id, unit_id, opens_at, due_at, misses_at, state, made_at,
          timing, done_at, recorded_at, waived_why, waived_at)
        values (${onDay}, ${onDay}, ${over.shift ?? null}, ${kind}, ${planId}, ${pointId}, ${unitId}, ${startOf(onDay)}, ${startOf(onDay)},
          ${startOf(onDay)}, ${state}, ${startOf(madeOn)}, ${timing}, ${done}, ${timing === null ? null : startOf(recordedOn)},
          ${waivedOn === undefined ? null : 'planEnded'}, ${waivedOn === undefined ? null : startOf(waivedOn)}) returning id`.execute(
        owner,
      );
      return rows[0]?.id ?? '';
    },
    /** A machine with its states and inspections: `[day, state]`, `[day, result, next due, learnt on]`. */
    async machine(unitId: string, states: readonly (readonly [string, string])[], inspections: readonly Inspected[]): Promise<string> {
      const id = randomUUID();
      await write(start, async (tx) => {
        await sql`insert into special_equipment (id, unit_id, name, category, registration, state, state_since, entered_on, search_key, own_no)
          values (${id}, ${unitId}, '叉车', 'forklift', 'registered', ${states.at(-1)?.[1] ?? 'inUse'}, ${start}, ${start}, 'cc', ${id.slice(0, 8)})`.execute(
          tx,
        );
        for (const [day, state] of states)
          await sql`insert into special_states (id, equipment_id, state, from_on, reason, recorded_at)
            values (${randomUUID()}, ${id}, ${state}, ${day}, '登记', ${startOf(day)})`.execute(tx);
        for (const [day, result, nextDueOn, learntOn = day] of inspections)
          await sql`insert into special_inspections (id, equipment_id, kind, on_day, result, next_due_on, recorded_at)
            values (${randomUUID()}, ${id}, 'periodic', ${day}, ${result}, ${nextDueOn}, ${startOf(learntOn)})`.execute(tx);
      });
      return id;
    },
    /** An extinguisher with its checks `[day, condition, learnt on]` and look-overs owed `[due, checked, learnt on]`. */
    async extinguisher(unitId: string, over: Extinguisher = {}): Promise<string> {
      const id = randomUUID();
      await write(start, async (tx) => {
        await sql`insert into fire_equipment (id, unit_id, kind, no, condition, condition_on, scrapped_on, entered_on, search_key)
          values (${id}, ${unitId}, 'powder', ${id.slice(0, 8)}, ${over.scrappedOn === undefined ? 'intact' : 'scrapped'}, ${start},
            ${over.scrappedOn ?? null}, ${over.enteredOn ?? start}, 'mhq')`.execute(tx);
        for (const [day, condition, learntOn = day] of over.checks ?? [])
          await sql`insert into fire_checks (id, equipment_id, kind, on_day, condition, scanned, recorded_at)
            values (${randomUUID()}, ${id}, 'spot', ${day}, ${condition}, true, ${startOf(learntOn)})`.execute(tx);
      });
      for (const [dueOn, checkedOn, learntOn = start] of over.owed ?? [])
        await write(learntOn, (tx) =>
          sql`insert into fire_spot_duties (id, equipment_id, unit_id, from_on, due_on, checked_on)
              values (${randomUUID()}, ${id}, ${unitId}, ${`${dueOn.slice(0, 7)}-01`}, ${dueOn}, ${checkedOn})`.execute(tx),
        );
      return id;
    },
    /** What the ledger of fire equipment says of it from that day on. */
    async condition(id: string, condition: string, on: string): Promise<void> {
      await write(on, (tx) => sql`update fire_equipment set condition = ${condition}, condition_on = ${on} where id = ${id}`.execute(tx));
    },
  };
}

type Occurrence = {
  readonly kind?: string;
  readonly shift?: string;
  readonly pointId?: string;
  readonly timing?: 'onTime' | 'late' | 'afterMiss' | null;
  readonly recordedOn?: string;
  readonly madeOn?: string;
  readonly waivedOn?: string;
};
type Levelled = readonly [level: string, assessedOn: string, publishedOn: string, learntOn?: string];
type Asked = readonly [askedOn: string, answeredOn: string | null, learntOn?: string, answerLearntOn?: string | null];
type Inspected = readonly [day: string, result: string, nextDueOn: string | null, learntOn?: string];
type Extinguisher = {
  readonly enteredOn?: string;
  readonly scrappedOn?: string;
  readonly checks?: readonly (readonly [day: string, condition: string, learntOn?: string])[];
  readonly owed?: readonly (readonly [dueOn: string, checkedOn: string | null, learntOn?: string])[];
};

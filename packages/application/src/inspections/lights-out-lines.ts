import type { LightsOutTarget, Shift } from '@changming/domain/inspections';
import { sql } from 'kysely';

import type { Reading } from '../context.ts';
import type { BoardAsked, ShiftStanding } from './lights-out-board.ts';
import { namesOnChecks } from './occurrence-store.ts';

type Area = {
  readonly id: string;
  readonly unitId: string;
  readonly shift: Shift | null;
  readonly point: string | null;
  readonly doneAt: Date | null;
  readonly doneById: string | null;
  readonly resultId: string | null;
  readonly missReason: string | null;
  readonly readings: readonly { readonly text: string; readonly unit: string; readonly reading: number }[] | null;
};

type Chase = { readonly unitId: string; readonly shift: string; readonly target: LightsOutTarget; readonly at: Date };

/** What a board says of each workshop's shift: where it is, who confirmed it when, what the meters showed, and who was chased. */
export async function linesShown(work: Reading, asked: BoardAsked, shifts: readonly ShiftStanding[]) {
  const unitIds = [...new Set(shifts.map(({ unitId }) => unitId))];
  const units = await unitsNamed(work, asked, unitIds);
  const areas = Map.groupBy(await areasOf(work, asked, unitIds), keyOf);
  const chases = Map.groupBy(await chasesOf(work, asked, unitIds), keyOf);
  const names = await namesOnChecks(
    work,
    [...areas.values()].flat().flatMap(({ id, doneById }) => (doneById === null ? [] : [id])),
  );
  return shifts.map(({ lo: _lo, ...shift }) => ({
    ...shift,
    ...(units.get(shift.unitId) ?? { unit: '', path: null }),
    ...toldOf(areas.get(keyOf(shift)) ?? [], names),
    chased: (chases.get(keyOf(shift)) ?? []).map(({ target, at }) => ({ target, at })),
  }));
}

/** The area that is still dark, and what is known of the one that was confirmed last. */
function toldOf(areas: readonly Area[], names: ReadonlyMap<string, string>) {
  const open = areas.find(({ doneAt }) => doneAt === null);
  const last = areas.findLast(({ doneAt }) => doneAt !== null);
  const shown = open ?? last;
  return {
    occurrenceId: shown?.id ?? null,
    point: shown?.point ?? null,
    missReason: open?.missReason ?? null,
    ...confirmationOf(last, names),
  };
}

function confirmationOf(last: Area | undefined, names: ReadonlyMap<string, string>) {
  if (last === undefined) return { doneAt: null, doneBy: null, resultId: null, readings: [] };
  const { doneAt, doneById, resultId, readings } = last;
  return { doneAt, doneBy: doneById === null ? null : (names.get(doneById) ?? null), resultId, readings: [...(readings ?? [])] };
}

function keyOf({ unitId, shift }: { readonly unitId: string; readonly shift: string | null }): string {
  return `${unitId} ${shift ?? ''}`;
}

/** Each with the units between it and the one the board is about. */
async function unitsNamed({ tx }: Reading, { top }: BoardAsked, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; unit: string; path: string | null }>`
    select u.id, u.name as unit, (select string_agg(a.name, ' / ' order by a.depth) from units a
      where u.lo between a.lo and a.hi and a.lo > ${top.lo}::bigint and a.id <> u.id) as path
    from units u where u.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

/** The areas one by one, the last confirmed last. */
async function areasOf({ tx }: Reading, { on, kind }: BoardAsked, unitIds: readonly string[]): Promise<Area[]> {
  const { rows } = await sql<Area>`
    select o.id, o.unit_id as "unitId", o.shift, p.name as point, o.done_at as "doneAt", o.done_by_id as "doneById", o.result_id as "resultId",
      o.miss_reason as "missReason",
      (select jsonb_agg(jsonb_build_object('text', item ->> 'text', 'unit', item -> 'answer' ->> 'unit', 'reading', r.readings -> (item ->> 'code')))
        from inspection_checklist_versions v cross join lateral jsonb_array_elements(v.items) item
        where v.id = r.checklist_version_id and r.readings ? (item ->> 'code')) as readings
    from inspection_occurrences o left join points p on p.id = o.point_id
      left join inspection_results r on r.id = o.result_id and r.on_day = o.on_day
    where o.on_day = ${on}::date and o.kind = ${kind} and o.state <> 'waived' and o.unit_id = any(${[...unitIds]}::uuid[])
    order by o.done_at, o.id`.execute(tx);
  return rows;
}

/** Whom the misses of that day have climbed to. */
async function chasesOf({ tx }: Reading, { on, kind }: BoardAsked, unitIds: readonly string[]): Promise<Chase[]> {
  const { rows } = await sql<Chase>`
    select c.unit_id as "unitId", c.shift, c.target, min(c.told_at) as at from inspection_chases c join inspection_plans plan on plan.id = c.plan_id
    where c.on_day = ${on}::date and plan.kind = ${kind} and c.unit_id = any(${[...unitIds]}::uuid[])
    group by 1, 2, 3 order by at, array_position(array['person', 'unitHead', 'parent'], c.target)`.execute(tx);
  return rows;
}

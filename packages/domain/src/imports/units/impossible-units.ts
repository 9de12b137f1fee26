import { deepest } from '../../units/index.ts';
import { problemAt, type RowReader, verdictOf } from '../row-reader.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import type { CellProblem } from '../verdict.ts';
import type { Settled } from './settle-units.ts';
import type { UnitDraft } from './unit-draft.ts';
import type { UnitField } from './unit-fields.ts';

/** From which day the file holds, and what day it is. */
export type Days = { readonly effectiveOn: string; readonly today: string };

/** A unit with the day of its last reorganisation. */
type Dated = KnownUnit & { readonly changedOn?: string | null | undefined };

type Fault = { readonly code: CellProblem['code']; readonly field: UnitField | null; readonly facts: CellProblem['facts'] };

/**
 * What the page would refuse to do goes in from no file either: a unit deeper than the tree may be, one that begins after today, another
 * name, kind or code from a day before the last change of the unit. The row says so; units that no row tells are not made. They come parents first.
 */
export function withoutImpossible(settled: readonly Settled[], existing: readonly Dated[], days: Days | null): readonly Settled[] {
  const known = new Map(existing.map((unit) => [unit.id, unit]));
  const depths = new Map<string | null, number>();
  return settled.map((each) => {
    const draft = each.verdict?.kind === 'ready' ? each.verdict.draft : each.draft;
    if (draft === null) return each;
    const fault = draft.existingId === null ? faultOfNew(draft, { known, depths, days }) : faultOfChange(draft, { known, days });
    return fault === null ? each : wrong(each, fault);
  });
}

type Seen = { readonly known: ReadonlyMap<string, Dated>; readonly days: Days | null };

function faultOfNew(draft: UnitDraft, { known, depths, days }: Seen & { readonly depths: Map<string | null, number> }): Fault | null {
  const above = draft.parentKey === null ? depthOf(draft.parentId, known) : (depths.get(draft.parentKey) ?? 0);
  depths.set(draft.key, above + 1);
  if (above + 1 > deepest) return { code: 'unit_too_deep', field: null, facts: { most: deepest + 1 } };
  return days !== null && days.effectiveOn > days.today ? tooLate(days, null) : null;
}

/** The group lies at 0, and above it nothing does. */
function depthOf(unitId: string | null, known: ReadonlyMap<string, KnownUnit>): number {
  let depth = -1;
  for (let at = known.get(unitId ?? ''); at !== undefined; at = known.get(at.parentId ?? '')) depth += 1;
  return depth;
}

function faultOfChange(draft: UnitDraft, { known, days }: Seen): Fault | null {
  const unit = known.get(draft.existingId ?? '');
  const changed = unit === undefined ? null : changedBy(draft, unit);
  if (unit === undefined || changed === null || days === null) return null;
  return faultOfDay(days, changed === 'itsName' ? null : changed, unit);
}

function faultOfDay(days: Days, field: UnitField | null, { changedOn }: Dated): Fault | null {
  return days.effectiveOn > days.today ? tooLate(days, field) : tooEarly(days, { field, last: changedOn ?? '' });
}

function tooEarly({ effectiveOn: day }: Days, { field, last }: { readonly field: UnitField | null; readonly last: string }): Fault | null {
  return day < last ? { code: 'unit_day_before_change', field, facts: { day, last } } : null;
}

/** What of the place of a unit in the tree the row changes. */
function changedBy({ code, kind, newName }: UnitDraft, unit: KnownUnit): UnitField | 'itsName' | null {
  if (newName !== null) return 'itsName';
  if (code !== null && code !== unit.code) return 'code';
  return kind === unit.kind ? null : 'kind';
}

function tooLate({ effectiveOn: day }: Days, field: UnitField | null): Fault {
  return { code: 'unit_day_after_today', field, facts: { day } };
}

function wrong(settled: Settled, fault: Fault): Settled {
  const { node, place } = settled;
  const left = { node, draft: null, place: { ...place, settled: place.existing !== null } };
  return { ...left, verdict: node.reader === null ? null : judged(node.reader, fault.field ?? node.nameField, fault) };
}

function judged(reader: RowReader<UnitField>, field: UnitField, { code, facts }: Fault) {
  const problem = problemAt(reader, field, code);
  reader.problems.push({ ...problem, facts: { ...problem.facts, ...facts } });
  return verdictOf<UnitField, UnitDraft>(reader, null);
}

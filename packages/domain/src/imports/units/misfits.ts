import { mayHangBelow, type UnitKind } from '../../units/index.ts';
import { problemAt, verdictOf } from '../row-reader.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import type { Settled } from './settle-units.ts';
import type { UnitDraft } from './unit-draft.ts';
import { kindCandidates } from './unit-facts.ts';
import type { UnitField } from './unit-fields.ts';

/**
 * 按文件更新 may give a unit another kind, which must fit below the unit above it and above those below it, as they all stand once the
 * file is in. A row whose kind does not is wrong at the cell of its kind.
 */
export function withoutMisfits(settled: readonly Settled[], existing: readonly KnownUnit[]): readonly Settled[] {
  const known = new Map(existing.map((unit) => [unit.id, unit]));
  const retyped = new Map(settled.flatMap((each) => retypedBy(each, known)));
  if (retyped.size === 0) return settled;
  const kindOf = (unit: KnownUnit) => retyped.get(unit.id) ?? unit.kind;
  const children: Child[] = [...existing.map((unit) => ({ ...unit, kind: kindOf(unit) })), ...newBelow(settled)];
  const tree: Tree = { known, kindOf, below: Map.groupBy(children, ({ parentId }) => parentId) };
  return settled.map((each) => {
    const [[unitId, kind] = ['', null]] = retypedBy(each, known);
    const unit = known.get(unitId);
    const fault = unit === undefined || kind === null ? null : faultOf(unit, kind, tree);
    return fault === null ? each : wrong(each, fault);
  });
}

type Tree = {
  readonly known: ReadonlyMap<string, KnownUnit>;
  readonly kindOf: (unit: KnownUnit) => UnitKind;
  readonly below: ReadonlyMap<string | null, readonly Child[]>;
};

function faultOf(unit: KnownUnit, kind: UnitKind, { known, kindOf, below }: Tree): Fault | null {
  const misfit = (below.get(unit.id) ?? []).find((child) => !mayHangBelow(child.kind, kind));
  if (misfit !== undefined) return { code: 'unit_kind_over_child', other: misfit.name };
  const above = known.get(unit.parentId ?? '');
  const fits = above === undefined ? kind === 'group' : mayHangBelow(kind, kindOf(above));
  return fits ? null : { code: 'unit_kind_below', other: above?.name ?? '' };
}

type Child = { readonly parentId: string | null; readonly name: string; readonly kind: UnitKind };

function newBelow(settled: readonly Settled[]): readonly Child[] {
  return settled.flatMap(({ draft }) => (draft === null || draft.parentId === null ? [] : [draft]));
}

function retypedBy({ verdict }: Settled, known: ReadonlyMap<string, KnownUnit>): (readonly [string, UnitKind])[] {
  if (verdict?.kind !== 'ready' || verdict.draft.existingId === null) return [];
  const { existingId, kind } = verdict.draft;
  return known.get(existingId)?.kind === kind ? [] : [[existingId, kind]];
}

type Fault = { readonly code: 'unit_kind_below' | 'unit_kind_over_child'; readonly other: string };

function wrong(settled: Settled, { code, other }: Fault): Settled {
  const { reader } = settled.node;
  if (reader === null) return settled;
  const problem = problemAt(reader, 'kind', code, kindCandidates);
  reader.problems.push({ ...problem, facts: { ...problem.facts, other } });
  return { ...settled, verdict: verdictOf<UnitField, UnitDraft>(reader, null) };
}

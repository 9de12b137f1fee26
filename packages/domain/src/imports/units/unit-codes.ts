import { choice } from '../answers.ts';
import type { ImportProblem } from '../problems.ts';
import { isTold, problemAt, verdictOf } from '../row-reader.ts';
import type { KnownUnit, UnitRecogniser } from '../unit-recogniser.ts';
import type { Settled } from './settle-units.ts';
import type { UnitDraft } from './unit-draft.ts';
import type { UnitField } from './unit-fields.ts';

/** A unit that has a code and is not among the open ones in sight: it lies elsewhere, or it is closed and keeps its code. */
export type CodeElsewhere = { readonly code: string; readonly name: string; readonly closed: boolean };

type Holder = { readonly unitId: string | null; readonly name: string; readonly closed: boolean };
export type Holders = ReadonlyMap<string, Holder>;

/** In small letters: a code is taken whatever letters it is written in. */
const keyOf = (code: string) => code.toLowerCase();

export function holdersOf(existing: readonly KnownUnit[], elsewhere: readonly CodeElsewhere[], recogniser: UnitRecogniser): Holders {
  const known = existing.flatMap((unit): [string, Holder][] =>
    unit.code === null ? [] : [[keyOf(unit.code), { unitId: unit.id, name: pathOf(unit, recogniser), closed: false }]],
  );
  const others = elsewhere.map(({ code, ...unit }): [string, Holder] => [keyOf(code), { unitId: null, ...unit }]);
  return new Map([...others, ...known]);
}

/** The group goes without saying, but for itself. */
function pathOf(unit: KnownUnit, { path, root }: UnitRecogniser): string {
  const whole = path(unit);
  const above = root === null ? '' : `${root.name}/`;
  return whole.startsWith(above) ? whole.slice(above.length) : whole;
}

/**
 * A code belongs to one unit. A row may take that of a unit to which the file gives another one, as when two units swap theirs; it waits
 * while that is asked about. Any other code that is taken is a fault of its cell.
 */
export function withoutTakenCodes(settled: readonly Settled[], holders: Holders): readonly Settled[] {
  return [taken, shared, pending].reduce((each, rule) => untilStill(each, (now) => judgedBy(now, rule(now, holders))), settled);
}

/** Does it again until nothing changes any more: each row that stays out may leave its code to nobody. */
export function untilStill(settled: readonly Settled[], judge: (settled: readonly Settled[]) => readonly Settled[]): readonly Settled[] {
  let before = settled;
  for (;;) {
    const now = judge(before);
    if (now.every((each, at) => each === before[at])) return now;
    before = now;
  }
}

type Fault = { readonly code: ImportProblem; readonly other?: string };
type Rule = (settled: Settled) => Fault | null;

function judgedBy(settled: readonly Settled[], rule: Rule): readonly Settled[] {
  return settled.map((each) => {
    const fault = isLive(each) ? rule(each) : null;
    return fault === null ? each : withFault(each, fault);
  });
}

/** Goes in, or may once it is answered. */
function isLive({ verdict }: Settled): boolean {
  return verdict?.kind === 'ready' || verdict?.kind === 'ask';
}

function codeTold({ node: { facts } }: Settled): string | null {
  return facts.code === null ? null : keyOf(facts.code);
}

/** Units by id to which a live row gives another code than they have. */
function leavers(settled: readonly Settled[]): ReadonlyMap<string, Settled> {
  const leaving = settled.filter((each) => {
    const { existing } = each.place;
    return isLive(each) && existing?.code != null && codeTold(each) !== null && codeTold(each) !== keyOf(existing.code);
  });
  return new Map(leaving.map((each) => [each.place.existing?.id ?? '', each]));
}

/** Who has the code that the row tells, if that is another unit. */
function holderOf(each: Settled, holders: Holders): Holder | null {
  const holder = holders.get(codeTold(each) ?? '') ?? null;
  return holder === null || (holder.unitId !== null && holder.unitId === each.place.existing?.id) ? null : holder;
}

function taken(settled: readonly Settled[], holders: Holders): Rule {
  const leaving = leavers(settled);
  return (each) => {
    const holder = holderOf(each, holders);
    if (holder === null || leaving.has(holder.unitId ?? '')) return null;
    return { code: holder.closed ? 'unit_code_of_closed' : 'unit_code_taken', other: holder.name };
  };
}

function pending(settled: readonly Settled[], holders: Holders): Rule {
  const leaving = leavers(settled);
  return (each) => {
    const holder = each.verdict?.kind === 'ready' ? holderOf(each, holders) : null;
    return holder === null || leaving.get(holder.unitId ?? '')?.verdict?.kind === 'ready'
      ? null
      : { code: 'unit_code_pending', other: holder.name };
  };
}

function shared(settled: readonly Settled[]): Rule {
  const byCode = Map.groupBy(settled.filter(isLive), codeTold);
  return (each) => {
    const { reader } = each.node;
    const code = codeTold(each);
    if (reader === null || code === null || isTold(reader, 'code')) return null;
    const units = new Set(byCode.get(code)?.map(({ place }) => place.existing?.id ?? place.key));
    return units.size > 1 ? { code: 'unit_code_shared' } : null;
  };
}

const questions: ReadonlySet<ImportProblem> = new Set<ImportProblem>(['unit_code_shared', 'unit_code_pending']);

function withFault(settled: Settled, { code, other }: Fault): Settled {
  const { node, place, verdict } = settled;
  const { reader } = node;
  if (reader === null) return settled;
  const problem = problemAt(reader, 'code', code, questions.has(code) ? [] : [{ value: choice.empty, label: '' }]);
  const facts = other === undefined ? problem.facts : { ...problem.facts, other };
  (questions.has(code) ? reader.questions : reader.problems).push({ ...problem, facts });
  const draft = verdict?.kind === 'ready' ? verdict.draft : null;
  const judged = verdictOf<UnitField, UnitDraft>(reader, draft);
  return { node, draft: null, verdict: judged, place: { ...place, settled: place.existing !== null } };
}

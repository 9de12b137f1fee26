import { askWithNext, blueprint, type Branches, compiledOnce, type RuleRow, type Slots, type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { type Jurisdiction, jurisdictionsOf, type RuleId, type RuleVersion } from '@changming/domain/standards';
import type { Selectable } from 'kysely';

import type { Reading, Writing } from '../context.ts';

/** A version with the id of its row. */
export type StoredRule = RuleVersion & { readonly id: string };

/** Every version of the rules, or of one of them. There are few: they are read whole. */
export async function ruleVersions(tx: Tx, ruleId?: RuleId): Promise<StoredRule[]> {
  const rows = await versionsOf(tx)
    .$if(ruleId !== undefined, (each) => each.where('rule_id', '=', ruleId ?? 'hazards.teamDays'))
    .execute();
  return rows.map(toVersion);
}

/** The same, asked in the trip of the statement that follows. */
export async function ruleVersionsWithNext(tx: Tx): Promise<() => StoredRule[]> {
  const rows = await askWithNext(tx, versionsQuery({ ranges: [], given: {}, fixed: {} }));
  return () => rows().map(toVersion);
}

const versionsQuery = compiledOnce(() => versionsOf(blueprint), { prepared: false });

function versionsOf(on: Pick<Tx, 'selectFrom'>) {
  return on.selectFrom('rules').selectAll().orderBy('rule_id').orderBy('from_on', 'desc');
}

export function toVersion(row: Selectable<RuleRow>): StoredRule {
  const { id, rule_id: ruleId, value, layer, place, source, article, certainty, override, from_on: from, to_on: to } = row;
  return { id, ruleId, value, layer, place, source, article, certainty, override, from, to };
}

/**
 * Where a unit of the scope lies, from the nation down to itself. Its province and its city are its own or those of the nearest unit above, which may
 * lie outside the scope: the path to the root is no secret.
 */
export async function jurisdictionsOfUnit(tx: Tx, unitId: string, scope?: Reading['scope']): Promise<readonly Jurisdiction[]> {
  const asked = { ranges: scope ?? [], given: { unitId }, fixed: { scoped: scope !== undefined } };
  const { rows: branch } = await tx.executeQuery<Above>(branchQuery(asked));
  if (branch.length === 0) refuse('missing', 'units.not_found', { id: unitId });
  return along(branch);
}

/** The same of many units, in one trip. */
export async function jurisdictionsOfUnits(tx: Tx, unitIds: readonly string[]): Promise<ReadonlyMap<string, readonly Jurisdiction[]>> {
  const rows = await aboveOf(tx)
    .select('u.id as unitId')
    .where((eb) => eb('u.id', '=', eb.fn.any(eb.val([...unitIds]))))
    .execute();
  return new Map(
    Array.from(
      Map.groupBy(rows, ({ unitId }) => unitId),
      ([unitId, branch]) => [unitId, along(branch)],
    ),
  );
}

/** `branch` from the root down. */
function along(branch: readonly Above[]): readonly Jurisdiction[] {
  const province = branch.findLast((each) => each.province !== null)?.province ?? null;
  const city = branch.findLast((each) => each.city !== null)?.city ?? null;
  return jurisdictionsOf({ province, city, units: branch.map(({ id }) => id) });
}

type Above = { readonly id: string; readonly province: string | null; readonly city: string | null };

/** Whatever a rule binds asks for it, so it is prepared once. */
const branchQuery = compiledOnce(
  (ranges: Branches, { unitId }: Slots<{ readonly unitId: string }>, { scoped }: { readonly scoped: boolean }) =>
    aboveOf(blueprint)
      .where('u.id', '=', unitId)
      .$if(scoped, (each) => each.where((eb) => within(eb.ref('u.lo'), ranges))),
);

function aboveOf(on: Pick<Tx, 'selectFrom'>) {
  return on
    .selectFrom('units as u')
    .innerJoin('units as above', (join) => join.onRef('above.lo', '<=', 'u.lo').onRef('above.hi', '>=', 'u.hi'))
    .leftJoin('unit_cities as c', 'c.id', 'above.id')
    .select(['above.id', 'above.province', 'c.city'])
    .orderBy('above.lo');
}

/** Reference data belongs to the whole group: only whoever may act for all of it changes it. */
export function refuseUnlessHeadquarters({ whole }: Pick<Writing, 'whole'>): void {
  if (!whole) refuse('forbidden', 'standards.headquarters_only');
}

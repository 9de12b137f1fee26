import type { Verdict } from '../verdict.ts';
import { confirmationOf, type UnitPermission } from './unit-rights.ts';

/** How many rows wait for somebody to confirm them, at which unit, by any of which permissions. */
export type AwaitedRows = { readonly unitId: string; readonly needs: readonly UnitPermission[]; readonly rows: number };

/** What waits in a file of units; rows that wait for the same are counted together. */
export function awaitedRows(verdicts: readonly Verdict<unknown>[]): readonly AwaitedRows[] {
  const each = verdicts.flatMap((verdict): AwaitedRows[] => {
    const asked = verdict.kind === 'wrong' ? verdict.problems.flatMap((problem) => confirmationOf(problem) ?? []) : [];
    const [first] = asked;
    return first === undefined ? [] : [{ unitId: first.unitId, needs: asked.map(({ permission }) => permission).toSorted(), rows: 1 }];
  });
  const alike = Map.groupBy(each, ({ unitId, needs }) => [unitId, ...needs].join(' '));
  return [...alike.values()].flatMap((those) => those.slice(0, 1).map((one) => ({ ...one, rows: those.length })));
}

/** How many of them somebody may confirm who holds what `may` says. */
export function rowsToConfirm(awaited: readonly AwaitedRows[], may: (permission: UnitPermission, unitId: string) => boolean): number {
  const his = awaited.filter(({ unitId, needs }) => needs.some((permission) => may(permission, unitId)));
  return his.reduce((sum, { rows }) => sum + rows, 0);
}

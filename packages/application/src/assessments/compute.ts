import type { Tx } from '@changming/database';
import {
  assess,
  groupFigure,
  type GroupFigure,
  participates,
  prepare,
  type Prepared,
  rollUp,
  rowOf,
  type Scheme,
  treeOf,
  type UnitFacts,
  type UnitResult,
  windowOf,
} from '@changming/domain/assessments';
import { dayIn, type Period } from '@changming/domain/kernel';

import { overEverything } from '../over-everything.ts';
import { findingsKnown, nothingRecorded, recordedOf } from './findings-known.ts';
import { type Counted, measureAll } from './measure-all.ts';
import { type Known, periodTree, type PeriodUnit } from './period-tree.ts';
import { childrenOf, membersOf, ownSums, printsOf, scopesOf } from './scopes.ts';

export type Order = { readonly scheme: Scheme; readonly periodName: string; readonly period: Period; readonly known: Known };

export type Assessed = {
  readonly unit: PeriodUnit;
  readonly members: readonly string[];
  readonly facts: UnitFacts & { readonly sums: readonly number[] };
  readonly prints: readonly number[];
  readonly result: UnitResult;
};

export type Computed = {
  readonly tree: readonly PeriodUnit[];
  readonly counted: Counted;
  readonly prepared: Prepared;
  /** In the order of the units' ids. */
  readonly units: readonly Assessed[];
  readonly figures: ReadonlyMap<string, GroupFigure>;
};

/** The whole run, from the facts as they were known to every result. It only reads, and reads the same whenever it is done again. */
export async function compute(tx: Tx, order: Order): Promise<Computed> {
  const { scheme, period, known } = order;
  const prepared = prepare(scheme);
  const window = windowOf(period, dayIn(new Date(known.knownAt.getTime() - 1)));
  const { tree, walked, counted } = await overEverything(tx, async () => {
    const those = await periodTree(tx, period, known);
    const inOrder = treeOf(those.map((unit) => ({ ...unit, assessed: unit.there && scheme.unitKinds.includes(unit.kind) })));
    const scopes = scopesOf(inOrder);
    return { tree: those, walked: inOrder, counted: await measureAll(tx, { measures: prepared.measures, window, known, scopes }) };
  });
  const recorded = await findingsKnown(tx, { scheme: scheme.code, periodName: order.periodName, period }, known);
  const width = prepared.measures.length;
  const rolled = rollUp(walked, ownSums(walked, counted.units, width), width);
  const counting = new Set(tree.flatMap(({ id, there }) => (there || counted.units.has(id) ? [id] : [])));
  const members = membersOf(walked, counting);
  const placeOf = new Map(walked.ids.map((id, at) => [id, at]));
  const units = tree.flatMap((unit): Assessed[] => {
    const mine = members.get(unit.id);
    if (mine === undefined) return [];
    const facts = {
      ...(recorded.length === 0 ? nothingRecorded : recordedOf(recorded, unit.id, mine)),
      sums: [...rowOf(rolled, placeOf.get(unit.id) ?? 0, width)],
      participates: participates(unit, period, scheme.participationShare),
    };
    return [{ unit, members: mine, facts, prints: printsOf(mine, counted.units, width), result: assess(prepared, facts) }];
  });
  return { tree, counted, prepared, units, figures: figuresOf(childrenOf(walked), units) };
}

/** 上级单位的数: its assessed children weighed by their people (11.2.13). */
function figuresOf(children: ReadonlyMap<string, string[]>, units: readonly Assessed[]): ReadonlyMap<string, GroupFigure> {
  const byId = new Map(units.map((each) => [each.unit.id, each]));
  return new Map(
    [...children].map(([unitId, ids]) => {
      const assessed = ids.flatMap((id) => byId.get(id) ?? []);
      const those = assessed.filter(({ result }) => result.status !== 'notAssessed');
      return [
        unitId,
        groupFigure(
          those.map(({ unit, result: { final, grade } }) => ({
            unitId: unit.id,
            unit: unit.name,
            final,
            grade,
            headcount: unit.headcount,
          })),
        ),
      ];
    }),
  );
}

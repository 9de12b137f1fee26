import type { Tx } from '@changming/database';
import {
  type CriterionScope,
  type DeadlineRules,
  type HazardCategory,
  keyAreas,
  type KeyArea,
  type Proposal,
  propose,
  type HazardSource,
} from '@changming/domain/hazards';
import type { Day } from '@changming/domain/kernel';

import { keeperOn } from '../points/index.ts';
import { rulesOfUnit } from '../standards/index.ts';
import { deadlinesIn } from './deadline-rules.ts';
import { answerableFor } from './persons.ts';

type Seen = {
  readonly category: HazardCategory;
  readonly source: HazardSource;
  readonly unitId: string;
  readonly unitPos: number;
  readonly pointId: string | null;
  readonly today: Day;
};

/** Level, clauses, deadline and person as the rules propose them today, from the point and whoever answers for it. */
export async function proposeFor(tx: Tx, seen: Seen): Promise<Proposal> {
  const rulesOn = await rulesOfUnit(tx, seen.unitId);
  return proposeBy(tx, seen, deadlinesIn(rulesOn(seen.today)));
}

/** The same by rules that are known. */
export async function proposeBy(tx: Tx, { unitPos, pointId, ...seen }: Seen, rules: DeadlineRules): Promise<Proposal> {
  const point = pointId === null ? undefined : await tx.selectFrom('points').select('kind').where('id', '=', pointId).executeTakeFirst();
  const keeper = pointId === null ? null : await keeperOn(tx, pointId, seen.today);
  const reported = {
    ...seen,
    pointResponsibleId: keeper?.personId ?? null,
    unitResponsibleId: await answerableFor(tx, { unitPos, on: seen.today }),
    pointKeyArea: point === undefined || point.kind === 'other' ? null : areaOf(point.kind),
  };
  return propose(reported, rules);
}

function areaOf(kind: string): KeyArea | null {
  return keyAreas.find((area) => area === kind) ?? null;
}

const scopeOfFlag: Readonly<Record<string, CriterionScope>> = {
  hasCombustibleDust: 'dust',
  hasConfinedSpace: 'confinedSpace',
  hasSpecialEquipment: 'specialEquipment',
};

/** Which criteria of 重大隐患 can concern a unit: by the profile of itself and of every unit above it. */
export async function criterionScopesOf(tx: Tx, unitPos: number): Promise<Set<CriterionScope>> {
  const units = await tx.selectFrom('units').select(['flags', 'industry']).where('lo', '<=', unitPos).where('hi', '>=', unitPos).execute();
  const byFlag = units.flatMap(({ flags }) => flags.flatMap((flag) => scopeOfFlag[flag] ?? []));
  const divisions = units.map(({ industry }) => (industry ?? '').replace(/^[A-Z]/, '').slice(0, 2));
  const scopes = new Set<CriterionScope>(['all', ...byFlag]);
  if (divisions.some((division) => division === '17' || division === '18')) scopes.add('textile');
  if (divisions.some((division) => division === '31' || division === '32')) scopes.add('metalSmelting');
  return scopes;
}

import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { plateCodeInput } from '@changming/domain/points';

import { query, type Reading } from '../context.ts';
import { keeperOn, sheetsAt } from '../points/index.ts';
import { risksSeen } from './list-risks.ts';
import { pointStates } from './point-states.ts';

/** 岗位风险告知卡: what the risks of a place are, how they are controlled, and what hangs on its wall; by its plate. */
export const readRiskCard = query({
  permission: 'risks.readCard',
  async run(work, { code }: { code: string }) {
    const point = await pointBehind(work, code);
    const states = await pointStates(work, [point.id]);
    const colours = states.get(point.id) ?? refuse('missing', 'points.not_found', {});
    return {
      point: {
        id: point.id,
        name: point.name,
        code: point.code,
        kind: point.kind,
        unitId: point.unit_id,
        unit: point.unit,
        keyPosition: point.key,
      },
      keeper: await keeperName(work, point.id),
      ...colours,
      risks: await risksAt(work, point.id),
      sheets: await sheetsAt(work, point),
    };
  },
});

async function pointBehind({ tx, scope }: Reading, code: string) {
  const found = await tx
    .selectFrom('points as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .leftJoin('key_positions as key', (join) => join.onRef('key.point_id', '=', 'p.id').on('key.to_on', 'is', null))
    .select(['p.id', 'p.name', 'p.code', 'p.kind', 'p.unit_id', 'u.name as unit'])
    .select((eb) => eb('key.id', 'is not', null).$castTo<boolean>().as('key'))
    .where('p.code', '=', plateCodeInput.parse(code))
    .where('p.closed_on', 'is', null)
    .where((eb) => within(eb.ref('p.unit_pos'), scope))
    .executeTakeFirst();
  return found ?? refuse('missing', 'points.not_found', {});
}

async function keeperName({ tx, today }: Reading, pointId: string): Promise<string | null> {
  const keeper = await keeperOn(tx, pointId, today);
  if (keeper === null) return null;
  const person = await tx.selectFrom('persons').select('name').where('id', '=', keeper.personId).executeTakeFirst();
  return person?.name ?? null;
}

async function risksAt(work: Reading, pointId: string) {
  const risks = await risksSeen(work)
    .where('r.point_id', '=', pointId)
    .where('r.level', 'is not', null)
    .where('r.stage', '<>', 'archived')
    .orderBy('r.name')
    .execute();
  if (risks.length === 0) return [];
  const measures = await work.tx
    .selectFrom('risk_measures')
    .select(['id', 'risk_id', 'kind', 'text'])
    .where(
      'risk_id',
      'in',
      risks.map(({ id }) => id),
    )
    .where('ended_on', 'is', null)
    .orderBy('at')
    .execute();
  return risks.map(({ id, number, name, source, consequences, inForce, owner }) => ({
    id,
    number,
    name,
    source,
    consequences,
    level: inForce ?? 'low',
    owner,
    measures: measures.flatMap(({ risk_id, ...measure }) => (risk_id === id ? [measure] : [])),
  }));
}

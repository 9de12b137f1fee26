import { toPage, within } from '@changming/database';
import type { FindingKind, FindingStage } from '@changming/domain/assessments';

import { query, type Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';

type Asked = {
  readonly unitId?: string | undefined;
  readonly scheme?: string | undefined;
  readonly stage?: FindingStage | undefined;
  readonly kind?: FindingKind | undefined;
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number;
};

/** 加分、扣分、一票否决、给分、更正: the latest day first. */
export const listFindings = query({
  permission: 'assessments.read',
  async run(work, { unitId, scheme, stage, kind, after, limit }: Asked) {
    const { tx, scope } = work;
    const branch = unitId === undefined ? null : await unitInScope(tx, scope, unitId);
    const rows = await tx
      .selectFrom('assessment_findings as f')
      .innerJoin('units as u', 'u.id', 'f.unit_id')
      .leftJoin('persons as proposer', 'proposer.id', 'f.proposed_by_id')
      .leftJoin('persons as decider', 'decider.id', 'f.decided_by_id')
      .select(['f.id', 'f.unit_id as unitId', 'u.name as unit', 'f.scheme_code as schemeCode', 'f.period', 'f.kind', 'f.rule', 'f.matter'])
      .select(['f.points', 'f.out_of as outOf', 'f.on_day as on', 'f.reason', 'f.stage', 'f.decided_on as decidedOn'])
      .select(['proposer.name as proposedBy', 'decider.name as decidedBy', 'f.proposed_by_id as proposedById'])
      .where((eb) => within(eb.ref('f.unit_pos'), scope))
      .$if(branch !== null, (each) => each.where((eb) => eb.between('f.unit_pos', branch?.lo ?? 0, branch?.hi ?? 0)))
      .$if(scheme !== undefined, (each) => each.where('f.scheme_code', '=', scheme ?? ''))
      .$if(stage !== undefined, (each) => each.where('f.stage', '=', stage ?? 'proposed'))
      .$if(kind !== undefined, (each) => each.where('f.kind', '=', kind ?? 'bonus'))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('f.on_day', 'f.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('f.on_day', 'desc')
      .orderBy('f.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      (row) => `${row.on}~${row.id}`,
      ({ proposedById, ...row }) => ({ ...row, objection: objectionToDeciding(work, { stage: row.stage, proposedById }) }),
    );
  },
});

type Proposed = { readonly stage: FindingStage; readonly proposedById: string | null };

/** What `decideFinding` would refuse, or null. */
function objectionToDeciding({ whole, may, actor }: Reading, { stage, proposedById }: Proposed): string | null {
  if (!whole || !may('assessments.publish', 1)) return 'access.not_permitted';
  if (stage !== 'proposed') return 'assessments.finding_decided';
  return proposedById === actor.personId ? 'assessments.own_finding' : null;
}

import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { mostInRegister, riskDocumentInput } from '@changming/domain/risks';

import { command } from '../context.ts';
import { rangesOf, unitPaths } from '../units/index.ts';
import { conditions, risksSeen } from './list-risks.ts';

/** 导出风险清单: everything that the query bar picks, unit by unit; the trail says who took how much. */
export const exportRegister = command({
  permission: 'risks.export',
  name: 'risks.exportRegister',
  input: riskDocumentInput,
  toldOnce: true,
  async run(work, filter) {
    const { tx, today, newId, trail } = work;
    const branch = await rangesOf(work, filter);
    const risks = await risksSeen(work)
      .select(['p.code as pointCode', 'r.control_plan as controlPlan', 'g.likelihood', 'g.exposure', 'g.consequence'])
      .select(['g.direct_major as directMajor', 'g.assessed_on as assessedOn'])
      .where((eb) => within(eb.ref('r.unit_pos'), branch))
      .where((eb) => eb.and(conditions(eb as never, filter, today)))
      .orderBy('r.unit_pos')
      .orderBy('r.name')
      .orderBy('r.id')
      .limit(mostInRegister + 1)
      .execute();
    if (risks.length > mostInRegister) refuse('invalid', 'risks.document_too_large', { most: mostInRegister });
    const measures = await tx
      .selectFrom('risk_measures as m')
      .innerJoin('risks as r', 'r.id', 'm.risk_id')
      .select(['m.risk_id as riskId', 'm.kind', 'm.text'])
      .where((eb) => within(eb.ref('r.unit_pos'), branch))
      .where('m.ended_on', 'is', null)
      .orderBy('m.at')
      .execute();
    const byRisk = Map.groupBy(measures, ({ riskId }) => riskId);
    const paths = await unitPaths(
      tx,
      risks.map(({ unitId }) => unitId),
    );
    const rows = risks.map((risk) => ({
      ...risk,
      unitPath: paths.get(risk.unitId) ?? risk.unit,
      measures: (byRisk.get(risk.id) ?? []).map(({ kind, text }) => ({ kind, text })),
    }));
    return trail({ subjectId: newId(), unitId: filter.unitId ?? null, before: null, after: { rows: rows.length, ...filter } }, { rows });
  },
});

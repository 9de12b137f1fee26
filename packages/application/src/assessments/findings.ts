import { findingInput, type FindingStage, objectionToFinding } from '@changming/domain/assessments';
import { id, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { refuseUnlessHeadquarters, schemeInForce } from './scheme-store.ts';

/** Recorded by one person; it counts once another has approved it. */
export const proposeFinding = command({
  permission: 'assessments.run',
  name: 'assessments.propose',
  input: findingInput,
  async run(work, finding) {
    refuseUnlessHeadquarters(work);
    const { tx, scope, actor, today, newId, trail } = work;
    await unitInScope(tx, scope, finding.unitId);
    const scheme = await schemeInForce(tx, finding.schemeCode, finding.on);
    if (scheme === null) refuse('missing', 'assessments.scheme_not_found', { code: finding.schemeCode, version: '' });
    const objected = objectionToFinding(scheme.body, finding);
    if (objected !== null) refuse('invalid', objected, { rule: finding.rule });
    if (finding.on > today) refuse('invalid', 'assessments.finding_incomplete', { on: finding.on });
    const { unitId, schemeCode, kind, rule, matter, period, points, outOf, on, reason } = finding;
    const findingId = newId();
    const written = await tx
      .insertInto('assessment_findings')
      .values({
        id: findingId,
        unit_id: unitId,
        scheme_code: schemeCode,
        period,
        kind,
        rule,
        matter,
        points,
        out_of: outOf,
        on_day: on,
        reason,
        stage: 'proposed',
        proposed_by_id: actor.personId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) refuse('conflict', 'assessments.finding_decided', { rule });
    return trail({ subjectId: findingId, unitId, before: null, after: { kind, rule, matter, points, period } }, { id: findingId });
  },
});

/** 核准 by somebody else, or 驳回. */
export const decideFinding = command({
  permission: 'assessments.publish',
  name: 'assessments.decideFinding',
  input: z.strictObject({ findingId: id, approved: z.boolean() }),
  async run(work, { findingId, approved }) {
    refuseUnlessHeadquarters(work);
    const { tx, actor, today, trail } = work;
    const row = await tx.selectFrom('assessment_findings').selectAll().where('id', '=', findingId).forUpdate().executeTakeFirst();
    if (row === undefined) refuse('missing', 'assessments.finding_not_found', { id: findingId });
    if (row.stage !== 'proposed') refuse('conflict', 'assessments.finding_decided', { rule: row.rule });
    if (row.proposed_by_id === actor.personId) refuse('conflict', 'assessments.own_finding');
    const stage: FindingStage = approved ? 'approved' : 'rejected';
    await tx
      .updateTable('assessment_findings')
      .set({ stage, decided_by_id: actor.personId, decided_on: today })
      .where('id', '=', findingId)
      .execute();
    return trail({ subjectId: findingId, unitId: row.unit_id, before: { stage: row.stage }, after: { stage } }, { stage });
  },
});

import { type RiskStep, riskSteps, objection } from '@changming/domain/risks';

import { type Permission, query, type Reading } from '../context.ts';
import { risksSeen } from './list-risks.ts';
import { measuresOf } from './measures.ts';
import { riskInScope, type StoredRisk } from './store.ts';

const permissionOf = {
  edit: 'risks.edit',
  review: 'risks.approve',
  sendBack: 'risks.approve',
  publish: 'risks.approve',
  askRegrading: 'risks.edit',
  regrade: 'risks.edit',
  archive: 'risks.approve',
} as const satisfies Record<RiskStep, Permission>;

/** One risk: its controls, every round of grading, why it was to be graded anew, what was done, and which steps are open to the caller. */
export const readRisk = query({
  permission: 'risks.read',
  async run(work, { riskId }: { riskId: string }) {
    const { tx, scope } = work;
    const stored = await riskInScope(tx, scope, riskId);
    const seen = await risksSeen(work).where('r.id', '=', riskId).executeTakeFirstOrThrow();
    return {
      ...seen,
      controlPlan: stored.row.control_plan,
      publishedOn: stored.row.published_on,
      createdOn: stored.row.created_on,
      origin: stored.row.origin,
      measures: await measuresOf(tx, riskId),
      gradings: await gradingsOf(work, riskId),
      regradings: await regradingsOf(work, riskId),
      events: await eventsOf(work, riskId),
      steps: stepsOf(work, stored),
    };
  },
});

/** Steps that the caller's role carries here, each with why it may not be taken now. */
function stepsOf({ may, actor }: Reading, { row, risk }: StoredRisk) {
  return riskSteps
    .filter((step) => may(permissionOf[step], row.unit_pos))
    .map((step) => ({ step, objection: objection(risk, step, actor.personId) }));
}

function gradingsOf({ tx }: Reading, riskId: string) {
  return tx
    .selectFrom('risk_gradings as g')
    .leftJoin('persons as assessor', 'assessor.id', 'g.assessed_by_id')
    .leftJoin('persons as reviewer', 'reviewer.id', 'g.reviewed_by_id')
    .leftJoin('persons as publisher', 'publisher.id', 'g.published_by_id')
    .select(['g.round', 'g.method', 'g.likelihood', 'g.exposure', 'g.consequence', 'g.score', 'g.band', 'g.level'])
    .select(['g.scale_id as scaleId', 'g.direct_major as directMajor', 'g.note', 'g.assessed_on as assessedOn'])
    .select(['assessor.name as assessor', 'g.reviewed_on as reviewedOn', 'reviewer.name as reviewer'])
    .select(['g.published_on as publishedOn', 'publisher.name as publisher'])
    .where('g.risk_id', '=', riskId)
    .orderBy('g.round', 'desc')
    .limit(100)
    .execute();
}

function regradingsOf({ tx }: Reading, riskId: string) {
  return tx
    .selectFrom('risk_regradings as a')
    .leftJoin('risk_measures as m', 'm.id', 'a.measure_id')
    .leftJoin('persons as asker', 'asker.id', 'a.asked_by_id')
    .select(['a.id', 'a.cause', 'a.subject_id as subjectId', 'a.note', 'a.asked_on as askedOn', 'a.answered_on as answeredOn'])
    .select(['m.text as measure', 'asker.name as asker'])
    .where('a.risk_id', '=', riskId)
    .orderBy('a.answered_on', (order) => order.asc().nullsFirst())
    .orderBy('a.asked_on', 'desc')
    .orderBy('a.id', 'desc')
    .limit(100)
    .execute();
}

function eventsOf({ tx }: Reading, riskId: string) {
  return tx
    .selectFrom('risk_events as e')
    .leftJoin('persons as by', 'by.id', 'e.by_id')
    .select(['e.id', 'e.step', 'e.round', 'e.at', 'e.note', 'by.name as by'])
    .where('e.risk_id', '=', riskId)
    .orderBy('e.seq', 'desc')
    .limit(200)
    .execute();
}

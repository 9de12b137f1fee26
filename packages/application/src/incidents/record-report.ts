import { recordReportInput } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { noteEvent } from './events.ts';
import { keepClocks } from './keep-clocks.ts';
import { reckon } from './facts.ts';
import { rulesOf } from './rules.ts';
import { changeOf, incidentWithFacts, refuseFuture, refuseTaken, step } from './store.ts';

/** 登记对外报送: to whom, by which channel and when; the clocks that it meets are met at that time. The same id again is the same report. */
export const recordReport = command({
  permission: 'incidents.record',
  name: 'incidents.recordReport',
  input: recordReportInput,
  async run(work, { incidentId, id = work.newId(), ...report }) {
    const { tx, now, actor, trail } = work;
    const before = await incidentWithFacts(work, incidentId);
    refuseFuture(work, report.reportedAt);
    if (report.reportedAt < before.occurred_at) refuse('invalid', 'incidents.before_event');
    const { recipient, kind, channel, toWhom, reportedAt, evidence } = report;
    const written = await tx
      .insertInto('incident_reports')
      .values({
        id,
        incident_id: incidentId,
        recipient,
        kind,
        channel,
        to_whom: toWhom,
        reported_at: reportedAt,
        evidence,
        by_id: actor.personId,
        recorded_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      await refuseTaken(tx, 'incident_reports', { id, incidentId });
      return trail([], { id });
    }
    const external = recipient !== 'headquarters' && before.state === 'confirmed';
    const after = external ? await step(tx, before, 'reportExternally') : before;
    const rules = await rulesOf(tx, after);
    const standing = { row: after, reckoned: await reckon(tx, after, rules), rules };
    await keepClocks(work, standing, { knownAt: now, casualtiesChanged: false });
    await noteEvent(work, incidentId, { step: 'recordReport', facts: { recipient, kind, channel, toWhom } });
    return trail(changeOf(before, after, { recipient, kind, channel, toWhom, reportedAt }), { id });
  },
});

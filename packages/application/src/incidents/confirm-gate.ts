import { confirmGateInput, type Proofs, unprovenGate } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { noteEvent } from './events.ts';
import { beingSettled } from './handlings.ts';
import { proofsOf } from './proofs.ts';
import { changeOf, step } from './store.ts';

/** 四不放过: a person confirms one gate, and only once the linked records prove it. The first begins the check of the gates. */
export const confirmGate = command({
  permission: 'incidents.confirmGate',
  input: confirmGateInput,
  async run(work, { incidentId, gate, evidence }) {
    const { tx, now, newId, actor, trail } = work;
    const before = await beingSettled(work, incidentId);
    const proofs = await proofsOf(tx, incidentId);
    const reason = unprovenGate(gate, proofs);
    if (reason !== null) refuse('conflict', reason, { gate, open: proofs.measures.open });
    const after = before.state === 'fourGates' ? before : await step(tx, before, 'checkGates');
    const written = await tx
      .insertInto('incident_gates')
      .values({
        id: newId(),
        incident_id: incidentId,
        round: before.reopenings,
        gate,
        confirmed_by_id: actor.personId,
        confirmed_at: now,
        evidence,
        proof: JSON.stringify(proofTold(proofs)),
      })
      .onConflict((conflict) => conflict.columns(['incident_id', 'round', 'gate']).where('lapsed_at', 'is', null).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) refuse('conflict', 'incidents.gate_confirmed');
    await noteEvent(work, incidentId, { step: 'confirmGate', note: evidence, facts: { gate } });
    return trail(changeOf(before, after, { gate, evidence }), { state: after.state });
  },
});

/** What stood behind a confirmation when it was given. */
function proofTold({ handlings, measures, educated, investigation }: Proofs) {
  return { handlings: handlings.length, done: measures.done, open: measures.open, educated, approved: String(investigation?.approved) };
}

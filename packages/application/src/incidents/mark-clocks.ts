import type { Writing } from '../context.ts';

type Met = {
  readonly incidentId: string;
  readonly code: 'confirm' | 'hqRecord' | 'investigationStart' | 'investigationReport' | 'fireBrigade';
};

/** Met by the act itself, not by a report. */
export async function meetClock({ tx }: Writing, { incidentId, code }: Met, at: Date): Promise<void> {
  await tx
    .updateTable('incident_clocks')
    .set({ met_at: at })
    .where('incident_id', '=', incidentId)
    .where('code', '=', code)
    .where('met_at', 'is', null)
    .where('dropped_at', 'is', null)
    .execute();
}

/** The case turned out to be another's, or none: what is still open is owed no more. */
export async function dropClocks({ tx, now }: Writing, incidentId: string): Promise<void> {
  await tx
    .updateTable('incident_clocks')
    .set({ dropped_at: now })
    .where('incident_id', '=', incidentId)
    .where('met_at', 'is', null)
    .where('dropped_at', 'is', null)
    .execute();
}

/** A report that was sent back was none: it is owed by the day it was owed. */
export async function owedAgain({ tx }: Writing, incidentId: string): Promise<void> {
  await tx
    .updateTable('incident_clocks')
    .set({ met_at: null })
    .where('incident_id', '=', incidentId)
    .where('code', '=', 'investigationReport')
    .execute();
}

/** The case was set aside and is taken up again: what was still owed then is owed once more, by its day. */
export async function reviveClocks({ tx }: Writing, incidentId: string): Promise<void> {
  await tx
    .updateTable('incident_clocks')
    .set({ dropped_at: null })
    .where('incident_id', '=', incidentId)
    .where('dropped_at', 'is not', null)
    .where('code', 'not in', ['investigationStart', 'followUp'])
    .execute();
}

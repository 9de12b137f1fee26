import { type IncidentRow, type Tx, within } from '@changming/database';
import { advance, type CaseStep, isUnfinished, takesFacts } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type Selectable, sql, type Updateable } from 'kysely';

import type { Writing } from '../context.ts';

export type StoredIncident = Selectable<IncidentRow>;
type Scope = readonly UnitRange[];

/** The incident, if it lies in the scope; outside of it it is missing, not forbidden. */
export async function incidentInScope(tx: Tx, scope: Scope, id: string): Promise<StoredIncident> {
  const row = await inScope(tx, scope, id).executeTakeFirst();
  return row ?? refuse('missing', 'incidents.not_found', { id });
}

/** The same, held until this transaction commits: what is decided by the records beside it waits for whoever changes one of them. */
export async function heldIncident(tx: Tx, scope: Scope, id: string): Promise<StoredIncident> {
  const row = await inScope(tx, scope, id).forNoKeyUpdate().executeTakeFirst();
  return row ?? refuse('missing', 'incidents.not_found', { id });
}

function inScope(tx: Tx, scope: Scope, id: string) {
  return tx
    .selectFrom('incidents')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope));
}

/** Held as well, refused when it was set aside: a closed case still takes what happens later. */
export async function incidentWithFacts({ tx, scope }: Pick<Writing, 'tx' | 'scope'>, id: string): Promise<StoredIncident> {
  const row = await heldIncident(tx, scope, id);
  if (!takesFacts(row.state)) refuse('conflict', 'incidents.no_facts_any_more', { no: row.number });
  return row;
}

/** The same, refused when it is closed or set aside. */
export async function unfinishedIncident({ tx, scope }: Pick<Writing, 'tx' | 'scope'>, id: string): Promise<StoredIncident> {
  const row = await incidentInScope(tx, scope, id);
  if (!isUnfinished(row.state)) refuse('conflict', 'incidents.wrong_state', { no: row.number });
  return row;
}

type Beside = 'incident_losses' | 'incident_reports' | 'incident_handlings' | 'incident_briefings';

/** The same id again is the same record of the same incident; one that stands for anything else is taken, wherever that lies. */
export async function refuseTaken(tx: Tx, table: Beside, { id, incidentId }: { readonly id: string; readonly incidentId: string }) {
  const { rows } = await sql`select from ${sql.table(table)} where id = ${id} and incident_id = ${incidentId}`.execute(tx);
  if (rows.length === 0) refuse('conflict', 'incidents.id_taken');
}

type Change = Omit<Updateable<IncidentRow>, 'version'>;

/** Writes only if nobody else has since `row` was read, and answers the row as it is now. */
export async function saveIncident(tx: Tx, row: Pick<StoredIncident, 'id' | 'version'>, set: Change): Promise<StoredIncident> {
  const saved = await tx
    .updateTable('incidents')
    .set({ ...set, version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  return saved ?? refuse('conflict', 'incidents.changed_meanwhile', { id: row.id });
}

/** Takes a step of the case, with what else changes by it. */
export function step(tx: Tx, row: StoredIncident, taken: CaseStep, set: Change = {}): Promise<StoredIncident> {
  return saveIncident(tx, row, { ...set, state: advance(row.state, taken) });
}

/** What the trail tells of a case before and after a change. */
export function told(row: StoredIncident) {
  const { state, event_class: eventClass, grade, deaths, serious, minor, missing, loss_fen: lossFen, responsibility } = row;
  return { state, eventClass, grade, deaths, serious, minor, missing, lossFen, responsibility };
}

type Told = Readonly<Record<string, unknown>>;

/** A change of the case for the trail, with what else the act has said and what stood in its place before. */
export function changeOf(before: StoredIncident, after: StoredIncident, more: Told = {}, earlier: Told = {}) {
  return { subjectId: after.id, unitId: after.unit_id, before: { ...told(before), ...earlier }, after: { ...told(after), ...more } };
}

/** Refuses what lies ahead of now. */
export function refuseFuture({ now }: Pick<Writing, 'now'>, ...times: readonly (Date | null)[]): void {
  if (times.some((time) => time !== null && time > now)) refuse('invalid', 'incidents.future_time');
}

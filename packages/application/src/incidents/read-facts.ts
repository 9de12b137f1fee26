import type { Tx } from '@changming/database';
import { degreesNow, totalLoss } from '@changming/domain/incidents';

type Names = ReadonlyMap<string, string>;

function nameOf(names: Names, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}

/** Everybody who was hurt or is missing, with all that was said of each; `degree` is what counts now. */
export async function casualtiesOf(tx: Tx, incidentId: string, names: Names) {
  const people = await tx.selectFrom('incident_casualties').selectAll().where('incident_id', '=', incidentId).orderBy('id').execute();
  const said = await tx
    .selectFrom('incident_degrees')
    .select(['casualty_id', 'seq', 'degree', 'on_day as onDay', 'lost_days as lostDays', 'basis', 'recorded_at as recordedAt'])
    .where('incident_id', '=', incidentId)
    .orderBy('on_day')
    .orderBy('seq')
    .execute();
  const byPerson = Map.groupBy(said, ({ casualty_id }) => casualty_id);
  const now = degreesNow(said.map((each) => ({ ...each, casualtyId: each.casualty_id })).toSorted((a, b) => a.seq - b.seq));
  return people.map(({ id, person_id, name, relation }) => {
    const statements = (byPerson.get(id) ?? []).map(({ casualty_id: _casualty, seq: _seq, ...statement }) => statement);
    const last = now.get(id);
    return {
      id,
      personId: person_id,
      name: person_id === null ? name : (names.get(person_id) ?? name),
      relation,
      degree: last?.degree ?? ('none' as const),
      lostDays: last?.lostDays ?? null,
      statements,
    };
  });
}

/** Oldest first: the last counts. */
export async function lossesOf(tx: Tx, incidentId: string) {
  const rows = await tx
    .selectFrom('incident_losses')
    .select(['id', 'ed1', 'ed2', 'ed3', 'ed4', 'ed5', 'estimated', 'basis', 'recorded_at as recordedAt'])
    .where('incident_id', '=', incidentId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ ...row, totalFen: totalLoss(row) }));
}

/** The grade history, oldest first. */
export async function gradesOf(tx: Tx, incidentId: string, names: Names) {
  const rows = await tx
    .selectFrom('incident_grades')
    .select([
      'id',
      'kind',
      'grade',
      'suggested',
      'provisional',
      'post_window as postWindow',
      'deaths',
      'serious',
      'minor',
      'missing',
      'loss_fen as lossFen',
      'as_of as asOf',
      'basis',
      'by_id',
    ])
    .where('incident_id', '=', incidentId)
    .orderBy('seq')
    .execute();
  return rows.map(({ by_id, ...row }) => ({ ...row, by: nameOf(names, by_id) }));
}

export async function findingsOf(tx: Tx, incidentId: string, names: Names) {
  const rows = await tx
    .selectFrom('incident_findings')
    .select(['id', 'finding', 'found', 'on_day as onDay', 'basis', 'by_id', 'recorded_at as recordedAt'])
    .where('incident_id', '=', incidentId)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ by_id, ...row }) => ({ ...row, by: nameOf(names, by_id) }));
}

/** What happened, oldest first; of very long stories the end. */
export async function eventsOf(tx: Tx, incidentId: string, names: Names) {
  const rows = await tx
    .selectFrom('incident_events')
    .select(['id', 'step', 'at', 'note', 'facts', 'by_id'])
    .where('incident_id', '=', incidentId)
    .orderBy('seq', 'desc')
    .limit(500)
    .execute();
  return rows.toReversed().map(({ by_id, ...row }) => ({ ...row, by: nameOf(names, by_id) }));
}

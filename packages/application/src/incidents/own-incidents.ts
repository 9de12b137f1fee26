import { toPage } from '@changming/database';
import { type ownIncidentsFilter } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';
import { photoReceipt } from './photos.ts';

const shown = [
  'i.id',
  'i.number',
  'i.unit_id as unitId',
  'u.name as unit',
  'i.place',
  'i.text',
  'i.state',
  'i.event_class as eventClass',
  'i.occurred_at as occurredAt',
  'i.occurred_on as occurredOn',
  'i.reported_at as reportedAt',
  'i.leader_informed_at as leaderInformedAt',
  'i.closed_on as closedOn',
] as const;

function own({ tx, actor }: Pick<Reading, 'tx' | 'actor'>) {
  return tx
    .selectFrom('incidents as i')
    .innerJoin('units as u', 'u.id', 'i.unit_id')
    .select(shown)
    .where('i.reported_by_id', 'is not distinct from', actor.personId)
    .where('i.reported_by_id', 'is not', null);
}

/** 我上报的: what became of it, without what was found about persons. */
export const listOwnIncidents = query({
  permission: 'incidents.follow',
  async run(work, { after, limit }: z.output<typeof ownIncidentsFilter>) {
    const rows = await own(work)
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('i.occurred_on', 'i.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('i.occurred_on', 'desc')
      .orderBy('i.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ occurredOn, id }) => `${occurredOn}~${id}`,
      (row) => row,
    );
  },
});

/** One of the caller's own, with the steps it has taken and the photos still awaited. */
export const followIncident = query({
  permission: 'incidents.follow',
  async run(work, { incidentId }: { readonly incidentId: string }) {
    const found = await own(work).where('i.id', '=', incidentId).executeTakeFirst();
    if (found === undefined) refuse('missing', 'incidents.not_found', { id: incidentId });
    const steps = await work.tx
      .selectFrom('incident_events')
      .select(['step', 'at'])
      .where('incident_id', '=', incidentId)
      .where('step', 'in', ['report', 'confirm', 'startInvestigation', 'submitInvestigation', 'approve', 'close', 'reopen'])
      .orderBy('seq')
      .execute();
    return { ...found, steps, photos: await photoReceipt(work.tx, incidentId) };
  },
});

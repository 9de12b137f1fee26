import * as contract from '@changming/contract/incidents';
import type { CaseState, EventClass, Grade } from '@changming/domain/incidents';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import { saveFile } from '../../api/save-file.ts';

export type { Incident, IncidentDetail } from '@changming/contract/incidents';

const incidentsKey = ['incidents'];

export type IncidentSearch = {
  readonly unitId?: string | undefined;
  readonly withBelow?: boolean | undefined;
  readonly state?: readonly CaseState[] | undefined;
  readonly eventClass?: readonly EventClass[] | undefined;
  readonly grade?: readonly Grade[] | undefined;
  readonly unfinished?: boolean | undefined;
  readonly ungraded?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  readonly q?: string | undefined;
};

function flagOf<Name extends string>(name: Name, wanted: boolean | undefined): { [Key in Name]?: 'true' | 'false' } {
  if (wanted === undefined) return {};
  return { [name]: wanted ? 'true' : 'false' } as { [Key in Name]?: 'true' | 'false' };
}

function asked({ withBelow, unfinished, ungraded, overdue, ...rest }: IncidentSearch) {
  return {
    ...rest,
    ...flagOf('withBelow', withBelow),
    ...flagOf('unfinished', unfinished),
    ...flagOf('ungraded', ungraded),
    ...flagOf('overdue', overdue),
  };
}

export function incidentListQuery(search: IncidentSearch) {
  const query = asked(search);
  return keysetQuery([...incidentsKey, 'list', query], (after, signal) =>
    call(contract.listIncidents, { query: { ...query, after }, signal }),
  );
}

export function incidentCountsQuery(unitId: string | undefined) {
  return queryOptions({
    queryKey: [...incidentsKey, 'counts', unitId],
    queryFn: ({ signal }) => call(contract.countIncidents, { query: { unitId }, signal }),
  });
}

export function incidentQuery(incidentId: string) {
  return queryOptions({
    queryKey: [...incidentsKey, 'one', incidentId],
    queryFn: ({ signal }) => call(contract.readIncident, { params: { incidentId }, signal }),
  });
}

/** Whatever is done to an incident, everything shown of incidents is asked again. */
export function useAfterAct(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: incidentsKey });
}

export function useLedgerFile(search: IncidentSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportIncidents, { query: asked(search) }) });
}

export function orderLedgerFile(search: IncidentSearch) {
  return call(contract.orderIncidents, { query: asked(search) });
}

export function useQuickReportFile(incidentId: string) {
  return useMutation({ mutationFn: () => saveFile(contract.exportQuickReport, { params: { incidentId } }) });
}

import * as contract from '@changming/contract/training';
import type { DedicatedCause, SessionState, TrainingCategory, TrainingCause, TrainingRole } from '@changming/domain/training';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../../api/call.ts';
import { keysetQuery } from '../../../api/keyset.ts';
import type { CallArguments } from '../../../api/route-types.ts';
import { saveFile } from '../../../api/save-file.ts';

export type {
  DedicatedTraining,
  PersonHours,
  SessionDetail,
  SessionPerson,
  TrainingChange,
  TrainingOwing,
  TrainingPlan,
  TrainingPlanDetail,
  TrainingSession,
} from '@changming/contract/training';

const key = ['training'];

type Branch = { readonly unitId?: string | undefined; readonly withBelow?: boolean | undefined };
export type SessionSearch = Branch & {
  readonly category?: readonly TrainingCategory[] | undefined;
  readonly state?: readonly SessionState[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly word?: string | undefined;
};
export type HoursSearch = Branch & {
  readonly year?: number | undefined;
  readonly role?: readonly TrainingRole[] | undefined;
  readonly met?: boolean | undefined;
  readonly word?: string | undefined;
};
export type OwedSearch = Branch & { readonly cause?: readonly TrainingCause[] | undefined; readonly all?: boolean | undefined };

export type DedicatedSearch = Branch & {
  readonly cause?: readonly DedicatedCause[] | undefined;
  readonly all?: boolean | undefined;
  readonly about?: string | undefined;
};
export type ChangesSearch = Branch & { readonly withdrawn?: boolean | undefined };

type Flag = 'true' | 'false';
const flag = (wanted: boolean): Flag => (wanted ? 'true' : 'false');

function branched<Search extends Branch>({ withBelow, ...rest }: Search) {
  return { ...rest, ...(withBelow === undefined ? {} : { withBelow: flag(withBelow) }) };
}

/** 班前会 is held every day and would bury the rest: it is shown when its category is asked for. */
function sessionsOf(search: SessionSearch) {
  return { ...branched(search), ...(search.category === undefined ? { kind: 'planned' as const } : {}) };
}

export function sessionsQuery(search: SessionSearch) {
  const query = sessionsOf(search);
  return keysetQuery([...key, 'sessions', query], (after, signal) => call(contract.listSessions, { query: { ...query, after }, signal }));
}

export function useSessionsFile(search: SessionSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportSessions, { query: sessionsOf(search) }) });
}

export function useRollFile(sessionId: string) {
  return useMutation({ mutationFn: () => saveFile(contract.exportAttendance, { params: { sessionId } }) });
}

export function sessionQuery(sessionId: string) {
  return queryOptions({
    queryKey: [...key, 'sessions', 'one', sessionId],
    queryFn: ({ signal }) => call(contract.readSession, { params: { sessionId }, signal }),
  });
}

export function owedQuery({ all, ...search }: OwedSearch) {
  const query = { ...branched(search), open: flag(all !== true) };
  return keysetQuery([...key, 'owed', query], async (after, signal) => {
    const { items, next } = await call(contract.listOwed, { query: { ...query, after }, signal });
    return { items: items.map((one) => ({ ...one, id: `${one.personId}:${one.cause}:${one.causeOn}` })), next };
  });
}

export function dedicatedQuery({ all, about, ...search }: DedicatedSearch) {
  const query = { ...branched(search), ...(about === undefined ? {} : { aboutId: about }), open: flag(all !== true) };
  return keysetQuery([...key, 'dedicated', query], (after, signal) => call(contract.listDedicated, { query: { ...query, after }, signal }));
}

export function changesQuery({ withdrawn, ...search }: ChangesSearch) {
  const query = { ...branched(search), withdrawn: flag(withdrawn === true) };
  return keysetQuery([...key, 'changes', query], (after, signal) => call(contract.listChanges, { query: { ...query, after }, signal }));
}

function hoursOf({ met, year, ...search }: HoursSearch) {
  const wanted = { ...branched(search), ...(met === undefined ? {} : { met: flag(met) }) };
  return { ...wanted, ...(year === undefined ? {} : { year: String(year) }) };
}

export function hoursQuery(search: HoursSearch) {
  const query = hoursOf(search);
  return keysetQuery([...key, 'hours', query], async (after, signal) => {
    const { items, next } = await call(contract.listHours, { query: { ...query, after }, signal });
    return { items: items.map((one) => ({ ...one, id: one.personId })), next };
  });
}

export function useHoursFile(search: HoursSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportHours, { query: hoursOf(search) }) });
}

export function personQuery(personId: string) {
  return queryOptions({
    queryKey: [...key, 'people', personId],
    queryFn: ({ signal }) => call(contract.readPersonTraining, { params: { personId }, signal }),
  });
}

export function plansQuery(search: { readonly unitId?: string | undefined; readonly year?: number | undefined }) {
  const query = { unitId: search.unitId, ...(search.year === undefined ? {} : { year: String(search.year) }) };
  return keysetQuery([...key, 'plans', query], async (_after, signal) => {
    const { items } = await call(contract.listPlans, { query, signal });
    return { items, next: null };
  });
}

export function planQuery(planId: string) {
  return queryOptions({
    queryKey: [...key, 'plans', 'one', planId],
    queryFn: ({ signal }) => call(contract.readPlan, { params: { planId }, signal }),
  });
}

/** Everything that training shows is asked for again after an act. */
export function useTrainingAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: key }) });
}

export type BodyOf<Route extends Parameters<typeof call>[0]> = CallArguments<Route> extends { readonly body: infer Body } ? Body : never;

export function createSession(body: BodyOf<typeof contract.createSession> & { readonly id: string }) {
  return call(contract.createSession, { body, idempotencyKey: body.id });
}
type On<Body> = { readonly sessionId: string; readonly body: Body };
export function expectPeople({ sessionId, body }: On<BodyOf<typeof contract.expectPeople>>) {
  return call(contract.expectPeople, { params: { sessionId }, body });
}
export function markAttendance({ sessionId, body }: On<BodyOf<typeof contract.markAttendance>>) {
  return call(contract.markAttendance, { params: { sessionId }, body });
}
export function editSession({ sessionId, body }: On<BodyOf<typeof contract.editSession>>) {
  return call(contract.editSession, { params: { sessionId }, body });
}
export function closeSession(sessionId: string) {
  return call(contract.closeSession, { params: { sessionId }, body: {} });
}
export function cancelSession({ sessionId, reason }: { readonly sessionId: string; readonly reason: string }) {
  return call(contract.cancelSession, { params: { sessionId }, body: { reason } });
}
export function correctCredit({ creditId, body }: { readonly creditId: string; readonly body: BodyOf<typeof contract.correctCredit> }) {
  return call(contract.correctCredit, { params: { creditId }, body });
}
export function registerChange(body: BodyOf<typeof contract.registerChange> & { readonly id: string }) {
  return call(contract.registerChange, { body, idempotencyKey: body.id });
}
export function withdrawChange({ changeId, reason }: { readonly changeId: string; readonly reason: string }) {
  return call(contract.withdrawChange, { params: { changeId }, body: { reason } });
}
export function draftPlan(body: BodyOf<typeof contract.draftPlan> & { readonly id: string }) {
  return call(contract.draftPlan, { body, idempotencyKey: body.id });
}
export function proposePlan(unitId: string, year: number) {
  return call(contract.proposePlan, { query: { unitId, year: String(year) } });
}
export function setPlanLines({ planId, body }: { readonly planId: string; readonly body: BodyOf<typeof contract.setPlanLines> }) {
  return call(contract.setPlanLines, { params: { planId }, body });
}
export function approvePlan(planId: string) {
  return call(contract.approvePlan, { params: { planId } });
}

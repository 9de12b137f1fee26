import * as contract from '@changming/contract/inspections/checklists';
import { exportChecklist } from '@changming/contract/inspections/documents';
import type { RoundKind } from '@changming/domain/inspections';
import type { KeyArea } from '@changming/domain/hazards';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import type { BodyOf } from '../../api/route-types.ts';
import { saveFile } from '../../api/save-file.ts';
import { inspectionsKey } from './inspections-key.ts';

export type { Checklist, ChecklistDetail } from '@changming/contract/inspections/checklists';
export type ChecklistItem = contract.ChecklistItemShown;

const key = [...inspectionsKey, 'checklists'];

export type ChecklistSearch = {
  readonly kind?: readonly RoundKind[] | undefined;
  readonly keyArea?: readonly KeyArea[] | undefined;
  readonly retired?: boolean | undefined;
  readonly q?: string | undefined;
};

export function checklistsQuery({ retired, ...search }: ChecklistSearch = {}) {
  const query = { ...search, ...(retired === true ? { retired: 'true' as const } : {}) };
  return queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) => call(contract.listChecklists, { query, signal }),
  });
}

export function checklistQuery(checklistId: string) {
  return queryOptions({
    queryKey: [...key, 'one', checklistId],
    queryFn: ({ signal }) => call(contract.readChecklist, { params: { checklistId }, signal }),
  });
}

export function checklistVersionQuery(checklistId: string, number: number) {
  return queryOptions({
    queryKey: [...key, 'version', checklistId, number],
    queryFn: ({ signal }) => call(contract.readChecklistVersion, { params: { checklistId, number: String(number) }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export type NewChecklist = BodyOf<typeof contract.createChecklist> & { readonly id: string };
type Drafted = BodyOf<typeof contract.draftChecklist> & { readonly id: string };

export function createChecklist(checklist: NewChecklist) {
  return call(contract.createChecklist, { body: checklist, idempotencyKey: checklist.id });
}

export function draftChecklist({ id: checklistId, ...body }: Drafted) {
  return call(contract.draftChecklist, { params: { checklistId }, body });
}

type Publishing = { readonly id: string; readonly version: number; readonly note: string | null };

export function publishChecklist({ id: checklistId, ...body }: Publishing) {
  return call(contract.publishChecklist, { params: { checklistId }, body });
}

type Retiring = { readonly id: string; readonly version: number; readonly reason: string };

export function retireChecklist({ id: checklistId, ...body }: Retiring) {
  return call(contract.retireChecklist, { params: { checklistId }, body });
}

export function useInspectionAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: inspectionsKey }) });
}

export function useChecklistFile(checklistId: string) {
  return useMutation({ mutationFn: () => saveFile(exportChecklist, { params: { checklistId } }) });
}

import * as contract from '@changming/contract/responsibilities';
import type { DutyKind, LetterState, OccurrenceState } from '@changming/domain/responsibilities';
import type { Post } from '@changming/domain/workforce';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import type { CallArguments } from '../../api/route-types.ts';
import { saveFile } from '../../api/save-file.ts';

export type {
  Duty,
  DutyOccurrence,
  Letter,
  LetterCampaign,
  LetterCoverage,
  LetterDetail,
  OwnDuties,
} from '@changming/contract/responsibilities';

const key = ['responsibilities'];

type Branch = { readonly unitId?: string | undefined; readonly withBelow?: boolean | undefined };
export type LetterSearch = Branch & {
  readonly year?: number | undefined;
  readonly state?: readonly LetterState[] | undefined;
  readonly post?: readonly Post[] | undefined;
  readonly overdue?: boolean | undefined;
  readonly ended?: boolean | undefined;
  readonly search?: string | undefined;
};
export type OccurrenceSearch = Branch & {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind?: readonly DutyKind[] | undefined;
  readonly state?: readonly OccurrenceState[] | undefined;
};
export type DutySearch = {
  readonly unitId?: string | undefined;
  readonly post?: readonly Post[] | undefined;
  readonly kind?: readonly DutyKind[] | undefined;
};

/** Flags stand in an address as words. */
function flagged(search: object): Record<string, string | string[]> {
  const said = Object.entries(search).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said.map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]));
}

export const ownDutiesQuery = queryOptions({
  queryKey: [...key, 'mine'],
  queryFn: ({ signal }) => call(contract.listOwnDuties, { signal }),
});

export const ownLettersQuery = queryOptions({
  queryKey: [...key, 'letters', 'mine'],
  queryFn: ({ signal }) => call(contract.listOwnLetters, { signal }),
});

export function occurrencesQuery(search: OccurrenceSearch) {
  const query = flagged(search);
  return keysetQuery([...key, 'occurrences', query], (after, signal) =>
    call(contract.listOccurrences, { query: { ...query, after }, signal }),
  );
}

export function boardQuery(unitId: string) {
  return queryOptions({
    queryKey: [...key, 'board', unitId],
    queryFn: ({ signal }) => call(contract.readDutyBoard, { query: { unitId }, signal }),
  });
}

export function dutiesQuery(search: DutySearch) {
  const query = flagged(search);
  return queryOptions({
    queryKey: [...key, 'catalogue', query],
    queryFn: ({ signal }) => call(contract.listDuties, { query, signal }),
  });
}

export function leadsQuery(unitId: string | undefined) {
  const query = unitId === undefined ? {} : { unitId };
  return queryOptions({
    queryKey: [...key, 'leads', query],
    queryFn: ({ signal }) => call(contract.readLeadBoard, { query, signal }),
  });
}

export function quotasQuery(unitId: string) {
  return queryOptions({
    queryKey: [...key, 'quotas', unitId],
    queryFn: ({ signal }) => call(contract.listQuotas, { query: { unitId }, signal }),
  });
}

export function lettersQuery(search: LetterSearch) {
  const query = flagged(search);
  return keysetQuery([...key, 'letters', query], (after, signal) => call(contract.listLetters, { query: { ...query, after }, signal }));
}

export function coverageQuery(search: Pick<LetterSearch, 'unitId' | 'year'>) {
  const query = flagged(search);
  return queryOptions({
    queryKey: [...key, 'coverage', query],
    queryFn: ({ signal }) => call(contract.readCoverage, { query, signal }),
  });
}

export const campaignsQuery = queryOptions({
  queryKey: [...key, 'campaigns'],
  queryFn: ({ signal }) => call(contract.listCampaigns, { signal }),
});

export function letterQuery(letterId: string) {
  return queryOptions({
    queryKey: [...key, 'letter', letterId],
    queryFn: ({ signal }) => call(contract.readLetter, { params: { letterId }, signal }),
  });
}

/** What is done here changes numbers on every page of the context. */
export function useResponsibilityAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: key }) });
}

type BodyOf<Route extends Parameters<typeof call>[0]> = CallArguments<Route> extends { readonly body: infer Body } ? Body : never;

export function addDuty(body: BodyOf<typeof contract.addDuty> & { readonly id: string }) {
  return call(contract.addDuty, { body, idempotencyKey: body.id });
}

export function endDuty({ dutyId, toOn }: { readonly dutyId: string; readonly toOn: string }) {
  return call(contract.endDuty, { params: { dutyId }, body: { toOn } });
}

export function setQuota(body: BodyOf<typeof contract.setQuota> & { readonly id: string }) {
  return call(contract.setQuota, { body, idempotencyKey: body.id });
}

export function endQuota(quotaId: string) {
  return call(contract.endQuota, { params: { quotaId } });
}

type Issuing = { readonly letterIds?: string[]; readonly unitId?: string; readonly year?: number };

export function issueLetters(body: Issuing) {
  return call(contract.issueLetters, { body });
}

export function signLetter({ letterId, sha256 }: { readonly letterId: string; readonly sha256: string }) {
  return call(contract.signLetter, { params: { letterId }, body: { sha256 } });
}

export function assessLetters(body: BodyOf<typeof contract.assessLetters>) {
  return call(contract.assessLetters, { body });
}

export function draftCampaign(body: BodyOf<typeof contract.draftCampaign> & { readonly id: string }) {
  return call(contract.draftCampaign, { body, idempotencyKey: body.id });
}

export function editCampaign({ campaignId, body }: { readonly campaignId: string; readonly body: BodyOf<typeof contract.editCampaign> }) {
  return call(contract.editCampaign, { params: { campaignId }, body });
}

export function openCampaign(campaignId: string) {
  return call(contract.openCampaign, { params: { campaignId } });
}

export function closeCampaign(campaignId: string) {
  return call(contract.closeCampaign, { params: { campaignId } });
}

export function useLettersFile(search: LetterSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportLetters, { query: flagged(search) }) });
}

export function useLetterFile(letterId: string) {
  return useMutation({
    mutationFn: (type: 'docx' | 'pdf') =>
      saveFile(type === 'pdf' ? contract.printLetterPdf : contract.printLetter, { params: { letterId } }),
  });
}

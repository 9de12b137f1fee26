import * as contract from '@changming/contract/imports';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import type { CallArguments } from '../../api/route-types.ts';
import { answersWith, type Draft } from './draft/draft.ts';
import { putWorkbook } from './put-workbook.ts';

export type { ImportBatch, ImportDetail, ImportGroup, ImportRecord, ImportRow, ImportSheet } from '@changming/contract/imports';
export type ImportKind = contract.ImportDetail['kind'];
export type Verdict = contract.ImportRow['verdict'];

export const importsKey = ['imports'];

/** Every batch of the branch, or those alone in which rows wait for the reader to confirm them. */
export function importsQuery(awaiting: boolean) {
  return keysetQuery([...importsKey, 'list', awaiting], (after, signal) =>
    call(contract.listImports, { query: awaiting ? { awaiting: 'true', after } : { after }, signal }),
  );
}

/** While the worker has the batch, ms. */
const pace = 1000;

export function isUnderWay(state: contract.ImportDetail['state']): boolean {
  return state === 'reading' || state === 'running';
}

export function importQuery(batchId: string) {
  return queryOptions({
    queryKey: [...importsKey, 'batch', batchId],
    queryFn: ({ signal }) => call(contract.readImport, { params: { batchId }, signal }),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderWay(data.state) ? pace : false),
    staleTime: 0,
  });
}

/** A judgement of a batch: judged again, its rows and groups are others. */
export type Judged = { readonly id: string; readonly plannedAt: string | null };

export function rowsQuery({ id: batchId, plannedAt }: Judged, verdict: Verdict) {
  return keysetQuery([...importsKey, 'rows', batchId, plannedAt, verdict], (after, signal) =>
    call(contract.listImportRows, { params: { batchId }, query: { verdict, after }, signal }),
  );
}

export function groupsQuery({ id: batchId, plannedAt }: Judged, verdict: 'ask' | 'wrong' | 'ready') {
  return keysetQuery([...importsKey, 'groups', batchId, plannedAt, verdict], (after, signal) =>
    call(contract.listImportGroups, { params: { batchId }, query: { verdict, after }, signal }),
  );
}

/** Every group of a judgement, page by page: what an answer expands to. */
async function allGroups(batchId: string): Promise<contract.ImportGroup[]> {
  const groups: contract.ImportGroup[] = [];
  for (const verdict of ['ask', 'wrong', 'ready'] as const) {
    let after: string | undefined;
    do {
      const { items, next } = await call(contract.listImportGroups, { params: { batchId }, query: { verdict, after, limit: '200' } });
      groups.push(...items);
      after = next ?? undefined;
    } while (after !== undefined);
  }
  return groups;
}

/** What came in by `doneAt`: rows that were confirmed later have come in since. */
export function recordsQuery(batchId: string, doneAt: string | null) {
  return keysetQuery([...importsKey, 'records', batchId, doneAt], (after, signal) =>
    call(contract.listImportRecords, { params: { batchId }, query: { after }, signal }),
  );
}

export type Upload = {
  /** Made once per file chosen: a second try continues the same batch. */
  readonly batchId: string;
  readonly file: File;
  /** Absent for a batch that is declared already. */
  readonly declared?: Omit<CallArguments<typeof contract.declareImport>['body'], 'id' | 'fileName'>;
  readonly onShare: (share: number) => void;
};

/** Opens the batch and sends the file; acknowledged means kept. */
export function useUpload() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ batchId, file, declared, onShare }: Upload) => {
      if (declared !== undefined) await call(contract.declareImport, { body: { ...declared, id: batchId, fileName: file.name } });
      await putWorkbook(`/imports/${batchId}/content`, { content: file, onShare });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: importsKey }),
  });
}

function useOnBatch<Input>(batchId: string, act: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries(importQuery(batchId)),
        ...['list', 'todo'].map((each) => client.invalidateQueries({ queryKey: [...importsKey, each] })),
      ]),
  });
}

/** Sends what was said, with everything said before; the file is judged again with all of it. */
export function useAnswer(batchId: string) {
  return useOnBatch(batchId, async ({ draft, onTaken }: { readonly draft: Draft; readonly onTaken: () => void }) => {
    const [{ answers }, groups] = await Promise.all([call(contract.readImport, { params: { batchId } }), allGroups(batchId)]);
    await call(contract.answerImport, { params: { batchId }, body: answersWith(answers, draft, groups) });
    onTaken();
  });
}

export function useStart(batchId: string) {
  return useOnBatch(batchId, (onlyIfAll: boolean) => call(contract.startImport, { params: { batchId }, body: { onlyIfAll } }));
}

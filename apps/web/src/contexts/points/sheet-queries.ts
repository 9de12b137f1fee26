import * as contract from '@changming/contract/points';
import type { DrawnKind, PlanPlace, SheetKind } from '@changming/domain/points';
import { queryOptions, useMutation } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import { saveFile } from '../../api/save-file.ts';

export type { Sheet, SheetDetail } from '@changming/contract/points';

/** Below the key of the points: an act on either asks both again. */
const sheetsKey = ['points', 'sheets'];

export type SheetSearch = {
  readonly unitId?: string | undefined;
  readonly withBelow?: boolean | undefined;
  readonly kind?: readonly SheetKind[] | undefined;
  readonly withdrawn?: boolean | undefined;
};

export function sheetsQuery({ withBelow, withdrawn, ...rest }: SheetSearch) {
  const flag = (on: boolean | undefined) => (on === undefined ? undefined : (String(on) as 'true' | 'false'));
  const query = { ...rest, withBelow: flag(withBelow), withdrawn: flag(withdrawn) };
  return keysetQuery([...sheetsKey, query], (after, signal) => call(contract.listSheets, { query: { ...query, after }, signal }));
}

export function sheetQuery(sheetId: string) {
  return queryOptions({
    queryKey: [...sheetsKey, 'one', sheetId],
    queryFn: ({ signal }) => call(contract.readSheet, { params: { sheetId }, signal }),
  });
}

/** The version in force as a PDF of the server, with the address by which phones reach the product. */
export function useSheetFile(sheetId: string) {
  return useMutation({ mutationFn: () => saveFile(contract.printSheet, { params: { sheetId } }) });
}

type Created = {
  readonly id: string;
  readonly unitId: string;
  readonly pointId: string | null;
  readonly kind: DrawnKind;
  readonly name: string;
};

export function createSheet(sheet: Created) {
  return call(contract.createSheet, { body: sheet, idempotencyKey: sheet.id });
}

export function issueSheet({
  id: sheetId,
  ...version
}: {
  readonly id: string;
  readonly evidenceId: string;
  readonly note: string | null;
}) {
  return call(contract.issueSheet, { params: { sheetId }, body: version, idempotencyKey: version.evidenceId });
}

export function withdrawSheet({ id: sheetId, reason }: { readonly id: string; readonly reason: string }) {
  return call(contract.withdrawSheet, { params: { sheetId }, body: { reason } });
}

export type Placing = PlanPlace & { readonly sheetId: string; readonly pointId: string };

export function placePoint({ sheetId, pointId, x, y }: Placing) {
  return call(contract.placePoint, { params: { sheetId, pointId }, body: { x, y } });
}

export function removePlace({ sheetId, pointId }: Pick<Placing, 'sheetId' | 'pointId'>) {
  return call(contract.removePlace, { params: { sheetId, pointId } });
}

export function determineKey({ id: pointId, ...rest }: { readonly id: string; readonly from: string; readonly reason: string }) {
  return call(contract.determineKeyPosition, { params: { pointId }, body: rest });
}

export function endKey({ id: pointId, reason }: { readonly id: string; readonly reason: string }) {
  return call(contract.endKeyPosition, { params: { pointId }, body: { reason } });
}

/** Where the picture of a sheet is served. */
export function pictureAddress(evidenceId: string, size: 'thumb' | 'view' | 'original' = 'view'): string {
  return `/api/v1/evidence/${evidenceId}/${size}`;
}

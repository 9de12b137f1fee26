import * as contract from '@changming/contract/points';
import * as workforce from '@changming/contract/workforce';
import type { PointKind } from '@changming/domain/points';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import { saveFile } from '../../api/save-file.ts';

export type { Point, PointDetail } from '@changming/contract/points';

const pointsKey = ['points'];

export type PointSearch = {
  readonly unitId?: string | undefined;
  readonly withBelow?: boolean | undefined;
  readonly kind?: readonly PointKind[] | undefined;
  readonly closed?: boolean | undefined;
  readonly withoutKeeper?: boolean | undefined;
  /** 重点部位 only. */
  readonly key?: boolean | undefined;
  readonly q?: string | undefined;
};

export function pointsQuery(search: PointSearch) {
  const query = { ...platesOf(search), ...flagOf('closed', search.closed) };
  return keysetQuery([...pointsKey, query], (after, signal) => call(contract.listPoints, { query: { ...query, after }, signal }));
}

/** What both the list and the plates are narrowed by. */
function platesOf({ withBelow, closed: _closed, withoutKeeper, key, ...rest }: PointSearch) {
  return { ...rest, ...flagOf('withBelow', withBelow), ...flagOf('withoutKeeper', withoutKeeper), ...flagOf('key', key) };
}

/** 点位台账 as a workbook. */
export function usePointsFile(search: PointSearch) {
  const query = { ...platesOf(search), ...flagOf('closed', search.closed) };
  return useMutation({ mutationFn: () => saveFile(contract.exportPoints, { query }) });
}

/** 点位铭牌 as a PDF of the server, with the address by which phones reach the product. */
export function usePlatesFile(search: PointSearch & { readonly id?: readonly string[] | undefined }) {
  return useMutation({ mutationFn: () => saveFile(contract.printPlates, { query: { ...platesOf(search), id: search.id } }) });
}

function flagOf<Name extends string>(name: Name, wanted: boolean | undefined): { [Key in Name]?: 'true' | 'false' } {
  if (wanted === undefined) return {};
  return { [name]: wanted ? 'true' : 'false' } as { [Key in Name]?: 'true' | 'false' };
}

/** Points of a unit to choose from. */
export function pickPointsQuery({ unitId, withBelow, q }: { readonly unitId: string; readonly withBelow: boolean; readonly q: string }) {
  const query = { unitId, withBelow: String(withBelow) as 'true' | 'false', limit: '100', ...(q === '' ? {} : { q }) };
  return queryOptions({
    queryKey: [...pointsKey, 'pick', query],
    queryFn: ({ signal }) => call(contract.listPoints, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function pointQuery(pointId: string) {
  return queryOptions({
    queryKey: [...pointsKey, 'one', pointId],
    queryFn: ({ signal }) => call(contract.readPoint, { params: { pointId }, signal }),
  });
}

export function usePointAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: pointsKey }) });
}

/** What an office writes of a point beside its name. */
type Details = { readonly ownNo: string | null; readonly place: string | null; readonly remark: string | null };

/** 放行, where somebody is let through. */
type Overriding = { readonly override?: { readonly reason: string } };
type Keeping = Overriding & { readonly keeperId: string; readonly from: string };

type Created = Details & {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly kind: PointKind;
  readonly keeper?: Keeping;
};

export function createPoint(point: Created) {
  return call(contract.createPoint, { body: point, idempotencyKey: point.id });
}

export function editPoint({ id: pointId, ...change }: Details & { id: string; version: number; name: string; kind: PointKind }) {
  return call(contract.editPoint, { params: { pointId }, body: change });
}

export function closePoint({ id: pointId, reason }: { readonly id: string; readonly reason: string }) {
  return call(contract.closePoint, { params: { pointId }, body: { reason } });
}

/** What is sent of the reason for which somebody is let through; nothing where none was asked for. */
export function overrideOf(reason: string | undefined): Overriding {
  return reason === undefined ? {} : { override: { reason } };
}

type OfPoint = Keeping & { readonly id: string; readonly unitId: string; readonly liftId: string };

export async function keepPoint({ id: pointId, unitId: _unit, liftId: _lift, ...keeping }: OfPoint): Promise<unknown> {
  return call(contract.keepPoint, { params: { pointId }, body: keeping });
}

/** Ahead of the appointment, by whoever heads the unit; `liftId` is made once, so that a second send lifts nothing twice. */
export async function liftKeeper({ liftId, unitId, keeperId: personId, from, override }: OfPoint): Promise<unknown> {
  const body = { id: liftId, personId, unitId, post: 'pointKeeper', from, reason: override?.reason ?? '' } as const;
  return call(workforce.liftGate, { body, idempotencyKey: liftId });
}

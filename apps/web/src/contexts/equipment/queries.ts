import * as contract from '@changming/contract/equipment';
import type {
  DueKind,
  FireCondition,
  FireKind,
  FireStanding,
  SpecialCategory,
  SpecialStanding,
  SpecialState,
} from '@changming/domain/equipment';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import { saveFile } from '../../api/save-file.ts';
import type { CallArguments } from '../../api/route-types.ts';

export type {
  EquipmentDue,
  FireDetail,
  FireEquipment,
  MissedSpots,
  PlaceCheck,
  SpecialDetail,
  SpecialEquipment,
} from '@changming/contract/equipment';

const equipmentKey = ['equipment'];

type Branch = { readonly unitId?: string | undefined; readonly withBelow?: boolean | undefined };
export type SpecialSearch = Branch & {
  readonly category?: readonly SpecialCategory[] | undefined;
  readonly state?: readonly SpecialState[] | undefined;
  readonly standing?: readonly SpecialStanding[] | undefined;
  readonly q?: string | undefined;
};
export type FireSearch = Branch & {
  readonly kind?: readonly FireKind[] | undefined;
  readonly condition?: readonly FireCondition[] | undefined;
  readonly standing?: readonly FireStanding[] | undefined;
  readonly unchecked?: boolean | undefined;
  readonly missedOn?: string | undefined;
  readonly q?: string | undefined;
};
export type DueSearch = Branch & {
  readonly kind?: DueKind | undefined;
  readonly overdue?: boolean | undefined;
  readonly until?: string | undefined;
};

export type MissesSearch = Branch & {
  readonly unexplained?: boolean | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

function flagOf<Name extends string>(name: Name, wanted: boolean | undefined): { [Key in Name]?: 'true' | 'false' } {
  if (wanted === undefined) return {};
  return { [name]: wanted ? 'true' : 'false' } as { [Key in Name]?: 'true' | 'false' };
}

function branched<Search extends Branch>({ withBelow, ...rest }: Search) {
  return { ...rest, ...flagOf('withBelow', withBelow) };
}

function fireQueryOf({ unchecked, ...search }: FireSearch) {
  return { ...branched(search), ...flagOf('unchecked', unchecked) };
}

export function specialListQuery(search: SpecialSearch) {
  const query = branched(search);
  return keysetQuery([...equipmentKey, 'special', query], (after, signal) =>
    call(contract.listSpecial, { query: { ...query, after }, signal }),
  );
}

export function specialQuery(equipmentId: string) {
  return queryOptions({
    queryKey: [...equipmentKey, 'special', 'one', equipmentId],
    queryFn: ({ signal }) => call(contract.readSpecial, { params: { equipmentId }, signal }),
  });
}

export function fireListQuery(search: FireSearch) {
  const query = fireQueryOf(search);
  return keysetQuery([...equipmentKey, 'fire', query], (after, signal) => call(contract.listFire, { query: { ...query, after }, signal }));
}

export function fireQuery(equipmentId: string) {
  return queryOptions({
    queryKey: [...equipmentKey, 'fire', 'one', equipmentId],
    queryFn: ({ signal }) => call(contract.readFire, { params: { equipmentId }, signal }),
  });
}

export function defectsQuery(equipmentId: string) {
  return queryOptions({
    queryKey: [...equipmentKey, 'fire', 'defects', equipmentId],
    queryFn: ({ signal }) => call(contract.listDefects, { params: { equipmentId }, signal }),
  });
}

export function dueQuery({ overdue, kind, ...search }: DueSearch) {
  const query = { ...branched(search), ...flagOf('overdue', overdue), ...(kind === undefined ? {} : { kind: [kind] }) };
  return keysetQuery([...equipmentKey, 'due', query], async (after, signal) => {
    const { items, next, today } = await call(contract.listDue, { query: { ...query, after }, signal });
    return { items: items.map((due) => ({ ...due, id: `${due.key}:${due.dueOn}`, today })), next };
  });
}

function missesQueryOf({ unexplained, ...search }: MissesSearch) {
  return { ...branched(search), ...flagOf('unexplained', unexplained) };
}

export function missedSpotsQuery(search: MissesSearch) {
  const query = missesQueryOf(search);
  return keysetQuery([...equipmentKey, 'misses', query], async (after, signal) => {
    const { items, next } = await call(contract.listMissedSpots, { query: { ...query, after }, signal });
    return { items: items.map((each) => ({ ...each, id: `${each.unitId}:${each.dueOn}` })), next };
  });
}

/** How many look-overs were missed, and how many of them nobody has explained. */
export function countMissesQuery(search: Omit<MissesSearch, 'unexplained'>) {
  const query = branched(search);
  return queryOptions({
    queryKey: [...equipmentKey, 'misses', 'count', query],
    queryFn: async ({ signal }) => {
      const { missed, unexplained } = await call(contract.listMissedSpots, { query: { ...query, limit: '1' }, signal });
      return { missed, unexplained };
    },
  });
}

export function placeChecksQuery(search: Branch & { readonly kind?: readonly contract.PlaceCheck['kind'][] | undefined }) {
  const query = branched(search);
  return keysetQuery([...equipmentKey, 'places', query], (after, signal) =>
    call(contract.listPlaceChecks, { query: { ...query, after }, signal }),
  );
}

export function useEquipmentAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: equipmentKey }) });
}

export function useSpecialFile(search: SpecialSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportSpecial, { query: branched(search) }) });
}

export function useFireFile(search: FireSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportFire, { query: fireQueryOf(search) }) });
}

export function useMissesFile(search: MissesSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportMissedSpots, { query: missesQueryOf(search) }) });
}

type BodyOf<Route extends Parameters<typeof call>[0]> = CallArguments<Route> extends { readonly body: infer Body } ? Body : never;
type Of<Body> = { readonly equipmentId: string; readonly body: Body };

export function registerSpecial(body: BodyOf<typeof contract.registerSpecial> & { readonly id: string }) {
  return call(contract.registerSpecial, { body, idempotencyKey: body.id });
}

export function editSpecial({ equipmentId, body }: Of<BodyOf<typeof contract.editSpecial>>) {
  return call(contract.editSpecial, { params: { equipmentId }, body });
}

export function recordInspection({ equipmentId, body }: Of<BodyOf<typeof contract.recordInspection> & { readonly id: string }>) {
  return call(contract.recordInspection, { params: { equipmentId }, body, idempotencyKey: body.id });
}

export function changeSpecialState({ equipmentId, body }: Of<BodyOf<typeof contract.changeSpecialState>>) {
  return call(contract.changeSpecialState, { params: { equipmentId }, body });
}

export function nameOperator({ equipmentId, body }: Of<BodyOf<typeof contract.nameOperator> & { readonly id: string }>) {
  return call(contract.nameOperator, { params: { equipmentId }, body, idempotencyKey: body.id });
}

export function endOperator({ equipmentId, operatorId, on }: { equipmentId: string; operatorId: string; on: string }) {
  return call(contract.endOperator, { params: { equipmentId, operatorId }, body: { on } });
}

export function registerFire(body: BodyOf<typeof contract.registerFire> & { readonly id: string }) {
  return call(contract.registerFire, { body, idempotencyKey: body.id });
}

export function editFire({ equipmentId, body }: Of<BodyOf<typeof contract.editFire>>) {
  return call(contract.editFire, { params: { equipmentId }, body });
}

export function checkFire({ equipmentId, body }: Of<BodyOf<typeof contract.checkFire> & { readonly id: string }>) {
  return call(contract.checkFire, { params: { equipmentId }, body, idempotencyKey: body.id });
}

export function scrapFire({ equipmentId, body }: Of<BodyOf<typeof contract.scrapFire>>) {
  return call(contract.scrapFire, { params: { equipmentId }, body });
}

/** 说明漏检原因. */
export function explainSpots(body: BodyOf<typeof contract.explainSpots>) {
  return call(contract.explainSpots, { body });
}

export function checkPlace(body: BodyOf<typeof contract.checkPlace> & { readonly id: string }) {
  return call(contract.checkPlace, { body, idempotencyKey: body.id });
}

type Defect = { readonly checkId: string; readonly id: string; readonly text: string };

/** 把缺陷报为隐患; its photos are those of the check. */
export function reportDefect({ checkId, ...body }: Defect) {
  return call(contract.reportDefect, { params: { checkId }, body });
}

import * as contract from '@changming/contract/actions';
import type { ActionKind, ActionOrigin, ActionState } from '@changming/domain/actions';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import { saveFile } from '../../api/save-file.ts';
import { owedActions } from './owed.ts';

export type { ActionAct, ActionDetail, ListedAction } from '@changming/contract/actions';

const actionsKey = ['actions'];

export type ActionSearch = {
  readonly unitId?: string | undefined;
  readonly withBelow?: boolean | undefined;
  readonly state?: readonly ActionState[] | undefined;
  readonly origin?: readonly ActionOrigin[] | undefined;
  readonly kind?: readonly ActionKind[] | undefined;
  readonly overdue?: boolean | undefined;
  /** What waits for oneself, wherever it lies, and nothing else. */
  readonly mine?: boolean | undefined;
  readonly q?: string | undefined;
};

function flagOf<Name extends string>(name: Name, wanted: boolean | undefined): { [Key in Name]?: 'true' | 'false' } {
  if (wanted === undefined) return {};
  return { [name]: wanted ? 'true' : 'false' } as { [Key in Name]?: 'true' | 'false' };
}

function asked({ withBelow, overdue, mine: _mine, ...rest }: ActionSearch) {
  return { ...rest, ...flagOf('withBelow', withBelow), ...flagOf('overdue', overdue) };
}

export function actionListQuery(search: ActionSearch) {
  if (search.mine === true) return ownListQuery;
  const query = asked(search);
  return keysetQuery([...actionsKey, 'list', query], async (after, signal) => {
    const { items, next, today } = await call(contract.listActions, { query: { ...query, after }, signal });
    return { items: items.map((row) => ({ ...row, today })), next };
  });
}

const ownListQuery = keysetQuery([...actionsKey, 'own'], async (_, signal) => {
  const { items, today } = await call(contract.listOwnActions, { signal });
  return { items: owedActions(items).map(({ mine: _mine, ...row }) => ({ ...row, today })), next: null };
});

export function actionQuery(actionId: string) {
  return queryOptions({
    queryKey: [...actionsKey, 'one', actionId],
    queryFn: ({ signal }) => call(contract.readAction, { params: { actionId }, signal }),
  });
}

/** Actions stand on the pages of the records that asked for them too. */
export function useAfterAct(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}

export function useActionFile(search: ActionSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportActions, { query: asked(search) }) });
}

export function orderActionFile(search: ActionSearch) {
  return call(contract.orderActions, { query: asked(search) });
}

import * as contract from '@changming/contract/notices';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';

export type Notice = contract.Notice;
export type Channels = contract.Channels;

const noticesKey = ['notices'];

/** The number on the bell: asked every minute, and when somebody comes back to the window. */
export const unreadQuery = queryOptions({
  queryKey: [...noticesKey, 'unread'],
  queryFn: ({ signal }) => call(contract.countUnread, { signal }),
  refetchInterval: 60_000,
  refetchOnWindowFocus: 'always',
});

export function noticesQuery(onlyUnread: boolean) {
  return keysetQuery([...noticesKey, 'own', onlyUnread], (after, signal) =>
    call(contract.listOwnNotices, { query: { after, ...(onlyUnread ? { unread: 'true' as const } : {}) }, signal }),
  );
}

/** The named ones, or all. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (noticeIds?: readonly string[]) =>
      call(contract.markRead, { body: noticeIds === undefined ? {} : { noticeIds: [...noticeIds] } }),
    onSettled: () => client.invalidateQueries({ queryKey: noticesKey }),
  });
}

export const channelsQuery = queryOptions({
  queryKey: [...noticesKey, 'channels'],
  queryFn: ({ signal }) => call(contract.readChannels, { signal }),
});

export function useChooseChannels() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Channels) => call(contract.chooseChannels, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: channelsQuery.queryKey }),
  });
}

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

import { meQuery } from '../api/me.ts';
import { isSignedOut, NetworkError } from '../api/problem-error.ts';
import { noteSession } from '../api/signed-out.ts';

/**
 * A refusal is final; a broken line is tried again twice when reading, and never when writing.
 * A session that ends under an open page is noted.
 */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => noteEnd(client, error) }),
    mutationCache: new MutationCache({ onError: (error) => noteEnd(client, error), onSuccess: () => void askTrailsAgain(client) }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => error instanceof NetworkError && failures < 2,
      },
      mutations: { retry: false },
    },
  });
  return client;
}

/** Only who was signed in can be signed out: before that the guard of the desk leads to the sign-in page. */
function noteEnd(client: QueryClient, error: unknown): void {
  if (isSignedOut(error) && client.getQueryData(meQuery.queryKey) !== undefined) noteSession('ended');
}

/** Every change leaves a trail, which the record on the page shows below it. */
async function askTrailsAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ['audit', 'record'] });
}

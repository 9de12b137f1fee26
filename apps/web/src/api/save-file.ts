import { reachRoute } from './call.ts';
import type { CallableRoute, CallArguments } from './route-types.ts';

/**
 * Calls a route that answers with a file and hands it to the browser to keep, under the name the API gives it.
 *
 * @throws ProblemError when the API refuses, NetworkError when it was not reached
 */
export async function saveFile<const Route extends CallableRoute>(route: Route, asked: CallArguments<Route>): Promise<void> {
  await keepFile(await reachRoute(route, asked));
}

/** The body of an answer as a file of the browser's. */
export async function keepFile(answer: Response): Promise<void> {
  const url = URL.createObjectURL(await answer.blob());
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = nameIn(answer.headers.get('content-disposition') ?? '');
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded === undefined ? '' : decodeURIComponent(encoded);
}

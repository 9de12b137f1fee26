import { createServer, type IncomingMessage, request as passOn, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** The product at an address of its own, where a newer version of its pages can be put in its place while the API is away or there. */
export type Deployment = {
  readonly url: string;
  /** From now on the phone's worker and page are newer ones, and the files of the older are gone; pages say which by `<meta name="made">`. */
  readonly deploy: () => void;
  readonly cutApi: () => void;
  readonly restoreApi: () => void;
  /** How often the API was asked so, while it was there. */
  readonly asked: (method: string, path: RegExp) => number;
  readonly close: () => Promise<void>;
};

type State = { made: number; away: boolean; readonly asked: string[] };

export async function deployment(target: string): Promise<Deployment> {
  const state: State = { made: 0, away: false, asked: [] };
  const server = createServer((asking, answer) => pass(asking, answer, { target, state }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deploy: () => (state.made += 1),
    cutApi: () => (state.away = true),
    restoreApi: () => (state.away = false),
    asked: (method, path) => state.asked.filter((line) => line.startsWith(`${method} `) && path.test(line)).length,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

type Behind = { readonly target: string; readonly state: State };

function pass(asking: IncomingMessage, answer: ServerResponse, { target, state }: Behind): void {
  const { method = 'GET', url = '/', headers } = asking;
  const isApi = url.startsWith('/api/');
  if (isApi && state.away) return void asking.socket.destroy();
  if (isApi) state.asked.push(`${method} ${url}`);
  if (isGone(url, state)) return void answer.writeHead(404).end();
  const newer = isChanged(url, state);
  const sent = newer ? { ...headers, 'accept-encoding': 'identity', 'if-none-match': '' } : headers;
  const asked = passOn(new URL(url, target), { method, headers: sent }, (got) => {
    if (newer) void changed(got, answer, state.made);
    else got.pipe(answer.writeHead(got.statusCode ?? 502, got.headers));
  });
  asked.on('error', () => answer.destroy());
  asking.pipe(asked);
}

function isGone(url: string, { made }: State): boolean {
  return made > 0 && url.startsWith('/assets/');
}

function isChanged(url: string, { made }: State): boolean {
  return made > 0 && (url === '/m-sw.js' || url === '/m');
}

/** As a build of changed sources would have made it. */
async function changed(got: IncomingMessage, answer: ServerResponse, made: number): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of got) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  const newer = text
    .replace(/(["'`])([0-9a-f]{12})\1/u, `$1$2-${made}$1`)
    .replace('</head>', `<meta name="made" content="${made}"></head>`);
  const { 'content-length': _, etag: __, ...headers } = got.headers;
  answer.writeHead(got.statusCode ?? 502, headers).end(newer);
}

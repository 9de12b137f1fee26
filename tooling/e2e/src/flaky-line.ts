import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to the product that a test can cut: whole, in the middle of what is being sent, or for as long as it likes. */
export type FlakyLine = {
  readonly url: string;
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
  /** The next connection that carries so many bytes to the product dies there, as if the server had been killed. */
  readonly dieAfter: (bytes: number) => void;
  /** How often it died so. */
  readonly deaths: () => number;
  readonly close: () => Promise<void>;
};

export async function flakyLine(target: string): Promise<FlakyLine> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const fate = { bytes: Number.POSITIVE_INFINITY, deaths: 0 };
  const join = (near: Socket) => {
    const far = connect(Number(port), hostname);
    let sent = 0;
    const cut = () => {
      for (const end of [near, far]) end.destroy();
    };
    for (const end of [near, far]) {
      open.add(end);
      end.on('error', cut);
      end.on('close', () => {
        open.delete(end);
        cut();
      });
    }
    near.on('data', (chunk: Buffer) => {
      sent += chunk.length;
      if (sent <= fate.bytes) return;
      Object.assign(fate, { bytes: Number.POSITIVE_INFINITY, deaths: fate.deaths + 1 });
      cut();
    });
    near.pipe(far);
    far.pipe(near);
  };
  let server = await listening(join, 0);
  const at = portOf(server);
  const down = async () => {
    for (const socket of open) socket.destroy();
    await new Promise<void>((done) => server.close(() => done()));
  };
  return {
    url: `http://127.0.0.1:${at}`,
    down,
    up: async () => {
      server = await listening(join, at);
    },
    dieAfter: (bytes) => Object.assign(fate, { bytes }),
    deaths: () => fate.deaths,
    close: async () => (server.listening ? down() : undefined),
  };
}

function listening(join: (socket: Socket) => void, port: number): Promise<Server> {
  const server = createServer(join);
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a phone fetches the authority's certificate, over plain http because it trusts nothing of ours yet. */
export type Door = { readonly url: string; readonly stop: () => Promise<void> };

/** Opens on the wished port, or on a free one where that is taken. The certificate is public; nothing else is served. */
export async function openCertificateDoor(authority: string, address: string, wished: number): Promise<Door> {
  const der = new X509Certificate(authority).raw;
  const server = createServer((_request, answer) => {
    answer.writeHead(200, { 'content-type': 'application/x-x509-ca-cert', 'content-disposition': 'attachment; filename="changming.crt"' });
    answer.end(der);
  });
  await listen(server, address, wished).catch(() => listen(server, address, 0));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${address}:${port}/changming.crt`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen({ host, port, exclusive: true });
  await once(server, 'listening');
}

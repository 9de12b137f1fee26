import type { ChildProcess } from 'node:child_process';

import { buildApp } from '@changming/api/app';
import { clockFrom } from '@changming/application/clock';
import { openHouse } from '@changming/application/context';
import { localFiles } from '@changming/application/files';
import { secretsFrom } from '@changming/application/secrets';
import autocannon, { type Options } from 'autocannon';
import { escapeLiteral } from 'pg';
import { pino } from 'pino';

import type { LargeHouse } from './large-house.ts';
import type { Statement } from './statements.ts';
import { cpuOfTree } from './usage.ts';

/** The API in this process, to be asked for what it sends to the database. */
export function appOn(url: string, role: string) {
  const opened = openHouse({
    url,
    role,
    max: 2,
    clock: clockFrom(undefined),
    secrets: secretsFrom(Buffer.alloc(32, 7).toString('base64')),
  });
  return {
    built: buildApp({ house: opened, log: pino({ level: 'silent' }), secure: false, files: localFiles('/tmp') }),
    close: opened.close,
  };
}

/** From the last `begin` on: the verb's own transaction, without finding out who asks. */
export function withoutSession(statements: readonly Statement[]): Statement[] {
  const begins = statements.map(({ text }) => /^(begin|start transaction)/i.test(text));
  const own = statements.slice(begins.lastIndexOf(true)).filter(({ text }) => !text.includes('session_known'));
  return openedAtOnce(own);
}

/** The same after the question who stands behind the session, which the product asks in a trip of its own. */
export function withSession(statements: readonly Statement[]): Statement[] {
  return [...statements.filter(({ text }) => text.includes('session_known')), ...withoutSession(statements)];
}

/** Bare code would open its transaction in one trip: `begin` and the settings as one text. */
function openedAtOnce([begun, settings, ...others]: readonly Statement[]): Statement[] {
  if (begun === undefined || settings === undefined || !settings.text.includes('set_config'))
    throw new Error('the transaction opens otherwise');
  const said = settings.text.replace(/\$(\d+)/g, (_, at: string) => escapeLiteral(String(settings.values[Number(at) - 1])));
  return [{ text: `${begun.text}; ${said}`, values: [] }, ...others];
}

export async function portOf(process: ChildProcess): Promise<number> {
  const { port } = await new Promise<{ port: number }>((resolve) =>
    process.once('message', (message) => resolve(message as { port: number })),
  );
  return port;
}

export type Figures = { readonly rate: number; readonly server: number; readonly database: number };

/** Requests a second, and CPU milliseconds of a request in the server and in PostgreSQL. */
export async function measured(process: ChildProcess, asked: Options, { pid }: LargeHouse): Promise<Figures> {
  await usageOf(process);
  const before = cpuOfTree(pid);
  const { requests, non2xx } = await autocannon({ connections: 16, duration: 5, ...asked });
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${asked.url} were refusals`);
  const server = (await usageOf(process)) / requests.total;
  return { rate: requests.average, server, database: (cpuOfTree(pid) - before) / requests.total };
}

async function usageOf(process: ChildProcess): Promise<number> {
  process.send('usage');
  const { cpu } = await new Promise<{ cpu: number }>((resolve) =>
    process.once('message', (message) => resolve(message as { cpu: number })),
  );
  return cpu;
}

export function told({ rate, server, database }: Figures): string {
  return `${rate.toFixed(0)}/s, CPU ms ${server.toFixed(3)} + ${database.toFixed(3)} of PostgreSQL`;
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

import { join, resolve } from 'node:path';

import { z } from 'zod';

import { sentences } from './sentences.ts';
import { StartFault } from './start-fault.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });
const secretKey = z.string().refine((text) => Buffer.from(text, 'base64').length === 32, 'CM_SECRET_KEY 须为 32 字节的 base64');

const environment = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535).default(8080),
    HOST: z.string().optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATABASE_URL: databaseUrl.optional(),
    DATABASE_API_URL: databaseUrl.optional(),
    DATABASE_WORKER_URL: databaseUrl.optional(),
    CM_DATA_DIR: z.string().default('.data'),
    CM_CLOCK: z.string().optional(),
    CM_ENV: z.enum(['development', 'production']).default('development'),
    CM_DEMO: z.enum(['0', '1']).default('1'),
    CM_SECRET_KEY: secretKey.optional(),
    CM_TLS_CERT: z.string().optional(),
    CM_TLS_KEY: z.string().optional(),
  })
  .refine(({ CM_ENV, CM_CLOCK }) => CM_ENV !== 'production' || CM_CLOCK === undefined, sentences.clockInProduction)
  .refine(({ CM_TLS_CERT, CM_TLS_KEY }) => (CM_TLS_CERT === undefined) === (CM_TLS_KEY === undefined), sentences.tlsHalf);

export type Config = ReturnType<typeof readConfig>;

/**
 * The only reader of the environment: an empty variable counts as unset, a relative CM_DATA_DIR lies in the project's folder.
 * @throws StartFault that names each variable or argument at fault
 */
export function readConfig(env: Environment, args: readonly string[], root: string) {
  const strange = args.filter((arg) => arg !== '--lan');
  if (strange.length > 0) throw new StartFault(sentences.argumentUnknown(strange.join(' ')));
  z.config(z.locales.zhCN());
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) throw new StartFault(sentences.settingsWrong(z.prettifyError(parsed.error)));
  const found = parsed.data;
  const dataDir = resolve(root, found.CM_DATA_DIR);
  return {
    root,
    dataDir,
    logs: join(dataDir, 'logs'),
    inherited: env,
    host: found.HOST ?? '127.0.0.1',
    hostGiven: found.HOST !== undefined,
    port: found.PORT,
    publicUrl: found.PUBLIC_URL,
    database: { owner: found.DATABASE_URL, api: found.DATABASE_API_URL, worker: found.DATABASE_WORKER_URL },
    clock: found.CM_CLOCK,
    production: found.CM_ENV === 'production',
    demo: found.CM_DEMO === '1' && found.CM_ENV !== 'production',
    secretKey: found.CM_SECRET_KEY,
    tls: found.CM_TLS_CERT && found.CM_TLS_KEY ? { cert: found.CM_TLS_CERT, key: found.CM_TLS_KEY } : null,
    lan: args.includes('--lan'),
  } as const;
}

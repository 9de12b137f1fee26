import { clockFrom } from '@changming/application/clock';
import { bucketFrom, filesFrom } from '@changming/application/files';
import { z } from 'zod';

const environment = z.object({
  DATABASE_API_URL: z.string().min(1),
  CM_SECRET_KEY: z.string().min(1),
  CM_DATA_DIR: z.string().default('.data'),
  CM_CLOCK: z.string().optional(),
  CM_ENV: z.enum(['development', 'production']).default('development'),
  CM_TLS_CERT: z.string().optional(),
  CM_TLS_KEY: z.string().optional(),
  CM_WEB_DIR: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  PUBLIC_URL: z.url().optional(),
});

/** The only reader of the process environment; everything else is handed a value. */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(`环境变量有误:\n${z.prettifyError(parsed.error)}`);
  const { CM_CLOCK: clock, CM_ENV: mode, ...rest } = parsed.data;
  if (clock !== undefined && mode === 'production') throw new Error('生产环境不能设置 CM_CLOCK');
  return {
    ...rest,
    production: mode === 'production',
    secure: rest.CM_TLS_CERT !== undefined || (rest.PUBLIC_URL ?? '').startsWith('https://'),
    clock: clockFrom(clock),
    files: filesFrom({ dataDir: rest.CM_DATA_DIR, bucket: bucketFrom(env) }),
  } as const;
}

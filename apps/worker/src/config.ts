import { clockFrom } from '@changming/application/clock';
import { z } from 'zod';

const environment = z.object({
  DATABASE_WORKER_URL: z.string().min(1),
  DATABASE_PREPARE: z.enum(['on', 'off']).default('on'),
  CM_SECRET_KEY: z.string().min(1),
  CM_DATA_DIR: z.string().default('.data'),
  CM_CLOCK: z.string().optional(),
  CM_ENV: z.enum(['development', 'production']).default('development'),
  PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
  CM_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  CM_MAIL_FROM: z.string().default('长明 <changming@localhost>'),
});

/** The only reader of the process environment; everything else is handed a value. */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(`环境变量有误:\n${z.prettifyError(parsed.error)}`);
  const { CM_CLOCK: clock, CM_ENV: mode, ...rest } = parsed.data;
  if (clock !== undefined && mode === 'production') throw new Error('生产环境不能设置 CM_CLOCK');
  return { ...rest, clock: clockFrom(clock) } as const;
}

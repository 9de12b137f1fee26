import { isLoopback } from '@changming/application/access';
import { clockFrom } from '@changming/application/clock';
import { bucketFrom, filesFrom } from '@changming/application/files';
import { z } from 'zod';

const sso = {
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(20).default('统一身份登录'),
  OIDC_SCOPE: z.string().default('openid profile'),
  OIDC_STAFF_NO_CLAIM: z.string().optional(),
} as const;

const environment = z.object({
  ...sso,
  DATABASE_API_URL: z.string().min(1),
  /** `off` behind a pooler that cannot follow prepared statements (PgBouncer before 1.21). */
  DATABASE_PREPARE: z.enum(['on', 'off']).default('on'),
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
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) throw new Error(`环境变量有误:\n${z.prettifyError(parsed.error)}`);
  const { CM_CLOCK: clock, CM_ENV: mode, ...rest } = parsed.data;
  if (clock !== undefined && mode === 'production') throw new Error('生产环境不能设置 CM_CLOCK');
  return {
    ...rest,
    production: mode === 'production',
    secure: rest.CM_TLS_CERT !== undefined || (rest.PUBLIC_URL ?? '').startsWith('https://'),
    sso: ssoIn(rest),
    clock: clockFrom(clock),
    files: filesFrom({ dataDir: rest.CM_DATA_DIR, bucket: bucketFrom(env) }),
  } as const;
}

/** All of it or nothing: a house that is half told about 统一身份 does not start. */
function ssoIn(env: Omit<z.output<typeof environment>, 'CM_CLOCK' | 'CM_ENV'>) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, PUBLIC_URL: publicUrl } = env;
  if (issuer === undefined) return null;
  if (clientId === undefined || clientSecret === undefined || publicUrl === undefined)
    throw new Error('设置了 OIDC_ISSUER，就必须一并设置 OIDC_CLIENT_ID、OIDC_CLIENT_SECRET 和 PUBLIC_URL');
  if (!issuer.startsWith('https://') && !isLoopback(issuer)) throw new Error('OIDC_ISSUER 必须是 https 地址');
  const { OIDC_LABEL: label, OIDC_SCOPE: scope, OIDC_STAFF_NO_CLAIM: staffNoClaim = null } = env;
  return { issuer, clientId, clientSecret, publicUrl, label, scope, staffNoClaim } as const;
}

import { z } from 'zod';

import { day, id, text } from '../kernel/index.ts';
import { kinds, permissions } from './matrix.ts';
import { grantableRoles } from './roles.ts';

/** Passwords are taken as typed: no trimming, no normal form. */
const password = z.string().min(1).max(256);
const totp = z.string().regex(/^\d{6}$/, { message: '动态口令是 6 位数字' });

export const signInInput = z.strictObject({ login: text(64), password, totp: totp.optional() });
export const changePasswordInput = z.strictObject({ current: password, next: password });
export const grantInput = z.strictObject({
  accountId: id,
  role: z.enum(grantableRoles),
  kinds: z.array(z.enum(kinds)).min(1).max(3),
  unitId: id,
  from: day,
  to: day.nullable(),
});
export const tokenInput = z.strictObject({
  name: text(60),
  accountId: id,
  scopes: z
    .array(z.enum(permissions as [(typeof permissions)[number], ...(typeof permissions)[number][]]))
    .min(1)
    .max(60),
  unitIds: z.array(id).max(50),
  expiresOn: day,
});
export const accountsInput = z.strictObject({ personIds: z.array(id).min(1).max(1000) });

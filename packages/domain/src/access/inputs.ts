import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, text } from '../kernel/index.ts';
import { kinds, permissions } from './matrix.ts';
import { isRecoveryCode } from './one-time.ts';
import { passwordProfileNames } from './passwords.ts';
import { grantableRoles } from './roles.ts';
import { sessionEntries } from './session-limits.ts';

/** Passwords are taken as typed: no trimming, no normal form. */
const password = z.string().min(1).max(256);
const totp = z.string().regex(/^\d{6}$/, { message: '动态口令是 6 位数字' });
/** 动态口令, or a 恢复码 in its place. */
const secondFactor = z
  .string()
  .max(20)
  .refine((code) => /^\d{6}$/.test(code) || isRecoveryCode(code), { message: '请填写 6 位动态口令，或一个恢复码' });
const pin = z.string().regex(/^\d{6}$/, { message: 'PIN 是 6 位数字' });
/** What a QR or a cookie carries: base64url of 32 random bytes. */
const secret = z.string().regex(/^[\w-]{43}$/, { message: '二维码不完整，请重新扫码' });

export const signInInput = z.strictObject({
  login: text(64),
  password,
  totp: secondFactor.optional(),
  /** Where the form stands; whoever does not say is at the desk, whose sessions are the shortest. */
  entry: z.enum(sessionEntries).default('desk'),
});
export const signInByPinInput = z.strictObject({ staffNo: text(64), pin });
export const changePasswordInput = z.strictObject({ current: password, next: password });
export const ownPasswordInput = z.strictObject({ password });
export const totpCodeInput = z.strictObject({ code: totp });
export const pinInput = z.strictObject({ password, pin });

export const accountsInput = z.strictObject({ personIds: z.array(id).min(1).max(1000) });
export const accountInput = z.strictObject({ accountId: id });
export const accountReasonInput = z.strictObject({ accountId: id, reason: text(200) });
/** 含下级, spelled as everywhere else; `below` is how these lists were asked before, and is still understood. */
const depth = { withBelow: queryFlag.optional(), below: queryFlag.optional() };

export const accountStates = ['active', 'disabled', 'locked', 'neverSignedIn'] as const;
/** The list of accounts stands in the order of the tree: place, then age. */
export const accountFilter = z.strictObject({
  q: text(40).optional(),
  state: z.enum(accountStates).optional(),
  /** Held today. */
  role: z.enum(grantableRoles).optional(),
  unitId: id.optional(),
  /** 含下级, unless it says no. */
  ...depth,
  after: keysetCursor([z.coerce.number().int(), id]).optional(),
  limit: pageLimit,
});
/** 可开通账号的人员: persons at work who have a 工号 and no account. */
export const candidateFilter = z.strictObject({
  q: text(40).optional(),
  unitId: id.optional(),
  ...depth,
  after: keysetCursor([z.coerce.number().int(), id]).optional(),
  limit: pageLimit,
});

/** 工号 pasted from a list, each on its own line or behind a comma. */
export const candidatesByStaffNoInput = z.strictObject({ staffNos: z.array(text(64)).min(1).max(1000) });

const granted = { role: z.enum(grantableRoles), kinds: z.array(z.enum(kinds)).min(1).max(3), from: day, to: day.nullable() } as const;
const inOrder = ({ from, to }: { readonly from: string; readonly to: string | null }) => to === null || from <= to;
const order = { path: ['to'], message: '截止日期不能早于开始日期' };

export const grantInput = z.strictObject({ accountId: id, ...granted, unitId: id }).refine(inOrder, order);

/** How many one request of 批量授权 may name. */
export const mostGranted = 2000;
/** 批量授权: accounts, and persons by their 工号; at one unit, or each at the unit where the person is. */
export const grantsInput = z
  .strictObject({
    accountIds: z.array(id).max(mostGranted).default([]),
    staffNos: z.array(text(64)).max(mostGranted).default([]),
    ...granted,
    unitId: id.nullable(),
  })
  .refine(inOrder, order)
  .refine(({ accountIds, staffNos }) => accountIds.length + staffNos.length > 0, { path: ['staffNos'], message: '请至少选一个人' });
export const grantFilter = z.strictObject({
  accountId: id.optional(),
  unitId: id.optional(),
  ...depth,
  /** Of one account also those that were ended. */
  past: queryFlag.optional(),
  after: keysetCursor([z.coerce.number().int(), id]).optional(),
  limit: pageLimit,
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
export const tokenFilter = z.strictObject({
  accountId: id.optional(),
  /** Those whose last day has come by then. */
  expiresBy: day.optional(),
  after: keysetCursor([id]).optional(),
  limit: pageLimit,
});

export const deviceInput = z.strictObject({ unitId: id, name: text(60) });
export const deviceFilter = z.strictObject({ unitId: id.optional() });
export const pairingInput = z.strictObject({ pairing: secret });
/** What the QR on the desk carries to the phone. */
export const scanInput = z.strictObject({ code: secret });
/** An address of this site: one slash, and nothing that a browser drops from an address, for `/<tab>/elsewhere` would lead away. */
export const siteAddress = z
  .string()
  .max(400)
  .regex(/^\/(?![/\\])[^\p{Cc}\\]*$/u);
/** The page to open after 统一身份登录. */
export const ssoStartInput = z.strictObject({ from: siteAddress.optional() });

export const accessSettingsInput = z.strictObject({ passwordProfile: z.enum(passwordProfileNames) });

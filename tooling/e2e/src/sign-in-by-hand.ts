import { createHmac } from 'node:crypto';

import type { Page } from 'playwright-core';

import { picture } from './desk.ts';

/** From the sign-in page on, as nobody. */
export async function signInByHand(page: Page, login: string, password: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('工号或手机号').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Replaces the password of a slip. */
export async function setOwnPassword(page: Page, initial: string, next: string): Promise<void> {
  await page.getByLabel('初始密码').fill(initial);
  await page.getByLabel('新密码', { exact: true }).fill(next);
  await page.getByLabel('再输一遍新密码').fill(next);
  await page.getByRole('button', { name: '保存新密码' }).click();
}

/** 启用动态口令, from the question for the password to the recovery codes. */
export async function enrol(page: Page, password: string, name: string): Promise<{ recoveryCodes: string[] }> {
  await page.getByLabel('当前密码').fill(password);
  await page.getByRole('button', { name: '下一步' }).click();
  const secret = (await page.locator('.begin-totp__secret').innerText()).replaceAll(' ', '');
  await picture(page, name);
  await page.getByLabel('验证器显示的 6 位数字').fill(totpOf(secret));
  await page.getByRole('button', { name: '启用', exact: true }).click();
  const codes = page.locator('.recovery-codes .recovery-codes__list li');
  await codes.nth(9).waitFor();
  const recoveryCodes = await codes.allInnerTexts();
  await picture(page, `${name}-recovery`);
  await page.getByLabel('我已保存这些恢复码').check();
  await page.getByRole('button', { name: /完\s*成/ }).click();
  return { recoveryCodes };
}

/** The code an authenticator shows now (RFC 6238). */
function totpOf(secret: string): string {
  const bits = Array.from(secret, (sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const at = (hash.at(-1) ?? 0) & 0x0f;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { asked, givenRoot } from './given-desk.ts';
import { typeDay } from './given-hazards.ts';
import { leavePage, theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

type Run = { readonly id: string; readonly period: string; readonly periodKind: string; readonly fromOn: string };
type Row = { readonly unitId: string; readonly unit: string; readonly status: string };
type Trial = { readonly code: string; readonly name: string; readonly quarter: Run };

/** A draft by the safety department, so that no other test shares what becomes of its runs. */
async function givenDraft(safety: Page): Promise<Trial> {
  const { items } = await asked<{ items: Run[] }>(safety, 'get', '/assessments/runs?scheme=hazard-treatment');
  const quarter = items.find(({ periodKind }) => periodKind === 'quarter');
  if (quarter === undefined) throw new Error('no quarter of the demo group has been computed');
  const { scheme } = await asked<{ scheme: object }>(safety, 'get', '/assessments/schemes/hazard-treatment/1');
  const [code, name] = [`trial-${process.pid}`, `试行方案${process.pid}`];
  await asked(safety, 'post', '/assessments/schemes', { scheme: { ...scheme, code, name, version: 1 } });
  return { code, name, quarter };
}

async function rowsOf(page: Page, runId: string): Promise<Row[]> {
  return (await asked<{ items: Row[] }>(page, 'get', `/assessments/runs/${runId}/results?limit=200`)).items;
}

/** Computed in the background: a person waits for the sentence that says so. */
async function computed(safety: Page, order: object): Promise<string> {
  const { id } = await asked<{ id: string }>(safety, 'post', '/assessments/runs', order);
  await safety.goto(`/assessments?ordered=${id}`);
  await safety.getByText('已经算好').waitFor({ timeout: 40_000 });
  return id;
}

/** All the other units confirm, by somebody who may for the whole group that day. */
async function othersConfirm(leader: Page, { runId, own }: { readonly runId: string; readonly own: string }): Promise<void> {
  const security = await signedIn(browser, 'securityAdmin');
  const { account } = await asked<{ account: { id: string } }>(leader, 'get', '/me');
  const [root, today] = [await givenRoot(security), new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)];
  await asked(security, 'post', '/grants', {
    accountId: account.id,
    role: 'unitHead',
    kinds: ['approve'],
    unitId: root.id,
    from: today,
    to: today,
  });
  await leavePage(security);
  const others = (await rowsOf(leader, runId)).filter(({ unitId, status }) => unitId !== own && status !== 'notAssessed');
  for (const { unitId } of others) await asked(leader, 'post', `/assessments/runs/${runId}/results/${unitId}/confirmation`);
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').last().getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).click();
}

async function agreed(page: Page): Promise<void> {
  const sure = page
    .getByRole('dialog')
    .last()
    .getByRole('button', { name: /确\s*定/ });
  await sure.click();
  await sure.waitFor({ state: 'hidden' });
}

test('a scheme is published, a unit confirms and appeals, another person answers; a veto by two persons is shown with its clause', async () => {
  const [safety, leader, head] = [
    await signedIn(browser, 'hqSafety'),
    await signedIn(browser, 'hqLeader'),
    await signedIn(browser, 'unitHead'),
  ];
  const { code, name, quarter } = await givenDraft(safety);

  await leader.goto(`/assessments/schemes/${code}/1`);
  await leader.getByRole('button', { name: /^发\s*布/ }).click();
  const from = leader.getByRole('dialog').getByRole('combobox');
  await from.click();
  await leader.locator('.ant-select-item-option').first().waitFor();
  await from.press('ArrowUp');
  await from.press('Enter');
  await leader
    .getByRole('dialog')
    .getByRole('button', { name: /^发\s*布/ })
    .click();
  await leader.getByRole('dialog').waitFor({ state: 'hidden' });

  const runId = await computed(safety, { schemeCode: code, period: quarter.period });
  await asked(safety, 'post', `/assessments/runs/${runId}/ask`);
  const [own] = await rowsOf(head, runId);
  if (own === undefined) throw new Error('the branch of the unit head has no result');
  await head.goto(`/assessments/runs/${runId}/units/${own.unitId}`);
  await head.getByRole('button', { name: '确认结果' }).click();
  await agreed(head);
  await head.getByText(/于 .* 确认/).waitFor();
  await othersConfirm(leader, { runId, own: own.unitId });
  await asked(safety, 'post', `/assessments/runs/${runId}/hearAppeals`);
  await head.reload();
  await head.getByRole('button', { name: '提出申诉' }).click();
  await choose(head, '针对', 'D2');
  await head.getByLabel('理由').fill('有一条在期限内已经提交');
  await head.getByRole('dialog').getByRole('button', { name: '提出申诉' }).click();
  await head.getByText('待答复', { exact: true }).waitFor();

  await leader.goto(`/assessments?run=${runId}`);
  await leader.getByRole('button', { name: /^裁\s*定/ }).waitFor();
  await picture(leader, 'assessments-appeals');
  expect(await axeFaults(leader)).toEqual([]);
  await leader.getByRole('button', { name: /^裁\s*定/ }).click();
  await leader.getByText('不成立', { exact: true }).click();
  await leader.getByLabel('理由').fill('提交晚于期限');
  await picture(leader, 'assessments-appeal-answer');
  await leader
    .getByRole('dialog')
    .last()
    .getByRole('button', { name: /^裁\s*定/ })
    .click();
  await leader.getByText('申诉已裁定').waitFor();
  await head.reload();
  await head.getByText('答复：提交晚于期限').waitFor();

  await safety.goto('/assessments/findings');
  await safety.getByRole('button', { name: /^登\s*记/ }).click();
  const form = safety.getByRole('dialog');
  await form.getByLabel('单位').click();
  await form.getByLabel('单位').fill(own.unit);
  await safety.locator('.unit-picker__hit').filter({ hasText: own.unit }).first().click();
  await choose(safety, '方案', name);
  await choose(safety, '类别', '一票否决');
  await choose(safety, '规则', 'V8');
  await typeDay(safety, '发生日期', quarter.fromOn);
  await form.getByLabel('依据').fill(`查实台账造假 ${code}`);
  await picture(safety, 'assessments-finding-form');
  await form.getByRole('button', { name: /^登\s*记/ }).click();
  const mine = safety.getByRole('row').filter({ hasText: code });
  await mine.getByText('待核准').waitFor();
  expect(await mine.getByRole('button', { name: /^核\s*准/ }).getAttribute('aria-disabled')).toBe('true');
  await picture(safety, 'assessments-findings');
  expect(await axeFaults(safety)).toEqual([]);

  await leader.goto('/assessments/findings');
  const theirs = leader.getByRole('row').filter({ hasText: code });
  await theirs.getByRole('button', { name: /^核\s*准/ }).click();
  await agreed(leader);
  await theirs.getByText('已核准').waitFor();

  const again = await computed(safety, { schemeCode: code, period: quarter.period, anew: true, reason: '否决核准后重算' });
  await head.goto(`/assessments/runs/${again}/units/${own.unitId}`);
  await head.getByText(/V8 /).waitFor();
  await head
    .getByText(/→ 一票否决/)
    .first()
    .waitFor();
  await picture(head, 'assessments-vetoed');
  await safety.evaluate(() => localStorage.setItem('cm.locale', 'en'));
  await safety.goto('/assessments/findings?kind=veto&stage=approved');
  await safety.getByRole('row').filter({ hasText: code }).getByText('Approved').waitFor();
  await picture(safety, 'assessments-findings-en');
  for (const page of [safety, leader, head]) await leavePage(page);
}, 90_000);

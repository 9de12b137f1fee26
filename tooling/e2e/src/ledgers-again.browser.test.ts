import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { bringIn, confirmed, givenUnit, sendLedger } from './given-ledger.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

async function answer(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: '要回答' }).click();
  await page.getByRole('radio', { name, exact: true }).click();
  await page.getByRole('button', { name: '重新判定' }).click();
}

test('what headquarters has taken of a ledger is asked again of a hazard that another ledger changed; what it keeps is asked no more, until that is taken back', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const { unit, mark } = await givenUnit(page);
  const text = `${mark}一层西门被货物堵塞`;
  const telling = (due: string) => [[unit, '2025-12-07', text, '车间级', due, '否', '']];
  const difference = (ours: string, theirs: string) => page.getByRole('row', { name: new RegExp(`整改期限\\s*${ours}\\s*${theirs}`, 'u') });
  await sendLedger(page, telling('2025-12-09'));
  await bringIn(page, 1);
  await sendLedger(page, telling('2025-12-19'));
  await answer(page, '按文件更新');
  await page.getByRole('button', { name: '导入合格的 1 行' }).waitFor();
  const waiting = page.url();
  await sendLedger(page, telling('2025-12-25'));
  await answer(page, '按文件更新');
  await bringIn(page, 1);
  const hazard = (await page.locator('.imports__outcome a.imports__file').first().getAttribute('href')) ?? '';

  await page.goto(waiting);
  await confirmed(page, '导入合格的 1 行');
  await page.getByText('有 1 行要再回答或改正。这次什么也没有导入').waitFor();
  await difference('2025-12-25', '2025-12-19').waitFor();
  await picture(page, 'ledger-meanwhile');
  const faults = await axeFaults(page);
  await answer(page, '保留系统里的');
  await confirmed(page, '记住回答');
  await page.getByRole('heading', { name: '导入完成' }).waitFor();

  await sendLedger(page, telling('2025-12-19'));
  await page.getByRole('tab', { name: '跳过' }).click();
  await page.getByText('系统里已有，按您的选择保留原样').waitFor();
  await picture(page, 'ledger-kept');
  await sendLedger(page, telling('2025-12-20'));
  await difference('2025-12-25', '2025-12-20').waitFor();

  await page.goto(hazard);
  await page.getByText('按后来的台账推进').first().waitFor();
  const said = page.locator('.record').filter({ hasText: '没有采用' });
  expect(await said.innerText()).toMatch(/2025年台账\.xlsx“2025年台账”第 2 行[\s\S]*保留系统里的[\s\S]*整改期限 2025-12-19/u);
  await said.scrollIntoViewIfNeeded();
  await picture(page, 'ledger-answers');
  faults.push(...(await axeFaults(page)));
  await said.getByRole('button', { name: /撤回/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('已经导入的内容不会改回去').waitFor();
  await dialog.getByRole('textbox').fill('按台账的期限办');
  await picture(page, 'ledger-answer-taken-back');
  faults.push(...(await axeFaults(page)));
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await said.waitFor({ state: 'detached' });

  await sendLedger(page, telling('2025-12-19'));
  await difference('2025-12-25', '2025-12-19').waitFor();
  expect(faults).toEqual([]);
});

test('that words are the same hazard stands on its page, and the next ledger asks again once it is taken back', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const { unit, mark } = await givenUnit(page);
  const telling = (many: string, due = '2025-12-11') => [
    [unit, '2025-12-08', `${mark}三楼北侧消防通道堆放空箱${many}处`, '车间级', due, '否', ''],
  ];
  await sendLedger(page, telling('两'));
  await bringIn(page, 1);
  const hazard = (await page.locator('.imports__outcome a.imports__file').first().getAttribute('href')) ?? '';
  await sendLedger(page, telling('二', '2025-12-14'));
  await answer(page, '是同一条，按这份台账更新办理情况');
  await bringIn(page, 1);

  await page.goto(hazard);
  const said = page.locator('.record').filter({ hasText: '是同一条' });
  await said.getByText(telling('二')[0]?.[2] ?? '').waitFor();
  await said.getByRole('button', { name: /撤回/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('其实是另一处');
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await said.waitFor({ state: 'detached' });
  await page.getByText('2025-12-14').first().waitFor();
  await picture(page, 'ledger-alias-taken-back');

  await sendLedger(page, telling('二', '2025-12-14'));
  await page.getByRole('tab', { name: '要回答' }).click();
  await page.getByRole('radio', { name: '是同一条，按这份台账更新办理情况' }).waitFor();
});

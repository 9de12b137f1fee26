import { readWorkbook } from '@changming/documents/excel';
import { zhCN } from '@changming/phrases';
import { expect, it, vi } from 'vitest';

import { templates } from './templates.ts';

// Reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

it.each(['units', 'workforce', 'points', 'hazards', 'training'] as const)('the template of %s is that of its own ledger', async (kind) => {
  const { sheets } = await readWorkbook(new Uint8Array(await templates[kind](['东城一厂'], 'zh-CN')));

  expect(sheets[0]?.name).toBe(zhCN.imports.templates[kind]);
});

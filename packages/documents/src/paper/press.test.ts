import { expect, it, vi } from 'vitest';

import type { DataSheet } from './data-sheet.ts';
import { press } from './press.ts';

// The press loads its writers first, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function given(over: Partial<DataSheet> = {}) {
  const columns = [{ title: '隐患', width: 20, kind: 'text' }] as const;
  return {
    kind: 'data',
    data: { sheet: '台账', columns, rows: [['通道堆放']], madeAt: new Date('2026-01-20T02:00:00Z'), ...over },
  } as const;
}

it('goes on after an order that cannot be made', async () => {
  const broken = press({ kind: 'data', data: null as never });
  const next = press(given());

  await expect(broken).rejects.toThrow('the document was not made');
  expect(Buffer.from(await next).toString('latin1', 0, 2)).toBe('PK');
});

it('refuses what would wait too long, and takes it again when the others are done', async () => {
  const orders = Array.from({ length: 20 }, () => press(given()));

  await expect(press(given())).rejects.toMatchObject({ kind: 'conflict', code: 'request.busy' });
  expect(await Promise.all(orders)).toHaveLength(20);
  await expect(press(given())).resolves.toBeInstanceOf(Uint8Array);
});

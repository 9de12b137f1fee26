import { beforeAll, expect, it, vi } from 'vitest';

import { sheetOf } from './antd-styles.mjs';

const names = new Set(['Button-Button', 'Table-Table', 'Modal-confirm', 'Grid-Grid', 'Sundial-Sundial']);
let sheet;

/** antd is large. */
beforeAll(() => {
  sheet = sheetOf(names);
}, 60_000);

it.each(['.ant-btn{', '.ant-btn-primary', '.ant-table-thead', '.ant-modal-confirm', '.ant-row{', '.ant-col-24{', '.anticon{'])(
  'the sheet has %s',
  (selector) => {
    expect(sheet.source).toContain(selector);
  },
);

it('the sheet has nothing that no page can draw', () => {
  expect(sheet.source).not.toContain('.ant-picker-');
  expect(sheet.source).not.toContain('cssinjs');
});

it('says what it cannot draw', () => {
  expect(sheet.missing).toEqual(['Sundial-Sundial']);
});

it('does not depend on the theme, which sets its variables on the page', async () => {
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false }) });
  const { deskTheme } = await import('../src/ui/theme.ts');
  vi.unstubAllGlobals();

  expect(sheetOf(names, deskTheme).source).toBe(sheet.source);
}, 60_000);

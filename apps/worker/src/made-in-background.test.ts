import { orderingContexts } from '@changming/domain/kernel';
import { en, zhCN } from '@changming/phrases';
import { expect, it } from 'vitest';

it.each(orderingContexts)('the files made for %s have their acts and their notice told in both languages', (context) => {
  for (const { audit, notices } of [zhCN, en]) {
    const acts = Object.keys({ ...audit.acts, ...audit.permissionActs });
    expect(acts).toEqual(expect.arrayContaining(['orderDocument', 'keepDocument', 'takeDocument'].map((act) => `${context}.${act}`)));
    expect(Object.keys(notices.abouts)).toContain(`${context}.documentReady`);
  }
});

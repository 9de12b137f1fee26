import { machinePermissions } from '@changming/domain/access';
import { describe, expect, it } from 'vitest';

import { en, zhCN } from './languages.ts';

const shown = [...new Set(machinePermissions.map((permission) => permission.slice(0, permission.indexOf('.'))))];

describe('the scopes of a token', () => {
  it.each([
    ['Chinese', zhCN],
    ['English', en],
  ])('stand under a heading in %s, whatever context they are of', (_name, { access }) => {
    const headings: Readonly<Record<string, string>> = access.desk.contexts;

    expect(shown.filter((context) => headings[context] === undefined)).toEqual([]);
  });
});

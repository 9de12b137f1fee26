import { describe, expect, it } from 'vitest';

import { listsBarOf, listsQueryOf, listsSearch, periodsAround, searchOfListsBar } from './lists-search.ts';

describe('the three lists in the address', () => {
  it('are asked for by what narrows them, not by which of them is looked at', () => {
    const search = listsSearch.parse({
      list: 'results',
      foundFrom: '2026-07-01',
      foundTo: '2026-09-30',
      withBelow: 'false',
      account: 'overdue',
    });

    expect(listsQueryOf(search)).toEqual({ foundFrom: '2026-07-01', foundTo: '2026-09-30', withBelow: 'false', account: 'overdue' });
  });

  it('come back from the query bar as they went in', () => {
    const search = listsSearch.parse({ foundFrom: '2026-07-01', foundTo: '2026-09-30', level: 'major' });

    expect(searchOfListsBar(listsBarOf(search))).toEqual(search);
    expect(listsBarOf(listsSearch.parse({})).found).toBeUndefined();
  });

  it('offer the periods an office reports on', () => {
    const periods = periodsAround('2026-11-25');

    expect(periods.find(({ name }) => name === '2026Q3')).toEqual({ name: '2026Q3', from: '2026-07-01', to: '2026-09-30' });
    expect(periods.map(({ name }) => name)).toContain('2025H2');
  });
});

import { expect, test } from 'vitest';

import { parseSearch, stringifySearch } from '../../app/search-params.ts';
import { barOf, searchOfBar } from './ledger-bar.ts';
import { ledgerSearch, queryOf, searchOfView, viewOf } from './ledger-search.ts';

const address = '?stage=assigned&stage=rectifying&overdue=true&foundFrom=2026-01-01&withBelow=false&level=major';

test('an address is read and written back as it was', () => {
  const search = ledgerSearch.parse(parseSearch(address));

  expect(new Set(new URLSearchParams(stringifySearch(search)))).toEqual(new Set(new URLSearchParams(address)));
});

test('what makes no sense in an address is dropped, and the rest stays', () => {
  expect(ledgerSearch.parse(parseSearch('?stage=nowhere&level=unit&foundFrom=yesterday'))).toMatchObject({
    stage: undefined,
    level: ['unit'],
  });
});

test('the query bar holds two days as one range and gives them back', () => {
  const search = ledgerSearch.parse(parseSearch(address));

  expect(barOf(search).found).toEqual({ from: '2026-01-01', to: undefined });
  expect(stringifySearch(searchOfBar(barOf(search)))).toEqual(stringifySearch(search));
});

test('a view keeps the conditions, not the record that was open', () => {
  const search = ledgerSearch.parse({ overdue: 'true', hazard: '01a2065b-5aa0-72f4-897c-5c53189194b8' });

  expect([viewOf(search, null), queryOf(search, null).overdue]).toEqual([{ overdue: 'true' }, 'true']);
});

test('mine is whoever looks, and a view of mine opens as mine again', () => {
  const me = '01a2065b-5aa0-72f4-897c-5c53189194b8';
  const view = viewOf(ledgerSearch.parse({ mine: 'true' }), me);

  expect(view).toEqual({ responsibleId: me });
  expect(searchOfView(view, me)).toMatchObject({ mine: true, responsibleId: undefined });
});

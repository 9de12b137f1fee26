import { shippedChecklists } from '@changming/domain/inspections';
import { describe, expect, test } from 'vitest';

import { itemOf, type ItemValues, valuesOf } from './item-values.ts';

describe('the form of an item', () => {
  test('gives back every shipped item as it was', () => {
    for (const item of shippedChecklists.flatMap(({ items }) => items.map((each) => ({ ...each, clauseIds: [...each.clauseIds] })))) {
      expect(itemOf(item.code, valuesOf(item) as ItemValues)).toEqual(item);
    }
  });

  test('keeps the measure that the item checks, and lets go of one that was taken out', () => {
    const [shipped] = shippedChecklists[0]?.items ?? [];
    if (shipped === undefined) throw new Error('checklists are shipped');
    const item = { ...shipped, clauseIds: [...shipped.clauseIds], measureId: '0190a000-0000-7000-8000-000000000001' };
    const values = valuesOf(item) as ItemValues;

    expect(itemOf(item.code, values).measureId).toBe(item.measureId);
    expect(itemOf(item.code, { ...values, measureId: undefined }).measureId).toBeNull();
  });

  test('takes blanks for nothing, and a reading without limits as one that nothing binds', () => {
    const values = { ...valuesOf(null), text: ' 读电表 ', basis: ' ', answerKind: 'reading', unit: 'kWh', meter: true };

    const item = itemOf('ELEC-E-01', { ...values, factor: 'material', category: 'electricity' } as ItemValues);

    expect(item).toMatchObject({ code: 'ELEC-E-01', text: '读电表', basis: null, guide: null, measureId: null });
    expect(item.answer).toEqual({ kind: 'reading', unit: 'kWh', least: null, most: null, meter: true });
  });
});

import { describe, expect, it } from 'vitest';

import { hazardCategories, keyAreaCodes, starredItems } from '../../hazards/index.ts';
import { mostItems } from '../checklist.ts';
import { shippedChecklists } from './shipped.ts';

/** How many items each starter checklist has, and which of them carry a ★. */
const tables = {
  FIRE: [14, 'FIRE-01', 'FIRE-06', 'FIRE-14'],
  ELEC: [12, 'ELEC-06'],
  GAS: [11],
  CHEM: [11, 'CHEM-01'],
  HOT: [11, 'HOT-02', 'HOT-11'],
  CONF: [11, 'CONF-01', 'CONF-02', 'CONF-03', 'CONF-04'],
  SPEQ: [12, 'SPEQ-02', 'SPEQ-05', 'SPEQ-06', 'SPEQ-07'],
  CTR: [10, 'CTR-03'],
  PUMP: [12, 'PUMP-12'],
  POWER: [11, 'POWER-08'],
  DOWN: [13, 'DOWN-03', 'DOWN-06', 'DOWN-08'],
  WH: [14, 'WH-01'],
  SEW: [13, 'SEW-01'],
  DORM: [11, 'DORM-01', 'DORM-02', 'DORM-08'],
  DUST: [13, 'DUST-01', 'DUST-02', 'DUST-03', 'DUST-04', 'DUST-06', 'DUST-07'],
};

const items = shippedChecklists.flatMap((checklist) => checklist.items);
const readings = items.flatMap(({ code, answer }) => (answer.kind === 'reading' ? [{ code, ...answer }] : []));

describe('the checklists that ship with the product', () => {
  it('hold every item of the fifteen tables, and the ★ where a failure suggests 重大', () => {
    const shipped = shippedChecklists.map(({ code, items: rows }) => [
      code,
      [rows.length, ...rows.filter(({ starred }) => starred).map((row) => row.code)],
    ]);

    expect(Object.fromEntries(shipped)).toEqual(tables);
    expect(items).toHaveLength(179);
  });

  it('number their items without a gap, each beginning with the code of its checklist', () => {
    for (const { code, items: rows } of shippedChecklists) {
      const numbers = rows.map((_, at) => `${code}-${String(at + 1).padStart(2, '0')}`);

      expect(rows.map((row) => row.code)).toEqual(numbers);
      expect(rows.length).toBeLessThanOrEqual(mostItems);
    }
  });

  it('cover each key area and key position once, under the letters it carries', () => {
    const { other: _, ...areas } = keyAreaCodes;

    expect(Object.fromEntries(shippedChecklists.map(({ keyArea, code }) => [keyArea, code]))).toEqual(areas);
  });

  it('suggest 重大 by a criterion for every ★ but the canteen’s gas alarm, for which local rules decide', () => {
    const starred = items.filter((item) => item.starred).map(({ code }) => code);

    expect(starred.filter((code) => starredItems[code] === undefined)).toEqual(['DORM-08']);
    expect(Object.keys(starredItems).filter((code) => !starred.includes(code))).toEqual([]);
  });

  it('say in both languages what is looked at, and never the same thing twice', () => {
    expect(items.filter(({ textEn }) => textEn === null)).toEqual([]);
    for (const { items: rows } of shippedChecklists) expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
  });

  it('bind every reading by a limit that its own sentence names, or explain it', () => {
    const silent = readings.filter(({ code, least, most }) => {
      const item = items.find((each) => each.code === code);
      return !item?.text.includes(String(least ?? most)) && item?.guide === null;
    });

    expect(silent).toEqual([]);
    expect(readings.filter(({ least, most }) => least === null && most === null)).toEqual([]);
  });

  it('know all four causes, and only categories a hazard can have', () => {
    expect(new Set(items.map(({ factor }) => factor))).toEqual(new Set(['human', 'material', 'environment', 'management']));
    expect(items.filter(({ category }) => !hazardCategories.includes(category))).toEqual([]);
  });
});

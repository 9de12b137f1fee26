import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { type GivenCell, givenSheet } from '../testing/given-sheet.ts';
import { dayOfSerial } from './dates.ts';
import { checkCharacter } from '../workforce/index.ts';
import { columnName } from './sheet.ts';
import type { KnownUnit } from './unit-recogniser.ts';
import { planWorkforce } from './workforce/plan-workforce.ts';

const unit = (id: string, name: string, parentId: string | null): KnownUnit => ({
  id,
  name,
  shortNames: [],
  parentId,
  kind: 'workshop',
  code: null,
});
const units = [unit('g', '云岭集团', null), ...['裁剪车间', '缝制车间', '后整车间'].map((name, at) => unit(`w${at}`, name, 'g'))];

const mostPeople = 12;

/** A person as it is in truth, and the many ways in which an office writes it. */
const person = fc.record({
  family: fc.constantFrom('李', '王', '张', '欧阳'),
  given: fc.constantFrom('伟', '敏', '晓芳', '建国'),
  born: fc.integer({ min: 25_600, max: 36_000 }),
  order: fc.integer({ min: 0, max: 999 }),
  hired: fc.integer({ min: 42_000, max: 46_000 }),
  unit: fc.nat(2),
  phone: fc.integer({ min: 0, max: 99_999_999 }),
  style: fc.nat(5),
  blank: fc.constantFrom('', ' ', '\u3000', '\u200b'),
});
type Person = typeof person extends fc.Arbitrary<infer Each> ? Each : never;

/** Nobody has the number of another, though both were born on one day. */
const identityOf = ({ born, order }: Person, at: number) => {
  const first = `990000${dayOfSerial(born).replaceAll('-', '')}${String((order % 83) * mostPeople + at).padStart(3, '0')}`;
  return first + checkCharacter(first);
};
const phoneOf = ({ phone }: Person) => `120${String(phone).padStart(8, '0')}`;

function dateIn(serial: number, style: number): GivenCell {
  const day = dayOfSerial(serial);
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8))];
  const styles: GivenCell[] = [
    { day },
    serial,
    `${year}.${month}.${date}`,
    `${year}年${month}月${date}日`,
    day.replaceAll('-', ''),
    `${year}/${month}/${date}`,
  ];
  return styles[style] ?? day;
}

/** The columns of a roster, each with how a truth is written into it and what breaks it. */
const columns = {
  工号: { write: (_: Person, at: number) => `Y${String(at).padStart(4, '0')}`, faults: ['工号？', { error: '#N/A' }] },
  姓名: { write: ({ family, given, blank }: Person) => family + blank + given, faults: ['12', null, { error: '#REF!' }] },
  单位: { write: ({ unit: place, blank }: Person) => `云岭集团${blank}${units[place + 1]?.name}`, faults: ['缝制东间', '云岭', null] },
  手机: { write: (one: Person) => phoneOf(one).replace(/^(...)(....)/u, '$1 $2 '), faults: ['1200000', '同上', '无人接'] },
  身份证号: { write: identityOf, faults: ['99000019850307001', '990000198513070018', 990_000_197_108_102_000] },
  入职日期: { write: ({ hired, style }: Person) => dateIn(hired, style), faults: ['2019.13.1', '2026-02-30', '去年', 1.1] },
} as const;
type Title = keyof typeof columns;
const titles = Object.keys(columns) as readonly Title[];

const roster = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: mostPeople }),
  order: fc.shuffledSubarray([...titles], { minLength: titles.length }),
  above: fc.nat(3),
  faults: fc.array(fc.record({ row: fc.nat(11), title: fc.constantFrom(...titles), which: fc.nat(3) }), { maxLength: 4 }),
});

it('reports exactly the cells in which a fault was planted, and reads every other row as it is in truth', () => {
  fc.assert(
    fc.property(roster, ({ people, order, above, faults }) => {
      const rows = people.map((one, at): GivenCell[] => order.map((title) => columns[title].write(one, at)));
      const planted = new Set<string>();
      for (const { row, title, which } of faults) {
        const at = row % people.length;
        const wrong: readonly GivenCell[] = columns[title].faults;
        const cells = rows[at];
        if (cells !== undefined) cells[order.indexOf(title)] = wrong[which % wrong.length] ?? null;
        planted.add(`${columnName(order.indexOf(title) + 1)}${above + 2 + at}`);
      }
      const head = Array.from({ length: above }, (_, n): GivenCell[] => [`云岭集团花名册 ${n}`]);
      const { verdicts } = planWorkforce([givenSheet([...head, [...order], ...rows])], units, { today: '2026-10-10' });

      const reported = verdicts.flatMap((verdict) => {
        if (verdict.kind === 'ask') return verdict.questions;
        return verdict.kind === 'wrong' ? verdict.problems : [];
      });
      expect(new Set(reported.map(({ cell }) => cell))).toEqual(planted);

      for (const verdict of verdicts) {
        if (verdict.kind !== 'ready') continue;
        const at = verdict.source.row - above - 2;
        const truth = people[at];
        if (truth === undefined) throw new Error('a record that is none');
        expect(verdict.draft).toMatchObject({
          staffNo: `Y${String(at).padStart(4, '0')}`,
          name: truth.family + truth.given,
          unitId: `w${truth.unit}`,
          phone: phoneOf(truth),
          identityNumber: identityOf(truth, at),
          hiredOn: dayOfSerial(truth.hired),
        });
      }
    }),
    { numRuns: 200 },
  );
});

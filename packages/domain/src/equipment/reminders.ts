import { addDays, type Day } from '../kernel/index.ts';

/** Who hears of it: those who see to it, then upwards. */
export const equipmentReceivers = ['keeper', 'unitHead', 'parent'] as const;
export type EquipmentReceiver = (typeof equipmentReceivers)[number];

/** Days before the due day on which those who see to it are reminded, and days after it on which those above are told. */
export type ReminderDays = {
  readonly first: number;
  readonly again: number;
  readonly unitHead: number;
  readonly parent: number;
};

/** What the product says where no rule speaks: 特种设备安全法 art. 40 wants the inspection applied for a month ahead. */
export const defaultReminderDays: ReminderDays = { first: 30, again: 7, unitHead: 1, parent: 7 };

/** One telling: `days` after the due day (negative before it). */
export type EquipmentRung = { readonly days: number; readonly tells: EquipmentReceiver };

export function rungsOf({ first, again, unitHead, parent }: ReminderDays): EquipmentRung[] {
  const ahead = [...new Set([-first, -again, 0])].filter((days) => days <= 0);
  return [
    ...ahead.map((days): EquipmentRung => ({ days, tells: 'keeper' })),
    { days: Math.max(1, unitHead), tells: 'unitHead' },
    { days: Math.max(1, unitHead) < parent ? parent : Math.max(1, unitHead) + 1, tells: 'parent' },
  ];
}

type Owing = { readonly sinceOn: Day; readonly dueOn: Day };

/**
 * The rungs reached by `today`, oldest first, none from before `sinceOn`: what entered the ledger a week before its day is not reminded
 * of a month ahead. A worker that was down finds them all.
 */
export function rungsReached(rungs: readonly EquipmentRung[], { sinceOn, dueOn }: Owing, today: Day): EquipmentRung[] {
  return rungs.filter(({ days }) => addDays(dueOn, days) <= today && addDays(dueOn, days) >= sinceOn).toSorted((a, b) => a.days - b.days);
}

import type { UnitFacts } from './unit-draft.ts';

/** Whether two rows say the same of a unit; what one leaves open does not contradict the other. */
export function sameFacts(a: UnitFacts, b: UnitFacts): boolean {
  return (Object.keys(a) as (keyof UnitFacts)[]).every((fact) => isOpen(a[fact]) || isOpen(b[fact]) || told(a[fact]) === told(b[fact]));
}

function isOpen(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function told(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map(String).toSorted((a, b) => (a < b ? -1 : 1)) : value);
}

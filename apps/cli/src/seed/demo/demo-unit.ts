import type { createUnit } from '@changming/application/units';

type Wanted = Parameters<typeof createUnit>[1];

export type DemoUnit = {
  readonly name: string;
  readonly kind: Wanted['kind'];
  readonly short?: readonly string[];
  readonly flags?: NonNullable<Wanted['profile']>['flags'];
  readonly below?: readonly DemoUnit[];
};

/** Everything below and including `unit`, from the top. */
export function allOf(unit: DemoUnit): DemoUnit[] {
  return [unit, ...(unit.below ?? []).flatMap(allOf)];
}

import type { Caller } from '@changming/application/context';
import { createUnit } from '@changming/application/units';

import type { DemoUnit } from './demo-unit.ts';

export type MadeUnit = { readonly id: string; readonly code: string; readonly unit: DemoUnit; readonly path: readonly string[] };

type Place = { readonly parentId: string; readonly code: string; readonly path: readonly string[] };

/** Makes everything below a unit, level by level; codes are the parent's and two digits more. */
export async function makeUnits(caller: Caller, above: DemoUnit, place: Place): Promise<MadeUnit[]> {
  const made: MadeUnit[] = [];
  for (const [at, unit] of (above.below ?? []).entries()) {
    const code = `${place.code}${String(at + 1).padStart(2, '0')}`;
    const path = [...place.path, unit.name];
    const flags = [...(unit.flags ?? [])];
    const { id } = await createUnit(caller, {
      parentId: place.parentId,
      code,
      name: unit.name,
      shortNames: [...(unit.short ?? [])],
      kind: unit.kind,
      profile: {
        headcount: headcountOf(unit),
        province: '江苏省',
        industry: unit.kind === 'subsidiary' ? 'C18' : null,
        flags,
        ...assessed(flags),
      },
      on: '2020-01-01',
      reason: '期初建档',
    });
    made.push({ id, code, unit, path }, ...(await makeUnits(caller, unit, { parentId: id, code, path })));
  }
  return made;
}

/** 从业人数 of a branch: a team has some thirty-five people, a department a dozen. */
function headcountOf({ kind, below = [] }: DemoUnit): number {
  if (kind === 'team') return 35;
  return below.reduce((sum, unit) => sum + headcountOf(unit), kind === 'department' ? 12 : 4);
}

function assessed(flags: NonNullable<DemoUnit['flags']>): { readonly dustAssessment?: string } {
  return flags.includes('hasCombustibleDust') ? { dustAssessment: '期初：专家评估报告 FC-2019-11，2019-11-20' } : {};
}

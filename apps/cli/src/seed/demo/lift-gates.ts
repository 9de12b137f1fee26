import { actAs, pastOf } from '@changming/application/access';
import { liftGate } from '@changming/application/workforce';

import type { Shell } from '../../verb.ts';
import type { Company } from './cast.ts';
import { dayOf } from './telling.ts';

/** Whose certificate ran out, where, and how many days from today it did. */
export type Lapsed = { readonly personId: string; readonly unitId: string; readonly item: string; readonly ends: number };

type Lifting = { readonly lapsed: Lapsed; readonly from: number; readonly until: number; readonly reason: string };

const day = 86_400_000;

/** 放行 by the head of the first company: one has ended, so that the gate is closed again; the other ends in a few days. */
export async function liftGates({ shell, units, people }: Company & { readonly shell: Shell }, lapsed: readonly Lapsed[]): Promise<void> {
  const company = units.find(({ unit }) => unit.kind === 'subsidiary');
  const head = people.find(({ unit, post }) => unit.id === company?.id && post === 'firstResponsible');
  if (company === undefined || head === undefined) return;
  const inside = new Set(units.filter(({ code }) => code.startsWith(company.code)).map(({ id }) => id));
  const [first, second] = lapsed.filter(({ unitId }) => inside.has(unitId));
  const actor = await actAs(shell.house, { role: 'unitHead', personId: head.id, unitId: company.id });
  for (const { lapsed: whose, from, until, reason } of liftings(first, second)) {
    const then = pastOf(shell.house, dayFrom(shell, from));
    const { personId, unitId, item: certifiedPost } = whose;
    const term = { from: then.clock.today(), until: dayOf(dayFrom(shell, until)) };
    await liftGate(then.callerFor(actor), { personId, unitId, certifiedPost, reason, ...term });
  }
}

function dayFrom({ house }: Shell, days: number): Date {
  return new Date(house.clock.now().getTime() + days * day);
}

function liftings(first: Lapsed | undefined, second: Lapsed | undefined): readonly Lifting[] {
  const ended =
    first === undefined ? [] : [{ lapsed: first, from: first.ends + 1, until: -2, reason: '复审已报名，专人监护下完成当班检修' }];
  const running =
    second === undefined ? [] : [{ lapsed: second, from: -4, until: 3, reason: '换证考试已通过，等待发证；期间由持证人员带班' }];
  return [...ended, ...running];
}

import { given } from '@changming/application/testing';

import { arrangedIn, givenMember, type Member } from '../given-people.ts';
import type { Product } from '../product.ts';

/** The people of one workshop, by the logins under which they sign in, and the address under which everything may be read. */
export type Cast = {
  readonly databaseUrl: string;
  readonly workshopId: string;
  readonly reporters: readonly string[];
  readonly officer: Member;
  readonly leader: Member;
};

/** Adds a mill with a workshop and its people to a house that was just founded. */
export function arrange(product: Product, { reporters }: { readonly reporters: number }): Promise<Cast> {
  return arrangedIn(product, async ({ owner, root, databaseUrl }) => {
    const mill = await given.unit(owner, '东城一厂', 'factory', root);
    const workshop = await given.unit(owner, '缝制一车间', 'workshop', mill);
    const logins = Array.from({ length: reporters }, (_, at) => `R${at}`);
    for (const login of logins) await givenMember(owner, workshop, { login, role: 'worker' });
    const officer = await givenMember(owner, mill, { login: 'officer', role: 'safetyOfficer', post: 'safetyOfficer' });
    const leader = await givenMember(owner, workshop, { login: 'leader', role: 'workshopHead', post: 'workshopHead' });
    return { databaseUrl, workshopId: workshop.id, reporters: logins, officer, leader };
  });
}

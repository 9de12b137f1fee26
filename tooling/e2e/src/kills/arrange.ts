import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { given, givenAccount } from '@changming/application/testing';
import { openDatabase } from '@changming/database/open';
import { launchPostgres } from '@changming/database/server';
import type { Post } from '@changming/database';
import type { Role } from '@changming/domain/access';

import type { Product } from '../product.ts';

/** The people of one workshop, by the logins under which they sign in, and the address under which everything may be read. */
export type Cast = {
  readonly databaseUrl: string;
  readonly workshopId: string;
  readonly reporters: readonly string[];
  readonly officer: Member;
  readonly leader: Member;
};
export type Member = { readonly login: string; readonly personId: string };

/** Adds a mill with a workshop and its people to a house that was just founded. */
export async function arrange(product: Product, { reporters }: { readonly reporters: number }): Promise<Cast> {
  const server = await launchPostgres({ dataDir: join(product.dataDir, 'postgres') });
  const databaseUrl = server.urlFor('changming');
  const owner = openDatabase({ url: databaseUrl, max: 2 });
  try {
    const root = await owner.selectFrom('units').selectAll().where('kind', '=', 'group').executeTakeFirstOrThrow();
    const mill = await given.unit(owner, '东城一厂', 'factory', root);
    const workshop = await given.unit(owner, '缝制一车间', 'workshop', mill);
    const member = async (login: string, at: typeof root, { role, post }: { role: Role; post?: Post }): Promise<Member> => {
      const person = await given.person(owner, at, { name: `王芳${login}`, staff_no: login });
      await givenAccount(owner, { person, role, at, over: { password_changed_at: new Date() } });
      const appointed = { id: randomUUID(), person_id: person.id, unit_id: at.id, point_id: null, from_on: '2026-01-01', to_on: null };
      if (post !== undefined)
        await given.arranged(owner, (tx) =>
          tx
            .insertInto('appointments')
            .values({ ...appointed, post })
            .execute(),
        );
      return { login, personId: person.id };
    };
    const logins = Array.from({ length: reporters }, (_, at) => `R${at}`);
    for (const login of logins) await member(login, workshop, { role: 'worker' });
    const officer = await member('officer', mill, { role: 'safetyOfficer', post: 'safetyOfficer' });
    const leader = await member('leader', workshop, { role: 'workshopHead', post: 'workshopHead' });
    return { databaseUrl, workshopId: workshop.id, reporters: logins, officer, leader };
  } finally {
    await owner.destroy();
  }
}

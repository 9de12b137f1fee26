import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { given, givenAccount } from '@changming/application/testing';
import type { Database, Post } from '@changming/database';
import { openDatabase } from '@changming/database/open';
import { launchPostgres } from '@changming/database/server';
import type { Role } from '@changming/domain/access';

import type { Product } from './product.ts';

type Unit = Awaited<ReturnType<typeof given.unit>>;
export type Member = { readonly login: string; readonly personId: string };
type Wanted = {
  readonly login: string;
  readonly role: Role;
  readonly post?: Post;
  /** When the password was set: a house whose clock is moved asks for a new one after ninety days. */
  readonly passwordAt?: Date;
};

/** Somebody of a unit who can sign in there, and his post. */
export async function givenMember(owner: Database, at: Unit, { login, role, post, passwordAt = new Date() }: Wanted): Promise<Member> {
  const person = await given.person(owner, at, { name: `王芳${login}`, staff_no: login });
  await givenAccount(owner, { person, role, at, over: { password_changed_at: passwordAt } });
  const appointed = { id: randomUUID(), person_id: person.id, unit_id: at.id, point_id: null, from_on: '2026-01-01', to_on: null };
  if (post !== undefined)
    await given.arranged(owner, (tx) =>
      tx
        .insertInto('appointments')
        .values({ ...appointed, post })
        .execute(),
    );
  return { login, personId: person.id };
}

type Arranging<Made> = (tools: { readonly owner: Database; readonly root: Unit; readonly databaseUrl: string }) => Promise<Made>;

/** Arranges units and people in a house that was just founded, as the owner of its database. */
export async function arrangedIn<Made>(product: Product, arrange: Arranging<Made>): Promise<Made> {
  const server = await launchPostgres({ dataDir: join(product.dataDir, 'postgres') });
  const databaseUrl = server.urlFor('changming');
  const owner = openDatabase({ url: databaseUrl, max: 2 });
  try {
    const root = await owner.selectFrom('units').selectAll().where('kind', '=', 'group').executeTakeFirstOrThrow();
    return await arrange({ owner, root, databaseUrl });
  } finally {
    await owner.destroy();
  }
}

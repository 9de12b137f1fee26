import { administrators, kindsOf } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { createUnitInput, rootRange } from '@changming/domain/units';
import { z } from 'zod';

import { type AtDoor, door } from '../context.ts';
import { insertUnit, rootPlace } from '../units/index.ts';
import { hashPassword } from './hash-password.ts';

const input = z.strictObject({
  group: createUnitInput.pick({ code: true, name: true, on: true }),
  /** One login for each of the three powers; nobody is a super-administrator. */
  administrators: z.record(z.enum(administrators), z.strictObject({ login: z.string().min(3), password: z.string().min(8) })),
  mayKeepPasswords: z.boolean().default(false),
});

/** 建立集团: the first start of an empty database makes the group and one of each of the three administrators, once. */
export const foundGroup = door({
  name: 'access.foundGroup',
  input,
  async run(work, { group, administrators: people, mayKeepPasswords }) {
    await work.enter([rootRange]);
    const already = await work.tx.selectFrom('units').select('name').limit(1).executeTakeFirst();
    if (already !== undefined) refuse('conflict', 'units.code_taken', { code: group.code, unit: already.name });
    const wanted = { ...group, kind: 'group' as const, parentId: null, shortNames: [], reason: '系统初始化' };
    const unit = await insertUnit(work, wanted, rootPlace());
    for (const role of administrators) {
      const { login, password } = people[role];
      await administrator(work, { role, login, password, unitId: unit.id, mustChange: !mayKeepPasswords });
    }
    /** The questions that ship with the product are there before anybody looks for them. */
    await work.enqueue('training.install-questions', {}, 'founded');
    return work.trail(
      { subjectId: unit.id, unitId: unit.id, before: null, after: { code: group.code, name: group.name } },
      { id: unit.id },
    );
  },
});

type Administrator = {
  readonly role: (typeof administrators)[number];
  readonly login: string;
  readonly password: string;
  readonly unitId: string;
  readonly mustChange: boolean;
};

async function administrator(
  { tx, newId, now, today }: AtDoor,
  { role, login, password, unitId, mustChange }: Administrator,
): Promise<void> {
  const id = newId();
  await tx
    .insertInto('accounts')
    .values({
      id,
      login: login.toLowerCase(),
      password_hash: await hashPassword(password),
      password_changed_at: now,
      must_change_password: mustChange,
      is_demo: !mustChange,
      created_at: now,
    })
    .execute();
  const grants = kindsOf(role).map((kind) => ({
    id: newId(),
    account_id: id,
    role,
    kind,
    unit_id: unitId,
    from_on: today,
    granted_at: now,
  }));
  await tx.insertInto('grants').values(grants).execute();
}

import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { windowOf } from '@changming/domain/assessments';
import { periodNamed, startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { expect } from 'vitest';

import { query } from '../context.ts';
import { as, given, test } from '../testing/index.ts';
import { factsOf } from './testing/varied-hazards.ts';

const window = windowOf(periodNamed('2026Q1') ?? { from: '', until: '' }, '2026-04-08');

test('a photo that another branch used before is doubted by whoever reads the later branch alone', async ({
  house,
  database: { owner },
}) => {
  const { mill, farMill } = await given.group(owner);
  const [earlier, later, honest] = [randomUUID(), randomUUID(), randomUUID()];
  await writeShot(owner, { id: earlier, unitId: farMill.id, shot: 'one', on: '2026-02-01' });
  await writeShot(owner, { id: later, unitId: mill.id, shot: 'one', on: '2026-02-03' });
  await writeShot(owner, { id: honest, unitId: mill.id, shot: 'two', on: '2026-02-03' });
  const past = { knownAt: startOf('2026-04-09'), openingAt: startOf('2026-09-01'), window, unitIds: [mill.id] };
  const seen = query({
    permission: 'hazards.read',
    run: async ({ tx }) => factsOf(tx, 'hazards', past),
  });

  const facts = await seen(as(house, 'safetyOfficer', mill), {});

  const doubted = new Map(facts.map(({ id, suspectFake }) => [id, suspectFake]));
  expect(doubted).toEqual(
    new Map([
      [later, true],
      [honest, false],
    ]),
  );
});

type Shot = { readonly id: string; readonly unitId: string; readonly shot: string; readonly on: string };

/** A hazard with a photo of the finished work. */
async function writeShot(owner: Database, { id, unitId, shot, on }: Shot): Promise<void> {
  await given.arranged(owner, async (tx) => {
    await sql`insert into hazards (id, unit_id, stage, category, key_area, kind, source, found_on, found_at, claimed_at, reported_at)
      values (${id}, ${unitId}, 'reported', 'exits', 'fire', 'site', 'selfCheck', ${on}, now(), now(), now())`.execute(tx);
    await sql`insert into hazard_photos (id, hazard_id, round, kind, sha256, at, declared_at)
      values (${randomUUID()}, ${id}, 0, 'after', ${shot}, 0, ${startOf(on)})`.execute(tx);
  });
}

import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Caller, House } from '@changming/application/context';
import { declareImport, receiveImport } from '@changming/application/imports';
import { given } from '@changming/application/testing';
import type { Database } from '@changming/database';
import { kindsOf } from '@changming/domain/access';
import { PgBoss } from 'pg-boss';

import { jobTools } from '../boss.ts';
import { plan, run } from '../contexts/imports/jobs.ts';

const offices = join(import.meta.dirname, '..', '..', '..', '..', 'packages', 'documents', 'testdata', 'offices');
export const officeFile = async (name: string) => new Uint8Array(await readFile(join(offices, name)));

/** A group whose only unit is the group, and its safety department with an account: what an office starts from. */
export async function givenOffice(owner: Database) {
  const root = await given.unit(owner, '岚枝纺织服装集团有限公司', 'group', null);
  const person = await given.person(owner, root, { name: '钱进', staff_no: 'HQ1' });
  const accountId = randomUUID();
  await given.arranged(owner, async (tx) => {
    const at = new Date('2026-01-01');
    await tx
      .insertInto('accounts')
      .values({ id: accountId, person_id: person.id, password_hash: 'x', password_changed_at: at, created_at: at })
      .execute();
    const grants = kindsOf('hqSafety').map((kind) => ({
      id: randomUUID(),
      account_id: accountId,
      role: 'hqSafety' as const,
      kind,
      unit_id: root.id,
      from_on: '2026-01-01',
      granted_at: at,
    }));
    await tx.insertInto('grants').values(grants).execute();
  });
  return { root, personId: person.id, accountId };
}

export type Office = Awaited<ReturnType<typeof givenOffice>>;

export function callerOf(house: House, { root, personId, accountId }: Office): Caller {
  const grants = kindsOf('hqSafety').map((kind) => ({
    role: 'hqSafety' as const,
    kind,
    unitId: root.id,
    units: { lo: root.lo, hi: root.hi },
    from: '2026-01-01',
    to: null,
  }));
  return house.callerFor({ personId, accountId, grants });
}

type Bringing = { readonly house: House; readonly url: string; readonly office: Office };

/** From the file to the verdicts, as the wizard does it; the jobs are run here instead of waited for. */
export async function bring({ house, url, office }: Bringing, kind: 'units' | 'workforce' | 'hazards', fileName: string) {
  const caller = callerOf(house, office);
  const tools = jobTools(new PgBoss({ connectionString: url, schema: 'jobs' }), house, { mailer: null, publicUrl: '', dataDir: '' });
  const content = await officeFile(fileName);
  const { id: batchId } = await declareImport(caller, { kind, unitId: office.root.id, fileName, effectiveOn: '2025-01-01' });
  const hash = createHash('sha256').update(content).digest('hex');
  await receiveImport(caller, { batchId, content, hash });
  const ordered = { batchId, accountId: office.accountId };
  await plan.run(tools, ordered);
  return { caller, batchId, planAgain: () => plan.run(tools, ordered), runNow: () => run.run(tools, ordered) };
}

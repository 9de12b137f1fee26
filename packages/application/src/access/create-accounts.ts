import { randomBytes } from 'node:crypto';

import { within } from '@changming/database';
import { accountsInput, oneTimeDays, oneTimePassword } from '@changming/domain/access';
import { addDays, refuse } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { hashOneTimePassword } from './hash-password.ts';

/** 一次性密码条: printed, handed over in person, changed at the first sign-in, worthless after `validUntil`. Shown once. */
export type Slip = {
  readonly accountId: string;
  readonly name: string | null;
  readonly login: string;
  readonly unit: string;
  readonly password: string;
  readonly validUntil: string;
};

type Verdict = { readonly personId: string; readonly code: 'access.person_not_found' | 'access.account_exists' | 'access.person_left' };

/**
 * Makes an account for each person who has none, with a one-time password. Answers a verdict for every other person; when nobody is
 * left, the first verdict is the refusal.
 */
export const createAccounts = command({
  permission: 'access.manageAccounts',
  name: 'access.createAccounts',
  input: accountsInput,
  toldOnce: true,
  async run(work, { personIds }) {
    const wanted = [...new Set(personIds)];
    const persons = await candidates(work, wanted);
    const verdicts = wanted.flatMap((personId) => verdictOn(work, personId, persons.get(personId)));
    const refused = new Set(verdicts.map(({ personId }) => personId));
    const slips: Slip[] = [];
    for (const person of persons.values()) if (!refused.has(person.id)) slips.push(await openAccount(work, person));
    const [first] = verdicts;
    if (slips.length === 0 && first !== undefined) refuse(first.code === 'access.person_not_found' ? 'missing' : 'conflict', first.code);
    const changed = slips.map(({ accountId, login }) => ({
      subjectId: accountId,
      unitId: unitOf(persons, login),
      before: null,
      after: { login },
    }));
    return work.trail(changed, { slips, refused: verdicts });
  },
});

type Candidate = Awaited<ReturnType<typeof candidates>> extends Map<string, infer Person> ? Person : never;

async function candidates({ tx, scope }: Writing, personIds: readonly string[]) {
  const rows = await tx
    .selectFrom('persons as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .leftJoin('accounts as a', 'a.person_id', 'p.id')
    .select([
      'p.id',
      'p.name',
      'p.staff_no as staffNo',
      'p.left_on as leftOn',
      'p.unit_id as unitId',
      'u.name as unit',
      'a.id as accountId',
    ])
    .where('p.id', 'in', personIds)
    .where((eb) => within(eb.ref('p.unit_pos'), scope))
    .orderBy('p.unit_pos')
    .orderBy('p.staff_no')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function verdictOn({ today }: Writing, personId: string, person: Candidate | undefined): Verdict[] {
  if (person === undefined || person.staffNo === null) return [{ personId, code: 'access.person_not_found' }];
  if (person.leftOn !== null && person.leftOn <= today) return [{ personId, code: 'access.person_left' }];
  return person.accountId === null ? [] : [{ personId, code: 'access.account_exists' }];
}

async function openAccount(work: Writing, person: Candidate): Promise<Slip> {
  const { password, ...fresh } = await freshPassword(work);
  const accountId = work.newId();
  await work.tx
    .insertInto('accounts')
    .values({ id: accountId, person_id: person.id, created_at: work.now, ...fresh })
    .execute();
  return {
    accountId,
    name: person.name,
    login: person.staffNo ?? '',
    unit: person.unit,
    password,
    validUntil: addDays(work.today, oneTimeDays),
  };
}

/** A one-time password and the columns it leaves in the account. */
export async function freshPassword({ now }: Writing) {
  const password = oneTimePassword(randomBytes(64));
  return {
    password,
    password_hash: await hashOneTimePassword(password),
    password_changed_at: now,
    password_until: new Date(now.getTime() + oneTimeDays * 86_400_000),
    must_change_password: true,
  };
}

function unitOf(persons: ReadonlyMap<string, Candidate>, login: string): string | null {
  return [...persons.values()].find(({ staffNo }) => staffNo === login)?.unitId ?? null;
}

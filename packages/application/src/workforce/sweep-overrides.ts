import { addDays, id } from '@changming/domain/kernel';
import {
  defaultOverrideRemindDays,
  type Objection,
  overrideStanding,
  type OverrideTelling,
  overrideTellingOwed,
} from '@changming/domain/workforce';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { ruleBook } from '../standards/index.ts';
import { type AtGate, objectionsTo } from './gates.ts';
import { holdersNear } from './holders-near.ts';

const batch = 200;
/** An override that ended longer ago than this is history: whoever took part has been told, or has long seen it. */
const longOver = 31;
/** As far ahead as a reminder can sensibly be set. */
const farAhead = 60;
const heads = ['unitHead', 'firstResponsible', 'workshopHead'] as const;

const noticeOf = { ending: 'workforce.overrideEnding', ended: 'workforce.overrideEnded' } as const satisfies Record<
  OverrideTelling,
  string
>;
export const noticesOfOverrides: readonly string[] = Object.values(noticeOf);

/**
 * 放行到期提醒: tells who granted it, the head of the unit and the person that an override is about to end or has ended while something is
 * still missing; each once, written down in the transaction that hands it over. A worker that was down tells what is true by now. One that
 * was followed by a longer one, or whose person has left, is told of no more.
 */
export const sweepOverrides = command({
  permission: 'workforce.sweep',
  name: 'workforce.remindOfOverrides',
  input: z.strictObject({ after: id.nullable().default(null) }),
  async run(work, { after }) {
    const book = await ruleBook(work.tx);
    const ends = await overridesEnding(work, after);
    let told = 0;
    for (const each of ends) {
      const ahead = (await book({ unitId: each.unitId, on: work.today })).number('workforce.overrideRemindDays');
      const about = overrideTellingOwed(overrideStanding(each, work.today, ahead ?? defaultOverrideRemindDays));
      if (about !== null && (await tell(work, each, about))) told += 1;
    }
    return work.trail([], { told, next: ends.length < batch ? null : (ends.at(-1)?.id ?? null) });
  },
});

type Ending = Omit<AtGate, 'on'> & {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly unit: string;
  readonly unitPos: number;
  readonly byId: string | null;
  readonly from: string;
  readonly until: string;
};

async function overridesEnding({ tx, today }: Writing, after: string | null): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    select o.id, o.person_id as "personId", p.name, o.unit_id as "unitId", u.name as unit, u.lo as "unitPos", o.post,
      o.certified_post as "certifiedPost", o.by_id as "byId", o.from_on as "from", o.until_on as until
    from gate_overrides o join persons p on p.id = o.person_id and p.left_on is null join units u on u.id = o.unit_id and u.closed_on is null
    where o.until_on between ${addDays(today, -longOver)}::date and ${addDays(today, farAhead)}::date and (${after}::uuid is null or o.id > ${after}::uuid)
      and not exists (select from gate_overrides n where n.person_id = o.person_id and n.unit_id = o.unit_id and n.until_on > o.until_on
        and n.certified_post is not distinct from o.certified_post and (o.certified_post is not null or n.post = o.post))
    order by o.id limit ${batch}`.execute(tx);
  return rows;
}

async function tell(work: Writing, ending: Ending, about: OverrideTelling): Promise<boolean> {
  const missing = await missingNow(work, ending);
  if (missing.length === 0 || !(await notedNow(work, ending.id, about))) return false;
  const { id: subjectId, unitId, name, unit, until } = ending;
  const holders = await holdersNear(work.tx, { unitPos: ending.unitPos, on: work.today, posts: heads });
  const personIds = [...new Set([ending.personId, ...holders, ...(ending.byId === null ? [] : [ending.byId])])];
  const notice = noticeOf[about];
  const once = `${subjectId}:${about}`;
  const facts = { name, unit, due: until, count: missing.length };
  const payload = { about: notice, subjectId, unitId, to: { personIds }, facts, link: `/workforce/overrides?unitId=${unitId}`, once };
  await work.enqueue('notices.deliver', payload, `${notice}:${once}`);
  return true;
}

function missingNow({ tx, today }: Writing, { personId, unitId, post, certifiedPost }: Ending): Promise<Objection[]> {
  return objectionsTo(tx, [personId], { unitId, post, certifiedPost, on: today });
}

async function notedNow({ tx, now }: Writing, overrideId: string, about: OverrideTelling): Promise<boolean> {
  const written = await tx
    .insertInto('gate_override_tellings')
    .values({ override_id: overrideId, about, told_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

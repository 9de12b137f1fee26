import { type ChaseDays, defaultChaseDays, type LetterRung, letterRungs, rungsOn } from '@changming/domain/responsibilities';
import { addDays } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { ruleBook } from '../standards/index.ts';
import { holdersNear } from '../workforce/index.ts';

/** How far back something undone is still chased, in days. */
const reach = 31;
const atOnce = 2000;
const most = 500;

type Owing = {
  readonly id: string;
  readonly unitId: string;
  readonly personId: string;
  readonly dueOn: string;
  /** Days that are short have no reminder: a shift is not announced. */
  readonly brief: boolean;
};

type What = 'duties' | 'letters';

/**
 * 提醒与催办: tells of duties and letters that are due soon or overdue: the person, then the head of the unit, then the head of the unit above.
 * What climbs to the same person on one day is one notice. Each rung of each thing is told once, whoever looks how often.
 */
export const chaseResponsibilities = command({
  permission: 'responsibilities.sweep',
  name: 'responsibilities.chase',
  input: z.strictObject({ what: z.enum(['duties', 'letters']), after: z.uuid().nullable().default(null) }),
  async run(work, { what, after }) {
    const owing = await owingNow(work, what, after);
    const book = await ruleBook(work.tx);
    const reached: { readonly owing: Owing; readonly rung: LetterRung }[] = [];
    for (const each of owing) {
      const { number } = await book({ unitId: each.unitId, on: work.today });
      const days: ChaseDays = {
        remind: number('responsibilities.remindDays') ?? defaultChaseDays.remind,
        unitHead: number('responsibilities.chaseUnitHeadDays') ?? defaultChaseDays.unitHead,
        parent: number('responsibilities.chaseParentDays') ?? defaultChaseDays.parent,
      };
      const rungs = rungsOn(each.dueOn, work.today, days).filter((rung) => !(each.brief && rung === 'remind'));
      for (const rung of rungs) reached.push({ owing: each, rung });
    }
    const told = await tellHighest(work, what, await notedNow(work, reached));
    const last = owing.at(-1);
    return work.trail([], { told, next: owing.length < atOnce || last === undefined ? null : last.id });
  },
});

async function owingNow({ tx, today }: Writing, what: What, after: string | null): Promise<Owing[]> {
  const [first, last] = [addDays(today, -reach), addDays(today, 31)];
  const rows =
    what === 'duties'
      ? sql`select id, unit_id, person_id, due_on, period in ('shift', 'day') as brief from duty_occurrences
          where done_at is null and waived_at is null`
      : sql`select id, unit_id, person_id, due_on, false as brief from letters where state in ('draft', 'issued')`;
  const found = await sql<Owing>`
    select id, unit_id as "unitId", person_id as "personId", due_on as "dueOn", brief from (${rows}) as o
    where due_on between ${first}::date and ${last}::date and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${atOnce}`.execute(tx);
  return found.rows;
}

type Reached = { readonly owing: Owing; readonly rung: LetterRung };

/** Written down in the transaction that hands the telling over; what is known already is not told again. */
async function notedNow({ tx, now }: Writing, reached: readonly Reached[]): Promise<Reached[]> {
  if (reached.length === 0) return [];
  const rows = reached.map(({ owing, rung }) => ({ id: owing.id, rung }));
  const { rows: fresh } = await sql<{ id: string; rung: LetterRung }>`
    insert into responsibility_chases (subject_id, target, told_at)
    select r.id, r.rung, ${now} from ${rowsAsTable('r', { id: 'uuid', rung: 'text' }, rows)}
    on conflict do nothing returning subject_id as id, target as rung`.execute(tx);
  const keys = new Set(fresh.map(({ id, rung }) => `${id}:${rung}`));
  return reached.filter(({ owing, rung }) => keys.has(`${owing.id}:${rung}`));
}

/** Of several rungs reached at once only the highest is told, to the person and above: nobody hears three times of what was missed meanwhile. */
async function tellHighest(work: Writing, what: What, fresh: readonly Reached[]): Promise<number> {
  const ladders = Map.groupBy(fresh, ({ owing, rung }) => `${owing.id}:${isOwn(rung)}`);
  const highest = [...ladders.values()].flatMap(
    (all) => all.toSorted((a, b) => letterRungs.indexOf(a.rung) - letterRungs.indexOf(b.rung)).at(-1) ?? [],
  );
  const keyOf = ({ owing, rung }: Reached) => (isOwn(rung) ? `${rung}:${owing.personId}` : `${rung}:${owing.unitId}`);
  let told = 0;
  for (const together of Map.groupBy(highest, keyOf).values()) told += await tell(work, what, together);
  return told;
}

function isOwn(rung: LetterRung): boolean {
  return rung === 'remind' || rung === 'overdue';
}

const abouts = {
  duties: { remind: 'dutiesDue', overdue: 'dutiesOverdue', unitHead: 'dutiesOverdueBelow', parent: 'dutiesOverdueBelow' },
  letters: { remind: 'letterDue', overdue: 'letterOverdue', unitHead: 'lettersOverdueBelow', parent: 'lettersOverdueBelow' },
} as const satisfies Record<What, Record<LetterRung, string>>;

export const noticesOfResponsibilities = [
  'responsibilities.letterIssued',
  ...new Set(Object.values(abouts).flatMap((each) => Object.values(each).map((about) => `responsibilities.${about}`))),
];

async function tell(work: Writing, what: What, together: readonly Reached[]): Promise<number> {
  const { tx, today, enqueue } = work;
  const [first] = together;
  if (first === undefined) return 0;
  const { owing, rung } = first;
  const personIds = isOwn(rung) ? [owing.personId] : await headsFor(work, owing.unitId, rung);
  if (personIds.length === 0) return 0;
  const unit = await tx.selectFrom('units').select('name').where('id', '=', owing.unitId).executeTakeFirstOrThrow();
  const about = `responsibilities.${abouts[what][rung]}`;
  const once = `${what}:${rung}:${isOwn(rung) ? owing.personId : owing.unitId}:${today}:${owing.id}`;
  const due = together.map(({ owing: each }) => each.dueOn).toSorted()[0] ?? today;
  const facts = { unit: unit.name, count: together.length, due };
  const payload = { about, subjectId: owing.id, unitId: owing.unitId, to: { personIds }, facts, link: linkOf(what, owing, rung), once };
  await enqueue('notices.deliver', payload, `${about}:${once}`);
  return personIds.length;
}

function linkOf(what: What, { id, unitId }: Owing, rung: LetterRung): string {
  if (what === 'letters')
    return isOwn(rung) ? `/responsibilities/letters/${id}` : `/responsibilities/letters?unitId=${unitId}&overdue=true`;
  return isOwn(rung) ? '/responsibilities/mine' : `/responsibilities/duties?unitId=${unitId}&state=overdue`;
}

const heads = ['firstResponsible', 'unitHead', 'workshopHead', 'teamLeader'] as const;

async function headsFor({ tx, today }: Writing, unitId: string, rung: LetterRung): Promise<string[]> {
  const place = await tx
    .selectFrom('units as u')
    .leftJoin('units as above', 'above.id', 'u.parent_id')
    .select(['u.lo', 'above.lo as aboveLo'])
    .where('u.id', '=', unitId)
    .executeTakeFirstOrThrow();
  const unitPos = rung === 'parent' ? place.aboveLo : place.lo;
  return unitPos === null ? [] : (await holdersNear(tx, { unitPos, on: today, posts: heads })).slice(0, most);
}

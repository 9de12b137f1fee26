import { type HeldPost, issuerOf, type LetterCause, letterDueOn } from '@changming/domain/responsibilities';
import { addDays, type Day } from '@changming/domain/kernel';
import { posts } from '@changming/domain/workforce';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { inTurn, partsOf } from '../in-turn.ts';
import { overEverything } from '../over-everything.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { ruleBook } from '../standards/index.ts';
import { endCampaign, type StoredCampaign } from './campaigns.ts';
import { headsUpwards, type Upwards } from './heads.ts';

/** Whoever has not been assessed a quarter after the year has been forgotten. */
const graceDays = 90;
const defaultLetterDays = 15;
/** As many as one transaction makes; the rest comes in the next. */
const atOnce = 20_000;

/**
 * 生成应签责任书: keeps one live letter a person at work, for the post that counts for him today: makes it when the year's letters are open,
 * replaces it when he moves, ends it when he leaves. Looking twice changes nothing. Says whether more is left to make.
 */
export const oweLetters = command({
  permission: 'responsibilities.sweep',
  name: 'responsibilities.oweLetters',
  input: z.strictObject({}),
  async run(work) {
    let [made, ended, more] = [0, 0, false];
    for (const campaign of await openCampaigns(work)) {
      if (work.today > addDays(`${campaign.year}-12-31`, graceDays)) ended += await endCampaign(work, campaign);
      if (work.today > `${campaign.year}-12-31` || work.today < campaign.from_on) continue;
      ended += await endOfLeavers(work, campaign);
      const missing = await overEverything(work.tx, () => missingIn(work, campaign));
      ended += await supersede(work, missing);
      await make(work, campaign, missing);
      await followHeads(work, campaign);
      made += missing.length;
      more = more || missing.length === atOnce;
    }
    return work.trail([], { made, ended, more });
  },
});

function openCampaigns({ tx }: Writing): Promise<StoredCampaign[]> {
  return tx.selectFrom('letter_campaigns').selectAll().where('state', '=', 'open').orderBy('year').forUpdate().execute();
}

async function endOfLeavers({ tx, now, today }: Writing, { id }: StoredCampaign): Promise<number> {
  const ended = await sql`
    update letters l set state = 'expired', ended_at = ${now}, ended_on = p.left_on, end_why = 'left', version = l.version + 1
    from persons p where p.id = l.person_id and l.campaign_id = ${id} and l.state in ('draft', 'issued', 'signed')
      and p.left_on <= ${today}::date`.execute(tx);
  return Number(ended.numAffectedRows ?? 0n);
}

type Missing = HeldPost & {
  readonly hiredOn: string | null;
  readonly oldId: string | null;
  readonly oldFrom: string | null;
  readonly oldEndedOn: string | null;
  readonly before: boolean;
};

/**
 * The post that counts: the highest, then the widest unit, then the one held longest; whoever holds none is 员工 where he belongs. The first
 * responsible person of a workshop, a team or a department is its head by his own post: only where he has none does that one count.
 */
async function missingIn({ tx, today }: Writing, { id }: StoredCampaign): Promise<Missing[]> {
  const { rows } = await sql<Missing>`
    select c.appointment_id as "appointmentId", c.person_id as "personId", c.post, c.unit_id as "unitId", u.lo, u.hi, c.since, c.hired_on as "hiredOn",
      l.id as "oldId", l.owed_from as "oldFrom", old.to_on as "oldEndedOn",
      l.id is not null or exists (select from letters e where e.campaign_id = ${id} and e.person_id = c.person_id) as before
    from (
      select distinct on (p.id) p.id as person_id, p.hired_on, coalesce(a.unit_id, p.unit_id) as unit_id, coalesce(a.post, 'staff') as post,
        a.id as appointment_id, a.from_on as since
      from persons p
      left join (appointments a join units au on au.id = a.unit_id and au.closed_on is null) on a.person_id = p.id and not a.deputy
        and a.from_on <= ${today}::date and (a.to_on is null or a.to_on > ${today}::date)
      where (p.left_on is null or p.left_on > ${today}::date) and (p.hired_on is null or p.hired_on <= ${today}::date)
      order by p.id, array_position(${[...posts]}::text[], a.post)
          + case when a.post = 'firstResponsible' and au.kind in ('workshop', 'team', 'department') then 5.5 else 0 end,
        au.hi - au.lo desc, a.from_on, a.id) as c
    join units u on u.id = c.unit_id
    left join letters l on l.campaign_id = ${id} and l.person_id = c.person_id and l.state in ('draft', 'issued', 'signed', 'assessed')
    left join appointments old on old.id = l.appointment_id
    where l.id is null or l.unit_id <> c.unit_id or l.post <> c.post
    order by u.lo, c.person_id limit ${atOnce}`.execute(tx);
  return rows;
}

/** The day of the move: that of the new appointment, that on which the old one ended, else the day on which the clock sees it. */
function movedOn({ since, oldEndedOn, oldFrom }: Missing, today: Day): Day {
  const days = [since, oldEndedOn].flatMap((day) => (day !== null && day <= today && day >= (oldFrom ?? '') ? [day] : []));
  return days.toSorted((a, b) => (a < b ? -1 : 1)).at(-1) ?? today;
}

function owing(missing: Missing, { from_on }: StoredCampaign, today: Day): { readonly cause: LetterCause; readonly owedFrom: Day } {
  if (missing.before) {
    const day = movedOn(missing, today);
    return { cause: 'moved', owedFrom: day < from_on ? from_on : day };
  }
  const { hiredOn } = missing;
  return hiredOn !== null && hiredOn > from_on ? { cause: 'joined', owedFrom: hiredOn } : { cause: 'campaign', owedFrom: from_on };
}

async function supersede({ tx, now, today }: Writing, missing: readonly Missing[]): Promise<number> {
  const old = missing.flatMap((each) => (each.oldId === null ? [] : [{ id: each.oldId, on: movedOn(each, today) }]));
  if (old.length === 0) return 0;
  const ended = await sql`
    update letters l set state = 'superseded', ended_at = ${now}, ended_on = greatest(o."on", l.owed_from), end_why = 'moved', version = l.version + 1
    from ${rowsAsTable('o', { id: 'uuid', on: 'date' }, old)} where l.id = o.id`.execute(tx);
  return Number(ended.numAffectedRows ?? 0n);
}

const columns = {
  personId: 'uuid',
  unitId: 'uuid',
  post: 'text',
  appointmentId: 'uuid',
  issuerId: 'uuid',
  issuerPost: 'text',
  issuerUnitId: 'uuid',
  cause: 'text',
  owedFrom: 'date',
  dueOn: 'date',
} as const;

async function make(work: Writing, campaign: StoredCampaign, missing: readonly Missing[]): Promise<void> {
  const { tx, now, today } = work;
  if (missing.length === 0) return;
  const [book, upwards] = [await ruleBook(tx), await headsUpwards(tx, today)];
  const rows = [];
  for (const each of missing) {
    const { cause, owedFrom } = owing(each, campaign, today);
    const letterDays = (await book({ unitId: each.unitId, on: owedFrom })).number('responsibilities.letterDays') ?? defaultLetterDays;
    const dueOn = letterDueOn({ cause, owedFrom, signByOn: campaign.sign_by_on, letterDays });
    rows.push({ ...each, ...issuing(each, upwards), cause, owedFrom, dueOn });
  }
  await inTurn(partsOf(rows, 5000), (some) =>
    sql`
      insert into letters (campaign_id, year, unit_id, person_id, post, appointment_id, issuer_id, issuer_post, issuer_unit_id, cause, owed_from,
        due_on, made_at)
      select ${campaign.id}, ${campaign.year}, r."unitId", r."personId", r.post, r."appointmentId", r."issuerId", r."issuerPost", r."issuerUnitId",
        r.cause, r."owedFrom", r."dueOn", ${now}
      from ${rowsAsTable('r', columns, some)} on conflict do nothing`.execute(tx),
  );
}

function issuing(signer: HeldPost, upwards: Upwards) {
  const issuer = issuerOf(signer, upwards(signer.unitId));
  return { issuerId: issuer?.personId ?? null, issuerPost: issuer?.post ?? null, issuerUnitId: issuer?.unitId ?? null };
}

type Draft = HeldPost & { readonly id: string; readonly issuerId: string | null; readonly issuerPost: string | null };

/** Whoever will issue what is not issued yet is whoever stands above today. */
async function followHeads({ tx, today }: Writing, { id }: StoredCampaign): Promise<void> {
  const { rows } = await sql<Draft>`
    select l.id, l.appointment_id as "appointmentId", l.person_id as "personId", l.post, l.unit_id as "unitId", u.lo, u.hi, l.owed_from as since,
      l.issuer_id as "issuerId", l.issuer_post as "issuerPost"
    from letters l join units u on u.id = l.unit_id
    where l.campaign_id = ${id} and l.state = 'draft' and (l.issuer_id is null or not exists (
      select from appointments a where a.person_id = l.issuer_id and a.unit_id = l.issuer_unit_id and a.post = l.issuer_post and not a.deputy
        and a.from_on <= ${today}::date and (a.to_on is null or a.to_on > ${today}::date)))`.execute(tx);
  if (rows.length === 0) return;
  const upwards = await headsUpwards(tx, today);
  const fresh = rows.map((row) => ({ ...row, ...issuing(row, upwards) })).filter((row, at) => row.issuerId !== rows[at]?.issuerId);
  if (fresh.length === 0) return;
  const names = { id: 'uuid', issuerId: 'uuid', issuerPost: 'text', issuerUnitId: 'uuid' } as const;
  await sql`
    update letters l set issuer_id = f."issuerId", issuer_post = f."issuerPost", issuer_unit_id = f."issuerUnitId", version = l.version + 1
    from ${rowsAsTable('f', names, fresh)} where l.id = f.id`.execute(tx);
}

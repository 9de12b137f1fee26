import { toPage, within } from '@changming/database';
import { keyOf } from '@changming/domain/kernel';
import { type coverageFilter, type LetterFilter, type letterFilter, liveStates } from '@changming/domain/responsibilities';
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';
import { rangesOf, unitInScope } from '../units/index.ts';
import { campaignOf, type StoredCampaign } from './campaigns.ts';
import { shownLetters, withParties } from './read-letter.ts';

export type Picking = Omit<LetterFilter, 'after' | 'limit'>;

/** The letters that a filter picks: of one year, those that still bind unless asked for the others. */
export async function pickedLetters(work: Reading, filter: Picking) {
  const ranges = await rangesOf(work, filter);
  const campaign = await campaignOf(work.tx, { year: filter.year, today: work.today });
  const { state, post, overdue, ended, search } = filter;
  return shownLetters(work)
    .select(['l.unit_pos as unitPos'])
    .where('l.year', '=', campaign?.year ?? 0)
    .where((eb) => within(eb.ref('l.unit_pos'), ranges))
    .$if(state !== undefined, (each) => each.where('l.state', 'in', state ?? []))
    .$if(state === undefined && ended !== true, (each) => each.where('l.state', 'in', [...liveStates]))
    .$if(post !== undefined, (each) => each.where('l.post', 'in', post ?? []))
    .$if(overdue === true, (each) => each.where('l.state', 'in', ['draft', 'issued']).where('l.due_on', '<', work.today))
    .$if(search !== undefined, (each) =>
      each.where(sql<SqlBool>`exists (select from persons p where p.id = l.person_id and p.search_key like ${likeOf(search ?? '')})`),
    );
}

function likeOf(search: string): string {
  return `%${keyOf(search).replace(/[\\%_]/g, '\\$&')}%`;
}

/** 责任书名单 of a branch, in the order of the tree. */
export const listLetters = query({
  permission: 'responsibilities.read',
  async run(work, { after, limit, ...filter }: z.output<typeof letterFilter>) {
    const rows = await (await pickedLetters(work, filter))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('l.unit_pos', 'l.id'), '>', eb.tuple(after?.[0] ?? 0, after?.[1] ?? ''))),
      )
      .orderBy('l.unit_pos')
      .orderBy('l.id')
      .limit(limit + 1)
      .execute();
    const page = toPage(
      rows,
      limit,
      ({ unitPos, id }) => `${unitPos}~${id}`,
      ({ unitPos: _unitPos, ...row }) => row,
    );
    return { ...page, items: await withParties(work, page.items), today: work.today };
  },
});

/** 我的责任书 wherever they lie, the newest first. */
export const listOwnLetters = query({
  permission: 'responsibilities.follow',
  async run(work, _input: object) {
    const { actor, today } = work;
    if (actor.personId === null) return { items: [], today };
    const items = await shownLetters(work)
      .where('l.person_id', '=', actor.personId)
      .orderBy('l.year', 'desc')
      .orderBy('l.owed_from', 'desc')
      .limit(50)
      .execute();
    return { items: await withParties(work, items), today };
  },
});

type Counted = {
  readonly unitId: string;
  readonly unit: string;
  readonly withBelow: boolean;
  readonly required: number;
  readonly signed: number;
  readonly issued: number;
  readonly draft: number;
  readonly overdue: number;
};

/** 签订率 of a unit: itself and each unit below it, counted from the letters that bind today. */
export const readCoverage = query({
  permission: 'responsibilities.read',
  run: (work, filter: z.output<typeof coverageFilter>) => coverageOf(work, filter),
});

export async function coverageOf(work: Reading, { unitId, year }: z.output<typeof coverageFilter>) {
  const { tx, scope, today } = work;
  const unit = await unitInScope(tx, scope, unitId ?? (await topOf(work)));
  const campaign = await campaignOf(tx, { year, today });
  const { rows: units } = await sql<Counted>`
    select b.id as "unitId", b.name as unit, b.below as "withBelow", count(l.state)::integer as required,
      count(*) filter (where l.state in ('signed', 'assessed'))::integer as signed,
      count(*) filter (where l.state = 'issued')::integer as issued, count(*) filter (where l.state = 'draft')::integer as draft,
      count(*) filter (where l.state in ('draft', 'issued') and l.due_on < ${today}::date)::integer as overdue
    from (select id, name, lo, lo as hi, false as below from units where id = ${unit.id}
      union all select id, name, lo, hi, true from units where parent_id = ${unit.id} and closed_on is null) as b
    left join letters l on l.year = ${campaign?.year ?? 0} and l.unit_pos between b.lo and b.hi
      and l.state in ('draft', 'issued', 'signed', 'assessed')
    group by b.id, b.name, b.lo, b.below order by b.below, b.lo`.execute(tx);
  const total = units.reduce(
    (sum, each) => ({
      required: sum.required + each.required,
      signed: sum.signed + each.signed,
      issued: sum.issued + each.issued,
      draft: sum.draft + each.draft,
      overdue: sum.overdue + each.overdue,
    }),
    { required: 0, signed: 0, issued: 0, draft: 0, overdue: 0 },
  );
  return { unitId: unit.id, unit: unit.name, ...asYear(campaign), total, units, today };
}

function asYear(campaign: StoredCampaign | null) {
  if (campaign === null) return { year: null, state: null, signByOn: null };
  return { year: campaign.year, state: campaign.state, signByOn: campaign.sign_by_on };
}

/** The widest branch of the caller. */
async function topOf({ tx, scope }: Reading): Promise<string> {
  const found = await tx
    .selectFrom('units')
    .select('id')
    .where((eb) => within(eb.ref('lo'), scope))
    .orderBy(sql`hi - lo`, 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return found.id;
}

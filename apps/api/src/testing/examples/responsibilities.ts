import { randomUUID } from 'node:crypto';

import { given } from '@changming/application/testing';
import { letterPosts, letterTemplate } from '@changming/domain/responsibilities';

import { bare, type Example, fresh, noted, ofUnit, personId, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';

/** What lies above the callers holds for them, so its id is no secret. */
function notedUnlessAbove(world: World, at: Place, id: string): string {
  return at.relation === 'parent' || at.relation === 'group' ? id : noted(world, at, id);
}

const said = {
  kind: 'onePost',
  posts: ['unitHead'],
  text: '每周检查除尘',
  source: '单位制度',
  period: 'week',
  fromOn: '2026-01-20',
} as const;

async function duty(world: World, at: Place): Promise<string> {
  const id = randomUUID();
  if (at.absent) return id;
  await given.arranged(world.owner, (tx) =>
    tx
      .insertInto('duties')
      .values({
        id,
        code: fresh('OWN-'),
        unit_id: at.unit.id,
        kind: 'onePost',
        posts: ['unitHead'],
        unit_kinds: [],
        text: said.text,
        source: said.source,
        period: 'week',
        times: 1,
        proof: [],
        awaited: [],
        late_days: 7,
        from_on: '2026-01-01',
      })
      .execute(),
  );
  return notedUnlessAbove(world, at, id);
}

async function quota(world: World, at: Place): Promise<string> {
  const id = randomUUID();
  if (at.absent) return id;
  await given.arranged(world.owner, async (tx) => {
    const asked = { unit_id: at.unit.id, code: 'LEAD_DRILL' as const };
    await tx
      .updateTable('lead_quotas')
      .set({ to_on: '2026-01-20' })
      .where('unit_id', '=', asked.unit_id)
      .where('to_on', 'is', null)
      .execute();
    await tx
      .insertInto('lead_quotas')
      .values({ id, ...asked, period: 'month', times: 1, from_on: '2026-01-01' })
      .execute();
  });
  return notedUnlessAbove(world, at, id);
}

const campaigns = new WeakMap<World, Map<number, Promise<string>>>();

/** The letters of a year, made once: headquarters' own, whatever the place. */
function campaign(world: World, year: number, state: 'draft' | 'open'): Promise<string> {
  const years = campaigns.get(world) ?? new Map<number, Promise<string>>();
  campaigns.set(world, years);
  const made = years.get(year) ?? madeCampaign(world, year, state);
  years.set(year, made);
  return made;
}

async function madeCampaign({ owner, units }: World, year: number, state: 'draft' | 'open'): Promise<string> {
  const id = randomUUID();
  await given.arranged(owner, (tx) =>
    tx
      .insertInto('letter_campaigns')
      .values({
        id,
        unit_id: units.root.id,
        year,
        name: `${year}`,
        template: letterTemplate,
        post_names: JSON.stringify(letterPosts),
        from_on: `${year}-01-05`,
        sign_by_on: `${year}-01-31`,
        state,
      })
      .execute(),
  );
  return id;
}

async function letter(world: World, at: Place): Promise<string> {
  if (at.absent) return randomUUID();
  const [id, campaign_id, person_id] = [randomUUID(), await campaign(world, 2026, 'open'), await personId(world, at)];
  await given.arranged(world.owner, async (tx) => {
    await tx
      .insertInto('letters')
      .values({
        id,
        campaign_id,
        person_id,
        unit_id: at.unit.id,
        year: 2026,
        post: 'staff',
        state: 'issued',
        cause: 'campaign',
        owed_from: '2026-01-05',
        due_on: '2026-01-31',
        made_at: new Date('2026-01-05T00:00:00Z'),
        issued_at: new Date('2026-01-06T00:00:00Z'),
        text_sha256: '0'.repeat(64),
      })
      .execute();
    await tx.insertInto('letter_texts').values({ letter_id: id, text: '责任书' }).execute();
  });
  return noted(world, at, id);
}

const onLetter: Example = async (world, at) => ({ params: { letterId: await letter(world, at) } });

export const responsibilities: Readonly<Record<string, Example>> = {
  'GET /responsibilities/duties': ofUnit,
  'POST /responsibilities/duties': (_, at) => ({ body: { ...said, unitId: unitId(at), code: fresh('UNIT-') } }),
  'POST /responsibilities/duties/{dutyId}/editions': async (world, at) => ({
    params: { dutyId: await duty(world, at) },
    body: said,
  }),
  'POST /responsibilities/duties/{dutyId}/ending': async (world, at) => ({
    params: { dutyId: await duty(world, at) },
    body: { toOn: '2026-01-20' },
  }),
  'GET /responsibilities/occurrences': ofUnit,
  'GET /responsibilities/mine': bare,
  'GET /responsibilities/board': ofUnit,
  'GET /responsibilities/leads': ofUnit,
  'GET /responsibilities/quotas': ofUnit,
  'POST /responsibilities/quotas': (_, at) => ({
    body: { unitId: unitId(at), code: 'LEAD_RESPONSIBILITY', period: 'month', times: 1 },
  }),
  'POST /responsibilities/quotas/{quotaId}/ending': async (world, at) => ({ params: { quotaId: await quota(world, at) } }),
  'GET /responsibilities/letters': ofUnit,
  'GET /responsibilities/letters/mine': bare,
  'GET /responsibilities/letters/coverage': ofUnit,
  'GET /responsibilities/letters/{letterId}': onLetter,
  'GET /responsibilities/letters/{letterId}/letter.docx': onLetter,
  'GET /responsibilities/letters/{letterId}/letter.pdf': onLetter,
  'POST /responsibilities/letters/issuing': async (world, at) => {
    await campaign(world, 2026, 'open');
    return { body: { unitId: unitId(at) } };
  },
  'POST /responsibilities/letters/{letterId}/signature': async (world, at) => ({
    params: { letterId: await letter(world, at) },
    body: { sha256: '0'.repeat(64) },
    answers: ['responsibilities.not_own_letter'],
  }),
  'POST /responsibilities/letters/assessment': async (world, at) => ({
    body: { letterIds: [await letter(world, at)], verdict: 'met' },
    answers: ['responsibilities.assessed_early'],
  }),
  'POST /responsibilities/letters/document': ofUnit,
  'GET /responsibilities/campaigns': bare,
  'POST /responsibilities/campaigns': () => ({
    body: { year: 2030, name: '年度责任书', fromOn: '2030-01-05', signByOn: '2030-01-31' },
    answers: [201, 'responsibilities.year_taken'],
  }),
  'PUT /responsibilities/campaigns/{campaignId}': async (world) => ({
    params: { campaignId: await campaign(world, 2031, 'draft') },
    body: { name: '年度责任书', template: letterTemplate, fromOn: '2031-01-05', signByOn: '2031-01-31', version: 1 },
    answers: [200, 'responsibilities.duty_changed_meanwhile'],
  }),
  'POST /responsibilities/campaigns/{campaignId}/opening': async (world) => ({
    params: { campaignId: await campaign(world, 2032, 'draft') },
    answers: [200, 'responsibilities.campaign_opened'],
  }),
  'POST /responsibilities/campaigns/{campaignId}/closing': async (world) => ({
    params: { campaignId: await campaign(world, 2033, 'open') },
    answers: ['responsibilities.campaign_unfinished'],
  }),
};

import {
  campaignInput,
  draftCampaignInput,
  editCampaignInput,
  letterPosts,
  letterTemplate,
  refuseTemplate,
} from '@changming/domain/responsibilities';
import { laterOf, refuse } from '@changming/domain/kernel';
import type { LetterCampaignRow, Tx } from '@changming/database';
import type { Selectable } from 'kysely';

import { command, query, type Reading, type Writing } from '../context.ts';

export type StoredCampaign = Selectable<LetterCampaignRow>;

/** 筹备年度责任书: headquarters alone, one a year, beginning with the shipped text. */
export const draftCampaign = command({
  permission: 'responsibilities.runCampaign',
  name: 'responsibilities.draftCampaign',
  input: draftCampaignInput,
  async run(work, { id = work.newId(), year, name, template = letterTemplate, fromOn, signByOn }) {
    const { tx, actor, trail } = work;
    const root = await rootOf(work);
    refuseTemplate(template);
    const row = { id, unit_id: root, year, name, template, from_on: fromOn, sign_by_on: laterOf(fromOn, signByOn), by_id: actor.personId };
    const written = await tx
      .insertInto('letter_campaigns')
      .values({ ...row, post_names: JSON.stringify(letterPosts) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) await refuseOtherOfYear(tx, { id, year });
    return trail({ subjectId: id, unitId: root, before: null, after: { year, name, fromOn, signByOn } }, { id });
  },
});

async function refuseOtherOfYear(tx: Tx, { id, year }: { readonly id: string; readonly year: number }): Promise<void> {
  const other = await tx.selectFrom('letter_campaigns').select('id').where('year', '=', year).executeTakeFirst();
  if (other?.id !== id) refuse('conflict', 'responsibilities.year_taken', { year });
}

async function rootOf({ tx, whole }: Writing): Promise<string> {
  if (!whole) refuse('forbidden', 'responsibilities.only_headquarters');
  return (await tx.selectFrom('units').select('id').where('parent_id', 'is', null).executeTakeFirstOrThrow()).id;
}

/** Until it is open, text and days may change. */
export const editCampaign = command({
  permission: 'responsibilities.runCampaign',
  name: 'responsibilities.editCampaign',
  input: editCampaignInput,
  async run(work, { campaignId, name, template, fromOn, signByOn, version }) {
    const before = await campaignToRun(work, campaignId);
    if (before.state !== 'draft') refuse('conflict', 'responsibilities.campaign_opened');
    refuseTemplate(template);
    const saved = await work.tx
      .updateTable('letter_campaigns')
      .set({ name, template, from_on: fromOn, sign_by_on: laterOf(fromOn, signByOn), version: version + 1 })
      .where('id', '=', campaignId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) refuse('conflict', 'responsibilities.duty_changed_meanwhile');
    const told = { before: { name: before.name }, after: { name, fromOn, signByOn, text: template !== before.template } };
    return work.trail({ subjectId: campaignId, unitId: before.unit_id, ...told }, { id: campaignId });
  },
});

/** 启动: from now on everybody owes a letter; the clock makes them, and those of whoever joins or moves later. */
export const openCampaign = command({
  permission: 'responsibilities.runCampaign',
  name: 'responsibilities.openCampaign',
  input: campaignInput,
  async run(work, { campaignId }) {
    const before = await campaignToRun(work, campaignId);
    if (before.state !== 'draft') refuse('conflict', 'responsibilities.campaign_opened');
    const opened = { state: 'open' as const, opened_at: work.now, version: before.version + 1 };
    await work.tx.updateTable('letter_campaigns').set(opened).where('id', '=', campaignId).execute();
    await work.enqueue('responsibilities.sweep-letters', {}, `responsibilities.opened:${campaignId}`);
    const told = { before: { state: before.state }, after: { state: 'open' } };
    return work.trail({ subjectId: campaignId, unitId: before.unit_id, ...told }, { id: campaignId });
  },
});

/** 结束: once its year is over; what was not assessed expires. */
export const closeCampaign = command({
  permission: 'responsibilities.runCampaign',
  name: 'responsibilities.closeCampaign',
  input: campaignInput,
  async run(work, { campaignId }) {
    const before = await campaignToRun(work, campaignId);
    if (before.state !== 'open') refuse('conflict', 'responsibilities.campaign_not_open');
    if (work.today <= `${before.year}-12-31`) refuse('conflict', 'responsibilities.campaign_unfinished', { year: before.year });
    const expired = await endCampaign(work, before);
    const told = { before: { state: 'open' }, after: { state: 'closed', expired } };
    return work.trail({ subjectId: campaignId, unitId: before.unit_id, ...told }, { id: campaignId, expired });
  },
});

export async function endCampaign({ tx, now }: Writing, { id, year, version }: StoredCampaign): Promise<number> {
  await tx
    .updateTable('letter_campaigns')
    .set({ state: 'closed', closed_at: now, version: version + 1 })
    .where('id', '=', id)
    .execute();
  const ended = await tx
    .updateTable('letters')
    .set((eb) => ({ state: 'expired', ended_at: now, ended_on: `${year + 1}-01-01`, end_why: 'yearOver', version: eb('version', '+', 1) }))
    .where('campaign_id', '=', id)
    .where('state', 'in', ['draft', 'issued', 'signed'])
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

async function campaignToRun({ tx, whole }: Writing, id: string): Promise<StoredCampaign> {
  if (!whole) refuse('forbidden', 'responsibilities.only_headquarters');
  const found = await tx.selectFrom('letter_campaigns').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return found ?? refuse('missing', 'responsibilities.campaign_not_found');
}

/** The campaigns of all years, the newest first: read by everybody below. */
export const listCampaigns = query({
  permission: 'responsibilities.read',
  async run({ tx, today, whole, may }, _input: object) {
    const rows = await tx
      .selectFrom('letter_campaigns')
      .select(['id', 'unit_id as unitId', 'year', 'name', 'template', 'from_on as fromOn', 'sign_by_on as signByOn', 'state', 'version'])
      .select('unit_pos as unitPos')
      .orderBy('year', 'desc')
      .execute();
    const items = rows.map(({ unitPos, ...row }) => ({ ...row, mayRun: whole && may('responsibilities.runCampaign', unitPos) }));
    return { items, today, template: letterTemplate };
  },
});

/** The year that is meant: the one given, else this one, else the newest that has been opened; null when there is none. */
export async function campaignOf(tx: Reading['tx'], asked: { readonly year?: number | undefined; readonly today: string }) {
  const wanted = asked.year ?? Number(asked.today.slice(0, 4));
  const rows = await tx.selectFrom('letter_campaigns').selectAll().where('state', '<>', 'draft').orderBy('year', 'desc').execute();
  const exact = rows.find(({ year }) => year === wanted);
  if (exact !== undefined || asked.year !== undefined) return exact ?? null;
  return rows[0] ?? null;
}

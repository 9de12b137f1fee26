import { issueLettersInput, letterObjection } from '@changming/domain/responsibilities';
import { refuse } from '@changming/domain/kernel';
import type { Tx } from '@changming/database';
import { sql } from 'kysely';
import { within } from '@changming/database';

import { command, type Writing } from '../context.ts';
import { inTurn, partsOf } from '../in-turn.ts';
import { refuseUnpermitted } from '../permitted.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { rangesOf, unitInScope } from '../units/index.ts';
import { campaignOf, type StoredCampaign } from './campaigns.ts';
import { letterOf, lettersInScope, type StoredLetter } from './letter-store.ts';
import { textsOf } from './letter-text.ts';
import { partiesOf } from './read-letter.ts';

/** As many as one request issues; whoever has more asks again. */
const atOnce = 5000;

/**
 * 下达: fixes the text of letters whose issuer has signed his own, so that the year goes down level by level, and tells those who are to
 * sign. By name, refusing what is not ready; or whatever is ready in a branch. `waiting` are those that are not.
 */
export const issueLetters = command({
  permission: 'responsibilities.issue',
  input: issueLettersInput,
  async run(work, { letterIds, unitId, year }) {
    const campaign = await campaignOf(work.tx, { year, today: work.today });
    if (campaign === null || campaign.state !== 'open') refuse('conflict', 'responsibilities.campaign_not_open');
    if (unitId !== undefined) {
      const { lo } = await unitInScope(work.tx, work.scope, unitId);
      if (!work.may('responsibilities.issue', lo)) refuseUnpermitted('responsibilities.issue');
    }
    const wanted = letterIds === undefined ? await draftsBelow(work, campaign, unitId) : await lettersInScope(work, letterIds);
    const signed = await signedIssuers(work.tx, wanted);
    const ready = wanted.filter((letter) => isReady(letter, signed, letterIds !== undefined));
    if (ready.length > 0) await issue(work, campaign, ready);
    const told = ready.map(({ id, unit_id }) => ({
      subjectId: id,
      unitId: unit_id,
      before: { state: 'draft' },
      after: { state: 'issued', year: campaign.year },
    }));
    return work.trail(told, { issued: ready.length, waiting: wanted.length - ready.length });
  },
});

async function draftsBelow(work: Writing, { id }: StoredCampaign, unitId: string | undefined): Promise<StoredLetter[]> {
  const ranges = await rangesOf(work, { unitId });
  return work.tx
    .selectFrom('letters')
    .selectAll()
    .where('campaign_id', '=', id)
    .where('state', '=', 'draft')
    .where((eb) => within(eb.ref('unit_pos'), ranges))
    .orderBy('unit_pos')
    .orderBy('id')
    .limit(atOnce)
    .forUpdate()
    .execute();
}

/** Letters whose issuer's own letter of the year is signed: it may lie above the caller's branch. */
async function signedIssuers(tx: Tx, letters: readonly StoredLetter[]): Promise<ReadonlySet<string>> {
  const parties = await partiesOf(
    { tx },
    letters.map(({ id }) => id),
  );
  return new Set([...parties].flatMap(([id, { issuerSigned }]) => (issuerSigned ? [id] : [])));
}

function isReady(letter: StoredLetter, signed: ReadonlySet<string>, byName: boolean): boolean {
  const reason = letterObjection(letterOf(letter), 'issue', { by: null, issuerSigned: signed.has(letter.id) });
  if (reason !== null && byName) refuse('conflict', reason, { state: letter.state, step: 'issue' });
  return reason === null;
}

const columns = { id: 'uuid', text: 'text', sha256: 'text' } as const;

async function issue(work: Writing, campaign: StoredCampaign, letters: readonly StoredLetter[]): Promise<void> {
  const { tx, now, actor, today } = work;
  const texts = await textsOf(tx, { campaign, letters, today });
  const rows = texts.map(({ letter, text, sha256 }) => ({ id: letter.id, text, sha256 }));
  await inTurn(partsOf(rows, 500), async (some) => {
    await sql`insert into letter_texts (letter_id, text) select r.id, r.text from ${rowsAsTable('r', columns, some)}`.execute(tx);
    await sql`
      update letters l set state = 'issued', issued_at = ${now}, issued_by_id = ${actor.personId}::uuid, text_sha256 = r.sha256,
        version = l.version + 1
      from ${rowsAsTable('r', columns, some)} where l.id = r.id`.execute(tx);
  });
  await tellSigners(work, campaign, letters);
}

async function tellSigners({ enqueue }: Writing, campaign: StoredCampaign, letters: readonly StoredLetter[]): Promise<void> {
  for (const letter of letters) {
    const once = `${letter.id}:issued`;
    const payload = {
      about: 'responsibilities.letterIssued',
      subjectId: letter.id,
      unitId: letter.unit_id,
      to: { personIds: [letter.person_id] },
      facts: { year: campaign.year, due: letter.due_on },
      link: `/responsibilities/letters/${letter.id}`,
      once,
    };
    await enqueue('notices.deliver', payload, `responsibilities.letterIssued:${once}`);
  }
}

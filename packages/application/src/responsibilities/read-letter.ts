import { type LetterStep, letterObjection } from '@changming/domain/responsibilities';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { inSight, letterOf } from './letter-store.ts';

const shown = [
  'l.id',
  'l.year',
  'l.unit_id as unitId',
  'l.person_id as personId',
  'l.post',
  'l.issuer_id as issuerId',
  'l.issuer_post as issuerPost',
  'l.state',
  'l.cause',
  'l.owed_from as owedFrom',
  'l.due_on as dueOn',
  'l.issued_at as issuedAt',
  'l.signed_at as signedAt',
  'l.signed_on as signedOn',
  'l.assessed_at as assessedAt',
  'l.verdict',
  'l.verdict_note as verdictNote',
  'l.ended_on as endedOn',
  'l.end_why as endWhy',
] as const;

export function shownLetters({ tx }: Pick<Reading, 'tx'>) {
  return tx.selectFrom('letters as l').select([...shown]);
}

type Asked = { readonly letterId: string };

/** 责任书全文: one's own wherever it lies, or of somebody in the branch for whoever reads there. With what may be done with it and why not. */
export const readLetter = query({
  permission: 'responsibilities.follow',
  async run(work, { letterId }: Asked) {
    const { actor, may } = work;
    const row = await shownLetters(work)
      .leftJoin('letter_texts as t', 't.letter_id', 'l.id')
      .select(['l.text_sha256 as sha256', 't.text', 'l.unit_pos as unitPos', 'l.issuer_id as issuer_id', 'l.person_id as person_id'])
      .select('l.text_sha256 as text_sha256')
      .where('l.id', '=', letterId)
      .where((eb) => inSight(eb, work))
      .executeTakeFirst();
    if (row === undefined) refuse('missing', 'responsibilities.letter_not_found');
    const own = row.person_id === actor.personId;
    if (!own && !may('responsibilities.read', row.unitPos)) refuse('missing', 'responsibilities.letter_not_found');
    const { issuerSigned, ...names } = (await partiesOf(work, [letterId])).get(letterId) ?? nobody;
    const { unitPos, issuer_id: _issuerId, person_id: _personId, text_sha256: _sha256, ...letter } = row;
    const objectionTo = (step: LetterStep) =>
      letterObjection(letterOf(row), step, {
        by: actor.personId,
        ...(row.sha256 === null ? {} : { sha256: row.sha256 }),
        issuerSigned,
      });
    return {
      ...letter,
      ...names,
      own,
      sign: own ? objectionTo('sign') : ('responsibilities.not_own_letter' as const),
      issue: may('responsibilities.issue', unitPos) ? objectionTo('issue') : null,
      mayIssue: may('responsibilities.issue', unitPos),
      mayAssess: may('responsibilities.assess', unitPos) && objectionTo('assess') === null,
    };
  },
});

type Party = {
  readonly unit: string;
  readonly person: string;
  readonly staffNo: string | null;
  readonly issuer: string | null;
  readonly issuerSigned: boolean;
};

/** Whose letters these are and who issues them, wherever both belong. */
export async function partiesOf({ tx }: Pick<Reading, 'tx'>, ids: readonly string[]): Promise<ReadonlyMap<string, Party>> {
  const { rows } = await sql<Party & { id: string }>`
    select letter_id as id, unit, person, staff_no as "staffNo", issuer, issuer_signed as "issuerSigned"
    from house.letter_parties(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...party }) => [id, party]));
}

const nobody: Party = { unit: '', person: '', staffNo: null, issuer: null, issuerSigned: false };

/** Rows of a page with the names that belong to them. */
export async function withParties<Row extends { readonly id: string }>(work: Pick<Reading, 'tx'>, rows: readonly Row[]) {
  const parties = await partiesOf(
    work,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { issuerSigned: _issuerSigned, ...names } = parties.get(row.id) ?? nobody;
    return { ...row, ...names };
  });
}

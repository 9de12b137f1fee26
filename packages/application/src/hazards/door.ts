import { randomBytes } from 'node:crypto';

import { photoTypes } from '@changming/domain/evidence';
import { anonymousReportInput, claim, longestText, newClaim, photoHash } from '@changming/domain/hazards';
import { id, refuse, text } from '@changming/domain/kernel';
import { readPlateCode } from '@changming/domain/points';
import { sql } from 'kysely';
import { z } from 'zod';

import { type AtDoor, type Caller, door } from '../context.ts';
import { declare, keep, preparePhoto, settle } from '../evidence/index.ts';
import type { Files } from '../files.ts';
import { plateBehind, tooManyVisits } from '../points/index.ts';
import { digest } from '../secrets.ts';
import { enterHazard, receiptOf, type ReportReceipt } from './report-hazard.ts';

type Refused = { readonly refused: Parameters<typeof refuse> };
type Answer<Said> = { readonly said: Said } | Refused;

const limited: Refused = { refused: ['limited', 'hazards.too_many_tries'] };
const wrongCode: Refused = { refused: ['missing', 'hazards.claim_wrong'] };

/** A visit is counted although it is refused, so a refusal is an answer here and is thrown only outside of the transaction. */
function opened<Said>(answer: Answer<Said>): Said {
  return 'said' in answer ? answer.said : refuse(...answer.refused);
}

export type AnonymousReceipt = ReportReceipt & { readonly claimCode: string };

const knockToReport = door({
  name: 'hazards.reportAtDoor',
  input: anonymousReportInput.extend({ address: z.string().nullable() }),
  async run(work, { address, pointCode, claimCode: brought, ...report }) {
    const code = brought ?? newClaim(randomBytes(64));
    const answer = (said: Answer<AnonymousReceipt>) => work.trail<Answer<AnonymousReceipt>>([], said);
    if (await tooManyVisits(work, address)) return answer(limited);
    const sent = { id: report.id, code };
    const before = await saidBefore(work, sent);
    if (before !== null) return answer(before);
    const plate = await plateBehind(work, readPlateCode(pointCode));
    if (plate === null) return answer({ refused: ['missing', 'points.not_found'] });
    await work.enter([{ lo: plate.lo, hi: plate.lo }]);
    const place = { unitId: plate.unitId, unitPos: plate.lo, pointId: plate.id };
    const entered = await enterHazard(work, { ...report, ...place, source: 'employeeReport', foundById: null, anonymous: true });
    if (entered === null) return answer((await saidBefore(work, sent)) ?? idTaken);
    await work.tx
      .insertInto('hazard_claims')
      .values({ hazard_id: report.id, code_hash: digest(code) })
      .execute();
    const after = { stage: 'reported', category: report.category, anonymous: true };
    const receipt = { ...(await receiptOf(work.tx, report.id)), claimCode: code };
    return work.trail<Answer<AnonymousReceipt>>({ subjectId: report.id, unitId: plate.unitId, before: null, after }, { said: receipt });
  },
});

const idTaken: Refused = { refused: ['conflict', 'hazards.id_taken'] };

/**
 * What a report was answered whose answer was lost: whoever brings its id and its code has sent it himself, and gets the receipt again.
 * Null when the code is new.
 */
async function saidBefore(work: AtDoor, { id: hazardId, code }: { id: string; code: string }): Promise<Answer<AnonymousReceipt> | null> {
  const found = await behind(work, code);
  if (found === undefined) return null;
  if (found.id !== hazardId) return idTaken;
  await work.enter([{ lo: found.lo, hi: found.lo }]);
  return { said: { ...(await receiptOf(work.tx, hazardId)), claimCode: code } };
}

/** The one hazard that a code was given for. */
async function behind({ tx }: AtDoor, code: string): Promise<{ readonly id: string; readonly lo: number } | undefined> {
  const { rows } = await sql<{ id: string; lo: number }>`select id, lo from house.claimed_hazard(${digest(code)})`.execute(tx);
  return rows[0];
}

/**
 * 匿名上报 at a plate. The caller must be a stranger without an address of his own (`house.stranger({ via: 'door', ip: null })`):
 * whatever it knew of the person would be written down. The claim code is told once and kept as a hash.
 */
export async function reportAtDoor(...call: Parameters<typeof knockToReport>): Promise<AnonymousReceipt> {
  return opened(await knockToReport(...call));
}

const withClaim = { claimCode: claim, address: z.string().nullable() } as const;

/** Lets the bearer of a code in to the one hazard it was given for. */
async function claimed(
  work: AtDoor,
  { claimCode: code, address }: { claimCode: string; address: string | null },
): Promise<string | Refused> {
  if (await tooManyVisits(work, address)) return limited;
  const found = await behind(work, code);
  if (found === undefined) return wrongCode;
  await work.enter([{ lo: found.lo, hi: found.lo }]);
  return found.id;
}

const knockToFollow = door({
  name: 'hazards.followAtDoor',
  input: z.strictObject(withClaim),
  async run(work, bearer) {
    const found = await claimed(work, bearer);
    if (typeof found !== 'string') return work.trail<Answer<Awaited<ReturnType<typeof story>>>>([], found);
    return work.trail<Answer<Awaited<ReturnType<typeof story>>>>([], { said: await story(work, found) });
  },
});

/** What became of the report: its stage, what was done, and what the unit asked. No names. */
async function story({ tx }: AtDoor, hazardId: string) {
  const hazard = await tx
    .selectFrom('hazards as h')
    .leftJoin('points as p', 'p.id', 'h.point_id')
    .innerJoin('units as u', 'u.id', 'h.unit_id')
    .select([
      'h.id',
      'h.number',
      'h.stage',
      'h.category',
      'h.text',
      'h.found_on as foundOn',
      'h.due_on as dueOn',
      'h.closed_on as closedOn',
    ])
    .select(['h.done', 'u.name as unit', 'p.name as point'])
    .where('h.id', '=', hazardId)
    .executeTakeFirstOrThrow();
  const notes = await tx
    .selectFrom('hazard_notes')
    .select(['by_reporter as byReporter', 'text', 'at'])
    .where('hazard_id', '=', hazardId)
    .orderBy('at')
    .limit(200)
    .execute();
  const { photos } = await receiptOf(tx, hazardId);
  return { ...hazard, notes, photos };
}

export async function followAtDoor(...call: Parameters<typeof knockToFollow>) {
  return opened(await knockToFollow(...call));
}

const knockToAnswer = door({
  name: 'hazards.answerAtDoor',
  input: z.strictObject({ ...withClaim, text: text(longestText) }),
  async run(work, { text: written, ...bearer }) {
    const found = await claimed(work, bearer);
    if (typeof found !== 'string') return work.trail<Answer<null>>([], found);
    const row = { id: work.newId(), hazard_id: found, by_reporter: true, text: written, at: work.now };
    await work.tx.insertInto('hazard_notes').values(row).execute();
    return work.trail<Answer<null>>([], { said: null });
  },
});

/** The reporter answers, or adds what was forgotten. */
export async function answerAtDoor(...call: Parameters<typeof knockToAnswer>): Promise<void> {
  opened(await knockToAnswer(...call));
}

const photo = { id, sha256: photoHash, bytes: z.int().min(1), mime: z.enum(photoTypes) } as const;

const knockWithPhoto = door({
  name: 'hazards.declarePhotoAtDoor',
  input: z.strictObject({ ...withClaim, ...photo }),
  async run(work, { claimCode, address, ...said }) {
    const found = await claimed(work, { claimCode, address });
    if (typeof found !== 'string') return work.trail<Answer<null>>([], found);
    const { unit_id: unitId } = await work.tx.selectFrom('hazards').select('unit_id').where('id', '=', found).executeTakeFirstOrThrow();
    const wanted = await work.tx
      .selectFrom('hazard_photos')
      .select('id')
      .where('hazard_id', '=', found)
      .where('sha256', '=', said.sha256)
      .executeTakeFirst();
    if (wanted === undefined) return work.trail<Answer<null>>([], { refused: ['missing', 'evidence.not_found'] });
    await declare(work.tx, { ...said, subject: found, unitId, by: null, at: work.now });
    return work.trail<Answer<null>>([], { said: null });
  },
});

const settlePhoto = door({
  name: 'hazards.receivePhotoAtDoor',
  input: z.strictObject({ ...withClaim, id, width: z.int(), height: z.int() }),
  async run(work, { id: evidenceId, width, height, ...bearer }) {
    const found = await claimed(work, bearer);
    if (typeof found !== 'string') return work.trail<Answer<null>>([], found);
    await settle(work, { id: evidenceId }, { width, height, takenAt: null, place: null });
    return work.trail<Answer<null>>([], { said: null });
  },
});

type Sent = Parameters<typeof knockWithPhoto>[1] & { readonly content: Uint8Array };

/**
 * A photo of an anonymous report. Of it only the picture is kept, drawn anew: what the camera wrote (its serial number, its owner) might
 * name the person, so the original is thrown away, and time and place with it.
 */
export async function receivePhotoAtDoor(
  caller: Caller,
  files: Files,
  { content, ...said }: Sent,
): Promise<{ id: string; sha256: string }> {
  opened(await knockWithPhoto(caller, said));
  const prepared = await preparePhoto(content, said);
  await keep(files, said.sha256, { ...prepared, raw: null });
  const { claimCode, address, id: evidenceId } = said;
  opened(await settlePhoto(caller, { claimCode, address, id: evidenceId, width: prepared.width, height: prepared.height }));
  return { id: said.id, sha256: said.sha256 };
}

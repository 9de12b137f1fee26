import type { Tx } from '@changming/database';
import type { PhotoSize } from '@changming/domain/evidence';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { type Caller, query } from '../context.ts';
import { type Files, keyOfFile } from '../files.ts';
import { evidenceInScope } from './store.ts';

type Which = { readonly evidenceId: string; readonly subject?: string | undefined };

const readHash = query({
  permission: 'evidence.read',
  assignedSubject: ({ subject }: Which) => subject,
  async run({ tx, scope }, { evidenceId }) {
    const { sha256, arrived_at, personal } = await evidenceInScope(tx, scope, evidenceId);
    if (personal) refuse('missing', 'evidence.not_found', { id: evidenceId });
    return arrived_at === null ? refuse('missing', 'evidence.not_arrived') : sha256;
  },
});

const places = { thumb: 'thumbs', view: 'views', original: 'full' } as const satisfies Record<PhotoSize, string>;

export type ServedPhoto = { readonly content: Uint8Array<ArrayBuffer>; readonly sha256: string };

/** A photo in one of its sizes, for whoever may see its unit, or was assigned its `subject`. */
export async function readPhoto(
  caller: Caller,
  files: Files,
  { size, ...which }: Which & { readonly size: PhotoSize },
): Promise<ServedPhoto> {
  return servePhoto(files, await readHash(caller, which), size);
}

/** The content of a photo whose hash the room that keeps it has found, for whoever may see it there. */
export async function servePhoto(files: Files, sha256: string, size: PhotoSize): Promise<ServedPhoto> {
  const content = await files.get(keyOfFile(places[size], sha256));
  if (content === null) throw new Error(`the file store has lost ${sha256}`);
  return { content, sha256 };
}

/** The hash of a photo of somebody's papers, for the room that keeps them and has asked who may see it. */
export async function personalPhoto(tx: Tx, evidenceId: string): Promise<string> {
  const row = await tx.selectFrom('evidence').select('sha256').where('id', '=', evidenceId).where('personal', '=', true).executeTakeFirst();
  return row?.sha256 ?? refuse('missing', 'evidence.not_found', { id: evidenceId });
}

/** Where the very same photo was seen before: under a record that the caller may see, or elsewhere, and on which day. */
export type SeenBefore = { readonly sha256: string; readonly subjectId: string | null; readonly on: string };

/** Asked over the whole group by the one function that may; `exceptSubject` is the record that shows the photos now. */
export async function seenBefore(tx: Tx, hashes: readonly string[], exceptSubject: string): Promise<SeenBefore[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<SeenBefore>`
    select sha256, subject_id as "subjectId", seen_on as on from house.evidence_seen_before(${hashes}::text[], ${exceptSubject})`.execute(
    tx,
  );
  return rows;
}

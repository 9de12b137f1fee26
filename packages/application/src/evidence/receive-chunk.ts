import { id, Refusal, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { type Caller, command, query } from '../context.ts';
import type { Files } from '../files.ts';
import { preparePhoto } from './prepare-photo.ts';
import { keep, readDeclared, recordArrival } from './receive-photo.ts';
import { evidenceInScope, type PhotoProgress, progressOf } from './store.ts';

const which = { evidenceId: id, subject: id.optional() } as const;

const takeChunk = command({
  permission: 'evidence.upload',
  name: 'evidence.receiveChunk',
  input: z.strictObject({ ...which, offset: z.int().min(0), content: z.instanceof(Uint8Array) }),
  assignedSubject: ({ subject }) => subject,
  async run({ tx, scope, actor, now, trail }, { evidenceId, offset, content }) {
    const declared = await evidenceInScope(tx, scope, evidenceId);
    if (declared.uploaded_by_id !== actor.personId) refuse('forbidden', 'evidence.not_yours');
    await tx.selectFrom('evidence').select('id').where('id', '=', evidenceId).forUpdate().execute();
    const { received, arrived } = await progressOf(tx, evidenceId);
    const end = offset + content.byteLength;
    if (arrived || (end <= received && content.byteLength > 0)) return trail([], { received, arrived });
    if (offset !== received) refuse('conflict', 'evidence.wrong_offset', { received });
    if (end > declared.bytes) refuse('invalid', 'evidence.past_end', { bytes: declared.bytes });
    const row = { evidence_id: evidenceId, unit_id: declared.unit_id, starts: offset, content: Buffer.from(content), at: now };
    if (content.byteLength > 0) await tx.insertInto('evidence_chunks').values(row).execute();
    return trail([], { received: end, arrived });
  },
});

const readChunks = query({
  permission: 'evidence.upload',
  assignedSubject: ({ subject }: Given) => subject,
  async run({ tx }, { evidenceId }) {
    const chunks = await tx
      .selectFrom('evidence_chunks')
      .select('content')
      .where('evidence_id', '=', evidenceId)
      .orderBy('starts')
      .execute();
    return new Uint8Array(Buffer.concat(chunks.map(({ content }) => content)));
  },
});

const dropChunks = command({
  permission: 'evidence.upload',
  name: 'evidence.dropChunks',
  input: z.strictObject(which),
  assignedSubject: ({ subject }) => subject,
  async run({ tx, scope, trail }, { evidenceId }) {
    await evidenceInScope(tx, scope, evidenceId);
    await tx.deleteFrom('evidence_chunks').where('evidence_id', '=', evidenceId).execute();
    return trail([], null);
  },
});

type Given = { readonly evidenceId: string; readonly subject?: string | undefined };
type Chunk = Given & { readonly offset: number; readonly content: Uint8Array<ArrayBuffer> };

/**
 * Takes the piece of a declared photo that begins at byte `offset`. A piece that is known already is answered like the first time; one
 * that leaves a gap is refused by `evidence.wrong_offset`. With the last byte the photo is checked and kept as if it had come at once;
 * when it is not what was declared, its pieces are dropped and it may be sent again from the beginning. An empty piece at the end
 * finishes what a killed process had begun to finish.
 */
export async function receiveChunk(caller: Caller, files: Files, given: Chunk): Promise<PhotoProgress> {
  const { evidenceId, subject } = given;
  const progress = await takeChunk(caller, given);
  if (progress.arrived) return progress;
  const declared = await readDeclared(caller, { evidenceId, subject });
  if (progress.received < declared.bytes) return progress;
  const content = await readChunks(caller, { evidenceId, subject });
  const photo = await preparePhoto(content, declared).catch(async (fault: unknown) => {
    if (fault instanceof Refusal) await dropChunks(caller, { evidenceId, subject });
    throw fault;
  });
  await keep(files, declared.sha256, { ...photo, raw: content });
  const { width, height, takenAt, place } = photo;
  await recordArrival(caller, { evidenceId, subject, width, height, takenAt, place });
  return { received: declared.bytes, arrived: true };
}

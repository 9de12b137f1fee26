import { type HazardDraft, type HazardPlace, ledgerReader, type Remembered } from '@changming/domain/imports';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';

import type { Writing } from '../context.ts';
import { inTurn, madeAhead } from '../in-turn.ts';
import { partsByUnit } from './ledger-parts.ts';
import { type Against, againstToday, type JudgedLedger } from './plan-ledger.ts';
import type { Batch } from './store.ts';

const gzipped = promisify(gzip);

/** As many drafts as one part holds. */
const atOnce = 1000;

/** Where the hazards of a ledger lie, and a digest of all that its rows were judged against. */
type Basis = {
  readonly places: readonly HazardPlace[];
  readonly digest: string;
  /** What judged it; what was kept before there were versions tells none. */
  readonly reader?: number;
  /** What people said of rows in other words; noted when the ledger has come in. */
  readonly remembered?: readonly Remembered[];
};

/** 判好的台账: kept with the batch until it is brought in, instead of whatever was kept of it before. */
export async function keepLedger(work: Writing, batch: Batch, { plan, places, against }: JudgedLedger): Promise<void> {
  await forgetLedger(work, batch);
  const basis: Basis = { places, digest: digestOf(against), reader: ledgerReader, remembered: plan.remembered };
  const drafts = plan.verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft] : []));
  const content = [basis, ...partsByUnit(drafts, atOnce)];
  const packed = madeAhead(content.entries(), async ([part, each]) => ({ part, zip: await gzipped(JSON.stringify(each), { level: 1 }) }));
  await inTurn(packed, async (made) => {
    const { part, zip } = await made;
    const sealed = work.secrets.seal(zip.toString('base64'));
    await work.tx.insertInto('import_ledgers').values({ batch_id: batch.id, part, sealed }).execute();
  });
}

/** Whether a ledger was kept, judged as it would be judged today, and all that its rows were judged against is still the same. */
export async function ledgerHolds(work: Writing, batch: Batch): Promise<boolean> {
  const basis = await partOf<Basis>(work, batch, 0);
  return basis?.reader === ledgerReader && digestOf(await againstToday(work, basis.places)) === basis.digest;
}

/** The parts that have not come in yet. */
export async function partsLeft({ tx }: Pick<Writing, 'tx'>, batch: Batch): Promise<number[]> {
  const rows = await tx
    .selectFrom('import_ledgers')
    .select('part')
    .where('batch_id', '=', batch.id)
    .where('part', '>', 0)
    .orderBy('part')
    .execute();
  return rows.map(({ part }) => part);
}

/** The drafts of a part, which is gone with this transaction; none when it has come in already. */
export async function takePart(work: Writing, batch: Batch, part: number): Promise<readonly HazardDraft[]> {
  const drafts = await partOf<readonly HazardDraft[]>(work, batch, part);
  const taken = await work.tx.deleteFrom('import_ledgers').where('batch_id', '=', batch.id).where('part', '=', part).executeTakeFirst();
  return taken.numDeletedRows === 0n ? [] : (drafts ?? []);
}

/** What people said of its rows, for the ledgers to come. */
export async function rememberedOf(work: Writing, batch: Batch): Promise<readonly Remembered[]> {
  return (await partOf<Basis>(work, batch, 0))?.remembered ?? [];
}

/** A ledger that has come in is kept by its records. */
export async function forgetLedger({ tx }: Pick<Writing, 'tx'>, batch: Batch): Promise<void> {
  await tx.deleteFrom('import_ledgers').where('batch_id', '=', batch.id).execute();
}

async function partOf<Content>({ tx, secrets }: Writing, batch: Batch, part: number): Promise<Content | null> {
  const row = await tx
    .selectFrom('import_ledgers')
    .select('sealed')
    .where('batch_id', '=', batch.id)
    .where('part', '=', part)
    .executeTakeFirst();
  if (row === undefined) return null;
  return JSON.parse(gunzipSync(Buffer.from(secrets.open(row.sealed), 'base64')).toString('utf8')) as Content;
}

function digestOf(against: Against): string {
  return createHash('sha256').update(JSON.stringify(against)).digest('hex');
}

import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { hazardTreatmentV1 } from '@changming/domain/assessments';
import { sql } from 'kysely';

import type { Caller } from '../../context.ts';
import { as, type Given } from '../../testing/index.ts';
import { moveUnit } from '../../units/index.ts';
import { hashOf } from '../hashes.ts';
import { listRecords, readResult } from '../index.ts';
import type { AskedSide } from '../open-side.ts';
import { computed, on } from './story.ts';

/** Companies alone have a score: it holds the records of all that lies below. */
const scheme = { ...hazardTreatmentV1, code: 'companies', unitKinds: ['subsidiary' as const] };

type Place = { readonly owner: Database; readonly url: string; readonly role: string };

/** A quarter, published, and restated when more was known of it. */
export async function runTwice(database: Place): Promise<{ readonly published: string; readonly restated: string }> {
  const { owner } = database;
  const names = { code: scheme.code, name: scheme.code, version: 1, stage: 'published' as const };
  const times = { effective_from: '2025-01-01', drafted_at: new Date(), published_at: new Date() };
  await owner
    .insertInto('assessment_schemes')
    .values({ id: randomUUID(), ...names, ...times, body: JSON.stringify(scheme), hash: hashOf(scheme) })
    .execute();
  const run = (day: string, reason?: string) =>
    on(database, day, (house) => computed(house, '2026Q1', { schemeCode: scheme.code, ...(reason && { reason }) }));
  const { id: published } = await run('2027-02-01');
  await owner.updateTable('assessment_runs').set({ stage: 'published' }).execute();
  const { id: restated } = await run('2027-02-02', '迟报');
  return { published, restated };
}

/** Scores as a product left them that did not keep yet what each unit counted. */
export async function forgetMemberCounts(owner: Database): Promise<void> {
  await sql`alter table assessment_results disable trigger keep_result`.execute(owner);
  await owner.updateTable('assessment_results').set({ member_counts: null }).execute();
  await sql`alter table assessment_results enable trigger keep_result`.execute(owner);
}

/** The sewing workshop of the eastern company comes to the western one. */
export async function moveWorkshop(database: Place): Promise<void> {
  const { root, workshop, farMill } = await unitsOf(database);
  await on(database, '2027-02-03', (house) =>
    moveUnit(as(house, 'hqSafety', root), { unitId: workshop.id, parentId: farMill.id, on: '2027-02-03', reason: '划转' }),
  );
}

export async function unitsOf({ owner }: Pick<Place, 'owner'>): Promise<Pick<Given, 'root' | 'east' | 'workshop' | 'farMill'>> {
  const units = await owner.selectFrom('units').selectAll().execute();
  const named = (name: string) => {
    const unit = units.find((each) => each.name === name);
    if (unit === undefined) throw new Error(`no unit ${name}`);
    return unit;
  };
  return { root: named('岚枝集团'), east: named('东城服饰'), workshop: named('缝制一车间'), farMill: named('西岭一厂') };
}

type Of = { readonly runId: string; readonly unitId: string };

/** Every list of a score: both sides of each line, and each of its measures alone. */
export async function listsOf(reader: Caller, of: Of): Promise<AskedSide[]> {
  const { lines } = await readResult(reader, of);
  return lines.flatMap(({ line, records, receipts }) => {
    const sides = (['numerator', 'denominator'] as const).filter((side) => records[side].length > 0);
    const asked = { ...of, indicator: line.code };
    const measures = Object.keys(receipts).map((measure) => ({ ...asked, side: 'numerator' as const, measure }));
    return [...sides.map((side) => ({ ...asked, side })), ...measures];
  });
}

type Found = { readonly unitId: string; readonly id: string; readonly facts: unknown };

/** All of a list, page by page. */
export async function wholeList(reader: Caller, list: AskedSide): Promise<Found[]> {
  const found: Found[] = [];
  let after: readonly [string, string] | undefined;
  do {
    const { items, next } = await listRecords(reader, { ...list, after, limit: 20, check: false });
    found.push(...items.map(({ unitId, id, facts }) => ({ unitId, id, facts })));
    after = next === null ? undefined : (next.split('~') as [string, string]);
  } while (after !== undefined);
  return found;
}

import { type KnownUnit, proposeCodes, type UnitDraft, type UnitsPlan } from '@changming/domain/imports';

import { type Changed, command, type Writing } from '../context.ts';
import { codeHolders, refuseMisfits, vacateCodes } from '../units/index.ts';
import { noteAwaiting } from './confirmations.ts';
import { importUnit } from './import-unit.ts';
import { knownUnits } from './known.ts';
import { appointFirst } from './leaders.ts';
import type { Of } from './plan.ts';
import { planOfUnits } from './plan-units.ts';
import { type Brought, noteSource, ordered, refuseIncomplete, runBatch } from './run-import.ts';
import type { Batch } from './store.ts';
import { withheldFrom } from './withheld-rows.ts';

/**
 * Brings the ready rows of 组织机构 in, in one transaction: planned again against today's records and by the rights of whoever brings them
 * in, so that what has come in meanwhile is not made twice. Answers how many units were made and changed.
 */
export const runUnitsImport = command({
  permission: 'imports.run',
  name: 'imports.run',
  input: ordered,
  reorganises: true,
  run: (work, given) => runBatch(work, given, bringUnits),
});

async function bringUnits(work: Writing, batch: Batch, asked: Of): Promise<Brought> {
  const plan = await planOfUnits(work, asked, await withheldFrom(work, batch));
  refuseIncomplete({ ...plan.counts, ready: 1 }, batch.only_if_all);
  const existing = await knownUnits(work);
  const replaced = replacedBy(plan);
  const vacated = await vacatedFor(work, [...replaced, ...plan.drafts], existing);
  const codes = await codesOf(work, batch, { drafts: plan.drafts, existing, replaced });
  const [ids, names] = [new Map<string, string>(), new Map<string, Set<string>>()];
  const [changes, beside]: [Changed[], Changed[]] = [[], []];
  for (const draft of [...replaced, ...plan.drafts]) {
    const change = await importUnit(work, draft, { batch, code: codes.get(draft.key) ?? draft.key, ids, vacated, names });
    if (change === null) continue;
    changes.push(change);
    beside.push(...(await leaderOf(work, batch, { draft, unitId: change.subjectId })));
    const leader = draft.leaderId === null ? draft.leader : null;
    await noteSource(work, batch, { draft, recordId: change.subjectId, rest: { leader } });
  }
  const known = replaced.map(({ existingId }) => existingId).filter((unitId) => unitId !== null);
  await refuseMisfits(work, [...known, ...ids.values()]);
  await noteAwaiting(work, batch, plan.verdicts);
  return { changes, beside, verdicts: plan.verdicts };
}

type Led = { readonly draft: UnitDraft; readonly unitId: string };

async function leaderOf(work: Writing, batch: Batch, { draft: { leaderId }, unitId }: Led): Promise<readonly Changed[]> {
  return leaderId === null ? [] : [await appointFirst(work, { unitId, personId: leaderId, on: batch.effective_on })];
}

function replacedBy({ verdicts }: UnitsPlan): readonly UnitDraft[] {
  return verdicts.flatMap((verdict) => (verdict.kind === 'ready' && verdict.draft.existingId !== null ? [verdict.draft] : []));
}

/** Codes that the file takes from one unit and gives to another are put aside first; which unit had which. */
async function vacatedFor(
  { tx }: Writing,
  drafts: readonly UnitDraft[],
  existing: readonly KnownUnit[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(drafts.flatMap(({ code, existingId }) => (code === null ? [] : [[code.toLowerCase(), existingId]])));
  const held = existing.flatMap(({ id, code }) => {
    const by = code === null ? undefined : wanted.get(code.toLowerCase());
    return code === null || by === undefined || by === id ? [] : [[id, code] as const];
  });
  const vacated = new Map(held);
  await vacateCodes(tx, [...vacated.keys()]);
  return vacated;
}

type Coding = { readonly drafts: readonly UnitDraft[]; readonly existing: readonly KnownUnit[]; readonly replaced: readonly UnitDraft[] };

/** Codes for the new units; none is proposed that any unit of the group has, nor one that the file has just taken from a unit. */
async function codesOf(work: Writing, batch: Batch, { drafts, existing, replaced }: Coding): Promise<ReadonlyMap<string, string>> {
  const root = existing.find(({ id }) => id === batch.unit_id)?.code ?? 'U';
  const codeOf = new Map(replaced.flatMap(({ existingId, code }) => (code === null ? [] : [[existingId, code]])));
  const settled = existing.map((unit) => ({ ...unit, code: codeOf.get(unit.id) ?? unit.code }));
  const spoken = new Set(existing.flatMap(({ code }) => (code === null ? [] : [code])));
  for (;;) {
    const codes = proposeCodes(drafts, settled, root, spoken);
    const proposed = drafts.flatMap(({ key, code }) => (code === null ? [codes.get(key) ?? key] : []));
    const held = await codeHolders(work.tx, proposed);
    if (held.length === 0) return codes;
    for (const { code } of held) spoken.add(code);
  }
}

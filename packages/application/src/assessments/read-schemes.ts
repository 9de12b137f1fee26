import { builtIndicator, faultsOf, type Scheme } from '@changming/domain/assessments';

import { query } from '../context.ts';
import { type SchemeVersion, type StoredScheme, schemeOf, toStored } from './scheme-store.ts';

/** 方案: every version, the newest of each first. */
export const listSchemes = query({
  permission: 'assessments.read',
  async run({ tx }) {
    const rows = await tx.selectFrom('assessment_schemes').selectAll().orderBy('code').orderBy('version', 'desc').limit(500).execute();
    return { items: rows.map(toStored).map(headOf) };
  },
});

/** One version with its whole body, what is wrong with it, and the indicators that nothing in the product records yet. */
export const readScheme = query({
  permission: 'assessments.read',
  async run({ tx }, version: SchemeVersion) {
    const stored = await schemeOf(tx, version);
    return { ...headOf(stored), scheme: stored.body, faults: faultsOf(stored.body), awaited: awaitedIn(stored.body) };
  },
});

function headOf({ code, version, name, stage, hash, body, ...row }: StoredScheme) {
  return {
    code,
    version,
    name: body.name === null ? null : name,
    stage,
    hash,
    effectiveFrom: row.effective_from,
    draftedAt: row.drafted_at,
    publishedAt: row.published_at,
    periodKinds: body.periodKinds,
    indicators: body.indicators.length,
    on: body.indicators.filter(({ on }) => on).length,
    awaited: awaitedIn(body).length,
  };
}

function awaitedIn({ indicators }: Scheme): string[] {
  const waits = indicators.filter(
    ({ source }) => source.kind === 'awaited' || (source.kind === 'built' && builtIndicator(source.indicator) === null),
  );
  return waits.map(({ code }) => code);
}

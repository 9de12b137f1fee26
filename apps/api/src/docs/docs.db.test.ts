import { randomUUID } from 'node:crypto';

import { given, test } from '@changming/application/testing';
import { sql } from 'kysely';
import { expect } from 'vitest';

import { askerOn, givenHazardRow, givenToken } from '../testing/readers.ts';

type Shown = { readonly address: string; readonly columns: string };

/** The examples as they stand on the page. */
function examplesOn(page: string): Shown[] {
  const found = page.matchAll(/data-address="([^"]*)" data-columns="([^"]*)"/g);
  return [...found].map(([, address = '', columns = '']) => ({ address: address.replaceAll('&amp;', '&'), columns }));
}

function columnsOf(text: string): string {
  if (text.startsWith('\uFEFF')) return text.slice(1, text.indexOf('\n'));
  const first = text.startsWith('{"items":')
    ? (JSON.parse(text) as { items: object[] }).items[0]
    : (JSON.parse(text.split('\n')[0] ?? '{}') as object);
  return Object.keys(first ?? {}).join(',');
}

test('every example of the documentation runs as it stands and answers what it says', async ({ house, database: { owner } }) => {
  const { root, east, workshop } = await given.group(owner);
  const token = await givenToken(owner, root);
  const hazardId = await givenHazardRow(owner, workshop);
  await givenHazardRow(owner, workshop, { stage: 'closed', submitted_on: '2026-01-12', closed_on: '2026-01-13' });
  await given.arranged(owner, async (tx) => {
    const [scheme, run] = [randomUUID(), randomUUID()];
    await sql`insert into hazard_look_backs (id, hazard_id, round, unit_id, unit_pos, reason, from_on, to_on)
      values (${randomUUID()}, ${hazardId}, 0, ${workshop.id}, 0, 'drawn', '2026-02-01', '2026-03-15')`.execute(tx);
    await sql`insert into assessment_schemes (id, code, version, name, stage, body, hash, effective_from, drafted_at, published_at)
      values (${scheme}, 'hazard-treatment', 1, '专项', 'published', '{}', 'h', '2025-01-01', now(), now())`.execute(tx);
    await sql`insert into assessment_runs (id, scheme_id, period, period_kind, from_on, until_on, known_at, opening_at, computed_at, kind, scheme_hash,
        input_hash, result_hash, facts, summary, stage)
      values (${run}, ${scheme}, '2026Q3', 'quarter', '2026-07-01', '2026-10-01', now(), now(), now(), 'regular', 'h', 'h', 'h', '{}', '{}', 'published')`.execute(
      tx,
    );
    await sql`insert into assessment_results (run_id, unit_id, unit_pos, name, kind, members, status, bonus, malus, applicable_weight, result, facts, receipts)
      values (${run}, ${east.id}, 0, '东城服饰', 'subsidiary', '{}', 'scored', 0, 0, 6,
        '{"lines":[{"code":"D2","dimension":"D","weight":"6.00","status":"scored"}]}', '{}', '{}')`.execute(tx);
  });
  const { app, get } = askerOn(house);
  const answer = await app.request('/api/docs');
  const page = await answer.text();
  const chinese = /[\u4e00-\u9fff]/;
  const { paths } = (await (await app.request('/api/openapi.json')).json()) as { paths: Record<string, object> };

  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page).not.toMatch(/<script|__NONCE__|__ORIGIN__/);
  for (const path of Object.keys(paths)) expect(page).toContain(`<code>${path}</code>`);
  const examples = examplesOn(page);
  expect(examples.length).toBeGreaterThan(9);
  for (const { address, columns } of examples) {
    const { status, text } = await get(address.replace('/api/v1/analytics', ''), token);
    expect([address, status]).toEqual([address, 200]);
    const told = columnsOf(text);
    if (address.includes('heads=zh'))
      expect([address, told.split(',').length, chinese.test(told)]).toEqual([address, columns.split(',').length, true]);
    else expect([address, told]).toEqual([address, columns]);
  }
  expect(await (await app.request('/api/docs', { headers: { 'accept-language': 'en' } })).text()).toContain(
    'Every example below can be run',
  );
});

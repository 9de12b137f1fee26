import { listDocuments, orderActions, readDocumentRows, takeDocument } from '@changming/application/actions';
import type { Caller } from '@changming/application/context';
import * as incidents from '@changming/application/incidents';
import { as, given, givenAccount, holding, test } from '@changming/application/testing';
import { readWorkbook } from '@changming/documents/excel';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';

import { makeDocument as makeActions } from './contexts/actions/jobs.ts';
import { makeDocument as makeIncidents } from './contexts/incidents/jobs.ts';

async function linesOf(caller: Caller, documentId: string): Promise<string[][]> {
  await incidents.takeDocument(caller, { documentId });
  const content = (await incidents.readDocumentPart(caller, { documentId, at: 0 })) ?? new Uint8Array();
  const [sheet] = (await readWorkbook(Buffer.from(content))).sheets;
  return (sheet?.rows ?? []).map((row) => row.cells.map(({ text }) => text ?? ''));
}

test('ledgers of actions and of incidents too long for one answer are made page by page, each row once, for whoever ordered them', async ({
  house,
  database: { owner },
}) => {
  const { root, east, west, mill } = await given.group(owner);
  const officer = await given.person(owner, mill, { staff_no: 'P1' });
  const elsewhere = await given.person(owner, west, { staff_no: 'P2' });
  await given.arranged(owner, (tx) =>
    sql`insert into actions (id, unit_id, origin, kind, title, owner_id, due_on, state, opened_on)
      select gen_random_uuid(), ${mill.id}, 'actions', 'management', '措施', ${officer.id}, '2026-02-01', 'assigned', '2026-01-19'
      from generate_series(1, 2001)`.execute(tx),
  );
  await incidents.reportIncident(as(house, 'worker', mill, officer.id), {
    id: randomUUID(),
    unitId: mill.id,
    occurredAt: '2026-01-20T09:00:00+08:00',
    text: '=1+1 裁床夹手',
  });
  const { id: accountId } = await givenAccount(owner, { person: officer, role: 'safetyOfficer', at: east });
  const actor = { ...holding('safetyOfficer', east), personId: officer.id, accountId };
  const caller = house.callerFor(actor);
  const tools = { house, speakFor: () => Promise.resolve(caller) } as never;

  const ordered = await orderActions(caller, { language: 'zh-CN', filter: { unitId: mill.id } });
  const ledger = await incidents.orderIncidents(caller, { language: 'en', filter: { withBelow: true } });
  const taken: string[] = [];
  const take = (rows: readonly { readonly id: string }[]) => void taken.push(...rows.map((row) => row.id));
  await readDocumentRows(caller, {
    documentId: ordered.id,
    begin:
      () =>
      async ({ rows }) =>
        take(rows),
  });
  const none = await orderActions(caller, { language: 'zh-CN', filter: { overdue: true } });
  await makeActions.run(tools, { documentId: none.id, accountId });
  await makeIncidents.run(tools, { documentId: ledger.id, accountId });

  expect(new Set(taken).size).toBe(2001);
  expect(taken.length).toBe(2001);
  expect((await incidents.listDocuments(caller, undefined)).items).toMatchObject([{ list: 'ledger', state: 'ready', rows: 1 }]);
  const kept = (await listDocuments(caller, undefined)).items.map(({ state, rows, name }) => [state, rows, name]);
  expect(new Set(kept)).toEqual(
    new Set([
      ['ready', 0, '整改措施台账-2026-01-20'],
      ['waiting', 2001, null],
    ]),
  );
  const [, only] = await linesOf(caller, ledger.id);
  expect(only).toEqual(expect.arrayContaining([expect.stringContaining(mill.name), '=1+1 裁床夹手']));

  const stranger = as(house, 'hqSafety', root, elsewhere.id);
  await expect(takeDocument(stranger, { documentId: ordered.id })).rejects.toMatchObject({ code: 'actions.document_not_found' });
  await expect(incidents.readDocument(caller, { documentId: ordered.id }), 'a file of another context').rejects.toMatchObject({
    code: 'incidents.document_not_found',
  });
  const moved = house.callerFor({ ...actor, ...holding('safetyOfficer', west) });
  await expect(takeDocument(moved, { documentId: ordered.id }), 'the branch is no longer his').rejects.toMatchObject({ kind: 'missing' });
  await expect(orderActions(moved, { language: 'en', filter: { unitId: mill.id } })).rejects.toMatchObject({ kind: 'missing' });
});

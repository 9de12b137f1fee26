import { type Caller, type House, Refusal } from '@changming/application/context';
import { sweepDocuments } from '@changming/application/documents';
import { listDocuments, orderLedger, orderList, readDocumentPart, takeDocument } from '@changming/application/hazards';
import { givenAccount, holding, houseAt, test } from '@changming/application/testing';
import { callers, givenHazard, givenTrade } from '@changming/application/testing/hazard-story';
import { readWorkbook } from '@changming/documents/excel';
import { expect } from 'vitest';

import { makeDocument } from './documents.ts';

const filter = { withBelow: true, sort: 'oldest' } as const;

async function file(caller: Caller, documentId: string): Promise<Buffer> {
  const { bytes } = await takeDocument(caller, { documentId });
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes; at += parts.at(-1)?.length ?? bytes)
    parts.push((await readDocumentPart(caller, { documentId, at })) ?? new Uint8Array());
  return Buffer.concat(parts);
}

test('a ledger is made for whoever ordered it, told of, taken by nobody else, and removed after a week', async ({ house, database }) => {
  const { owner } = database;
  const trade = await givenTrade(owner);
  for (const text of ['=1+1 号配电箱前堆放布匹', '安全出口上锁'])
    await givenHazard(owner, { trade, by: callers(house, trade) }, 'assigned', { text });
  const { id: accountId } = await givenAccount(owner, { person: trade.people.officer, role: 'safetyOfficer', at: trade.mill });
  const actor = { ...holding('safetyOfficer', trade.mill), personId: trade.people.officer.id, accountId };
  const officer = house.callerFor(actor);
  const make = (documentId: string, as: House = house) =>
    makeDocument.run({ house: as, speakFor: () => Promise.resolve(as.callerFor(actor)) } as never, { documentId, accountId });

  const { id } = await orderLedger(officer, { language: 'zh-CN', filter });
  const list = await orderList(officer, { language: 'zh-CN', list: 'rectification', filter: { withBelow: true } });
  await orderLedger(officer, { language: 'en', filter });
  await expect(orderLedger(officer, { language: 'en', filter })).rejects.toMatchObject({ code: 'hazards.documents_in_making' });
  await expect(takeDocument(officer, { documentId: id })).rejects.toMatchObject({ code: 'hazards.document_not_found' });
  for (const documentId of [id, list.id, id]) await make(documentId);

  const { items } = await listDocuments(officer, undefined);
  expect(items.map(({ state, rows }) => [state, rows])).toEqual(
    expect.arrayContaining([
      ['ready', 2],
      ['ready', 2],
      ['waiting', 2],
    ]),
  );
  const [sheet] = (await readWorkbook(await file(officer, id))).sheets;
  const cells = sheet?.rows.flatMap((row) => row.cells.map(({ text }) => text)) ?? [];
  expect(cells).toEqual(expect.arrayContaining(['=1+1 号配电箱前堆放布匹', '安全出口上锁', '受检单位']));
  expect((await readWorkbook(await file(officer, list.id))).sheets[0]).toMatchObject({ name: '整改清单' });

  const head = callers(house, trade).millHead;
  await expect(takeDocument(head, { documentId: id }), 'another person of the same unit').rejects.toMatchObject({
    kind: 'missing',
  });
  const moved = house.callerFor({ ...actor, ...holding('safetyOfficer', trade.farMill) });
  await expect(readDocumentPart(moved, { documentId: id, at: 0 }), 'the branch is no longer his').rejects.toMatchObject({
    kind: 'missing',
  });

  const later = houseAt(database, '2026-01-28T02:00:00Z');
  await expect(takeDocument(later.callerFor(actor), { documentId: id })).rejects.toBeInstanceOf(Refusal);
  expect(await sweepDocuments(later.clockwork(), {})).toEqual({ gone: 3 });
  expect(await owner.selectFrom('ordered_document_parts').select('part').execute()).toEqual([]);
  await later.close();
});

import { largestPhoto } from '@changming/application/evidence';
import { answerAtDoor, followAtDoor, receivePhotoAtDoor, reportAtDoor } from '@changming/application/hazards';
import * as contract from '@changming/contract/hazards';
import type { Context } from 'hono';

import { bytesOf } from '../../http/bytes.ts';
import { contextApp, served } from '../../http/context-app.ts';
import type { ApiEnv } from '../../http/env.ts';
import { wire } from '../../http/wire.ts';

/** Whoever knocks here is nobody, even if a cookie came along: neither account nor address reaches the verbs. */
function nobody(c: Context<ApiEnv>) {
  return c.var.house.stranger({ via: 'door', ip: null });
}

/** The address serves to slow guessing down and is kept only as a keyed hash of the day. */
const bearerOf = (c: Context<ApiEnv>, headers: { 'x-claim-code': string }) => ({ claimCode: headers['x-claim-code'], address: c.var.ip });

export const doors = contextApp()
  .openapi(served(contract.reportAtDoor), async (c) => {
    const report = c.req.valid('json');
    const told = { ...report, foundAt: report.foundAt.toISOString(), address: c.var.ip };
    return c.json(await reportAtDoor(nobody(c), told), 201);
  })
  .openapi(served(contract.followAtDoor), async (c) => c.json(wire(await followAtDoor(nobody(c), bearerOf(c, c.req.valid('header')))), 200))
  .openapi(served(contract.answerAtDoor), async (c) => {
    await answerAtDoor(nobody(c), { ...bearerOf(c, c.req.valid('header')), ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(served(contract.receivePhotoAtDoor), async (c) => {
    const content = await bytesOf(c, largestPhoto);
    const said = { id: c.req.valid('param').evidenceId, ...c.req.valid('query'), bytes: content.byteLength };
    return c.json(await receivePhotoAtDoor(nobody(c), c.var.files, { ...bearerOf(c, c.req.valid('header')), ...said, content }), 200);
  });

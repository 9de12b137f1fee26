import {
  assignCertified,
  correctCertificate,
  countCertificates,
  endCertified,
  exportCertificates,
  keepCertificatePhoto,
  listCandidates,
  listCertificateItems,
  listCertificates,
  listCertified,
  listOfficers,
  listOwnCertificates,
  listPool,
  listStaffing,
  readCertificate,
  readCertificatePhoto,
  readOwnCertificatePhoto,
  recordCertificate,
  renewCertificate,
  reviewCertificate,
  revokeCertificate,
  setBodies,
  setPartTime,
} from '@changming/application/workforce';
import * as contract from '@changming/contract/workforce';
import { certificateSheet } from '@changming/documents/lists';
import { press } from '@changming/documents/paper';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';
import { photoHeaders } from '../../http/photo-headers.ts';

/** Somebody's papers stay in no cache: a photo that was replaced is not shown again. */
const personalPhoto = { ...photoHeaders, 'cache-control': 'private, no-store', 'content-type': 'image/webp' };

export const certificates = contextApp()
  .openapi(served(contract.listCertificates), async (c) => c.json(await listCertificates(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.exportCertificates), async (c) => {
    const { rows, today } = await exportCertificates(c.var.caller, c.req.valid('query'));
    const data = certificateSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.listCertificateItems), async (c) => c.json({ items: await listCertificateItems(c.var.caller, undefined) }, 200))
  .openapi(served(contract.countCertificates), async (c) => c.json(await countCertificates(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.listOwnCertificates), async (c) => c.json({ items: await listOwnCertificates(c.var.caller, undefined) }, 200))
  .openapi(served(contract.readCertificate), async (c) => c.json(await readCertificate(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.recordCertificate), async (c) => c.json(await recordCertificate(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.reviewCertificate), async (c) =>
    c.json(await reviewCertificate(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.renewCertificate), async (c) =>
    c.json(await renewCertificate(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.revokeCertificate), async (c) =>
    c.json(await revokeCertificate(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.correctCertificate), async (c) =>
    c.json(await correctCertificate(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.keepCertificatePhoto), async (c) =>
    c.json(await keepCertificatePhoto(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.readCertificatePhoto), async (c) => {
    const { content } = await readCertificatePhoto(c.var.caller, c.var.files, c.req.valid('param'));
    return c.body(content, 200, personalPhoto);
  })
  .openapi(served(contract.readOwnCertificatePhoto), async (c) => {
    const { content } = await readOwnCertificatePhoto(c.var.caller, c.var.files, c.req.valid('param'));
    return c.body(content, 200, personalPhoto);
  })
  .openapi(served(contract.listCertified), async (c) => c.json(await listCertified(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.assignCertified), async (c) => c.json(await assignCertified(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.endCertified), async (c) =>
    c.json(await endCertified(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.listCandidates), async (c) =>
    c.json(await listCandidates(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') }), 200),
  )
  .openapi(served(contract.listStaffing), async (c) => c.json(await listStaffing(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.listOfficers), async (c) => c.json({ items: await listOfficers(c.var.caller, c.req.valid('param')) }, 200))
  .openapi(served(contract.setBodies), async (c) => {
    await setBodies(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(served(contract.setPartTime), async (c) => {
    await setPartTime(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(served(contract.listPool), async (c) => c.json(await listPool(c.var.caller, c.req.valid('query')), 200));

import { chooseChannels, countUnread, listOwnNotices, markRead, readChannels } from '@changming/application/notices';
import * as contract from '@changming/contract/notices';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

export const notices = contextApp()
  .openapi(served(contract.listOwnNotices), async (c) => c.json(wire(await listOwnNotices(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.countUnread), async (c) => c.json(await countUnread(c.var.caller, {}), 200))
  .openapi(served(contract.markRead), async (c) => {
    await markRead(c.var.caller, c.req.valid('json'));
    return c.body(null, 204);
  })
  .openapi(served(contract.readChannels), async (c) => c.json(await readChannels(c.var.caller, {}), 200))
  .openapi(served(contract.chooseChannels), async (c) => {
    await chooseChannels(c.var.caller, c.req.valid('json'));
    return c.body(null, 204);
  });

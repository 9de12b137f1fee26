import type { Actor } from '@changming/domain/access';

import { type House, query } from '../context.ts';
import { seenBefore } from '../evidence/index.ts';

const ask = query({
  permission: 'evidence.read',
  async run({ tx }, { hash, except }: { hash: string; except: string }) {
    return seenBefore(tx, [hash], except);
  },
});

/** The group lookup as somebody asks it who may see no more than his own branch. */
export async function lookUp(house: House, actor: Actor, asked: { hash: string; except: string }) {
  return ask(house.callerFor(actor), asked);
}

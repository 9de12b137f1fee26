import { refuse } from '@changming/domain/kernel';

import { type Caller, query, type Reading } from '../context.ts';
import { type Files, keyOfFile } from '../files.ts';
import { mapInScope } from './read-map.ts';

type Which = { readonly planId: string };

const asPaper = query({
  permission: 'risks.read',
  async run(work, { planId }: Which) {
    const map = await mapInScope(work, planId);
    const { evidenceId, name } = map.plan;
    if (evidenceId === null) return refuse('conflict', 'points.no_picture', { name });
    const { sha256 } = await work.tx.selectFrom('evidence').select('sha256').where('id', '=', evidenceId).executeTakeFirstOrThrow();
    return { ...map, by: await ownName(work), at: work.now, sha256 };
  },
});

export type PrintedMap = Omit<Awaited<ReturnType<typeof asPaper>>, 'sha256'> & { readonly jpeg: Uint8Array };

/** 四色图 with its picture, for paper: who asks for it, and the instant whose colours it shows. A plan without a picture is not printed. */
export async function printedMap(caller: Caller, files: Files, which: Which): Promise<PrintedMap> {
  const { sha256, ...map } = await asPaper(caller, which);
  const jpeg = await files.get(keyOfFile('full', sha256));
  if (jpeg === null) throw new Error(`the file store has lost ${sha256}`);
  return { ...map, jpeg };
}

/** Null for a program, and for somebody whose own unit lies beyond what he looks at. */
async function ownName({ tx, actor }: Pick<Reading, 'tx' | 'actor'>): Promise<string | null> {
  if (actor.personId === null) return null;
  const found = await tx.selectFrom('persons').select('name').where('id', '=', actor.personId).executeTakeFirst();
  return found?.name ?? null;
}

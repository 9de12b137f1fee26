import { Refusal } from '@changming/application/context';
import { type DocumentInMaking, keepDocument, readDocumentRows, sweepDocuments } from '@changming/application/hazards';
import { openLongDocument } from '@changming/documents/lists';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';

import { job } from '../../job.ts';

/** 由后台生成台账和清单: as the person who ordered it, with that person's grants of now. */
export const makeDocument = job({
  name: 'hazards.make-document',
  payload: z.strictObject({ documentId: z.uuid(), accountId: z.uuid() }),
  async run({ speakFor, house }, { documentId, accountId }) {
    const caller = await speakFor(accountId);
    let open: ReturnType<typeof openLongDocument> | undefined;
    const begin = ({ foundFrom, foundTo, ...wanted }: DocumentInMaking) => {
      const begun = openLongDocument({ ...wanted, from: foundFrom, to: foundTo, madeAt: house.clock.now() });
      open = begun;
      return async (rows: Parameters<typeof begun.add>[0]) => {
        begun.add(rows);
        await setImmediate();
      };
    };
    try {
      const made = await readDocumentRows(caller, { documentId, begin });
      if (made === null || open === undefined) return;
      await keepDocument(caller, { documentId, name: open.name, rows: made.rows, content: await open.end() });
    } catch (error) {
      // Who may no longer take it, or has it already, needs no second try; what was never made is swept.
      if (!(error instanceof Refusal)) throw error;
    }
  },
});

/** 每天清理过期的导出文件. */
export const sweepMade = job({
  name: 'hazards.sweep-documents',
  cron: '25 3 * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await sweepDocuments(clock, {});
  },
});

import { sweepDocuments } from '@changming/application/documents';
import { type DocumentInMaking, keepDocument, readDocumentRows } from '@changming/application/hazards';
import { openLongDocument } from '@changming/documents/lists';
import { z } from 'zod';

import { job } from '../../job.ts';
import { madeInBackground } from '../../made-in-background.ts';

/** 由后台生成台账和清单: as the person who ordered it, with that person's grants of now. */
export const makeDocument = job({
  name: 'hazards.make-document',
  payload: z.strictObject({ documentId: z.uuid(), accountId: z.uuid() }),
  async run({ speakFor, house }, { documentId, accountId }) {
    const caller = await speakFor(accountId);
    await madeInBackground({
      read: (begin) => readDocumentRows(caller, { documentId, begin }),
      open: ({ foundFrom, foundTo, ...wanted }: DocumentInMaking) =>
        openLongDocument({ ...wanted, from: foundFrom, to: foundTo, madeAt: house.clock.now() }),
      keep: (made) => keepDocument(caller, { documentId, ...made }),
    });
  },
});

/** 每天清理过期的导出文件, whichever context they are of. */
export const sweepMade = job({
  name: 'hazards.sweep-documents',
  cron: '25 3 * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await sweepDocuments(clock, {});
  },
});

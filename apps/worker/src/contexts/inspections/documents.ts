import type { DocumentInMaking } from '@changming/application/documents';
import { keepDocument, readDocumentRows } from '@changming/application/inspections';
import { openLongList } from '@changming/documents/inspections';
import { z } from 'zod';

import { job } from '../../job.ts';
import { madeInBackground } from '../../made-in-background.ts';

/** 由后台生成应查台账和排查计划: as the person who ordered it, with that person's grants of now. */
export const makeDocument = job({
  name: 'inspections.make-document',
  payload: z.strictObject({ documentId: z.uuid(), accountId: z.uuid() }),
  async run({ speakFor, house }, { documentId, accountId }) {
    const caller = await speakFor(accountId);
    await madeInBackground({
      read: (begin) => readDocumentRows(caller, { documentId, begin }),
      open: (wanted: DocumentInMaking<'occurrences' | 'plans'>) => openLongList({ ...wanted, madeAt: house.clock.now() }),
      keep: (made) => keepDocument(caller, { documentId, ...made }),
    });
  },
});

import { id, type OrderingContext } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, query } from '../context.ts';
import { keepMade, partOf, readyDocument } from './made-document.ts';
import { ownDocuments } from './own-documents.ts';

const content = z.custom<Uint8Array>((given) => given instanceof Uint8Array);

/** What is done with the files of a context, of any of its lists, once their rows are read: kept by its job, looked up and taken by whoever ordered them. */
export function documentVerbs<List extends string>(context: OrderingContext, lists: readonly List[]) {
  const permission = `${context}.export` as const;
  return {
    /** 我的导出: what the caller has ordered and is kept, the latest first. */
    listDocuments: query({
      permission,
      run: async (work) => ({ items: await ownDocuments(work, { context, lists }) }),
    }),

    /** The file is there: whoever ordered it is told. */
    keepDocument: command({
      permission,
      name: `${context}.keepDocument`,
      input: z.strictObject({ documentId: id, name: z.string(), rows: z.int(), content }),
      toldOnce: true,
      run: async (work, made) => work.trail(await keepMade(work, { context, ...made }), null),
    }),

    /** A file of the caller's own that is ready: its name, length and fingerprint. */
    readDocument: query({
      permission,
      async run(work, { documentId }: { readonly documentId: string }) {
        const { name, bytes, sha256 } = await readyDocument(work, { context, documentId });
        return { name, bytes, sha256 };
      },
    }),

    /** 下载: noted whenever the file is handed over from its beginning. */
    takeDocument: command({
      permission,
      name: `${context}.takeDocument`,
      input: z.strictObject({ documentId: id }),
      toldOnce: true,
      async run(work, { documentId }) {
        const { rows, bytes } = await readyDocument(work, { context, documentId });
        return work.trail({ subjectId: documentId, before: null, after: { rows } }, { bytes });
      },
    }),

    /** One part of a ready file, from the byte `at` on; the right to it is looked at every time. */
    readDocumentPart: query({
      permission,
      run: (work, wanted: { readonly documentId: string; readonly at: number }) => partOf(work, { context, ...wanted }),
    }),
  };
}

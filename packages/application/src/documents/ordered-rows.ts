import type { OrderingContext } from '@changming/domain/kernel';

import type { Reading } from '../context.ts';
import { ownDocument } from './own-documents.ts';

/** Rows handed over at a time. */
export const atOnce = 2000;

/** What of a list comes after the last row handed over: its day or name, and its id. */
export type After = readonly [string, string] | undefined;

export type DocumentInMaking<List extends string> = { readonly list: List; readonly language: 'zh-CN' | 'en' };

export type Making<List extends string, Some> = {
  readonly documentId: string;
  /** Told once what is to be made; answers what takes the rows, some at a time, in the order of the list. */
  readonly begin: (document: DocumentInMaking<List>) => (some: Some) => Promise<void>;
};

type Ordered<List extends string> = { readonly list: List; readonly filter: unknown };
type Page<Some> = Some & { readonly rows: readonly unknown[]; readonly next: After };

/** 制作: the rows of an order, all of one state of the database, page by page. Answers null when it has been made already. */
export async function orderedRows<List extends string, Some>(
  work: Reading,
  { context, documentId, begin }: Making<List, Some> & { readonly context: OrderingContext },
  pageOf: (document: Ordered<List>, after: After) => Promise<Page<Some>>,
): Promise<{ readonly rows: number } | null> {
  const document = await ownDocument(work, { context, documentId });
  if (document.state !== 'waiting') return null;
  const list = document.list as List;
  const take = begin({ list, language: document.language });
  let [rows, after]: [number, After] = [0, undefined];
  do {
    const some: Page<Some> = await pageOf({ list, filter: document.filter }, after);
    await take(some);
    [rows, after] = [rows + some.rows.length, some.next];
  } while (after !== undefined);
  return { rows };
}

/** Where the next page begins, after a page of `rows`; nowhere after the last one. */
export function nextAfter<Row>(rows: readonly Row[], keyOf: (row: Row) => readonly [string, string]): After {
  const last = rows.length < atOnce ? undefined : rows.at(-1);
  return last && keyOf(last);
}

import type { DocumentState, OrderingContext } from '@changming/domain/kernel';
import type { JSONColumnType } from 'kysely';

/** 导出的文件: what was ordered of one of the context's lists, and what became of it. */
export type OrderedDocumentRow = {
  id: string;
  context: OrderingContext;
  person_id: string;
  list: string;
  filter: JSONColumnType<object>;
  unit_ids: string[];
  language: 'zh-CN' | 'en';
  state: DocumentState;
  rows: number;
  name: string | null;
  bytes: number | null;
  sha256: string | null;
  asked_at: Date;
  ready_at: Date | null;
};

export type DocumentTables = {
  ordered_documents: OrderedDocumentRow;
  ordered_document_parts: { document_id: string; part: number; content: Buffer };
};

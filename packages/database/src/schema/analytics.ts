import type { JSONColumnType } from 'kysely';

export type AnalyticsReadRow = {
  id: string;
  account_id: string | null;
  person_id: string | null;
  dataset: string;
  format: string;
  asked: JSONColumnType<Record<string, string>>;
  began_at: Date;
  ended_at: Date | null;
  rows: number | null;
  outcome: 'complete' | 'cut' | null;
};

/** The governed views are read by statements made from the catalogue, so only the table stands here. */
export type AnalyticTables = { analytics_reads: AnalyticsReadRow };

import type { Generated, JSONColumnType } from 'kysely';

export type NoticeFacts = Readonly<Record<string, string | number>>;

export type NoticeRow = {
  id: string;
  person_id: string;
  about: string;
  subject_id: string;
  unit_id: string;
  facts: JSONColumnType<NoticeFacts>;
  /** Null where the page is closed to whoever is told. */
  link: string | null;
  once: string;
  created_at: Date;
  read_at: Date | null;
};

export type NoticeMailRow = {
  id: string;
  notice_id: string;
  address: string;
  state: Generated<'waiting' | 'sent' | 'given_up' | 'dropped'>;
  tries: Generated<number>;
  due_at: Date;
  sent_at: Date | null;
  last_error: string | null;
};

export type NoticeChannelRow = { person_id: string; email: string | null; quiet_from: string | null; quiet_to: string | null };

export type NoticeTables = { notices: NoticeRow; notice_mails: NoticeMailRow; notice_channels: NoticeChannelRow };

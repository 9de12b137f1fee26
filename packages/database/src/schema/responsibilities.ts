import type {
  AwaitedRecord,
  CountedPeriod,
  DutyKind,
  DutyPeriod,
  LeadCode,
  LeadPeriod,
  LetterCause,
  LetterState,
  LetterVerdict,
} from '@changming/domain/responsibilities';
import type { UnitKind } from '@changming/domain/units';
import type { Post } from '@changming/domain/workforce';
import type { Generated, JSONColumnType } from 'kysely';

import type { Known, UnitPos } from './known.ts';

export type DutyRow = {
  id: Generated<string>;
  code: string;
  /** Null: it comes with the product. */
  unit_id: string | null;
  kind: DutyKind;
  posts: Post[];
  unit_kinds: UnitKind[];
  text: string;
  text_en: string | null;
  standard: string | null;
  standard_en: string | null;
  source: string;
  article: string | null;
  clause_code: string | null;
  period: DutyPeriod;
  high_risk_period: LeadPeriod | null;
  times: number;
  proof: string[];
  awaited: AwaitedRecord[];
  late_days: number;
  from_on: string;
  to_on: string | null;
  version: Generated<number>;
};

export type LeadQuotaRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  code: LeadCode;
  period: LeadPeriod;
  times: number;
  from_on: string;
  to_on: string | null;
  set_by_id: string | null;
  version: Generated<number>;
};

export type DutyOccurrenceRow = {
  id: Generated<string>;
  duty_id: string;
  code: string;
  kind: DutyKind;
  unit_id: string;
  unit_pos: UnitPos;
  person_id: string;
  post: Post;
  deputy: boolean;
  appointment_id: string;
  period: CountedPeriod;
  period_on: string;
  from_on: string;
  due_on: string;
  late_until: string;
  needed: number;
  made_at: Date;
  looked: Generated<boolean>;
  done_at: Date | null;
  timing: 'onTime' | 'late' | null;
  recorded_at: Date | null;
  waived_at: Date | null;
  waived_on: string | null;
  waived_why: 'left' | 'away' | null;
};

export type DutyActRow = {
  occurrence_id: string;
  act_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  person_id: string;
  code: string;
  verb: string;
  subject_id: string;
  at: Date;
  recorded_at: Date;
};

export type ResponsibilityProgressRow = { name: string; day: string | null; at: Date | null };
export type ResponsibilityChaseRow = { subject_id: string; target: string; told_at: Date };

export type LetterCampaignRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  year: number;
  name: string;
  template: string;
  post_names: JSONColumnType<Record<Post, string>>;
  from_on: string;
  sign_by_on: string;
  state: Generated<'draft' | 'open' | 'closed'>;
  opened_at: Date | null;
  closed_at: Date | null;
  by_id: string | null;
  version: Generated<number>;
};

export type LetterRow = {
  id: Generated<string>;
  campaign_id: string;
  year: number;
  unit_id: string;
  unit_pos: UnitPos;
  person_id: string;
  post: Post;
  appointment_id: string | null;
  issuer_id: string | null;
  issuer_post: Post | null;
  issuer_unit_id: string | null;
  state: Generated<LetterState>;
  cause: LetterCause;
  owed_from: string;
  due_on: string;
  made_at: Date;
  issued_at: Date | null;
  issued_by_id: string | null;
  text_sha256: string | null;
  signed_at: Date | null;
  signed_on: string | null;
  assessed_at: Date | null;
  assessed_by_id: string | null;
  verdict: LetterVerdict | null;
  verdict_note: string | null;
  ended_at: Date | null;
  ended_on: string | null;
  end_why: 'moved' | 'left' | 'yearOver' | null;
  version: Generated<number>;
};

export type LetterTextRow = { letter_id: string; text: string };

export type ResponsibilityTables = {
  duties: DutyRow;
  duties_history: Known<DutyRow>;
  lead_quotas: LeadQuotaRow;
  lead_quotas_history: Known<LeadQuotaRow>;
  duty_occurrences: DutyOccurrenceRow;
  duty_acts: DutyActRow;
  responsibility_progress: ResponsibilityProgressRow;
  responsibility_chases: ResponsibilityChaseRow;
  letter_campaigns: LetterCampaignRow;
  letter_campaigns_history: Known<LetterCampaignRow>;
  letters: LetterRow;
  letter_texts: LetterTextRow;
};

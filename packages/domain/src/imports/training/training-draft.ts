import type { Day } from '../../kernel/index.ts';
import type { TrainingCategory, TrainingLevel } from '../../training/index.ts';
import type { Source } from '../verdict.ts';

/** A session as the title of its form tells it. */
export type SessionDraft = {
  readonly unitId: string;
  readonly title: string;
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly heldOn: Day;
  /** Minutes of the day in the house's own time; null where the form tells no time. */
  readonly from: number | null;
  readonly until: number | null;
  readonly classHours: number;
  readonly place: string | null;
  readonly trainer: string | null;
};

/** One person's line of such a form. */
export type AttendanceDraft = {
  readonly source: Source;
  readonly name: string;
  readonly personId: string;
  readonly personUnitId: string;
  readonly session: SessionDraft;
  /** What makes two forms one session. */
  readonly sessionKey: string;
  /** It has come in before, and this form tells more people of it. */
  readonly existingId: string | null;
  readonly attended: boolean;
  readonly result: 'passed' | 'failed' | null;
  readonly score: number | null;
};

/** Somebody a form may name. */
export type KnownTrainee = {
  readonly id: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly unitId: string;
  readonly leftOn: Day | null;
};

/** A session that is closed already, with those who have a record of it. */
export type KnownSession = Pick<SessionDraft, 'unitId' | 'title' | 'category' | 'level' | 'heldOn'> & {
  readonly id: string;
  /** It came in from a form; one that was held in the product takes nobody else. */
  readonly opening: boolean;
  readonly people: ReadonlyMap<string, Pick<AttendanceDraft, 'attended' | 'result' | 'score'> & { readonly classHours: number }>;
};

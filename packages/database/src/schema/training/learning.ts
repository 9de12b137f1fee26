import type {
  AnswerLetter,
  Answers,
  AttemptEnd,
  DrawRule,
  Handling,
  LibraryKind,
  QuestionKind,
  ReEducationWay,
  SeatState,
  SheetQuestion,
  Topic,
  TrainingCategory,
  TrainingLevel,
  ViolationDoubt,
  ViolationKind,
} from '@changming/domain/training';
import type { Post } from '@changming/domain/workforce';
import type { ColumnType, Generated } from 'kysely';

import type { Known, UnitPos } from '../known.ts';

/** Written as JSON text, read as what it says. */
type Json<Value> = ColumnType<Value, string, string>;

type Placed = { id: string; unit_id: string; unit_pos: UnitPos };
type Versioned = Placed & { version: Generated<number> };

export type LibraryItemRow = Versioned & {
  kind: LibraryKind;
  title: string;
  body: string;
  link: string | null;
  edition: Generated<number>;
  edition_at: Date;
  posts: Post[];
  must_read: boolean;
  from_on: string;
  to_on: string | null;
  origin_id: string | null;
  added_by_id: string | null;
  search_key: string;
};

type LibraryReceiptRow = Placed & { item_id: string; edition: number; person_id: string; read_at: Date };

export type ExamQuestionRow = Versioned & {
  code: string;
  kind: QuestionKind;
  topic: Topic;
  level: TrainingLevel | null;
  difficulty: number;
  stem: string;
  options: string[];
  answer: AnswerLetter[];
  clause: string | null;
  explanation: string | null;
  retired_on: string | null;
  search_key: string;
};

type Terms = { draw: Json<readonly DrawRule[]>; pass_mark: number; minutes: number; attempts: number; wait_hours: number };

export type ExamPaperRow = Versioned & Terms & { name: string; level: TrainingLevel | null; retired_on: string | null };

export type ExamRow = Versioned &
  Terms & {
    paper_id: string;
    title: string;
    category: TrainingCategory;
    level: TrainingLevel | null;
    session_id: string | null;
    course_id: string | null;
    draw_level: TrainingLevel | null;
    opens_at: Date;
    closes_at: Date;
    set_by_id: string | null;
    set_at: Date;
    cancelled_at: Date | null;
    cancel_reason: string | null;
  };

export type ExamSeatRow = Versioned & {
  exam_id: string;
  person_id: string;
  state: Generated<SeatState>;
  used: Generated<number>;
  best: number | null;
  settled_at: Date | null;
};

export type ExamAttemptRow = Placed & {
  seat_id: string;
  exam_id: string;
  person_id: string;
  no: number;
  seed: string;
  sheet: Json<readonly SheetQuestion[]>;
  answers: ColumnType<Answers, string | undefined, string>;
  started_at: Date;
  ends_at: Date;
  submitted_at: Date | null;
  ended: AttemptEnd | null;
  points: number | null;
  full_points: number;
  passed: boolean | null;
};

export type ExamResultRow = Placed & {
  attempt_id: string;
  exam_id: string;
  person_id: string;
  category: TrainingCategory;
  level: TrainingLevel | null;
  session_id: string | null;
  course_id: string | null;
  no: number;
  score: number;
  pass_mark: number;
  passed: boolean;
  taken_at: Date;
  taken_on: string;
  recorded_at: Date;
};

export type ViolationRow = Versioned & {
  person_id: string | null;
  outsider_name: string | null;
  outsider_of: string | null;
  kind: ViolationKind;
  what: string;
  clause: string | null;
  point_id: string | null;
  place: string | null;
  found_at: Date;
  found_on: string;
  finder_id: string | null;
  photos: string[];
  recorded_at: Date;
  handling: Handling | null;
  fine_fen: number | null;
  handling_note: string | null;
  handled_by_id: string | null;
  handled_on: string | null;
  re_educate_by: string;
  re_educated_on: string | null;
  re_educated_how: ReEducationWay | null;
  session_id: string | null;
  re_educated_by_id: string | null;
  talk: string | null;
  voided_at: Date | null;
  void_reason: string | null;
};

export type ViolationRetrainingRow = Versioned & {
  violation_id: string;
  person_id: string;
  count: number;
  owed_on: string;
  due_on: string;
  done_on: string | null;
  session_id: string | null;
  result_id: string | null;
  done_by_id: string | null;
  cancelled_on: string | null;
};

type GoodActRow = Placed & {
  person_id: string | null;
  person_words: string | null;
  what: string;
  place: string | null;
  seen_on: string;
  reporter_id: string | null;
  photos: string[];
  recorded_at: Date;
};

type BehaviourCheckRow = Placed & {
  on_day: string;
  point_id: string | null;
  place: string | null;
  observed: number;
  safe: number;
  topics: Topic[];
  note: string | null;
  by_id: string | null;
  recorded_at: Date;
};

type ReminderRow = { subject_id: string; rule: string; days: number; told_at: Date };

/** 学习资料、题库、考试、反三违: the part of training that is asked and owned up to. */
export type ViolationDoubtRow = {
  violation_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  doubts: ViolationDoubt[];
  claimed_at: Date;
  recorded_at: Date;
};

export type LearningTables = {
  violation_doubts: ViolationDoubtRow;
  library_items: LibraryItemRow;
  library_items_history: Known<LibraryItemRow>;
  library_receipts: LibraryReceiptRow;
  exam_questions: ExamQuestionRow;
  exam_papers: ExamPaperRow;
  exams: ExamRow;
  exam_seats: ExamSeatRow;
  exam_seats_history: Known<ExamSeatRow>;
  exam_attempts: ExamAttemptRow;
  exam_results: ExamResultRow;
  violations: ViolationRow;
  violations_history: Known<ViolationRow>;
  violation_retrainings: ViolationRetrainingRow;
  violation_retrainings_history: Known<ViolationRetrainingRow>;
  good_acts: GoodActRow;
  behaviour_checks: BehaviourCheckRow;
  learning_reminders: ReminderRow;
};

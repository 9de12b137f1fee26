/** What a field of the trail may point to and what can be told of it by name or number; one line a context. */
const kindsOf = {
  access: ['account', 'token', 'device', 'signIn'],
  actions: ['action'],
  assessments: ['run', 'scheme'],
  equipment: ['special', 'fire'],
  evidence: ['evidence'],
  hazards: ['hazard'],
  imports: ['batch'],
  incidents: ['incident', 'handling'],
  inspections: ['checklist', 'plan', 'check'],
  points: ['point', 'sheet'],
  responsibilities: ['duty', 'letter', 'campaign'],
  risks: ['risk'],
  standards: ['clause'],
  training: ['session', 'course', 'item', 'paper', 'exam', 'question', 'change', 'trainingPlan', 'violation'],
  units: ['unit'],
  workforce: ['person', 'certificate', 'certificateItem', 'shift'],
} as const;

/** Those of one context; none of a context that the trail calls nothing of by name. */
export type RecordKindOf<Context extends string> = Context extends keyof typeof kindsOf ? (typeof kindsOf)[Context][number] : never;
export type RecordKind = RecordKindOf<keyof typeof kindsOf>;

export const recordKinds: readonly RecordKind[] = Object.values(kindsOf).flat();

/** One record that a row of the trail points to, as it is called today. */
export type ToldRecord = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly name: string | null;
  readonly nameEn: string | null;
  /** 工号, 编号, or the day or the minute where a record is called by it. */
  readonly no: string | null;
  /** Whether the reader may open its page. */
  readonly opens: boolean;
};

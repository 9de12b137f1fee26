/** What a field of the trail may point to and what can be told of it by name or number. */
export const recordKinds = [
  'person',
  'unit',
  'account',
  'point',
  'sheet',
  'hazard',
  'risk',
  'action',
  'incident',
  'certificate',
  'certificateItem',
  'special',
  'fire',
  'checklist',
  'plan',
  'check',
  'session',
  'course',
  'item',
  'paper',
  'exam',
  'change',
  'duty',
  'letter',
  'shift',
  'clause',
  'evidence',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** One record that a row of the trail points to, as it is called today. */
export type ToldRecord = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly name: string | null;
  readonly nameEn: string | null;
  /** 工号, 编号, or the day where a record is called by it. */
  readonly no: string | null;
  /** Whether the reader may open its page. */
  readonly opens: boolean;
};

/** 培训类别 (rule book 7.2), and 班前会, which is a session of the quick kind. */
export const trainingCategories = [
  'principal',
  'safetyManager',
  'threeLevel',
  'transfer',
  'return',
  'fourNew',
  'dust',
  'annual',
  'specialOperator',
  'specialEquipment',
  'fire',
  'emergency',
  'antiViolation',
  'accidentCase',
  'partyStudy',
  'contractorEntry',
  'safetyMonth',
  'shiftMeeting',
] as const;
export type TrainingCategory = (typeof trainingCategories)[number];

/** 厂级、车间级、班组级 of 三级安全教育. */
export const trainingLevels = ['company', 'workshop', 'team'] as const;
export type TrainingLevel = (typeof trainingLevels)[number];

/** 班前会、党委理论学习: held in one screen on the phone. */
export const quickCategories = ['shiftMeeting', 'partyStudy', 'accidentCase', 'safetyMonth'] as const satisfies readonly TrainingCategory[];

/** One class hour (学时) has 45 minutes. */
export const classMinutes = 45;

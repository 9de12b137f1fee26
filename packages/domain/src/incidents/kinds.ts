/** 事件类别 below and at the statutory scale. */
export const eventClasses = ['nearMiss', 'firstAid', 'minorInjury', 'property', 'realFire', 'other', 'statutory'] as const;
export type EventClass = (typeof eventClasses)[number];

/** 事故等级 (条例第三条), lowest first; `none` is below the scale. */
export const grades = ['none', 'ordinary', 'larger', 'major', 'extraordinary'] as const;
export type Grade = (typeof grades)[number];

export const gradeEntryKinds = ['facts', 'decided'] as const;
export type GradeEntryKind = (typeof gradeEntryKinds)[number];

/** 伤害程度. 急性工业中毒 counts as a serious injury; `none` takes back what was said of somebody. */
export const degrees = ['none', 'firstAid', 'minor', 'serious', 'acutePoisoning', 'missing', 'death'] as const;
export type Degree = (typeof degrees)[number];

export const relations = ['employee', 'contractor', 'other'] as const;
export type Relation = (typeof relations)[number];

/** 较大涉险 that cannot be counted (安监总局令第21号第二十六条). */
export const dangers = ['severePollution', 'importantPlace', 'other'] as const;
export type Danger = (typeof dangers)[number];

export const specialClasses = ['boiler', 'pressureVessel', 'pressurePipe', 'crane', 'lift', 'other'] as const;
export type SpecialClass = (typeof specialClasses)[number];

export const specialTriggers = ['explosion', 'craneOverturned', 'craneBroken', 'liftTrapped', 'toxicLeak'] as const;
export type SpecialTrigger = (typeof specialTriggers)[number];

/** 责任认定: whether the unit answers for it. */
export const responsibilities = ['pending', 'unit', 'shared', 'none'] as const;
export type Responsibility = (typeof responsibilities)[number];

/** 迟报、漏报、谎报、瞒报 (应急管理部令第14号第五条). Only 迟报 can be reckoned; the others are what a person found. */
export const findingKinds = ['late', 'omitted', 'false', 'concealed'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Who investigates, lowest first. */
export const investigationLevels = ['enterprise', 'county', 'city', 'province', 'state'] as const;
export type InvestigationLevel = (typeof investigationLevels)[number];

export const natures = ['responsible', 'notResponsible', 'natural'] as const;
export type Nature = (typeof natures)[number];

export const causeFactors = ['human', 'machine', 'environment', 'management'] as const;
export type Cause = { readonly factor: (typeof causeFactors)[number]; readonly text: string };

export type TeamMember = { readonly personId: string | null; readonly name: string; readonly role: string };

/** 调查报告 (条例第三十条): a text for each chapter. */
export const chapterNames = ['unitProfile', 'course', 'casualties', 'causes', 'responsibility', 'measures'] as const;
export type ChapterName = (typeof chapterNames)[number];
export type Chapters = Readonly<Partial<Record<ChapterName, string>>>;

/** 责任追究. */
export const handlingMeasures = [
  'reminder',
  'talk',
  'notice',
  'economic',
  'warning',
  'demerit',
  'demote',
  'remove',
  'dismiss',
  'transferJudicial',
] as const;
export type HandlingMeasure = (typeof handlingMeasures)[number];

/** A hazard that led to the event, or one that its investigation found. */
export const hazardTies = ['ledTo', 'found'] as const;
export type HazardTie = (typeof hazardTies)[number];

export const recipients = [
  'emergency',
  'provincialEmergency',
  'marketRegulator',
  'fireBrigade',
  'headquarters',
  'socialInsurance',
  'other',
] as const;
export type Recipient = (typeof recipients)[number];

export const reportKinds = ['first', 'followUp', 'casualtyChange', 'written', 'workInjury'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportChannels = ['phone', 'system', 'written', 'inPerson'] as const;
export type ReportChannel = (typeof reportChannels)[number];

import { z } from 'zod';

import { day, id, text } from '../kernel/index.ts';
import { voidKinds } from './hazard.ts';
import { evaluationKinds } from './major-treatment.ts';
import { waivableCommitments } from './plan.ts';
import {
  beforeInput,
  hazardCategory,
  hazardFactor,
  hazardKeyArea,
  hazardKind,
  hazardLevel,
  hazardText,
  onTheSpotInput,
  photoHash,
  photoHashes,
} from './report-input.ts';

/** 分; ten billion yuan at most. */
const money = z.number().int().min(0).max(1_000_000_000_000);
const clauseIds = z.array(text(60)).max(10);

/** 整改方案; what is not settled yet is null. */
export const planInput = z.strictObject({
  responsibleUnitId: id.nullable(),
  responsibleId: id.nullable(),
  leaderId: id.nullable().default(null),
  measures: hazardText.nullable(),
  funds: money.nullable(),
  dueOn: day.nullable(),
  contingency: hazardText.nullable(),
  waived: z
    .array(z.enum(waivableCommitments))
    .max(waivableCommitments.length)
    .default([])
    .transform((given) => [...new Set(given)]),
});

/** 登记定级: what triage confirms or changes of the proposal. */
export const registerInput = z.strictObject({
  level: hazardLevel,
  category: hazardCategory.optional(),
  factor: hazardFactor.nullable().optional(),
  keyArea: hazardKeyArea.optional(),
  kind: hazardKind.optional(),
  clauseIds: clauseIds.optional(),
  text: hazardText.optional(),
});

export const assignInput = z.strictObject({ plan: planInput });
export const replanInput = z.strictObject({ plan: planInput });
export const startInput = z.strictObject({});

/** 报验: photos after (declared hashes), what it cost in 分, what was done. */
export const submitInput = z.strictObject({
  photos: photoHashes,
  measures: hazardText.optional(),
  spent: money.nullable().default(null),
  ...beforeInput,
});

/** 立行立改 of a hazard that was reported before, maybe without a photo. */
export const fixReportedInput = onTheSpotInput.extend(beforeInput);

/** Chips of the reasons for 退回; `other` needs words. */
export const sendBackReasons = ['notFixed', 'partlyFixed', 'photoUnclear', 'otherPlace', 'temporaryOnly', 'other'] as const;
export type SendBackReason = (typeof sendBackReasons)[number];

export const sendBackInput = z
  .strictObject({ reason: z.enum(sendBackReasons), note: hazardText.optional() })
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, { message: '请说明退回原因', path: ['note'] });

/** 验收意见, and 举一反三 (the measure that keeps it from coming back elsewhere). */
export const acceptInput = z.strictObject({ opinion: hazardText.optional(), lesson: hazardText.optional() });

/** 照片已无法补传: which declared photo, and why it cannot come any more. */
export const givePhotoUpInput = z.strictObject({ sha256: photoHash, reason: hazardText });

export const askVoidInput = z
  .strictObject({ kind: z.enum(voidKinds), reason: hazardText, duplicateOfId: id.nullable().default(null) })
  .refine(({ kind, duplicateOfId }) => kind !== 'duplicate' || duplicateOfId !== null, {
    message: '请指明重复的是哪一条隐患',
    path: ['duplicateOfId'],
  });
/** 同意或不同意; a refusal says why. */
export const decideInput = z
  .strictObject({ granted: z.boolean(), note: hazardText.optional() })
  .refine(({ granted, note }) => granted || note !== undefined, { message: '请写明不同意的原因', path: ['note'] });

export const askExtensionInput = z.strictObject({ toOn: day, reason: hazardText });
export const reopenInput = z.strictObject({ reason: hazardText, dueOn: day });

export const proposeDenialInput = z.strictObject({ reason: hazardText });
export const tellAuthorityInput = z.strictObject({ authority: text(200), toldOn: day.optional() });
export const treatmentPlanInput = z.strictObject({
  goals: hazardText,
  methods: hazardText,
  funds: money,
  organisation: hazardText,
  timeLimit: hazardText,
  safetyMeasures: hazardText,
});
export const evaluateInput = z.strictObject({ evaluation: z.enum(evaluationKinds), note: hazardText.optional() });

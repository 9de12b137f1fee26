/** 管控措施 by kind: 工程技术、管理、培训教育、个体防护、应急处置, in the order in which they protect. */
export const measureKinds = ['engineering', 'management', 'training', 'ppe', 'emergency'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** One control of a risk. What a checklist asks comes from it, so a failed check is a failed control. */
export type Measure = { readonly id: string; readonly kind: MeasureKind; readonly text: string };

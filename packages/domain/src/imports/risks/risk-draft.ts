import type { Day } from '../../kernel/index.ts';
import type { DirectMajor, GradingMethod, MeasureKind, RiskKind, RiskLevel } from '../../risks/index.ts';
import type { Source } from '../verdict.ts';

/** A risk as a register tells it, graded by the product's own table. */
export type RiskDraft = {
  readonly source: Source;
  readonly unitId: string;
  readonly riskPoint: string;
  /** With unit and risk point the identity of a risk. */
  readonly sameKey: string;
  readonly kind: RiskKind;
  readonly pointId: string | null;
  readonly harm: string;
  readonly consequences: string | null;
  readonly ownerId: string | null;
  readonly controlPlan: string | null;
  readonly measures: readonly { readonly kind: MeasureKind; readonly text: string }[];
  readonly grading: {
    readonly method: GradingMethod;
    readonly likelihood: string;
    readonly exposure: string | null;
    readonly consequence: string;
    readonly directMajor: DirectMajor | null;
    readonly assessedOn: Day;
  };
  readonly level: RiskLevel;
  readonly published: boolean;
};

/** A risk the product has already. */
export type KnownRisk = { readonly unitId: string; readonly name: string; readonly source: string };

/** A point as far as a register may name it, by its code or its name. */
export type KnownPoint = { readonly id: string; readonly code: string; readonly name: string; readonly unitId: string };

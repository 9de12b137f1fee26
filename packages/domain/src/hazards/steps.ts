import type { IsWorkday } from '../kernel/index.ts';
import type { HazardStage, VoidKind } from './hazard.ts';
import type { HazardLevel } from './levels.ts';
import type { RectificationPlan } from './plan.ts';

/** 验收 accepts, and 销号 closes with it: no other step leads to `closed`, so nothing is closed on paper only. */
export const steps = {
  /** 登记定级 */
  register: { from: ['reported'], to: 'registered' },
  /** 下达整改 */
  assign: { from: ['registered'], to: 'assigned' },
  /** Completes or hands over the plan; the deadline stays. */
  replan: { from: ['assigned', 'rectifying'], to: 'same' },
  start: { from: ['assigned'], to: 'rectifying' },
  /** 报验 */
  submit: { from: ['rectifying'], to: 'submitted' },
  /** 立行立改 */
  fixOnTheSpot: { from: ['reported'], to: 'submitted' },
  /** 退回 */
  sendBack: { from: ['submitted'], to: 'rectifying' },
  accept: { from: ['submitted'], to: 'closed' },
  /** 误报、重复 */
  void: { from: ['reported', 'registered', 'assigned', 'rectifying', 'submitted'], to: 'void' },
  /** After a relapse found by a look-back, or with a reason. */
  reopen: { from: ['closed'], to: 'assigned' },
} as const satisfies Record<string, { from: readonly HazardStage[]; to: HazardStage | 'same' }>;

export type HazardStep = keyof typeof steps;
export const hazardSteps = Object.keys(steps) as readonly HazardStep[];

/** Who takes a step, and on which business day. */
export type Who = { readonly by: string; readonly on: string };

/**
 * Photos that have arrived, and those declared by the phone that have not. `opening`: the hazard came in with a ledger, so a photo from
 * before may be missing for good; it is shown as missing and asked for no more. `givenUpByIds`: who said of one that it cannot come any more.
 */
export type PhotoCounts = {
  readonly before: number;
  readonly after: number;
  readonly awaited: number;
  readonly opening?: boolean;
  /** 缺整改前照片: none was declared, and whoever handed the work in said why. It never stands for a photo from after. */
  readonly beforeLacked?: boolean;
  readonly givenUpByIds?: readonly string[];
};

/** What each step must know beside the hazard and who takes it. */
export type StepFacts = {
  readonly register: { readonly level: HazardLevel };
  /** `latestDueOn` is the last deadline the rules allow, null when they set none. */
  readonly assign: { readonly plan: RectificationPlan; readonly latestDueOn: string | null };
  readonly replan: { readonly plan: RectificationPlan };
  readonly start: object;
  /** `acceptWorkdays`: 工作日 within which it must be accepted; the product's own when left out. */
  readonly submit: { readonly photos: PhotoCounts; readonly isWorkday: IsWorkday; readonly acceptWorkdays?: number };
  readonly fixOnTheSpot: {
    readonly level: HazardLevel;
    readonly measures: string;
    readonly photos: PhotoCounts;
    readonly isWorkday: IsWorkday;
    readonly acceptWorkdays?: number;
  };
  readonly sendBack: { readonly reason: string };
  /** `byGroup`: the person accepts for the group, as a major hazard needs. `voidAsked`: a request to void still waits for its decision. */
  readonly accept: { readonly photos: PhotoCounts; readonly byGroup: boolean; readonly voidAsked: boolean };
  /** `oneLevelUp`: the person decides for the unit above. `askedById` is who found it false or a duplicate. */
  readonly void: {
    readonly kind: VoidKind;
    readonly reason: string;
    readonly askedById: string;
    readonly oneLevelUp: boolean;
    readonly byGroup: boolean;
  };
  readonly reopen: { readonly reason: string; readonly dueOn: string };
};

type Flat = StepFacts[HazardStep];
type KeysOf<Union> = Union extends Union ? keyof Union : never;
type ValueOf<Union, Key extends PropertyKey> = Union extends Union
  ? Key extends keyof Union
    ? Exclude<Union[Key], undefined>
    : never
  : never;

/** Facts as far as they are known: a page that greys a button does not know yet what will be typed. */
export type Known = Who & { readonly [Key in KeysOf<Flat>]?: ValueOf<Flat, Key> };

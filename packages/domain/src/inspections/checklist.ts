import type { FactorClass, HazardCategory, KeyArea } from '../hazards/index.ts';

/**
 * What a round is for: an inspection (排查), the lights-out confirmation of a shift (班后断电断气), the dust cleaning of a shift (除尘).
 * Plans and checklists carry the same kinds.
 */
export const roundKinds = ['inspection', 'lightsOut', 'dust'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** When a photo is owed with an answer. */
export const photoDuties = ['onFailure', 'always', 'never'] as const;
export type PhotoDuty = (typeof photoDuties)[number];

/** How an item is answered. A reading outside of its limits is a failure; a limit that is null does not bind. */
export type ItemAnswer =
  | { readonly kind: 'passFail' }
  | {
      readonly kind: 'reading';
      /** As people write it: MPa, ℃, kWh. */
      readonly unit: string;
      readonly least: number | null;
      readonly most: number | null;
      /** 表底数 (electricity, gas): each reading is at least the last one, and what was used lies between them. */
      readonly meter: boolean;
    };

/** One item of a checklist. */
export type ChecklistItem = {
  /** `FIRE-01`: the checklist's code, a dash, two or three digits. It stays with the item through all versions and is never used for another. */
  readonly code: string;
  /** 检查内容, in Chinese; what is checked is the same thing in every language of the desk. */
  readonly text: string;
  readonly textEn: string | null;
  /** How to check, what is good: one sentence under the item. */
  readonly guide: string | null;
  /** ★: a failure suggests 重大. Which criteria it suggests stands in hazards, under the same code. */
  readonly starred: boolean;
  /** The clauses of the standards library that it checks, by their ids (`FL-28`). */
  readonly clauseIds: readonly string[];
  /** A source that is no clause of the library, as people cite it (`GB 50974 14.0.4`). */
  readonly basis: string | null;
  /** 人、物、环境、管理: what a failure is a fault of. */
  readonly factor: FactorClass;
  /** The category a failure is reported under when it becomes a hazard. */
  readonly category: HazardCategory;
  readonly answer: ItemAnswer;
  readonly photo: PhotoDuty;
  /** Whether 不适用 may be answered. A reason is owed with it. */
  readonly mayNotApply: boolean;
  /** 管控措施: the measure of the risk register whose working this item checks. Shipped items name none. */
  readonly measureId: string | null;
};

/** A checklist as the product ships it: the headquarters' library begins with these. */
export type ShippedChecklist = {
  /** Unique in the group, capitals: `FIRE`. Its items begin with it. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: RoundKind;
  readonly keyArea: KeyArea;
  /** Counted up whenever its items change; an installation follows while headquarters has not made a version of its own. */
  readonly edition: number;
  readonly items: readonly ChecklistItem[];
};

/** As many items as one checklist holds. */
export const mostItems = 200;

/** What an item is before anything is said about it. */
export const plainItem = {
  textEn: null,
  guide: null,
  starred: false,
  clauseIds: [],
  basis: null,
  answer: { kind: 'passFail' },
  photo: 'onFailure',
  mayNotApply: true,
  measureId: null,
} as const satisfies Partial<ChecklistItem>;

import type { UnitFlag, UnitKind } from '../../units/index.ts';
import type { Source } from '../verdict.ts';

/** A unit as the file tells it. Storage gives it an id, and a code when the file has none. */
export type UnitDraft = {
  readonly source: Source;
  /** Stands for the unit within this plan; `parentKey` of its children. */
  readonly key: string;
  /** Key of the parent in this plan; null when the parent is known already (`parentId`) or the unit is the root. */
  readonly parentKey: string | null;
  readonly parentId: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly kind: UnitKind;
  readonly flags: readonly UnitFlag[];
  readonly headcount: number | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly industry: string | null;
  /** 粉尘涉爆评估: who found it, when, by which paper. */
  readonly dustAssessment: string | null;
  readonly address: string | null;
  /** 第一责任人 as written. */
  readonly leader: { readonly name: string; readonly title: string | null; readonly staffNo: string | null } | null;
  /** The person meant, where that is certain and the unit has none yet. */
  readonly leaderId: string | null;
  readonly remark: string | null;
  /** The unit exists and a person said that the file is right: replace what differs. */
  readonly existingId: string | null;
  /** 更名: how the existing unit is called from now on; null where it keeps its name. */
  readonly newName: string | null;
};

/** What a row says about its unit, apart from where the unit hangs. */
export type UnitFacts = Pick<
  UnitDraft,
  | 'shortNames'
  | 'flags'
  | 'headcount'
  | 'province'
  | 'city'
  | 'industry'
  | 'dustAssessment'
  | 'address'
  | 'leader'
  | 'leaderId'
  | 'remark'
  | 'code'
> & { readonly kind: UnitKind | null };

export const noFacts: UnitFacts = {
  code: null,
  shortNames: [],
  flags: [],
  headcount: null,
  province: null,
  city: null,
  industry: null,
  dustAssessment: null,
  address: null,
  leader: null,
  leaderId: null,
  remark: null,
  kind: null,
};

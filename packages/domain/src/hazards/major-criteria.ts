/** Where a criterion comes from. `GB35181` holds candidates for expert judgement until its text is loaded. */
export const criterionSources = ['WT10', 'GB45067', 'GB35181'] as const;
export type CriterionSource = (typeof criterionSources)[number];

/** What must be true of the unit before a criterion can concern it at all. */
export const criterionScopes = ['all', 'metalSmelting', 'textile', 'dust', 'confinedSpace', 'specialEquipment'] as const;
export type CriterionScope = (typeof criterionScopes)[number];

/** `all`: every condition must hold (并且). `any`: one is enough (或者). Conditions are named by letters of the criterion. */
export type CriterionRule = { readonly all: readonly string[] } | { readonly any: readonly string[] };

export type MajorCriterion = {
  readonly source: CriterionSource;
  /** Article and item in the source. */
  readonly article: string;
  readonly scope: CriterionScope;
  readonly rule: CriterionRule;
  /** True where counting is not allowed: an expert has to judge. */
  readonly forExpert: boolean;
};

const order10 = (article: string, scope: CriterionScope, rule: CriterionRule) =>
  ({ source: 'WT10', article, scope, rule, forExpert: false }) as const satisfies MajorCriterion;
const equipment = (article: string) =>
  ({ source: 'GB45067', article, scope: 'specialEquipment', rule: { any: ['a'] }, forExpert: false }) as const satisfies MajorCriterion;
const fire = (article: string) =>
  ({ source: 'GB35181', article, scope: 'all', rule: { any: ['a'] }, forExpert: true }) as const satisfies MajorCriterion;

const one = { any: ['a'] } as const;
const either = { any: ['a', 'b'] } as const;

/** 工贸企业重大事故隐患判定标准 (应急管理部令第10号), the articles that concern textile and garment groups. */
const order10Criteria = {
  'WT10-3-1': order10('3(1)', 'all', either),
  'WT10-3-2': order10('3(2)', 'all', one),
  'WT10-3-3': order10('3(3)', 'metalSmelting', one),
  'WT10-9-1': order10('9(1)', 'textile', one),
  'WT10-9-2': order10('9(2)', 'textile', either),
  'WT10-11-1': order10('11(1)', 'dust', either),
  'WT10-11-2': order10('11(2)', 'dust', { any: ['a', 'b', 'c'] }),
  'WT10-11-3': order10('11(3)', 'dust', one),
  'WT10-11-4': order10('11(4)', 'dust', either),
  'WT10-11-5': order10('11(5)', 'dust', either),
  'WT10-11-6': order10('11(6)', 'dust', one),
  'WT10-11-7': order10('11(7)', 'dust', one),
  'WT10-11-8': order10('11(8)', 'dust', either),
  'WT10-11-9': order10('11(9)', 'dust', either),
  /** 未落实制度，造成积尘严重: the consequence belongs to the breach. */
  'WT10-11-10': order10('11(10)', 'dust', { all: ['a', 'b'] }),
  'WT10-13-1': order10('13(1)', 'confinedSpace', { all: ['a', 'b'] }),
  'WT10-13-2': order10('13(2)', 'confinedSpace', { any: ['a', 'b', 'c'] }),
} as const satisfies Record<string, MajorCriterion>;

/** 特种设备重大事故隐患判定准则: the equipment is still in use while the condition holds. */
const equipmentCriteria = {
  'GB45067-4.1a': equipment('4.1 a'),
  'GB45067-4.1b': equipment('4.1 b'),
  'GB45067-4.1c': equipment('4.1 c'),
  'GB45067-4.1d': equipment('4.1 d'),
  'GB45067-4.2a': equipment('4.2 a'),
  'GB45067-4.2b': equipment('4.2 b'),
  'GB45067-4.2c': equipment('4.2 c'),
  'GB45067-4.2d': equipment('4.2 d'),
  'GB45067-4.2e': equipment('4.2 e'),
  'GB45067-4.2f': equipment('4.2 f'),
  'GB45067-4.2g': equipment('4.2 g'),
  'GB45067-4.6a': equipment('4.6 a'),
  'GB45067-4.6b': equipment('4.6 b'),
  'GB45067-4.6c': equipment('4.6 c'),
  'GB45067-4.6d': equipment('4.6 d'),
  'GB45067-4.6e': equipment('4.6 e'),
  'GB45067-4.10a': equipment('4.10 a'),
  'GB45067-4.10b': equipment('4.10 b'),
  'GB45067-4.10c': equipment('4.10 c'),
} as const satisfies Record<string, MajorCriterion>;

/** 重大火灾隐患: candidates only. */
const fireCriteria = {
  'GB35181-basement': fire('-'),
  'GB35181-mixedUse': fire('-'),
  'GB35181-sandwichPanel': fire('-'),
  'GB35181-exitsInsufficient': fire('-'),
  'GB35181-exitsLocked': fire('-'),
  'GB35181-systemsDead': fire('-'),
  'GB35181-fireLaneBlocked': fire('-'),
} as const satisfies Record<string, MajorCriterion>;

export const majorCriteria = { ...order10Criteria, ...equipmentCriteria, ...fireCriteria };
export type CriterionId = keyof typeof majorCriteria;
export const criterionIds = Object.keys(majorCriteria) as readonly CriterionId[];

import type { FireCondition, InspectionResult, SpecialState } from '../../equipment/index.ts';
import { plain } from '../text-keys.ts';

function bare(text: string): string {
  return plain(text).replace(/\s/gu, '');
}

/** 检验结论; null when the words tell none. */
export function resultFrom(text: string): InspectionResult | null {
  const words = bare(text);
  if (/不合格|不符合|未通过|不通过|failed/iu.test(words)) return 'failed';
  if (isUnderWay(words)) return 'underWay';
  return /合格|符合|通过|允许使用|passed|√/iu.test(words) ? 'passed' : null;
}

/** 年检中、待检、已报检: the inspection has begun or is waited for, and no day is known yet. */
export function isUnderWay(text: string): boolean {
  return /(年检|检验|送检|复检|报检|整改)中|待检|待验|已报检|已申请|办理中|under way/iu.test(bare(text));
}

/** 使用状态. */
export function specialStateFrom(text: string): SpecialState | null {
  const words = bare(text);
  if (/报废|注销|拆除|scrapped/iu.test(words)) return 'scrapped';
  if (/停用|封存|闲置|报停|停机|未投用|out of use/iu.test(plain(text)) || /停用|封存|闲置|报停/u.test(words)) return 'outOfUse';
  return /在用|使用中|正常|投用|完好|启用|in use/iu.test(plain(text)) ? 'inUse' : null;
}

/** 办理中: the registration is under way. */
export function isPending(text: string): boolean {
  return /办理|申请中|待办|未办|pending/iu.test(bare(text));
}

const conditions: readonly { readonly word: RegExp; readonly condition: FireCondition }[] = [
  { word: /待报废|需报废|拟报废|过期|超期|到期|awaiting scrap/iu, condition: 'awaitingScrap' },
  { word: /已报废|^报废$|^scrapped$/iu, condition: 'scrapped' },
  { word: /压力不足|欠压|压力低|失压|指针.*红|红区|low pressure/iu, condition: 'pressureLow' },
  { word: /缺失|丢失|遗失|不在位|无器材|missing/iu, condition: 'missing' },
  { word: /损坏|破损|锈蚀|故障|不亮|漏|damaged|×/iu, condition: 'damaged' },
  { word: /^(完好|完好有效|正常|良好|合格|有效|√|✓|✔|是|好|在位|intact|ok)$/iu, condition: 'intact' },
];

/** 状态 of a piece of fire equipment; null when the words tell none. */
export function conditionFrom(text: string): FireCondition | null {
  return conditions.find(({ word }) => word.test(plain(text)))?.condition ?? null;
}

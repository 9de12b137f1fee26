import { plain } from '../text-keys.ts';

/** What the column 是否销号 says; null when it says nothing that can be told. */
export function closedFrom(text: string): 'closed' | 'open' | 'void' | null {
  const words = bare(text);
  const voiding = voidingFrom(words);
  if (voiding !== null) return voiding.certain ? 'void' : null;
  if (/^(是|√|✓|✔|☑|y|yes|已?销号|已?闭环|已?关闭|已?完成|已?整改|已整改完成|已?完成整改|已验收|验收合格|合格|已通过|通过)$/iu.test(words))
    return 'closed';
  return /^(否|×|x|✗|✘|n|no|未.{0,6}|不合格|整改中|正在整改|治理中|进行中|处理中|待.{0,4})$/iu.test(words) ? 'open' : null;
}

/** What stands in the column of the day done when it is no day. */
export function doneFrom(text: string): 'atOnce' | 'done' | 'underWay' | 'notDone' | null {
  const words = bare(text);
  if (/^(立行立改|立即整改|当场整改|现场整改|现场整改完毕|当场完成|即查即改|已?当场整改|当日整改|当天整改|当日完成)$/u.test(words))
    return 'atOnce';
  if (/^(√|✓|✔|是|已?完成|已?整改|已整改完毕|整改完毕|整改完成|已完成整改|100%)$/u.test(words)) return 'done';
  if (/^(整改中|治理中|正在整改|正在采购|采购中|施工中|进行中|正在.{1,4})$/u.test(words)) return 'underWay';
  return /^(未.{0,6}|否|×|[-‐-―−]+|\/|待.{0,4}|无)$/u.test(words) ? 'notDone' : null;
}

/** How a hazard is void: `certain` where the words can mean nothing else, and not where they may speak of a permit or a plate. */
export type Voiding = { readonly kind: 'falseAlarm' | 'duplicate'; readonly certain: boolean };

/** 作废、误报、重复登记 in the state or in the remark; 原动火票作废 and 申请撤销挂牌 are not certain. Null where nothing is void. */
export function voidingFrom(text: string): Voiding | null {
  const words = bare(text);
  const certain = words.split(/[，,。;；、()]/u).some((part) => ofHazard.test(part));
  return certain || isVoiding(words) ? { kind: kindOf(words), certain } : null;
}

/** One part of the words that says it of the hazard itself, or of nothing else. */
const ofHazard =
  /^(经(核实|核查|查|现场核实|复核|确认)[,:]?)?((本|该|此)?(条|项|行|隐患|条隐患|项隐患|问题)?(已|系|为|属|属于)?(作废|误报|误判|误录|重复(登记|上报|录入|填报|报送)|撤销)(处理|登记)?(隐患)?|.{0,4}(不属于?|不是|非|不构成)隐患)$/u;

function kindOf(words: string): Voiding['kind'] {
  return /重复/u.test(words) ? 'duplicate' : 'falseAlarm';
}

function isVoiding(words: string): boolean {
  const said = words.replace(/(未|不|没有|并非|不是|非)(作废|撤销|误报|重复)/gu, '');
  const isNoHazard = /作废|误报|不属于?隐患|不是隐患|非隐患|不构成隐患|重复(登记|上报|录入|填报|报送)/u.test(said);
  return isNoHazard || (/撤销/u.test(said) && !/撤销督办/u.test(said));
}

/** A remark that the row was carried over from an earlier ledger: 上半年未完成项、上年结转. */
export function isCarriedOver(text: string): boolean {
  return /结转|未完成项|转入|遗留/u.test(bare(text));
}

/** A look-back that found the hazard again: 反弹、回潮. 未反弹 says the opposite. */
export function isRelapse(text: string): boolean {
  const words = bare(text);
  return /反弹|回潮|再次出现|反复/u.test(words) && !/未(见)?(反弹|回潮|再次出现|反复)|无(反弹|回潮)/u.test(words);
}

function bare(text: string): string {
  return plain(text).replace(/\s/gu, '');
}

import { plain } from '../text-keys.ts';

/** What the column 是否销号 says; null when it says nothing that can be told. */
export function closedFrom(text: string): 'closed' | 'open' | 'void' | null {
  const words = bare(text);
  if (isVoiding(words)) return 'void';
  if (/^(是|√|✓|✔|☑|y|yes|已?销号|已?闭环|已?关闭|已?完成|已?整改|已整改完成|已?完成整改|已验收|验收合格|合格|已通过|通过)$/iu.test(words))
    return 'closed';
  return /^(否|×|x|✗|✘|n|no|未.{0,6}|不合格|整改中|正在整改|进行中|处理中|待.{0,4})$/iu.test(words) ? 'open' : null;
}

/** What stands in the column of the day done when it is no day. */
export function doneFrom(text: string): 'atOnce' | 'done' | 'underWay' | 'notDone' | null {
  const words = bare(text);
  if (/^(立行立改|立即整改|当场整改|现场整改|现场整改完毕|当场完成|即查即改|已?当场整改|当日整改|当天整改|当日完成)$/u.test(words))
    return 'atOnce';
  if (/^(√|✓|✔|是|已?完成|已?整改|已整改完毕|整改完毕|整改完成|已完成整改|100%)$/u.test(words)) return 'done';
  if (/^(整改中|正在整改|正在采购|采购中|施工中|进行中|正在.{1,4})$/u.test(words)) return 'underWay';
  return /^(未.{0,6}|否|×|[-‐-―−]+|\/|待.{0,4}|无)$/u.test(words) ? 'notDone' : null;
}

/** 作废、误报、重复 in the state or the remark: what kind of voiding it was. */
export function voidingFrom(text: string): 'falseAlarm' | 'duplicate' | null {
  const words = bare(text);
  if (!isVoiding(words)) return null;
  return /重复/u.test(words) ? 'duplicate' : 'falseAlarm';
}

function isVoiding(words: string): boolean {
  return /作废|误报|不属于?隐患|不是隐患|非隐患/u.test(words) || (/撤销/u.test(words) && !/撤销督办|未撤销/u.test(words));
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

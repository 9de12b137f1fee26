import { bases as enBases } from './en/hazards/lists.ts';
import type { Language } from './language.ts';
import { bases } from './zh-CN/hazards/lists.ts';

const law = /^([A-Z][A-Z0-9]*)-([\d.]+)(?:-(\d+))?$/u;
const standard = /^(GB|XF|AQ|TSG|HJ)(T?)(\d+)$/u;

/**
 * 判定依据 as people write it: `FL-28` is 消防法第28条, `GBT13869-5.1.1` is GB/T 13869 第5.1.1条; of a standard, a number without a dot
 * is a chapter. What is no code of a clause stays as it is.
 */
export function basisWords(code: string, language: Language = 'zh-CN'): string {
  const parts = law.exec(code);
  return parts === null ? code : (article(parts, language) ?? code);
}

function article([, short = '', number = '', item]: readonly string[], language: Language): string | null {
  const words = language === 'en' ? enBases : bases;
  const name = words.names[short] ?? nameOfStandard(short);
  if (name === null) return null;
  const sentence = item === undefined ? words[partOf(short, number)] : words.item.replace('{item}', item);
  return sentence.replace('{name}', name).replace('{article}', number).replace('  ', ' ');
}

function partOf(short: string, number: string): 'chapter' | 'article' {
  return standard.test(short) && !number.includes('.') ? 'chapter' : 'article';
}

function nameOfStandard(short: string): string | null {
  const parts = standard.exec(short);
  return parts === null ? null : `${parts[1]}${parts[2] === 'T' ? '/T' : ''} ${parts[3]} `;
}

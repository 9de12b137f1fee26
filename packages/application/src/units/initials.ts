import { pinyin } from 'pinyin-pro';

/** 拼音首字母: 缝制一车间 → `fzycj`, so that a name is found by typing its initials. */
export function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('').toLowerCase();
}

import { plain } from '../text-keys.ts';
import type { KnownItem } from './person-draft.ts';

/** 特种作业、作业 and brackets tell nothing apart: `低压电工`, `低压电工作业` and `特种作业（低压电工作业）` are one item. */
function keyOf(name: string): string {
  return plain(name)
    .toUpperCase()
    .replace(/[\s()（）、，,。.]/gu, '')
    .replace(/^(?:特种设备作业|特种作业)/u, '')
    .replace(/(?:作业|操作证|证书|证)$/u, '')
    .replace(/作业$/u, '');
}

export type ItemFinder = (written: string, code: string | null) => string | null;

/** The item of what a cell calls a certificate: by the code within it (`N1`), else by one of its names. */
export function itemFinder(items: readonly KnownItem[]): ItemFinder {
  const codes = new Set(items.map(({ code }) => code));
  const byName = new Map(items.flatMap(({ code, names }) => names.map((name) => [keyOf(name), code] as const)));
  return (written, code) => (code !== null && codes.has(code) ? code : (byName.get(keyOf(written)) ?? null));
}

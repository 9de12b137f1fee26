import { type DirectMajor, directMajors, type GradingMethod, type RiskKind, type RiskLevel } from '../../risks/index.ts';
import { matchKey, plain, tidy } from '../text-keys.ts';

/** 重大、红、一级 and what else offices write for the four levels. */
const levelWords: readonly (readonly [RegExp, RiskLevel])[] = [
  [/重大|红|^(1|一|Ⅰ|i)级?$|a级|major|red/iu, 'major'],
  [/较大|橙|^(2|二|Ⅱ|ii)级?$|b级|larger|orange/iu, 'larger'],
  [/一般|黄|^(3|三|Ⅲ|iii)级?$|c级|general|yellow/iu, 'general'],
  [/低|较小|蓝|^(4|四|Ⅳ|iv|5|五)级?$|d级|稍有|low|blue/iu, 'low'],
];

export function riskLevelFrom(written: string): RiskLevel | null {
  const word = plain(written).trim();
  return levelWords.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

const kindWords: readonly (readonly [RegExp, RiskKind])[] = [
  [/设备|设施|装置|机|equipment/iu, 'equipment'],
  [/作业|活动|操作|activity|job/iu, 'activity'],
  [/场所|区域|部位|位置|place/iu, 'place'],
];

export function riskKindFrom(written: string): RiskKind | null {
  return kindWords.find(([pattern]) => pattern.test(written))?.[1] ?? null;
}

export function gradingMethodFrom(written: string): GradingMethod | null {
  const word = matchKey(written);
  if (/lec|作业条件/iu.test(word)) return 'lec';
  return /ls|矩阵/iu.test(word) ? 'ls' : null;
}

/** The sentences in which a direct rule stands in a register that the product wrote. */
const directWords: Readonly<Record<DirectMajor, RegExp>> = {
  forbiddenByLaw: /违反法律|强制性标准|breaks a law/iu,
  fatalBefore: /发生过|死亡|fatal/iu,
  majorHazardInstallation: /重大危险源|installation/iu,
  tenPeople: /10\s*人|十人|ten people/iu,
  expertJudged: /专家|expert|^是$|^√$|^yes$/iu,
};

export function directMajorFrom(written: string): DirectMajor | null {
  return directMajors.find((rule) => directWords[rule].test(written)) ?? null;
}

/** Whether the words say that the risk is in force. */
export function isPublishedWord(written: string): boolean {
  return /已发布|发布|在用|生效|待复评|published|due for review|^是$|^√$/iu.test(plain(written));
}

const numbered = /(?:^|\n)\s*\d{1,2}[.、．)）]\s*/u;

/** The measures in one cell: numbered lines where it is numbered, otherwise lines or parts between semicolons. */
export function measuresIn(written: string): string[] {
  const text = written.replaceAll('\r', '').trim();
  const parts = numbered.test(text.slice(0, 6)) ? text.split(numbered) : text.split(/[\n；;]+/u);
  return parts.map((part) => tidy(part)).filter((part) => part !== '' && !/^(无|\/|-|—)$/u.test(part));
}

/** The same the other way: as a cell from which `measuresIn` reads exactly these. */
export function measuresWritten(texts: readonly string[]): string | null {
  if (texts.length === 0) return null;
  return texts.map((text, at) => `${at + 1}. ${text.replace(/\s*\n\s*/gu, ' ')}`).join('\n');
}

/** A factor as the table writes it: `0.50` is `0.5`, `6分` is `6`. */
export function factorFrom(written: string): string {
  const digits = plain(written).replace(/[^\d.]/gu, '');
  return digits.includes('.') ? digits.replace(/0+$/u, '').replace(/\.$/u, '') : digits;
}

import type { UnitKind } from '../../units/index.ts';
import { matchKey, withoutBrackets } from '../text-keys.ts';
import { kindWords } from './unit-fields.ts';

/** What a name and a place in the tree tell about the kind of a unit. */
export type KindClues = {
  readonly name: string;
  readonly parentKind: UnitKind | null;
  readonly isRoot: boolean;
  readonly hasChildren: boolean;
  readonly hasAddress: boolean;
};

const endings: readonly { readonly ends: RegExp; readonly kind: UnitKind }[] = [
  { ends: /(公司|集团)$/u, kind: 'subsidiary' },
  { ends: /[班组队]$/u, kind: 'team' },
  { ends: /(车间|工段|站|房)$/u, kind: 'workshop' },
  { ends: /(部|科|室|处|办|办公室|委员会)$/u, kind: 'department' },
  { ends: /厂$/u, kind: 'factory' },
];

/** The kind that a word in a 单位类型 column names; null when it names none. */
export function kindFromWord(word: string): UnitKind | null {
  const key = matchKey(word);
  const kinds = Object.entries(kindWords) as [UnitKind, readonly string[]][];
  return kinds.find(([, words]) => words.includes(key))?.[0] ?? null;
}

/**
 * The kind by the last characters of the name: 公司, 厂, 车间, 班, 部. Names that end in 中心, 库, 仓, 间 or 食堂 are told apart by their
 * place: a site of its own (with units below it or an address) is a factory, a place within a factory is a workshop.
 * Null when neither tells: then a person is asked.
 */
export function kindFromName(clues: KindClues): UnitKind | null {
  if (clues.isRoot) return 'group';
  const name = matchKey(withoutBrackets(clues.name));
  const byEnding = endings.find(({ ends }) => ends.test(name))?.kind;
  if (byEnding !== undefined) return byEnding;
  return /(中心|库|仓|间|食堂|基地|园区|楼|门店|店)$/u.test(name) ? kindOfPlace(name, clues) : null;
}

function kindOfPlace(name: string, { hasChildren, hasAddress, parentKind }: KindClues): UnitKind {
  if (/食堂|宿舍|宿管/u.test(name)) return 'workshop';
  if (hasChildren || hasAddress) return parentKind === 'factory' ? 'workshop' : 'factory';
  if (parentKind === 'factory') return 'workshop';
  return name.endsWith('中心') ? 'department' : 'workshop';
}

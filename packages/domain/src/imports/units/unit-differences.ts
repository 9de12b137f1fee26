import type { UnitKind } from '../../units/index.ts';
import type { Difference } from '../differences.ts';
import { matchKey } from '../text-keys.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import { flagLabel, type KnownProfile } from './profile-of-row.ts';
import { kindWords } from './unit-fields.ts';
import type { UnitNode } from './unit-nodes.ts';
import type { UnitDifference } from './unit-rights.ts';

type Told = { readonly profile: KnownProfile | undefined; readonly isRenamed: boolean };

/** What the row tells of a unit otherwise than the tree: all that 按文件更新 replaces. `before` is its profile, where that was asked for. */
export function differencesOf(node: UnitNode, existing: KnownUnit, { profile: before, isRenamed }: Told): readonly UnitDifference[] {
  const name = isRenamed ? { column: '单位名称', file: node.name, known: existing.name } : null;
  const place = needing('units.reorganise', [name, otherKind(node, existing), otherCode(node, existing)]);
  const profile = [newShortNames(node, existing), ...(before === undefined ? [] : inProfile(node, before))];
  const differences = [...place, ...needing('units.editProfile', profile)];
  return differences.length === 0 ? [] : [...differences, ...needing('units.editProfile', [assessment(node)])];
}

function needing(needs: UnitDifference['needs'], differences: readonly (Difference | null)[]): readonly UnitDifference[] {
  return differences.filter((difference) => difference !== null).map((difference) => ({ ...difference, needs }));
}

function otherKind({ facts: { kind }, reader }: UnitNode, existing: KnownUnit): Difference | null {
  if (kind === null || kind === existing.kind) return null;
  return { column: '单位类型', file: reader?.row.cell('kind')?.text ?? nameOfKind(kind), known: nameOfKind(existing.kind) };
}

function otherCode({ facts: { code } }: UnitNode, { code: known }: KnownUnit): Difference | null {
  return code === null || known === null || code === known ? null : { column: '单位代码', file: code, known };
}

function newShortNames({ facts }: UnitNode, { name, shortNames }: KnownUnit): Difference | null {
  const known = new Set([name, ...shortNames].map(matchKey));
  const added = facts.shortNames.filter((each) => !known.has(matchKey(each)));
  return added.length === 0 ? null : { column: '简称', file: added.join('、'), known: shortNames.join('、') };
}

function inProfile({ facts }: UnitNode, before: KnownProfile): readonly (Difference | null)[] {
  const added = facts.flags.filter((flag) => !before.flags.includes(flag));
  return [
    otherFact('从业人数', facts.headcount, before.headcount),
    otherFact('省份', facts.province, before.province),
    otherFact('城市', facts.city, before.city),
    otherFact('行业代码', facts.industry, before.industry),
    otherFact('地址', facts.address, before.address),
    otherFact('备注', facts.remark, before.remark),
    facts.leaderId === null ? null : { column: '第一责任人', file: facts.leader?.name ?? null, known: null },
    added.length === 0
      ? null
      : { column: '重点情况', file: added.map(flagLabel).join('、'), known: before.flags.map(flagLabel).join('、') },
  ];
}

/** No column of the unit holds it: it is told with the change, so it alone makes none. */
function assessment({ facts: { dustAssessment } }: UnitNode): Difference | null {
  return dustAssessment === null ? null : { column: '粉尘涉爆评估', file: dustAssessment, known: null };
}

function otherFact(column: string, told: string | number | null, known: string | number | null): Difference | null {
  if (told === null || told === known) return null;
  return { column, file: String(told), known: known === null ? null : String(known) };
}

/** The word of our own table for a kind: the first after its English one. */
function nameOfKind(kind: UnitKind): string {
  return kindWords[kind][1] ?? kind;
}

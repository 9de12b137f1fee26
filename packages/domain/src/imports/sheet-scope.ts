import { matchKey, plain } from './text-keys.ts';
import type { KnownUnit, Scope, UnitRecogniser } from './unit-recogniser.ts';

const headquarters = /总部|本部|机关/u;
const documentWords =
  /(20\d\d年?)?(上半年|下半年|第[一二三四1-4]季度|全年|年度)?(安全|事故)?(隐患|培训|消防|特种)?(排查治理|器材|设备|作业)?(人员|员工|职工)?(花名册|名册|名单|台账|登记表|一览表|明细表|记录|统计表|汇总表|清单).*$/u;
/** 消防安全重点部位、点位: what stands behind the unit above a table of points, whatever follows. */
const pointWords = /(消防)?(安全)?((重点|要害)部位|点位).*$/u;

/**
 * The unit a sheet speaks of, by its name or, where that tells nothing, by a title above the header: `临溪公司`, `临溪公司人员花名册`.
 * 总部 and 本部 mean the headquarters: the top unit itself and its departments. Null when nothing is certain: then no name is limited.
 */
export function scopeOfSheet(name: string, titles: readonly string[], recogniser: UnitRecogniser): Scope | null {
  for (const text of [name, ...titles.slice(0, 3)]) {
    const scope = scopeFrom(text, recogniser);
    if (scope !== null) return scope;
  }
  return null;
}

function scopeFrom(text: string, recogniser: UnitRecogniser): Scope | null {
  const bare = plain(text).replace(documentWords, '').replace(pointWords, '');
  if (matchKey(bare).length < 2) return null;
  const found = recogniser.recognise(bare, null);
  if (found.kind === 'unit') return scopeOf(found.unit, recogniser);
  return headquartersScope(bare, recogniser) ?? beginningScope(bare, recogniser);
}

/** 集团总部、本部、机关: the top unit and its departments. Null when the words say something else. */
export function headquartersScope(text: string, { root }: UnitRecogniser): Scope | null {
  const words = plain(text);
  return root !== null && words.length <= 12 && headquarters.test(words) ? { unitId: root.id, only: 'headquarters' } : null;
}

/** `鹭洲家纺` for 鹭洲家纺有限公司: the beginning of one unit's name alone, or of several that all lie below one of them. */
function beginningScope(text: string, recogniser: UnitRecogniser): Scope | null {
  const unit = matchKey(text).length < 3 ? null : recogniser.beginning(text);
  return unit === null ? null : scopeOf(unit, recogniser);
}

function scopeOf(unit: KnownUnit, { root }: UnitRecogniser): Scope | null {
  return unit.id === root?.id ? null : { unitId: unit.id, only: 'branch' };
}

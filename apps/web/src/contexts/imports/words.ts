import {
  type FireCondition,
  fireConditions,
  type FireKind,
  fireKinds,
  type InspectionResult,
  inspectionResults,
  type SpecialCategory,
  specialCategories,
  type SpecialState,
  specialStates,
} from '@changming/domain/equipment';
import { hazardLevels, type HazardLevel, hazardStages, type HazardStage } from '@changming/domain/hazards';
import { choice } from '@changming/domain/imports';
import { pointKinds, type PointKind } from '@changming/domain/points';
import { trainingCategories, type TrainingCategory } from '@changming/domain/training';
import { type UnitKind, unitKinds } from '@changming/domain/units';
import { useTranslation } from 'react-i18next';

import type { ImportGroup, ImportKind } from './queries.ts';

type Facts = Readonly<Record<string, string | number>>;
type Told = Pick<ImportGroup, 'code' | 'facts'>;
type Candidate = ImportGroup['candidates'][number];
type Beside = NonNullable<Candidate['beside']>[number];
type Place = { readonly sheet: string; readonly row: number; readonly cell: string | null };

/** The words of this context that are chosen by what the API says. */
export function useImportWords() {
  const { t } = useTranslation(['imports', 'units', 'hazards', 'equipment', 'training', 'points']);
  /** Kinds, states and results of equipment. */
  const equipmentWord = (value: string): string | null => {
    if (isFireKind(value)) return t(`equipment:fireKinds.${value}`);
    if (isCondition(value)) return t(`equipment:conditions.${value}`);
    if (isCategory(value)) return t(`equipment:categories.${value}`);
    if (isState(value)) return t(`equipment:states.${value}`);
    return isResult(value) ? t(`equipment:inspectionResults.${value}`) : null;
  };
  const besideValue = (field: Beside['field'], value: string | null): string => {
    if (value === null) return t('imports:beside.nothing');
    if (field === 'level' && isLevel(value)) return t(`hazards:levels.${value}`);
    return field === 'stage' && isStage(value) ? t(`hazards:stages.${value}`) : value;
  };
  return {
    /** “待补”不是完整的电话号码 */
    problem: ({ code, facts }: Told) => filled(t(`imports:problems.${code}`), facts),
    place: ({ sheet, row, cell }: Place) =>
      cell === null ? t('imports:desk.placeRow', { sheet, row }) : t('imports:desk.place', { sheet, cell }),
    /** Choices that many questions offer, kinds of units and levels of hazards come as words of ours; everything else names itself. */
    choice: (value: string, label: string, code?: ImportGroup['code']) => {
      if (isChoice(value)) return t(`imports:choices.${value}`);
      if (code === 'point_kind_unknown' && isPointKind(value)) return t(`points:kinds.${value}`);
      if (isLevel(value)) return t(`hazards:levels.${value}`);
      if (isUnitKind(value)) return t(`units:kinds.${value}`);
      if (isTraining(value)) return t(`training:categories.${value}`);
      return equipmentWord(value) ?? label;
    },
    /** 整改期限：原有“2026-03-08”，这一行“2026-04-08” */
    besides: (candidates: readonly Candidate[]) =>
      candidates.flatMap(({ beside = [] }) =>
        beside.map(({ field, ours, theirs }) => {
          const facts = { field: t(`imports:besideFields.${field}`), ours: besideValue(field, ours), theirs: besideValue(field, theirs) };
          return filled(t('imports:beside.differs'), facts);
        }),
      ),
    besideValue,
    /** 系统里这条还未验收…会关闭它 */
    closing: (code: ImportGroup['code'], day: string, label: string | null) => {
      if (code === 'hazard_differs') return filled(t('imports:beside.closesByFile'), { day });
      return label === null ? filled(t('imports:beside.closes'), { day }) : filled(t('imports:beside.closesOne'), { day, label });
    },
    /** 手机号: what a column holds. */
    field: (kind: ImportKind, field: string) => {
      const words: Readonly<Record<string, string>> = t(`imports:${fieldWords[kind]}`, { returnObjects: true });
      return words[field] ?? field;
    },
  };
}

/** The sentences of problems have their facts in single braces, as the error workbook fills them too. */
export function filled(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

/** Where the columns of each kind of file have their names. */
const fieldWords = {
  units: 'unitFields',
  workforce: 'personFields',
  points: 'pointFields',
  hazards: 'hazardFields',
  risks: 'riskFields',
  training: 'trainingFields',
  specialEquipment: 'specialFields',
  fireEquipment: 'fireFields',
} as const satisfies Record<ImportKind, string>;

const states = ['open', 'closed', 'void'] as const;
const choices: ReadonlySet<string> = new Set([...Object.values(choice), ...states]);

const isChoice = (value: string): value is keyof typeof choice | (typeof states)[number] => choices.has(value);
const isPointKind = (value: string): value is PointKind => pointKinds.some((kind) => kind === value);
const isLevel = (value: string): value is HazardLevel => hazardLevels.some((level) => level === value);
const isStage = (value: string): value is HazardStage => hazardStages.some((stage) => stage === value);
const isFireKind = (value: string): value is FireKind => fireKinds.some((kind) => kind === value);
const isCondition = (value: string): value is FireCondition => fireConditions.some((condition) => condition === value);
const isCategory = (value: string): value is SpecialCategory => specialCategories.some((category) => category === value);
const isState = (value: string): value is SpecialState => specialStates.some((state) => state === value);
const isResult = (value: string): value is InspectionResult => inspectionResults.some((result) => result === value);
const isTraining = (value: string): value is TrainingCategory => trainingCategories.some((category) => category === value);
const isUnitKind = (value: string): value is UnitKind => unitKinds.some((kind) => kind === value);

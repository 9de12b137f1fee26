import { hazardLevels, type HazardLevel } from '@changming/domain/hazards';
import {
  choice,
  type HazardField,
  hazardsKind,
  type PersonField,
  type UnitField,
  unitsKind,
  workforceKind,
} from '@changming/domain/imports';
import { type UnitKind, unitKinds } from '@changming/domain/units';
import { useTranslation } from 'react-i18next';

import type { ImportGroup, ImportKind } from './queries.ts';

type Facts = Readonly<Record<string, string | number>>;
type Told = Pick<ImportGroup, 'code' | 'facts'>;
type Place = { readonly sheet: string; readonly row: number; readonly cell: string | null };

/** The words of this context that are chosen by what the API says. */
export function useImportWords() {
  const { t } = useTranslation(['imports', 'units', 'hazards']);
  return {
    /** “待补”不是完整的电话号码 */
    problem: ({ code, facts }: Told) => filled(t(`imports:problems.${code}`), facts),
    place: ({ sheet, row, cell }: Place) =>
      cell === null ? t('imports:desk.placeRow', { sheet, row }) : t('imports:desk.place', { sheet, cell }),
    /** Choices that many questions offer, kinds of units and levels of hazards come as words of ours; everything else names itself. */
    choice: (value: string, label: string) => {
      if (isChoice(value)) return t(`imports:choices.${value}`);
      if (isLevel(value)) return t(`hazards:levels.${value}`);
      return isUnitKind(value) ? t(`units:kinds.${value}`) : label;
    },
    /** 手机号: what a column holds. */
    field: (kind: ImportKind, field: string) => {
      if (kind === 'units') return isUnitField(field) ? t(`imports:unitFields.${field}`) : field;
      if (kind === 'hazards') return isHazardField(field) ? t(`imports:hazardFields.${field}`) : field;
      return isPersonField(field) ? t(`imports:personFields.${field}`) : field;
    },
  };
}

/** The sentences of problems have their facts in single braces, as the error workbook fills them too. */
export function filled(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

const states = ['open', 'closed', 'void'] as const;
const choices: ReadonlySet<string> = new Set([...Object.values(choice), ...states]);
const unitFields: ReadonlySet<string> = new Set(unitsKind.fields.map(({ name }) => name));
const personFields: ReadonlySet<string> = new Set(workforceKind.fields.map(({ name }) => name));

const hazardFields: ReadonlySet<string> = new Set(hazardsKind.fields.map(({ name }) => name));

const isChoice = (value: string): value is keyof typeof choice | (typeof states)[number] => choices.has(value);
const isLevel = (value: string): value is HazardLevel => hazardLevels.some((level) => level === value);
const isHazardField = (field: string): field is HazardField => hazardFields.has(field);
const isUnitKind = (value: string): value is UnitKind => unitKinds.some((kind) => kind === value);
const isUnitField = (field: string): field is UnitField => unitFields.has(field);
const isPersonField = (field: string): field is PersonField => personFields.has(field);

import { hazardCategories, hazardLevels, hazardSources, hazardStages, ledgerSorts } from '@changming/domain/hazards';
import { Checkbox, Input, Select } from 'antd';
import type { TFunction } from 'i18next';

import { DayRangePicker } from '../../../ui/day-picker.tsx';
import type { QueryField } from '../../../ui/query-bar.tsx';

/** The query bar of the ledger, the most used first. */
export function ledgerFields(t: TFunction<'hazards'>): QueryField[] {
  return [
    { name: 'text', label: t('desk.fields.text'), control: <Input allowClear maxLength={100} placeholder={t('desk.fields.textHint')} /> },
    { name: 'level', label: t('desk.fields.level'), control: several(hazardLevels, (level) => t(`levels.${level}`)) },
    { name: 'category', label: t('desk.fields.category'), control: several(hazardCategories, (category) => t(`categories.${category}`)) },
    { name: 'mine', label: t('desk.fields.mine'), control: <Flag label={t('desk.fields.mineOnly')} /> },
    { name: 'stage', label: t('desk.fields.stage'), control: several(hazardStages, (stage) => t(`stages.${stage}`)) },
    { name: 'source', label: t('desk.fields.source'), control: several(hazardSources, (source) => t(`sources.${source}`)) },
    { name: 'found', label: t('desk.fields.found'), control: <DayRangePicker /> },
    { name: 'due', label: t('desk.fields.due'), control: <DayRangePicker /> },
    ...(['overdue', 'supervised', 'suggested', 'recurrence', 'beforeLack'] as const).map((name) => ({
      name,
      label: t(`desk.fields.${name}`),
      control: <Flag label={t(`desk.fields.${name}Only`)} />,
    })),
    {
      name: 'sort',
      label: t('desk.fields.sort'),
      control: (
        <Select
          allowClear
          options={ledgerSorts.map((sort) => ({ value: sort, label: t(`desk.sorts.${sort}`) }))}
          placeholder={t('desk.sorts.newest')}
        />
      ),
    },
  ];
}

function several<Value extends string>(values: readonly Value[], labelOf: (value: Value) => string) {
  const options = values.map((value) => ({ value, label: labelOf(value) }));
  return <Select mode="multiple" allowClear maxTagCount="responsive" optionFilterProp="label" options={options} />;
}

type FlagProps = {
  readonly id?: string;
  readonly value?: boolean;
  readonly onChange?: (value: boolean | undefined) => void;
  readonly label: string;
};

function Flag({ id, value = false, onChange, label }: FlagProps) {
  return (
    <Checkbox
      {...(id === undefined ? {} : { id })}
      checked={value}
      onChange={(event) => onChange?.(event.target.checked ? true : undefined)}
    >
      {label}
    </Checkbox>
  );
}

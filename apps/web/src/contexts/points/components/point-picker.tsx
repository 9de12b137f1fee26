import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSettled } from '../../../ui/use-settled.ts';
import { pickPointsQuery } from '../queries.ts';

type PointPickerProps = {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (pointId: string | null) => void;
  /** Points of this unit, with or without those below it; nothing to choose before it is known. */
  readonly unitId: string | null;
  readonly withBelow?: boolean;
  /** The name of what is chosen, until the list has come. */
  readonly known?: string | null;
};

/** 点位 of a unit, by name. */
export function PointPicker({ id, value, onChange, unitId, withBelow = true, known = null }: PointPickerProps) {
  const { t } = useTranslation('points');
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 300);
  const { data, isFetching } = useQuery({ ...pickPointsQuery({ unitId: unitId ?? '', withBelow, q }), enabled: unitId !== null });
  const options = optionsOf(data?.items ?? [], value ?? null, known);
  return (
    <Select
      {...given(id)}
      allowClear
      value={value ?? null}
      disabled={unitId === null}
      loading={isFetching}
      options={options}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('desk.choosePoint')}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
    />
  );
}

type Found = { readonly id: string; readonly name: string; readonly unit: string };

/** What was chosen stays readable while the list does not hold it. */
function optionsOf(items: readonly Found[], value: string | null, known: string | null) {
  const found = items.map((point) => ({ value: point.id, label: `${point.name}（${point.unit}）` }));
  const isMissing = value !== null && known !== null && !found.some((option) => option.value === value);
  return isMissing ? [{ value, label: known }, ...found] : found;
}

/** The id that the form hands over, where there is one. */
function given(id: string | undefined): { id?: string } {
  return id === undefined ? {} : { id };
}

import * as contract from '@changming/contract/hazards';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { useSettled } from '../../../ui/use-settled.ts';
import { hazardsKey } from '../queries.ts';

export type PickedHazard = { readonly id: string; readonly number: string };

type HazardPickerProps = {
  readonly id?: string;
  readonly value?: PickedHazard | null;
  readonly onChange?: (hazard: PickedHazard | null) => void;
  /** The hazard that is a duplicate itself. */
  readonly exceptId: string;
  readonly unitId: string;
};

/** Chooses another hazard of the same unit, the latest first, or by its words. */
export function HazardPicker({ id, value = null, onChange, exceptId, unitId }: HazardPickerProps) {
  const { t } = useTranslation('hazards');
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), 250);
  const found = useQuery({
    queryKey: [...hazardsKey, 'pick', unitId, text],
    queryFn: ({ signal }) => call(contract.listHazards, { query: { unitId, limit: '20', text: text === '' ? undefined : text }, signal }),
  });
  const others = (found.data?.items ?? []).filter((hazard) => hazard.id !== exceptId);
  return (
    <Select<{ value: string; label: string }>
      {...(id === undefined ? {} : { id })}
      labelInValue
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      optionLabelProp="label"
      loading={found.isFetching}
      {...(value === null ? {} : { value: { value: value.id, label: value.number } })}
      onChange={(chosen) => onChange?.({ id: chosen.value, number: chosen.label })}
      options={others.map(({ id: other, number, foundOn, category, text: words }) => ({
        value: other,
        label: number,
        about: [foundOn, t(`categories.${category}`), words].filter(Boolean).join(' · '),
      }))}
      optionRender={({ data }) => (
        <span>
          {data.label} <small className="hazard-quiet">{data['about']}</small>
        </span>
      )}
    />
  );
}

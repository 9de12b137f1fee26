import * as contract from '@changming/contract/points';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { useSettled } from '../../../ui/use-settled.ts';

type Picked = { readonly id: string; readonly name: string };
type PointsPickerProps = {
  readonly id?: string;
  readonly value?: readonly Picked[];
  readonly onChange?: (points: Picked[]) => void;
  /** Only points of this unit and below it. */
  readonly unitId: string | undefined;
};

/** Chooses points of a branch by part of the name. */
export function PointsPicker({ id, value = [], onChange, unitId }: PointsPickerProps) {
  const { t } = useTranslation('inspections');
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 250);
  const found = useQuery({
    queryKey: ['points', 'pick', unitId, q],
    queryFn: ({ signal }) => call(contract.listPoints, { query: { unitId, q: q === '' ? undefined : q, limit: '100' }, signal }),
    staleTime: 60_000,
  });
  return (
    <Select<{ value: string; label: string }[]>
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      labelInValue
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      placeholder={t('desk.plan.pointsHint')}
      value={value.map((point) => ({ value: point.id, label: point.name }))}
      onChange={(chosen) => onChange?.(chosen.map(({ value: pointId, label }) => ({ id: pointId, name: label })))}
      options={(found.data?.items ?? []).map((point) => ({ value: point.id, label: point.name, unit: point.unit }))}
      optionRender={({ data }) => (
        <>
          {data.label} <small className="inspections-quiet">{data['unit']}</small>
        </>
      )}
    />
  );
}

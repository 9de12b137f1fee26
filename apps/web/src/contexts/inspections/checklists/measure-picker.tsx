import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSettled } from '../../../ui/use-settled.ts';
import { type MeasureChoice, pickMeasuresQuery } from '../../risks/queries.ts';
import { searchedFor } from './searched-for.ts';

type MeasurePickerProps = {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (measureId: string | null) => void;
  /** Whose checklist it is: risks of this unit and of those below it are offered. */
  readonly unitId: string;
};

/** 管控措施: the measure of the risk register whose working the item checks, found by the words of its risk. */
export function MeasurePicker({ id, value = null, onChange, unitId }: MeasurePickerProps) {
  const { t } = useTranslation('inspections');
  const [typed, setTyped] = useState('');
  const found = useQuery(pickMeasuresQuery({ unitId, q: useSettled(searchedFor(typed), 250), chosen: value }));
  return (
    <Select<string | null>
      {...(id === undefined ? {} : { id })}
      allowClear
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '…' : t('desk.item.measureNone')}
      value={value}
      options={ofRisks(found.data?.items ?? [])}
      labelRender={({ label }) => label ?? (found.isPending ? '…' : t('desk.item.measureUnseen'))}
      onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? null)}
    />
  );
}

function ofRisks(measures: readonly MeasureChoice[]) {
  const risks = Map.groupBy(measures, ({ riskId }) => riskId);
  return [...risks.values()].map((all) => ({
    label: all[0]?.risk,
    options: all.map(({ id, risk, text }) => ({ value: id, label: `${risk}：${text}` })),
  }));
}

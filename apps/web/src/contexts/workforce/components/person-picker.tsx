import * as contract from '@changming/contract/workforce';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { useSettled } from '../../../ui/use-settled.ts';
import './person-picker.css';

export type PickedPerson = { readonly id: string; readonly name: string };

type Found = PickedPerson & { readonly unit: string; readonly staffNo?: string | null };

/** Whom one may choose from, and how he is looked up. */
export type PersonSource = {
  readonly queryKey: readonly unknown[];
  readonly search: (
    asked: { readonly unitId: string | undefined; readonly q: string | undefined },
    signal: AbortSignal,
  ) => Promise<{ readonly items: readonly Found[] }>;
};

/** 人员, for those who may read them. */
const workforce: PersonSource = {
  queryKey: ['workforce', 'pick'],
  search: (asked, signal) => call(contract.listPersons, { query: { limit: '30', ...asked }, signal }),
};

type PersonPickerProps = {
  readonly id?: string;
  readonly value?: PickedPerson | null;
  readonly onChange?: (person: PickedPerson | null) => void;
  /** Only people of this unit and below it. */
  readonly unitId?: string | undefined;
  readonly source?: PersonSource;
};

/** Chooses somebody by part of the name, initials or 工号. */
export function PersonPicker({ id, value = null, onChange, unitId, source = workforce }: PersonPickerProps) {
  const { t } = useTranslation('workforce');
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed.trim(), 250);
  const [open, setOpen] = useState(false);
  const found = useQuery({
    queryKey: [...source.queryKey, unitId, asked],
    queryFn: ({ signal }) => source.search({ unitId, q: asked === '' ? undefined : asked }, signal),
    enabled: open,
    staleTime: 60_000,
  });
  const people = found.data?.items ?? [];
  return (
    <Select<{ value: string; label: string }>
      {...(id === undefined ? {} : { id })}
      className="person-picker"
      labelInValue
      allowClear
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      optionLabelProp="label"
      placeholder={t('desk.picker.hint')}
      {...(value === null ? {} : { value: { value: value.id, label: value.name } })}
      onOpenChange={setOpen}
      onChange={(chosen) => onChange?.(chosen === undefined || chosen === null ? null : { id: chosen.value, name: chosen.label })}
      options={people.map((person) => ({ value: person.id, label: person.name, unit: person.unit, staffNo: person.staffNo }))}
      optionRender={({ data }) => (
        <span className="person-picker__person">
          {data.label}
          <small>{[data['staffNo'], data['unit']].filter(Boolean).join(' · ')}</small>
        </span>
      )}
      notFoundContent={emptyWords()}
    />
  );

  function emptyWords(): string {
    if (found.isError) return sentenceOf(found.error);
    return found.isFetching ? t('desk.picker.looking') : t('desk.picker.nobody');
  }
}

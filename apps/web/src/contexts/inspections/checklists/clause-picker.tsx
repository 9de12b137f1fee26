import { basisWords } from '@changming/phrases';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSettled } from '../../../ui/use-settled.ts';
import { pickClausesQuery } from '../../standards/queries.ts';
import { clauseChoices, isClauseCode } from './clause-choices.ts';
import { searchedFor } from './searched-for.ts';

type ClausePickerProps = {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (codes: string[]) => void;
};

/** 依据条款: chosen from the library by code or words; a code that the library does not know yet is typed. */
export function ClausePicker({ id, value = [], onChange }: ClausePickerProps) {
  const { t, i18n } = useTranslation('inspections');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const [typed, setTyped] = useState('');
  const found = useQuery(pickClausesQuery(useSettled(searchedFor(typed), 250)));
  return (
    <Select<string[]>
      {...(id === undefined ? {} : { id })}
      mode={isClauseCode(typed) ? 'tags' : 'multiple'}
      value={[...value]}
      tokenSeparators={['，', ',', '；']}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '…' : t('desk.item.clauseNone', { words: typed })}
      options={clauseChoices(found.data?.items ?? [], language)}
      labelRender={({ value: code }) => basisWords(String(code), language)}
      optionRender={({ data, value: code }) => (
        <span>
          {basisWords(String(code), language)} <small className="inspections-quiet">{data['about']}</small>
        </span>
      )}
      onChange={(codes) => {
        setTyped('');
        onChange?.(codes);
      }}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSettled } from '../../../ui/use-settled.ts';
import { accountLogin, accountName } from '../account-words.ts';
import { foundAccountsQuery } from '../accounts-queries.ts';

type AccountPickerProps = { readonly id?: string; readonly value?: string; readonly onChange?: (accountId: string | undefined) => void };

/** Chooses an account by name, 工号 or login. */
export function AccountPicker({ id, value, onChange }: AccountPickerProps) {
  const { t } = useTranslation(['access', 'shell']);
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed.trim(), 250);
  const { data, isFetching } = useQuery(foundAccountsQuery(asked));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      allowClear
      placeholder={t('desk.tokens.ownerHint')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={isFetching ? t('shell:tree.loading') : t('desk.tokens.ownerNothing')}
      options={(data?.items ?? []).map((account) => ({
        value: account.id,
        label: `${accountName(account)} ${accountLogin(account)}`,
        unit: account.unit,
      }))}
      optionRender={({ data: { label, unit } }) => (
        <span className="unit-picker__hit">
          {label}
          <small>{unit}</small>
        </span>
      )}
      onChange={(accountId: string | undefined) => onChange?.(accountId)}
    />
  );
}

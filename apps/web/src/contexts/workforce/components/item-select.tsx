import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import i18next from 'i18next';

import { certificateItemsQuery } from '../certificate-queries.ts';

type ItemSelectProps = {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (code: string | undefined) => void;
  /** Only items that make a certified post. */
  readonly certified?: boolean;
};

/** Chooses 证书项目 by name. */
export function ItemSelect({ id, value, onChange, certified = false }: ItemSelectProps) {
  const { data } = useQuery(certificateItemsQuery);
  const items = (data?.items ?? []).filter((item) => !certified || item.certified);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      onChange={(code: string | null) => onChange?.(code ?? undefined)}
      loading={data === undefined}
      options={items.map(({ code, name, nameEn }) => ({ value: code, label: i18next.language === 'en' ? nameEn : name }))}
    />
  );
}

import { ColumnHeightOutlined, ReloadOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Dropdown, Popover, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';

import { densities, type TableSettings } from './table-settings.ts';

type TableToolsProps = {
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly settings: TableSettings;
  readonly onRefresh: () => void;
};

export function TableTools({ columns, settings, onRefresh }: TableToolsProps) {
  const { t } = useTranslation('shell');
  return (
    <div className="data-table__tools">
      <Tooltip title={t('table.refresh')}>
        <Button type="text" aria-label={t('table.refresh')} icon={<ReloadOutlined />} onClick={onRefresh} />
      </Tooltip>
      <Dropdown
        trigger={['click']}
        menu={{
          selectable: true,
          selectedKeys: [settings.density],
          items: densities.map((density) => ({ key: density, label: t(`table.${density}`), onClick: () => settings.setDensity(density) })),
        }}
      >
        <Button type="text" aria-label={t('table.density')} title={t('table.density')} icon={<ColumnHeightOutlined />} />
      </Dropdown>
      <Popover trigger="click" placement="bottomRight" content={<ColumnChoice columns={columns} settings={settings} />}>
        <Button type="text" aria-label={t('table.columns')} title={t('table.columns')} icon={<SettingOutlined />} />
      </Popover>
    </div>
  );
}

function ColumnChoice({ columns, settings }: Pick<TableToolsProps, 'columns' | 'settings'>) {
  const { t } = useTranslation('shell');
  const toggle = (id: string, shown: boolean) => {
    const hidden = new Set(settings.hidden);
    if (shown) hidden.delete(id);
    else hidden.add(id);
    settings.setHidden(hidden);
  };
  return (
    <div className="data-table__columns">
      {columns.map(({ id, title }, at) => (
        <Checkbox key={id} checked={!settings.hidden.has(id)} disabled={at === 0} onChange={(event) => toggle(id, event.target.checked)}>
          {title}
        </Checkbox>
      ))}
      <Button type="link" size="small" onClick={settings.restore}>
        {t('table.columnsReset')}
      </Button>
    </div>
  );
}

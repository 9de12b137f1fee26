import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Menu, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';

import { LampMark } from '../ui/lamp.tsx';
import type { MenuEntry } from './menu-entry.ts';
import type { MenuBlock } from './navigation.tsx';
import { useOpenGroups } from './use-open-groups.ts';

type ShellMenuProps = {
  readonly blocks: readonly MenuBlock[];
  readonly here: string | null;
  readonly folded: boolean;
  readonly onFold: () => void;
  /** A line was chosen. */
  readonly onGo?: () => void;
};

type Items = NonNullable<MenuProps['items']>;

export function ShellMenu({ blocks, here, folded, onFold, onGo }: ShellMenuProps) {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useOpenGroups(blocks, here);
  const items = blocks.flatMap(({ group, entries }): Items => {
    const lines = entries.map(lineOf);
    if (group === null) return lines;
    return folded
      ? [{ type: 'group', key: group, label: '·', children: lines }]
      : [{ key: group, label: t(`menuGroups.${group}`), children: lines }];
  });
  return (
    <nav className="shell__menu" aria-label={t('menu.navigation')}>
      <Link to="/" className="shell__brand" aria-label={t('product.full')} onClick={() => onGo?.()}>
        <LampMark size={30} />
        {!folded && <span className="shell__name">{t('product.name')}</span>}
      </Link>
      <div className="shell__lines">
        <Menu
          theme="dark"
          mode="inline"
          inlineCollapsed={folded}
          inlineIndent={16}
          selectedKeys={here === null ? [] : [here]}
          {...(folded ? {} : { openKeys: [...open], onOpenChange: setOpen })}
          items={items}
          onClick={() => onGo?.()}
        />
      </div>
      <button type="button" className="shell__fold" aria-expanded={!folded} onClick={onFold}>
        {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        <span>{folded ? t('menu.unfold') : t('menu.fold')}</span>
      </button>
    </nav>
  );
}

function lineOf({ path, icon, title }: MenuEntry): Items[number] {
  return { key: path, icon, title: title(), label: <Link to={path}>{title()}</Link> };
}

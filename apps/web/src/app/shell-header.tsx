import { MenuOutlined } from '@ant-design/icons';
import { Link, useMatches } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import type { Me } from '../api/me.ts';
import { Bell } from '../contexts/notices/components/bell.tsx';
import { useCurrentUnit } from './current-unit.ts';
import type { MenuBlock } from './navigation.tsx';
import { UserMenu } from './user-menu.tsx';

type ShellHeaderProps = {
  readonly me: Me;
  readonly blocks: readonly MenuBlock[];
  readonly here: string | null;
  /** Pulls the menu out, where there is no room for it beside the page. */
  readonly onMenu?: () => void;
};

export function ShellHeader({ me, blocks, here, onMenu }: ShellHeaderProps) {
  const { t } = useTranslation('shell');
  return (
    <header className="shell__header">
      {onMenu !== undefined && <Button type="text" icon={<MenuOutlined />} aria-label={t('menu.unfold')} onClick={onMenu} />}
      <Trail blocks={blocks} here={here} />
      <div className="shell__tools">
        <UnitSwitcher me={me} />
        {me.person !== null && <Bell />}
        <UserMenu me={me} />
      </div>
    </header>
  );
}

type Crumb = { readonly title: string; readonly path: string | null };

/** 面包屑: the block of the menu, its line, and the pages below it. The last one names the window too. */
function Trail({ blocks, here }: Pick<ShellHeaderProps, 'blocks' | 'here'>) {
  const { t } = useTranslation('shell');
  const pages = useMatches().flatMap(({ staticData, pathname }) =>
    staticData.title === undefined || pathname === here ? [] : [{ title: staticData.title(), path: null }],
  );
  const block = blocks.find(({ entries }) => entries.some(({ path }) => path === here));
  const line = block?.entries.find(({ path }) => path === here);
  const crumbs: Crumb[] = [
    ...(block === undefined || block.group === null ? [] : [{ title: t(`menuGroups.${block.group}`), path: null }]),
    ...(line === undefined ? [] : [{ title: line.title(), path: line.path }]),
    ...pages,
  ];
  const last = crumbs.at(-1)?.title;
  useEffect(() => {
    document.title = last === undefined ? t('product.name') : `${last} · ${t('product.name')}`;
  }, [last, t]);
  return (
    <nav aria-label={t('menu.trail')}>
      <ol className="shell__trail">
        {crumbs.map(({ title, path }, at) => (
          <li key={title} aria-current={at === crumbs.length - 1 ? 'page' : undefined}>
            {path === null || at === crumbs.length - 1 ? (
              title
            ) : (
              <Link to={path} activeOptions={{ exact: true }}>
                {title}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** For people with several posts; with one there is nothing to switch. */
function UnitSwitcher({ me }: { readonly me: Me }) {
  const { t } = useTranslation('shell');
  const [unit, choose] = useCurrentUnit(me);
  if (unit === null) return null;
  if (me.units.length < 2) return <span className="shell__unit">{unit.name}</span>;
  return (
    <Select
      variant="borderless"
      aria-label={t('menu.units')}
      className="shell__switcher"
      popupMatchSelectWidth={false}
      value={unit.id}
      options={me.units.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={choose}
    />
  );
}

import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { accountPages } from './account-pages.tsx';
import './account-frame.css';

/** 我的账号: the list of its pages at the left, one of them at the right. */
export function AccountFrame() {
  const { t } = useTranslation('shell');
  return (
    <div className="account-frame">
      <nav aria-label={t('menu.account')} className="account-frame__pages">
        {accountPages.map(({ path, icon, title }) => (
          <Link key={path} to={path} className="account-frame__page">
            {icon}
            {title()}
          </Link>
        ))}
      </nav>
      <div>
        <Outlet />
      </div>
    </div>
  );
}

import type { Role } from '@changming/domain/access';
import { useTranslation } from 'react-i18next';

import './role-tags.css';

/** Roles in words, side by side. */
export function RoleTags({ roles }: { readonly roles: readonly Role[] }) {
  const { t } = useTranslation('access');
  if (roles.length === 0) return <span className="role-tags__none">{t('desk.accounts.noRoles')}</span>;
  return (
    <span className="role-tags">
      {roles.map((role) => (
        <span key={role} className="role-tags__role">
          {t(`roles.${role}`)}
        </span>
      ))}
    </span>
  );
}

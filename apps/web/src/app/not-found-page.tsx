import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../ui/empty-state.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <EmptyState heading title={t('errors.notFound')} next={t('errors.notFoundNext')} action={<Link to="/">{t('actions.backHome')}</Link>} />
  );
}

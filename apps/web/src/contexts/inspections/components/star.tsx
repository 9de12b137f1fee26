import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';

/** ★: a failure suggests a major hazard. */
export function Star() {
  const { t } = useTranslation('inspections');
  return (
    <Tooltip title={t('desk.item.starredNote')}>
      <span className="inspections-star" role="img" aria-label={t('desk.item.starred')}>
        ★
      </span>
    </Tooltip>
  );
}

import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** Stands in a tree for the units of a branch that are on their way: a shape for who sees it, a sentence for who hears it. */
export function BranchComing() {
  const { t } = useTranslation('shell');
  return (
    <span role="img" aria-label={t('tree.opening')}>
      <Skeleton.Input active size="small" />
    </span>
  );
}

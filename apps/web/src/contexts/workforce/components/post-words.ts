import type { Post } from '@changming/domain/workforce';
import { useTranslation } from 'react-i18next';

type Office = { readonly post: Post; readonly deputy: boolean; readonly unit?: string };

/** An office in words: 安全员（代理）· 东城一厂. */
export function usePostWords(): (office: Office) => string {
  const { t } = useTranslation('workforce');
  return ({ post, deputy, unit }) => {
    const name = deputy ? t('desk.deputyOf', { post: t(`posts.${post}`) }) : t(`posts.${post}`);
    return unit === undefined ? name : `${name} · ${unit}`;
  };
}

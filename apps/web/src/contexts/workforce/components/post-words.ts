import type { Post } from '@changming/domain/workforce';
import { useTranslation } from 'react-i18next';

/** The point that is kept, as far as the reader may know it. */
type KeptPoint = { readonly point: string | null; readonly pointCode: string | null };
type Office = { readonly post: Post; readonly deputy: boolean; readonly unit?: string } & Partial<KeptPoint>;

/** An office in words: 安全员（代理）· 东城一厂; 点位责任人 · 缝制一车间 · 配电箱（P-0012）. */
export function usePostWords(): (office: Office) => string {
  const { t } = useTranslation('workforce');
  return ({ post, deputy, unit, point = null, pointCode = null }) => {
    const name = deputy ? t('desk.deputyOf', { post: t(`posts.${post}`) }) : t(`posts.${post}`);
    const kept = point === null ? null : t('desk.keptPoint', { point, code: pointCode });
    return [name, unit, kept].filter((part) => part !== undefined && part !== null).join(' · ');
  };
}

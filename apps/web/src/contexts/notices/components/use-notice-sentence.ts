import { useTranslation } from 'react-i18next';

import type { Notice } from '../queries.ts';

/** What a notice says, its facts filled in as the mails print them. */
export function useNoticeSentence(): (notice: Pick<Notice, 'about' | 'facts'>) => string {
  const { t } = useTranslation('notices');
  const sentences: Readonly<Record<string, string>> = t('abouts', { returnObjects: true, skipInterpolation: true });
  return ({ about, facts }) => (sentences[about] ?? about).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

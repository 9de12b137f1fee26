import { noticeSentence } from '@changming/phrases/notice-sentence';
import { useTranslation } from 'react-i18next';

import type { Notice } from '../queries.ts';

/** What a notice says, its facts filled in as the mails print them. */
export function useNoticeSentence(): (notice: Pick<Notice, 'about' | 'facts'>) => string {
  const { t } = useTranslation(['notices', 'hazards']);
  const sentences: Readonly<Record<string, string>> = t('abouts', { returnObjects: true, skipInterpolation: true });
  const categories: Readonly<Record<string, string>> = t('categories', { ns: 'hazards', returnObjects: true });
  return ({ about, facts }) => noticeSentence(sentences[about] ?? about, facts, categories);
}

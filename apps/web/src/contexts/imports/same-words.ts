import { useTranslation } from 'react-i18next';

import type { Option } from './draft/options.ts';
import type { ImportGroup } from './queries.ts';

const toldAgain = {
  hazard_similar: 'saidTwice',
  row_differs: 'saidTwice',
  same_but_open: 'saidTwice',
  hazard_similar_there: 'sameThere',
} as const;
const isSimilar = (code: ImportGroup['code']): code is keyof typeof toldAgain => Object.hasOwn(toldAgain, code);

/** The words of the ways to answer whether a row is the same as another; null of ways that say nothing of that. */
export function useSameWords({ code, candidates }: Pick<ImportGroup, 'code' | 'candidates'>): (option: Option) => string | null {
  const { t } = useTranslation('imports');
  if (!isSimilar(code)) return () => null;
  const differs = candidates.some(({ beside = [] }) => beside.length > 0);
  const sameWord = code === 'hazard_similar_there' || !differs ? toldAgain[code] : 'earlierRow';
  return (option) => {
    if (option.how === 'same') return option.label === null ? t(`desk.answer.${sameWord}`) : t('desk.answer.sameAsOne', option);
    if (option.how === 'taken') return t('desk.answer.thisRow');
    if (option.how !== 'row' || option.say === 'skip') return null;
    return t(option.say === 'keep' ? 'desk.answer.sameKept' : 'desk.answer.another');
  };
}

import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { Result } from '../queries.ts';
import { gradeRank, rankTone, type SchemeWords } from '../words.ts';

type OfResult = Pick<Result, 'status' | 'final' | 'grade' | 'gradeBeforeVeto'>;
type GradeProps = { readonly result: OfResult; readonly words: SchemeWords };

/** The grade; and where a finding changed it, what it was before: `92.40 → 一票否决`. */
export function GradeTag({ result, words }: GradeProps) {
  const { t } = useTranslation('assessments');
  const { status, final, grade, gradeBeforeVeto } = result;
  if (status !== 'scored' || grade === null) return <StatusTag tone="neutral">{t(`statuses.${status}`)}</StatusTag>;
  return <StatusTag tone={rankTone[gradeRank(grade, words.grades)]}>{gradeText()}</StatusTag>;

  function gradeText(): string {
    const name = words.grade(grade ?? '');
    if (grade === gradeBeforeVeto || gradeBeforeVeto === null) return name;
    return words.grades.includes(grade ?? '')
      ? t('desk.limitedFrom', { before: words.grade(gradeBeforeVeto), grade: name })
      : t('desk.vetoedFrom', { final, grade: name });
  }
}

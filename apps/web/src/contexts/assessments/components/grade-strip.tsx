import { useTranslation } from 'react-i18next';

import { Legend } from '../charts/chart.tsx';
import { gradeRank, type SchemeWords } from '../words.ts';

type GradeCount = { readonly grade: string | null; readonly count: number };
type GradeStripProps = { readonly grades: readonly GradeCount[]; readonly words: SchemeWords };

/** 等级分布: how many units have which grade, from the best; those without one last, in words. */
export function GradeStrip({ grades, words }: GradeStripProps) {
  const { t } = useTranslation('assessments');
  const parts = inOrder(grades, words).map(({ grade, count }) => ({
    mark: gradeRank(grade, words.grades),
    count,
    label: `${grade === null ? t('desk.noScore') : words.grade(grade)} ${t('desk.ranking.distributionUnits', { count })}`,
  }));
  return (
    <div className="grade-strip">
      <div className="grade-strip__bar" aria-hidden="true">
        {parts.map(({ mark, count, label }) => (
          <span key={label} className={`grade-strip__part grade-strip__part--${mark}`} style={{ flexGrow: count }} title={label} />
        ))}
      </div>
      <Legend entries={parts} />
    </div>
  );
}

/** Counts by grade as `figure` and `summary` give them, from the best grade down; what is no grade of the bands last. */
function inOrder(grades: readonly GradeCount[], { grades: order }: SchemeWords): GradeCount[] {
  const place = ({ grade }: GradeCount) => {
    const at = grade === null ? -1 : order.indexOf(grade);
    return at >= 0 ? at : order.length + (grade === null ? 1 : 0);
  };
  return grades.toSorted((a, b) => place(a) - place(b));
}

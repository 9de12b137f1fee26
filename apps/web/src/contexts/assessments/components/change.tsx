import { useTranslation } from 'react-i18next';

import { signed } from '../words.ts';
import type { ExplainedLine } from './line-table.tsx';

/** The change of a line against the last period; in words where nothing can be compared. */
export function ChangeOf({ explained, compared }: { readonly explained: ExplainedLine; readonly compared: boolean }) {
  const { t } = useTranslation('assessments');
  const { line, change } = explained;
  if (!compared || change === null) return <span className="assessment-quiet">{t('desk.explanation.changeFirst')}</span>;
  if (line.score === null) return <span className="assessment-quiet">{t('desk.none')}</span>;
  if (change.scoreDelta === null) return <span className="assessment-quiet">{t('desk.explanation.changeNone')}</span>;
  return (
    <>
      <Delta delta={change.scoreDelta} />
      <small className="line-table__weight">{t('desk.explanation.before', { score: change.before.score })}</small>
    </>
  );
}

/** `▲ +2.10`, `▼ −0.50`: the sign and the arrow say it, the colour repeats it. */
export function Delta({ delta }: { readonly delta: string }) {
  const { t } = useTranslation('assessments');
  const amount = Number(delta);
  if (amount === 0) return <span className="delta">{t('desk.explanation.same')}</span>;
  const way = amount > 0 ? 'up' : 'down';
  return (
    <span className={`delta delta--${way}`}>
      <span aria-hidden="true">{amount > 0 ? '▲' : '▼'}</span> {signed(delta)}
    </span>
  );
}

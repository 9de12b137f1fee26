import { runStages } from '@changming/domain/assessments';
import { useTranslation } from 'react-i18next';

import type { AssessmentRun } from '../queries.ts';

/** Where the run stands on its way from the computation to the archive. */
export function RunPath({ stage }: Pick<AssessmentRun, 'stage'>) {
  const { t } = useTranslation('assessments');
  const way = runStages.filter((each) => each !== 'open');
  const at = way.findIndex((each) => each === stage);
  return (
    <ol className="run-path">
      {way.map((each, order) => (
        <li
          key={each}
          className={order < at ? 'run-path__stage run-path__stage--done' : 'run-path__stage'}
          aria-current={order === at ? 'step' : undefined}
        >
          {t(`runStages.${each}`)}
        </li>
      ))}
    </ol>
  );
}

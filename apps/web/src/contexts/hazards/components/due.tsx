import type { HazardStage } from '@changming/domain/hazards';
import { useTranslation } from 'react-i18next';

import { Countdown } from '../../../ui/countdown.tsx';

type DueProps = {
  /** In a table, where the stage beside it says whose clock it is. */
  readonly short?: boolean;
  readonly hazard: {
    readonly stage: HazardStage;
    readonly dueOn: string | null;
    readonly acceptanceDueOn: string | null;
    readonly closedOn: string | null;
  };
};

/** The clock that runs now: the work's, or the acceptor's; a hazard that is over shows the day it ended. */
export function Due({ short = false, hazard: { stage, dueOn, acceptanceDueOn, closedOn } }: DueProps) {
  const { t } = useTranslation('hazards');
  if (stage === 'closed') return <span className="hazard-quiet">{short ? closedOn : t('desk.closedOn', { on: closedOn ?? '—' })}</span>;
  if (stage === 'void' || (dueOn === null && stage !== 'submitted')) return <span className="hazard-quiet">—</span>;
  if (stage !== 'submitted') return <Countdown dueOn={dueOn} />;
  return (
    <span>
      {!short && <span className="hazard-quiet">{t('desk.acceptBy')} </span>}
      <Countdown dueOn={acceptanceDueOn} />
    </span>
  );
}

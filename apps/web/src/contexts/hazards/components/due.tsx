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
  if (stage === 'closed') return <Ended on={closedOn} short={short} />;
  if (stage === 'submitted') return <ToAccept by={acceptanceDueOn} short={short} />;
  if (stage === 'void' || dueOn === null) return <span className="hazard-quiet">—</span>;
  return <Countdown dueOn={dueOn} />;
}

function Ended({ on, short }: { readonly on: string | null; readonly short: boolean }) {
  const { t } = useTranslation('hazards');
  return <span className="hazard-quiet">{short ? on : t('desk.closedOn', { on: on ?? '—' })}</span>;
}

function ToAccept({ by, short }: { readonly by: string | null; readonly short: boolean }) {
  const { t } = useTranslation('hazards');
  if (short) return <Countdown dueOn={by} />;
  return (
    <span>
      <span className="hazard-quiet">{t('desk.acceptBy')} </span>
      <Countdown dueOn={by} />
    </span>
  );
}

import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import { standingTones } from './look.ts';
import type { WatchShift } from './queries.ts';

/** Who sits on one seat and how that stands; opens it. */
export function Seat({ shift, onOpen }: { readonly shift: WatchShift; readonly onOpen: () => void }) {
  const { t } = useTranslation('workforce');
  return (
    <button type="button" className={`watch-seat watch-seat--${shift.standing}`} onClick={onOpen}>
      {shift.person ?? t('watch.desk.roster.empty')}
      {shift.standing !== 'uncovered' && (
        <StatusTag tone={standingTones[shift.standing]}>{t(`watch.standings.${shift.standing}`)}</StatusTag>
      )}
    </button>
  );
}

import { isMissedSpot } from '@changming/domain/equipment';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import type { FireDetail } from '../queries.ts';
import { ExplainSpots } from './explain-spots.tsx';

type Duty = FireDetail['duties'][number];
type FireDutiesProps = { readonly piece: FireDetail; readonly name: string };

/** 点检期 of a piece, the latest first: what was met, what is still to do, what was missed and why. */
export function FireDuties({ piece, name }: FireDutiesProps) {
  const { t } = useTranslation('equipment');
  const [asked, setAsked] = useState<Duty | null>(null);
  return (
    <>
      <Missed piece={piece} />
      <ul className="equipment-records">
        {piece.duties.map((duty) => (
          <li key={duty.dueOn}>
            {`${duty.from} – ${duty.dueOn}`}
            <small>{standingOf(duty, piece, t)}</small>
            {isMissed(duty, piece) && piece.may.explain && (
              <ActButton type="link" size="small" objection={null} onClick={() => setAsked(duty)}>
                {t('desk.misses.act')}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && (
        <ExplainSpots
          title={t('desk.misses.askPiece', { name, from: asked.from, dueOn: asked.dueOn })}
          of={{ unitId: asked.unitId, dueOn: asked.dueOn, equipmentId: piece.id }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** How many periods were missed, with and without a reason; a press opens what the unit missed. */
function Missed({ piece }: { readonly piece: FireDetail }) {
  const { t } = useTranslation('equipment');
  const missed = piece.duties.filter((duty) => isMissed(duty, piece));
  if (missed.length === 0) return null;
  const unexplained = missed.filter(({ reason }) => reason === null).length;
  return (
    <p className="equipment-missed">
      <Link to="/equipment/missed-spots" search={{ unitId: piece.unitId, withBelow: false }}>
        {t('desk.misses.periods', { count: missed.length, explained: missed.length - unexplained, unexplained })}
      </Link>
    </p>
  );
}

function isMissed(duty: Duty, { today, scrappedOn }: FireDetail): boolean {
  return isMissedSpot({ ...duty, scrappedOn }, today);
}

function standingOf(duty: Duty, piece: FireDetail, t: TFunction<'equipment'>): string {
  const { checkedOn, reason, note, reasonBy } = duty;
  if (checkedOn !== null) return t('desk.misses.met', { on: checkedOn });
  if (!isMissed(duty, piece)) return piece.scrappedOn === null ? t('desk.misses.pending') : t('desk.none');
  if (reason === null) return t('desk.misses.none');
  const told = t('desk.misses.of', { reason: t(`spotMissReasons.${reason}`) });
  return [told, note, reasonBy].filter((each) => each !== null).join(' · ');
}

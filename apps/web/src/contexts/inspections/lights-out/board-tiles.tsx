import type { LightsOutStanding } from '@changming/domain/inspections';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import { timeOf } from './clock.ts';
import type { LightsOut, LightsOutLine } from './lights-out-query.ts';

const tones: Readonly<Record<LightsOutStanding, Tone>> = {
  unconfirmed: 'alert',
  waiting: 'moving',
  ahead: 'neutral',
  late: 'waiting',
  confirmed: 'done',
};

/** A tile for each shift of each workshop, the dark ones first. */
export function BoardTiles({ board: { lines, more } }: { readonly board: LightsOut }) {
  const { t } = useTranslation('inspections');
  return (
    <section aria-label={t('lightsOut.shifts')}>
      <ul className="lights-out__tiles">
        {lines.map((line) => (
          <Tile key={`${line.unitId} ${line.shift ?? ''}`} line={line} />
        ))}
      </ul>
      {more > 0 && <p className="inspections-quiet">{t('lightsOut.more', { count: more })}</p>}
    </section>
  );
}

type OfLine = { readonly line: LightsOutLine };

function Tile({ line }: OfLine) {
  const { t } = useTranslation('inspections');
  const { unit, path, shift, standing, occurrenceId } = line;
  return (
    <li className={`lights-out__tile lights-out__tile--${standing}`}>
      <p className="lights-out__name">
        {occurrenceId === null ? (
          unit
        ) : (
          <Link to="/inspections" search={{ check: occurrenceId }} aria-label={`${unit} ${t('lightsOut.check')}`}>
            {unit}
          </Link>
        )}
        <StatusTag tone={tones[standing]}>{t(`lightsOut.standings.${standing}`)}</StatusTag>
      </p>
      <p className="inspections-quiet">
        {[path, shift === null ? null : t(`shifts.${shift}`)].filter((each) => each !== null).join(' · ')}
      </p>
      <Told line={line} />
      <Chased line={line} />
    </li>
  );
}

/** When it is due, or who confirmed it when and what the meter showed. */
function Told({ line: { doneAt, doneBy, dueAt, done, areas, point, readings, missReason } }: OfLine) {
  const { t } = useTranslation('inspections');
  const said = [
    doneAt === null
      ? t('lightsOut.dueAt', { time: timeOf(dueAt) })
      : t('lightsOut.confirmedAt', { time: timeOf(doneAt), by: doneBy ?? '' }),
    areas > 1 ? t('lightsOut.areas', { done, areas }) : null,
    point,
    ...readings.map((each) => t('lightsOut.reading', each)),
    missReason === null ? null : t(`missReasons.${missReason as 'forgotten'}`),
  ];
  return <p className="lights-out__told">{said.filter((each) => each !== null).join(' · ')}</p>;
}

function Chased({ line: { chased } }: OfLine) {
  const { t } = useTranslation('inspections');
  if (chased.length === 0) return null;
  return (
    <p className="lights-out__chased">
      {chased.map(({ target, at }) => (
        <span key={target}>{t('lightsOut.chased', { who: t(`lightsOut.chaseTargets.${target}`), time: timeOf(at) })}</span>
      ))}
    </p>
  );
}

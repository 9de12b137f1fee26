import type { InPlaceStanding } from '@changming/domain/assessments';
import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import type { Explanation } from '../queries.ts';
import { short, type Words } from '../words.ts';
import './six-in-place.css';

type Six = Explanation['sixInPlace'];

const tones: Readonly<Record<InPlaceStanding, Tone>> = { inPlace: 'done', partly: 'waiting', lacking: 'alert', unknown: 'neutral' };

/** 六到位: a radar, and the same in words beside it. */
export function SixInPlace({ six, inScheme }: { readonly six: Six; readonly inScheme: readonly string[] }) {
  const { t } = useTranslation('assessments');
  return (
    <div className="six">
      <Radar six={six} />
      <ul className="six__lines">
        {six.map(({ name, standing, attained, shownBy, missing }) => (
          <li key={name}>
            <span className="six__name">{t(`inPlace.names.${name}`)}</span>
            <span className="six__share">{attained === null ? t('desk.none') : `${short(attained)}%`}</span>
            <StatusTag tone={tones[standing]}>{t(`inPlace.standings.${standing}`)}</StatusTag>
            <span className="six__by">
              {shownBy.length > 0 ? t('inPlace.shownBy', { codes: shownBy.join('、') }) : whyUnknown(missing, inScheme, t)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The scheme has none of its indicators, or has some without records. */
function whyUnknown(missing: readonly string[], inScheme: readonly string[], t: Words): string {
  const codes = missing.filter((code) => inScheme.includes(code));
  return codes.length === 0 ? t('inPlace.notInScheme') : t('inPlace.missing', { codes: codes.join('、') });
}

const centre = 110;
const reach = 78;

/** Six axes, from the top clockwise; what is not known has no corner. */
function Radar({ six }: { readonly six: Six }) {
  const { t } = useTranslation('assessments');
  const known = six.flatMap(({ attained }, at) => (attained === null ? [] : [spot(at, (Number(attained) / 100) * reach)]));
  return (
    <svg className="six__radar" viewBox="0 0 220 220" role="img" aria-label={t('inPlace.radar')}>
      {[1, 0.9, 0.6].map((share) => (
        <polygon key={share} className="six__ring" points={six.map((_, at) => spot(at, share * reach)).join(' ')} />
      ))}
      {six.map(({ name }, at) => (
        <text
          key={name}
          className="six__label"
          x={xOf(at, reach + 18)}
          y={yOf(at, reach + 14)}
          textAnchor="middle"
          dominantBaseline="middle"
        >
          {t(`inPlace.names.${name}`)}
        </text>
      ))}
      {known.length > 2 && <polygon className="six__area" points={known.join(' ')} />}
      {six.map(({ name, attained }, at) =>
        attained === null ? null : (
          <circle
            key={name}
            className="six__dot"
            cx={xOf(at, (Number(attained) / 100) * reach)}
            cy={yOf(at, (Number(attained) / 100) * reach)}
            r={4}
          />
        ),
      )}
    </svg>
  );
}

function xOf(at: number, length: number): number {
  return Math.round((centre + length * Math.sin((at * Math.PI) / 3)) * 10) / 10;
}

function yOf(at: number, length: number): number {
  return Math.round((centre - length * Math.cos((at * Math.PI) / 3)) * 10) / 10;
}

function spot(at: number, length: number): string {
  return `${xOf(at, length)},${yOf(at, length)}`;
}

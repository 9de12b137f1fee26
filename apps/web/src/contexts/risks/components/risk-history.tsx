import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { type RiskDetail, scalesQuery } from '../queries.ts';
import { LevelTag } from './level-tag.tsx';
import './risks.css';

type OfRisk = { readonly risk: RiskDetail };

/** Every round of grading, the last one first, by the table of its day. */
export function Gradings({ risk: { gradings } }: OfRisk) {
  const { data } = useQuery(scalesQuery);
  return (
    <ul className="risk-gradings">
      {gradings.map((grading) => (
        <GradingLine
          key={grading.round}
          grading={grading}
          label={data?.items.find(({ id }) => id === grading.scaleId)?.body.bands[grading.band]?.label ?? null}
        />
      ))}
    </ul>
  );
}

type LineProps = { readonly grading: RiskDetail['gradings'][number]; readonly label: string | null };

function GradingLine({ grading, label }: LineProps) {
  const { t } = useTranslation('risks');
  const { round, method, likelihood, exposure, consequence, score, level, directMajor, note } = grading;
  const factors = [likelihood, exposure, consequence].filter((each) => each !== null).join(' × ');
  return (
    <li>
      <span className="risk-gradings__head">
        <strong>{t('desk.gradingOf', { round })}</strong>
        <LevelTag level={level} />
      </span>
      <span>
        {t(`methods.${method}`)} = {factors} = {score} {label !== null && `（${label}）`}
      </span>
      {directMajor !== null && <span>{t(`directMajors.${directMajor}`)}</span>}
      {note !== null && <span>{note}</span>}
      <Who grading={grading} />
    </li>
  );
}

/** Who graded, reviewed and published it, and when. */
function Who({ grading }: Pick<LineProps, 'grading'>) {
  const { t } = useTranslation('risks');
  const told = (step: 'review' | 'publish', on: string | null, by: string | null) =>
    on === null ? [] : [`${t(`steps.${step}`)} ${on} ${by ?? ''}`.trim()];
  const { assessedOn, assessor, reviewedOn, reviewer, publishedOn, publisher } = grading;
  const parts = [
    `${assessedOn} ${assessor ?? ''}`.trim(),
    ...told('review', reviewedOn, reviewer),
    ...told('publish', publishedOn, publisher),
  ];
  return <small>{parts.join(' · ')}</small>;
}

/** Why it is to be graded anew; those that wait first. */
export function Regradings({ risk: { regradings } }: OfRisk) {
  const { t } = useTranslation('risks');
  if (regradings.length === 0) return null;
  return (
    <Section title={t('desk.regradings')}>
      <ul className="risk-gradings">
        {regradings.map(({ id, cause, note, measure, askedOn, answeredOn, asker }) => (
          <li key={id}>
            <span className="risk-gradings__head">
              <strong>{t(`causes.${cause}`)}</strong>
              {answeredOn === null ? (
                <StatusTag tone="waiting">{t('desk.waiting')}</StatusTag>
              ) : (
                <StatusTag tone="done">{t('desk.answered', { on: answeredOn })}</StatusTag>
              )}
            </span>
            {(measure ?? note) !== null && <span>{measure ?? note}</span>}
            <small>{[askedOn, asker].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const tones: Readonly<Record<string, 'moving' | 'waiting' | 'done' | 'neutral'>> = {
  publish: 'done',
  sendBack: 'waiting',
  askRegrading: 'waiting',
  hazard: 'waiting',
  failedCheck: 'waiting',
  fallDue: 'waiting',
  archive: 'neutral',
};

/** 经过, newest first. */
export function History({ risk: { events } }: OfRisk) {
  const { t } = useTranslation('risks');
  const entries = events.map(({ id, step, at, by, note, round }) => ({
    id,
    at,
    tone: tones[step] ?? 'moving',
    title: t(`steps.${step}` as 'steps.create'),
    by: [by, t('desk.at', { round })].filter(Boolean).join(' · '),
    ...(note === null ? {} : { detail: note }),
  }));
  return <Timeline entries={entries} />;
}

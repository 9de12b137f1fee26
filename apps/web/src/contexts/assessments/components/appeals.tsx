import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { instantText } from '../../../ui/dates.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { AssessmentAppeal } from '../queries.ts';
import { correctionText } from '../search.ts';
import type { SchemeWords } from '../words.ts';
import { AnswerAppeal } from './answer-appeal.tsx';

type AppealsProps = {
  readonly appeals: readonly AssessmentAppeal[];
  readonly words: SchemeWords;
  /** Of a whole run: each names its unit and leads to its score. */
  readonly runId?: string;
  /** Of one score: an appeal that was upheld leads to the correction to make. */
  readonly of?: { readonly schemeCode: string; readonly period: string };
};

/** 申诉: against what, by whom, why; what was answered, or the way to answer it. */
export function Appeals({ appeals, words, runId, of }: AppealsProps) {
  return (
    <ul className="answers__appeals">
      {appeals.map((appeal) => (
        <Appeal key={appeal.id} appeal={appeal} words={words} runId={runId} of={of} />
      ))}
    </ul>
  );
}

type AppealProps = { readonly appeal: AssessmentAppeal; readonly words: SchemeWords } & {
  readonly [Told in 'runId' | 'of']: AppealsProps[Told];
};

function Appeal({ appeal, words, runId, of }: AppealProps) {
  const { t } = useTranslation('assessments');
  return (
    <li>
      <StatusTag tone={appeal.stage === 'lodged' ? 'waiting' : 'neutral'}>{t(`appealStages.${appeal.stage}`)}</StatusTag>
      {runId !== undefined && <ToUnit runId={runId} appeal={appeal} />}
      <Said appeal={appeal} words={words} />
      {appeal.stage === 'lodged' && <AnswerAppeal appeal={appeal} />}
      {appeal.stage === 'upheld' && of !== undefined && <ToCorrection appeal={appeal} of={of} />}
    </li>
  );
}

function Said({ appeal: { indicator, reason, by, at, answer }, words }: Pick<AppealProps, 'appeal' | 'words'>) {
  const { t } = useTranslation('assessments');
  return (
    <>
      <strong>{indicator === null ? t('desk.explanation.appealWhole') : words.indicator(indicator)}</strong>
      <span>{reason}</span>
      <small>{t('desk.explanation.appealBy', { by: by ?? '', at: instantText(at) })}</small>
      {answer !== null && <span>{t('desk.explanation.appealAnswer', { answer })}</span>}
    </>
  );
}

function ToUnit({ runId, appeal: { unitId, unit } }: { readonly runId: string; readonly appeal: AssessmentAppeal }) {
  return (
    <Link to="/assessments/runs/$runId/units/$unitId" params={{ runId, unitId }}>
      {unit}
    </Link>
  );
}

type ToCorrectionProps = { readonly appeal: AssessmentAppeal; readonly of: NonNullable<AppealsProps['of']> };

function ToCorrection({ appeal: { unitId, indicator }, of }: ToCorrectionProps) {
  const { t } = useTranslation('assessments');
  if (!mayAnywhere(useMe(), 'assessments.run')) return null;
  return (
    <Link to="/assessments/findings" search={{ unitId, propose: correctionText({ ...of, indicator }) }}>
      {t('desk.explanation.appealCorrect')}
    </Link>
  );
}

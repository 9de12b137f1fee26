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
  const { t } = useTranslation('assessments');
  return (
    <ul className="answers__appeals">
      {appeals.map((appeal) => (
        <li key={appeal.id}>
          <StatusTag tone={appeal.stage === 'lodged' ? 'waiting' : 'neutral'}>{t(`appealStages.${appeal.stage}`)}</StatusTag>
          {runId !== undefined && <ToUnit runId={runId} appeal={appeal} />}
          <strong>{appeal.indicator === null ? t('desk.explanation.appealWhole') : words.indicator(appeal.indicator)}</strong>
          <span>{appeal.reason}</span>
          <small>{t('desk.explanation.appealBy', { by: appeal.by ?? '', at: instantText(appeal.at) })}</small>
          {appeal.answer !== null && <span>{t('desk.explanation.appealAnswer', { answer: appeal.answer })}</span>}
          {appeal.stage === 'lodged' && <AnswerAppeal appeal={appeal} />}
          {appeal.stage === 'upheld' && of !== undefined && <ToCorrection appeal={appeal} of={of} />}
        </li>
      ))}
    </ul>
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

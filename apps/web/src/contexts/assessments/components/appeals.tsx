import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { AssessmentAppeal } from '../queries.ts';
import type { SchemeWords } from '../words.ts';
import { AnswerAppeal } from './answer-appeal.tsx';

type AppealsProps = {
  readonly appeals: readonly AssessmentAppeal[];
  readonly words: SchemeWords;
  /** Of a whole run: each names its unit and leads to its score. */
  readonly runId?: string;
};

/** 申诉: against what, by whom, why; what was answered, or the way to answer it. */
export function Appeals({ appeals, words, runId }: AppealsProps) {
  const { t } = useTranslation('assessments');
  return (
    <ul className="answers__appeals">
      {appeals.map((appeal) => (
        <li key={appeal.id}>
          <StatusTag tone={appeal.stage === 'lodged' ? 'waiting' : 'neutral'}>{t(`appealStages.${appeal.stage}`)}</StatusTag>
          {runId !== undefined && (
            <Link to="/assessments/runs/$runId/units/$unitId" params={{ runId, unitId: appeal.unitId }}>
              {appeal.unit}
            </Link>
          )}
          <strong>{appeal.indicator === null ? t('desk.explanation.appealWhole') : words.indicator(appeal.indicator)}</strong>
          <span>{appeal.reason}</span>
          <small>{t('desk.explanation.appealBy', { by: appeal.by ?? '', at: instantText(appeal.at) })}</small>
          {appeal.answer !== null && <span>{t('desk.explanation.appealAnswer', { answer: appeal.answer })}</span>}
          {appeal.stage === 'lodged' && <AnswerAppeal appeal={appeal} />}
        </li>
      ))}
    </ul>
  );
}

import { hazardStages } from '@changming/domain/hazards';
import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { instantText } from '../../../ui/dates.ts';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type LedgerAnswer, ledgerAnswersQuery, takeBackLedgerAnswer, useHazardMutation } from '../queries.ts';
import { RecordCard } from './record-card.tsx';
import { signed } from './record-words.ts';

type OfHazard = { readonly hazardId: string };

/** 台账里的其他写法: what was said of rows of ledgers, for whoever may bring one in; each may be taken back, and is asked again then. */
export function LedgerAnswers({ hazardId }: OfHazard) {
  return mayAnywhere(useMe(), 'hazards.import') ? <Answers hazardId={hazardId} /> : null;
}

function Answers({ hazardId }: OfHazard) {
  const { t } = useTranslation('hazards');
  const { data } = useQuery(ledgerAnswersQuery(hazardId));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={t('desk.ledgerAnswers.title')} lead={t('desk.ledgerAnswers.lead')}>
      {data.items.map((answer) => (
        <Answer key={`${answer.batchId}!${answer.sheet}!${answer.row}`} hazardId={hazardId} answer={answer} />
      ))}
    </Panel>
  );
}

type AnswerProps = OfHazard & { readonly answer: LedgerAnswer };

function Answer({ hazardId, answer }: AnswerProps) {
  const { t } = useTranslation('hazards');
  const { fileName: file, sheet, row, kind } = answer;
  return (
    <RecordCard
      title={t('desk.opening.from', { file, sheet, row })}
      tag={<StatusTag tone={kind === 'apart' ? 'waiting' : 'neutral'}>{t(`desk.ledgerAnswers.kinds.${kind}`)}</StatusTag>}
    >
      <Facts facts={useFacts(answer)} />
      <p className="record__act">
        <TakeBack hazardId={hazardId} answer={answer} />
      </p>
    </RecordCard>
  );
}

function useFacts({ text, told, by, at }: LedgerAnswer): Fact[] {
  const { t } = useTranslation(['hazards', 'imports']);
  const fields = t('imports:besideFields', { returnObjects: true }) as Readonly<Record<string, string>>;
  const stageOf = (value: string) => {
    const stage = hazardStages.find((each) => each === value);
    return stage === undefined ? value : t(`hazards:stages.${stage}`);
  };
  const kept = told.map(({ field, value }) => `${fields[field] ?? field} ${field === 'stage' ? stageOf(value) : value}`);
  return [
    ...(text === null ? [] : [{ label: t('hazards:desk.ledgerAnswers.text'), value: text, wide: true }]),
    ...(kept.length === 0 ? [] : [{ label: t('hazards:desk.ledgerAnswers.kept'), value: kept.join('、'), wide: true }]),
    { label: t('hazards:desk.ledgerAnswers.said'), value: signed(instantText(at), by), wide: true },
  ];
}

function TakeBack({ hazardId, answer: { fileName: file, batchId, sheet, row } }: AnswerProps) {
  const { t } = useTranslation('hazards');
  const { message } = App.useApp();
  const takeBack = useHazardMutation(takeBackLedgerAnswer);
  return (
    <ConfirmAct
      size="small"
      aria-label={t('desk.ledgerAnswers.actOf', { file, row })}
      ask={t('desk.ledgerAnswers.ask', { file, row })}
      note={t('desk.ledgerAnswers.note')}
      withReason
      onAct={async (reason) => {
        await takeBack.mutateAsync({ hazardId, batchId, sheet, row, reason });
        void message.success(t('desk.ledgerAnswers.done'));
      }}
    >
      {t('desk.ledgerAnswers.act')}
    </ConfirmAct>
  );
}

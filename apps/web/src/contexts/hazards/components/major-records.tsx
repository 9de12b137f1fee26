import { useTranslation } from 'react-i18next';

import { Countdown } from '../../../ui/countdown.tsx';
import { dayOf, instantText } from '../../../ui/dates.ts';
import { Facts } from '../../../ui/facts.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { HazardDetail } from '../queries.ts';
import { yuan } from './hazard-facts.tsx';
import { RecordCard } from './record-card.tsx';
import { personIn, signed } from './record-words.ts';

type OfHazard = { readonly hazard: HazardDetail };

/** What the system suggested, and what named persons answered. */
export function MajorRecord({ hazard }: OfHazard) {
  const { t } = useTranslation('hazards');
  const { suggestionRecord, suggestion } = hazard;
  if (suggestionRecord === null) return null;
  const { criterionIds, suggestedAt, answerDueAt, denialReason, denialProposedById, decidedById, decidedOn } = suggestionRecord;
  const criteria = t('criteria', { returnObjects: true }) as Readonly<{ [id: string]: string }>;
  const open = suggestion === 'open' || suggestion === 'denialProposed';
  return (
    <RecordCard
      title={t('desk.records.suggestion')}
      tag={<StatusTag tone={open ? 'alert' : 'neutral'}>{t(`suggestionStages.${suggestion}`)}</StatusTag>}
    >
      <p className="hazard-quiet">{t('desk.records.suggestionNote')}</p>
      <ul className="progress-list">
        {criterionIds.map((id) => (
          <li key={id}>{criteria[id] ?? id}</li>
        ))}
      </ul>
      <Facts
        facts={[
          { label: t('desk.records.suggestedAt'), value: instantText(suggestedAt) },
          { label: t('desk.records.answerDueAt'), value: open ? <AnswerDue at={answerDueAt} /> : instantText(answerDueAt) },
          ...(denialReason === null
            ? []
            : [{ label: t('desk.records.denial'), value: signed(denialReason, personIn(hazard, denialProposedById)), wide: true }]),
          ...(decidedOn === null ? [] : [{ label: t('desk.records.decided'), value: signed(decidedOn, personIn(hazard, decidedById)) }]),
        ]}
      />
    </RecordCard>
  );
}

/** The instant, and once it is past how long it is over. */
function AnswerDue({ at }: { readonly at: string }) {
  const past = Date.parse(at) <= Date.now();
  return (
    <>
      {instantText(at)}
      {past && <> · </>}
      {past && <Countdown dueOn={dayOf(at)} dueAt={at} />}
    </>
  );
}

/** 治理: the authority told, the plan approved, the result evaluated. */
export function TreatmentRecord({ hazard }: OfHazard) {
  const { t } = useTranslation('hazards');
  const { treatment } = hazard;
  if (treatment === null) return null;
  const { stage, authority, toldAuthorityOn, plan, approvedById, approvedOn, evaluation, evaluatedById, evaluatedOn } = treatment;
  const words = ['goals', 'methods', 'organisation', 'timeLimit', 'safetyMeasures'] as const;
  return (
    <RecordCard title={t('desk.records.treatment')} tag={<StatusTag tone="moving">{t(`treatmentStages.${stage}`)}</StatusTag>}>
      <Facts
        facts={[
          { label: t('desk.records.confirmed'), value: signed(treatment.confirmedOn, personIn(hazard, treatment.confirmedById)) },
          {
            label: t('desk.records.authority'),
            value: authority === null ? t('desk.records.notTold') : signed(authority, toldAuthorityOn),
          },
          ...(plan === null ? [] : words.map((word) => ({ label: t(`desk.treatment.${word}`), value: plan[word], wide: true }))),
          ...(plan === null ? [] : [{ label: t('desk.treatment.funds'), value: yuan(plan.funds, t) }]),
          ...(approvedOn === null
            ? []
            : [{ label: t('desk.records.approved'), value: signed(approvedOn, personIn(hazard, approvedById)) }]),
          ...(evaluation === null || evaluatedOn === null
            ? []
            : [{ label: t(`evaluations.${evaluation}`), value: signed(evaluatedOn, personIn(hazard, evaluatedById)) }]),
        ]}
      />
    </RecordCard>
  );
}

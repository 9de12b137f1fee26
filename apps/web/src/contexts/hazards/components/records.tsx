import { useTranslation } from 'react-i18next';

import { Countdown } from '../../../ui/countdown.tsx';
import { instantText } from '../../../ui/dates.ts';
import { Facts } from '../../../ui/facts.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { HazardDetail } from '../queries.ts';
import { endOf, personIn, signed } from './record-words.ts';
import { isProposed, ListingReasons } from './listing-reasons.tsx';
import { MajorRecord, TreatmentRecord } from './major-records.tsx';
import { RecordCard } from './record-card.tsx';

type OfHazard = { readonly hazard: HazardDetail };

/** Everything that runs beside the stage: what was asked, suggested, treated, supervised and looked back on. */
export function Records({ hazard }: OfHazard) {
  return (
    <>
      <ListingReasons hazard={hazard} />
      <MajorRecord hazard={hazard} />
      <TreatmentRecord hazard={hazard} />
      <ExtensionRecord hazard={hazard} />
      <VoidingRecord hazard={hazard} />
      {hazard.supervisions.map((supervision) => (
        <SupervisionRecord key={supervision.id} hazard={hazard} supervision={supervision} />
      ))}
      <LookBackRecord hazard={hazard} />
    </>
  );
}

export function hasRecords(hazard: HazardDetail): boolean {
  const { suggestionRecord, treatment, extension, voiding, supervisions, lookBack } = hazard;
  return (
    supervisions.length > 0 ||
    isProposed(hazard) ||
    [suggestionRecord, treatment, extension, voiding, lookBack].some((record) => record !== null)
  );
}

const requestTones = { asked: 'waiting', granted: 'done', denied: 'alert', withdrawn: 'neutral' } as const;

export function ExtensionRecord({ hazard }: OfHazard) {
  const { t } = useTranslation('hazards');
  const { extension } = hazard;
  if (extension === null) return null;
  const { stage, fromOn, toOn, reason, askedById, askedOn, decidedById, decidedOn } = extension;
  return (
    <RecordCard title={t('desk.records.extension')} tag={<StatusTag tone={requestTones[stage]}>{t(`extensionStages.${stage}`)}</StatusTag>}>
      <Facts
        facts={[
          { label: t('desk.records.extendTo'), value: t('desk.records.fromTo', { from: fromOn, to: toOn }) },
          { label: t('desk.records.asked'), value: signed(askedOn, personIn(hazard, askedById)) },
          { label: t('desk.records.reason'), value: reason, wide: true },
          ...(decidedOn === null
            ? []
            : [{ label: t(`desk.records.${endOf(stage)}`), value: signed(decidedOn, personIn(hazard, decidedById)) }]),
        ]}
      />
    </RecordCard>
  );
}

export function VoidingRecord({ hazard }: OfHazard) {
  const { t } = useTranslation('hazards');
  const { voiding } = hazard;
  if (voiding === null) return null;
  const { stage, kind, reason, askedById, askedOn, decidedById, decidedOn } = voiding;
  return (
    <RecordCard title={t('desk.records.voiding')} tag={<StatusTag tone={requestTones[stage]}>{t(`extensionStages.${stage}`)}</StatusTag>}>
      <Facts
        facts={[
          { label: t('desk.records.voidKind'), value: t(`voidKinds.${kind}`) },
          { label: t('desk.records.asked'), value: signed(askedOn, personIn(hazard, askedById)) },
          { label: t('desk.records.reason'), value: reason, wide: true },
          ...(decidedOn === null
            ? []
            : [{ label: t(`desk.records.${endOf(stage)}`), value: signed(decidedOn, personIn(hazard, decidedById)) }]),
        ]}
      />
    </RecordCard>
  );
}

const supervisionTones = { listed: 'alert', delistingAsked: 'waiting', delisted: 'done' } as const;
type SupervisionProps = OfHazard & { readonly supervision: HazardDetail['supervisions'][number] };

export function SupervisionRecord({ hazard, supervision }: SupervisionProps) {
  const { t } = useTranslation('hazards');
  const { number, stage, level, issuer, mainPersonId, requirements, listedOn, dueOn, progressDueOn, progress } = supervision;
  return (
    <RecordCard
      title={t('desk.records.supervision', { number })}
      tag={<StatusTag tone={supervisionTones[stage]}>{t(`supervisionStages.${stage}`)}</StatusTag>}
    >
      <Facts
        facts={[
          { label: t('desk.records.supervisedBy'), value: `${t(`supervisionLevels.${level}`)} · ${issuer}` },
          { label: t('desk.records.mainPerson'), value: personIn(hazard, mainPersonId) },
          { label: t('desk.records.listedOn'), value: listedOn },
          { label: t('desk.records.dueOn'), value: <Countdown dueOn={dueOn} /> },
          ...(progressDueOn === null ? [] : [{ label: t('desk.records.progressDue'), value: <Countdown dueOn={progressDueOn} /> }]),
          { label: t('desk.records.requirements'), value: requirements, wide: true },
        ]}
      />
      <ul className="progress-list">
        {progress.map(({ text, byId, at }) => (
          <li key={at}>
            {text} <span className="hazard-quiet">{signed(instantText(at), personIn(hazard, byId))}</span>
          </li>
        ))}
      </ul>
    </RecordCard>
  );
}

function LookBackRecord({ hazard }: OfHazard) {
  const { t } = useTranslation('hazards');
  const { lookBack } = hazard;
  if (lookBack === null) return null;
  const { reason, fromOn, toOn, inspectorId, result, lookedOn } = lookBack;
  return (
    <RecordCard title={t('desk.records.lookBack')} tag={<ResultTag result={result} />}>
      <Facts
        facts={[
          { label: t('desk.records.lookBackReason'), value: t(`lookBackReasons.${reason}`) },
          { label: t('desk.records.window'), value: t('desk.records.fromTo', { from: fromOn, to: toOn }) },
          { label: t('desk.records.inspector'), value: personIn(hazard, inspectorId) ?? t('desk.records.notNamed') },
          { label: t('desk.records.lookedOn'), value: lookedOn },
        ]}
      />
    </RecordCard>
  );
}

export function ResultTag({ result }: { readonly result: 'held' | 'relapsed' | null }) {
  const { t } = useTranslation('hazards');
  if (result === null) return <StatusTag tone="waiting">{t('desk.records.toLook')}</StatusTag>;
  return <StatusTag tone={result === 'held' ? 'done' : 'alert'}>{t(`lookBackResults.${result}`)}</StatusTag>;
}

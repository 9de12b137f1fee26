import { useQuery } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { instantText } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { standingTones } from './look.ts';
import { useLearningAct, type ViolationDetail, violationQuery, voidViolation } from './queries.ts';
import { HandleViolation } from './handle-violation.tsx';
import { ReEducate } from './re-educate.tsx';
import { Retraining } from './retrain.tsx';
import { whereaboutsOf } from './whereabouts.ts';

type DrawerProps = { readonly violationId: string | null; readonly onClose: () => void };

/** One violation: what was done, how it was handled, and what the person still owes. */
export function ViolationDrawer({ violationId, onClose }: DrawerProps) {
  if (violationId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer key={violationId} violationId={violationId} onClose={onClose} />;
}

function OpenDrawer({ violationId, onClose }: { readonly violationId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const { data: violation, error, refetch } = useQuery(violationQuery(violationId));
  if (violation === undefined)
    return (
      <DetailDrawer open title={t('learning.violations.title')} onClose={onClose}>
        {error === null ? (
          <Skeleton active paragraph={{ rows: 6 }} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />
        )}
      </DetailDrawer>
    );
  const { standing } = violation;
  return (
    <DetailDrawer
      open
      title={`${violation.name} · ${violation.what}`}
      aside={<StatusTag tone={standingTones[standing]}>{t(`violationStandings.${standing}`)}</StatusTag>}
      acts={<Acts violation={violation} />}
      onClose={onClose}
    >
      <Retraining violation={violation} />
      <Facts facts={factsOf(violation, t)} />
      <RecordTrail subjectId={violation.id} />
    </DetailDrawer>
  );
}

function factsOf(violation: ViolationDetail, t: TFunction<'training'>): Fact[] {
  const { handling, fineFen } = violation;
  const fine = fineFen === null ? '' : ` ${fineFen / 100}`;
  return [
    { label: t('learning.unit'), value: [violation.unit, whereaboutsOf(violation, t)].filter((each) => each !== null).join(' · ') },
    { label: t('learning.violations.outsiderOf'), value: violation.outsiderOf },
    { label: t('learning.violations.kind'), value: t(`violationKinds.${violation.kind}`) },
    { label: t('learning.violations.foundAt'), value: instantText(violation.foundAt) },
    ...(violation.doubts.length === 0 ? [] : [{ label: t('learning.violations.doubts'), value: doubtsText(violation, t) }]),
    { label: t('learning.violations.finder'), value: violation.finder },
    { label: t('learning.violations.place'), value: violation.point ?? violation.place },
    { label: t('learning.violations.clause'), value: violation.clause },
    { label: t('learning.violations.handling'), value: handling === null ? null : `${t(`handlings.${handling}`)}${fine}` },
    { label: t('learning.violations.note'), value: violation.handlingNote },
    { label: t('learning.violations.reEducateBy'), value: violation.reEducateBy },
    { label: t('learning.violations.reEducate'), value: reEducatedText(violation, t) },
    { label: t('learning.violations.talk'), value: violation.talk, wide: true },
  ];
}

function doubtsText({ doubts, claimedAt }: ViolationDetail, t: TFunction<'training'>): string {
  return doubts.map((each) => t(`violationDoubts.${each}`, { at: claimedAt === null ? '' : instantText(claimedAt) })).join('；');
}

function reEducatedText({ reEducatedOn, reEducatedHow }: ViolationDetail, t: TFunction<'training'>): string | null {
  if (reEducatedOn === null) return null;
  return reEducatedHow === null ? reEducatedOn : `${reEducatedOn} ${t(`reEducationWays.${reEducatedHow}`)}`;
}

function Acts({ violation }: { readonly violation: ViolationDetail }) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const [doing, setDoing] = useState<'handle' | 'reEducate' | null>(null);
  const annul = useLearningAct(voidViolation);
  const { id, version, may, standing, handledOn, reEducatedOn } = violation;
  if (standing === 'voided') return null;
  const close = () => setDoing(null);
  return (
    <>
      {may.handle && handledOn === null && (
        <Button type="primary" onClick={() => setDoing('handle')}>
          {t('learning.violations.handle')}
        </Button>
      )}
      {may.reEducate && reEducatedOn === null && (
        <Button onClick={() => setDoing('reEducate')}>{t('learning.violations.reEducate')}</Button>
      )}
      {may.handle && (
        <ConfirmAct
          danger
          withReason
          ask={t('learning.violations.voidAsk')}
          onAct={(reason) =>
            annul.mutateAsync({ violationId: id, body: { version, reason } }).then(() => message.success(t('violationStandings.voided')))
          }
        >
          {t('learning.violations.void')}
        </ConfirmAct>
      )}
      <Doing doing={doing} violation={violation} onClose={close} />
    </>
  );
}

type DoingProps = { readonly doing: 'handle' | 'reEducate' | null; readonly violation: ViolationDetail; readonly onClose: () => void };

function Doing({ doing, violation, onClose }: DoingProps) {
  if (doing === 'handle') return <HandleViolation violation={violation} onClose={onClose} />;
  return doing === 'reEducate' ? <ReEducate violation={violation} onClose={onClose} /> : null;
}

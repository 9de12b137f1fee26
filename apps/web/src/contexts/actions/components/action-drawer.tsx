import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import '../actions.css';
import { actionTones } from '../look.ts';
import { type ActionDetail, actionQuery } from '../queries.ts';
import { ActionActs } from './action-acts.tsx';

/** One action: what is asked, the proofs, what happened to it and what can be done. */
export function ActionDrawer({ actionId, onClose }: { readonly actionId: string | null; readonly onClose: () => void }) {
  if (actionId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer key={actionId} actionId={actionId} onClose={onClose} />;
}

function OpenDrawer({ actionId, onClose }: { readonly actionId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('actions');
  const query = useQuery(actionQuery(actionId));
  const action = query.data;
  return (
    <DetailDrawer
      open
      title={action?.number ?? t('desk.title')}
      aside={
        action === undefined ? undefined : (
          <StatusTag tone={action.overdue ? 'alert' : actionTones[action.state]}>{t(`states.${action.state}`)}</StatusTag>
        )
      }
      {...(action === undefined ? {} : { acts: <ActionActs action={action} /> })}
      onClose={onClose}
    >
      <Loaded query={query} rows={8} onBack={onClose}>
        {(known) => <Known action={known} />}
      </Loaded>
    </DetailDrawer>
  );
}

function Known({ action }: { readonly action: ActionDetail }) {
  const { t } = useTranslation('actions');
  const words = t('desk.steps', { returnObjects: true }) as Readonly<{ [step: string]: string }>;
  const entries = action.steps.toReversed().map(({ step, at, by, note }) => ({
    id: `${step}:${at}`,
    at,
    tone: step === 'verify' ? ('done' as const) : step === 'sendBack' || step === 'denyMoreTime' ? ('alert' as const) : ('moving' as const),
    title: words[step] ?? step,
    ...(by === null ? {} : { by }),
    ...(note === null ? {} : { detail: note }),
  }));
  return (
    <>
      <p className="action-title">{action.title}</p>
      {action.detail !== null && <p className="action-quiet">{action.detail}</p>}
      <Facts facts={factsOf(action, t)} />
      <Section title={t('desk.proofs')}>
        <Proofs action={action} />
      </Section>
      <Section title={t('desk.story')}>
        <Timeline entries={entries} />
      </Section>
      <RecordTrail subjectId={action.id} />
    </>
  );
}

function Proofs({ action }: { readonly action: ActionDetail }) {
  const { t } = useTranslation('actions');
  const arrived = action.photos.filter(({ evidenceId }) => evidenceId !== null);
  if (action.result === null && action.photos.length === 0) return <p className="action-quiet">{t('desk.noProofs')}</p>;
  return (
    <>
      {action.result !== null && <p>{action.result}</p>}
      <div className="action-photos">
        {arrived.map(({ sha256, evidenceId }) => (
          <a key={sha256} href={address(evidenceId, 'view', action.id)} target="_blank" rel="noreferrer">
            <img src={address(evidenceId, 'thumb', action.id)} alt={t('desk.photo')} />
          </a>
        ))}
      </div>
      {arrived.length < action.photos.length && (
        <p className="action-quiet">{t('desk.awaited', { count: action.photos.length - arrived.length })}</p>
      )}
    </>
  );
}

function address(evidenceId: string | null, size: 'thumb' | 'view', actionId: string): string {
  return `/api/v1/evidence/${evidenceId}/${size}?subject=${actionId}`;
}

function factsOf(action: ActionDetail, t: TFunction<'actions'>): Fact[] {
  const done = action.doneOn === null ? null : [action.doneOn, action.verifiedBy, action.opinion].filter(Boolean).join(' ');
  return [
    { label: t('desk.fields.unit'), value: action.unit },
    { label: t('desk.fields.kind'), value: `${t(`kinds.${action.kind}`)} · ${t(`origins.${action.origin}`)}` },
    { label: t('desk.fields.owner'), value: action.owner },
    { label: t('desk.fields.verifier'), value: action.verifier ?? t('desk.anyVerifier') },
    { label: t('desk.fields.dueOn'), value: dueOf(action, t) },
    { label: t('desk.fields.openedOn'), value: [action.openedOn, action.openedBy].filter(Boolean).join(' ') },
    { label: t('desk.fields.submittedOn'), value: action.submittedOn },
    { label: t('desk.fields.doneOn'), value: done },
    ...cancelledOf(action, t),
    ...effectOf(action, t),
    ...extensionOf(action, t),
  ];
}

function dueOf({ dueOn, extendedFromOn }: ActionDetail, t: TFunction<'actions'>): string {
  return extendedFromOn === null ? dueOn : t('desk.extended', { on: dueOn, from: extendedFromOn });
}

function cancelledOf({ cancelledOn, reason }: ActionDetail, t: TFunction<'actions'>): Fact[] {
  return cancelledOn === null ? [] : [{ label: t('desk.fields.cancelledOn'), value: `${cancelledOn} ${reason ?? ''}` }];
}

function effectOf({ effect, effectDueOn, effectNote }: ActionDetail, t: TFunction<'actions'>): Fact[] {
  if (effect === null && effectDueOn === null) return [];
  const value = effect === null ? t('desk.effectDue', { on: effectDueOn }) : `${t(`effects.${effect}`)} ${effectNote ?? ''}`;
  return [{ label: t('desk.fields.effect'), value }];
}

function extensionOf({ extension }: ActionDetail, t: TFunction<'actions'>): Fact[] {
  if (extension === null) return [];
  const { granted, toOn: to, reason } = extension;
  const standing = granted === null ? 'asked' : granted ? 'granted' : 'denied';
  return [{ label: t('desk.fields.extension'), value: t(`desk.extension.${standing}`, { to, reason }), wide: true }];
}

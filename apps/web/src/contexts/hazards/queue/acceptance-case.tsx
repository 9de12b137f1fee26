import { sendBackReasons, type SendBackReason } from '@changming/domain/hazards';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { ActDrawer } from '../acts/act-drawer.tsx';
import { acceptHazard, sendHazardBack } from '../acts/loop-forms.tsx';
import { BeforeAfter } from '../components/before-after.tsx';
import { Commitments } from '../components/commitments.tsx';
import { Doubts } from '../components/doubts.tsx';
import { HazardFacts, nameOf } from '../components/hazard-facts.tsx';
import { HazardHead } from '../components/hazard-head.tsx';
import { HazardTimeline } from '../components/hazard-timeline.tsx';
import { MissingPhotos } from '../components/missing-photos.tsx';
import { hasRecords, Records } from '../components/records.tsx';
import { Section } from '../../../ui/section.tsx';
import { type HazardDetail, hazardQuery } from '../queries.ts';
import { Armed, Fault } from './armed.tsx';
import { Key } from './key-hints.tsx';
import type { CaseProps } from './triage-case.tsx';
import { useDecision } from './use-decision.ts';
import { type Keys, useKeys } from './use-keys.ts';

export function AcceptanceCase({ hazardId, ...rest }: CaseProps) {
  const { data: hazard, error, refetch } = useQuery(hazardQuery(hazardId));
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (hazard === undefined) return <Skeleton active paragraph={{ rows: 10 }} />;
  return <Case hazard={hazard} {...rest} />;
}

type OpenProps = Omit<CaseProps, 'hazardId'> & { readonly hazard: HazardDetail };

function Case(props: OpenProps) {
  const { t } = useTranslation('hazards');
  const { hazard } = props;
  return (
    <div className="case">
      <Panel>
        <HazardHead hazard={hazard} />
        <BeforeAfter hazard={hazard} />
        <MissingPhotos hazard={hazard} />
        <Section title={t('desk.hazard.facts')}>
          <HazardFacts hazard={hazard} />
        </Section>
        <Section title={t('desk.hazard.commitments')}>
          <Commitments hazard={hazard} />
        </Section>
        {hasRecords(hazard) && <Records hazard={hazard} />}
        <Section title={t('desk.hazard.timeline')}>
          <HazardTimeline hazard={hazard} />
        </Section>
      </Panel>
      <Decide {...props} />
    </div>
  );
}

function Decide(props: OpenProps) {
  const { t } = useTranslation('hazards');
  const { hazard, onDone } = props;
  const [form, setForm] = useState<'accept' | 'sendBack' | null>(null);
  const objections = { accept: sentence(hazard, 'accept'), sendBack: sentence(hazard, 'sendBack') };
  const verdict = useVerdict(props, { objections, openForm: setForm });
  const submitted = t('desk.acceptance.doneOn', { on: hazard.submittedOn ?? '—', by: nameOf(hazard.submittedBy) ?? '—' });
  return (
    <div className="case__decide">
      <Panel title={t('desk.acceptance.title')} lead={submitted}>
        <Flags hazard={hazard} />
        <Armed words={verdict.armed === 'accept' ? t('desk.acceptance.acceptArmed', { number: hazard.number }) : null} />
        {verdict.armed === 'sendBack' && <Reasons number={hazard.number} busy={verdict.busy} onChoose={verdict.back} />}
        <Fault words={verdict.fault} />
        <div className="case__buttons">
          <ActButton type="primary" loading={verdict.busy} objection={objections.accept} onClick={() => verdict.arm('accept')}>
            <Key>A</Key> {t('desk.acceptance.accept')}
          </ActButton>
          <ActButton objection={objections.accept} onClick={() => setForm('accept')}>
            <Key>N</Key> {t('desk.acceptance.acceptNote')}
          </ActButton>
          <ActButton danger objection={objections.sendBack} onClick={() => verdict.arm('sendBack')}>
            <Key>R</Key> {t('desk.acceptance.sendBack')}
          </ActButton>
        </div>
      </Panel>
      {form !== null && <ActDrawer hazard={hazard} act={form} onClose={() => setForm(null)} onDone={onDone} />}
    </div>
  );
}

type Which = 'accept' | 'sendBack';
type Ways = { readonly objections: Readonly<Record<Which, string | null>>; readonly openForm: (which: Which) => void };

/** A twice accepts; R and a digit send back. The first press says what the second will do. */
function useVerdict({ hazard, say, onDone }: OpenProps, { objections, openForm }: Ways) {
  const { t } = useTranslation('hazards');
  const [armed, setArmed] = useState<Which | null>(null);
  const { busy, fault, decide } = useDecision(hazard, { say, onDone });
  const { number } = hazard;
  const confirm = () => decide(() => acceptHazard(hazard));
  const back = (reason: SendBackReason) => (reason === 'other' ? openForm('sendBack') : decide(() => sendHazardBack(hazard, { reason })));
  const said = {
    accept: `${t('desk.acceptance.acceptArmed', { number })}。${t('desk.queue.pressAgain', { key: 'A' })}`,
    sendBack: t('desk.acceptance.sendBackArmed', { number }),
  };
  const arm = (which: Which) => {
    const objection = objections[which];
    if (objection !== null) return say(objection);
    if (which === 'accept' && armed === 'accept') return confirm();
    setArmed(which);
    say(said[which]);
  };
  useKeys({
    a: () => arm('accept'),
    r: () => arm('sendBack'),
    n: () => (objections.accept === null ? openForm('accept') : say(objections.accept)),
    escape: () => setArmed(null),
    enter: armed === 'accept' ? confirm : undefined,
    ...(armed === 'sendBack' ? digits(back) : {}),
  });
  return { armed, busy, fault, arm, back };
}

function sentence({ objections }: HazardDetail, act: Which): string | null {
  const code = objections[act] ?? null;
  return code === null ? null : refusalSentence(code);
}

function digits(back: (reason: SendBackReason) => void): Keys {
  return Object.fromEntries(sendBackReasons.map((reason, at) => [String(at + 1), () => back(reason)]));
}

function Flags({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation('hazards');
  if (hazard.doubts.length === 0) return <p className="case__note">{t('desk.acceptance.noFlags')}</p>;
  return <Doubts hazard={hazard} />;
}

type ReasonsProps = { readonly number: string; readonly busy: boolean; readonly onChoose: (reason: SendBackReason) => void };

function Reasons({ number, busy, onChoose }: ReasonsProps) {
  const { t } = useTranslation('hazards');
  return (
    <div className="case__armed case__armed--back">
      {t('desk.acceptance.sendBackArmed', { number })}
      <ol className="case__reasons">
        {sendBackReasons.map((reason, at) => (
          <li key={reason}>
            <Button block danger disabled={busy} onClick={() => onChoose(reason)}>
              <Key>{String(at + 1)}</Key> {t(`sendBackReasons.${reason}`)}
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
}

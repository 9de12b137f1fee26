import { type ActionDetail, readAction } from '@changming/contract/actions';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import { EvidencePhoto } from '../../../phone/photos/evidence-photo.tsx';
import type { ScreenProps } from '../../../phone/screens.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Countdown, StatusTag } from '../../../phone/ui/tags.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { actionTones } from '../look.ts';
import { Decide } from './decide.tsx';
import { SubmitForm } from './submit-form.tsx';
import { useActionWords } from './words.ts';

/** One action: what is asked, what was done, and the next step for whoever has it. */
export function ActionScreen({ parts }: ScreenProps) {
  const t = useActionWords();
  const actionId = parts['actionId'] ?? '';
  const ask = useCallback((signal: AbortSignal) => call(readAction, { params: { actionId }, signal }), [actionId]);
  const asked = useAsk(ask);
  return (
    <Screen title={t('title')} back="/m/actions">
      <div className="stack">
        {asked.state === 'waiting' && <Waiting />}
        {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
        {asked.state === 'ready' && <Known action={asked.answer} onDone={asked.again} />}
      </div>
    </Screen>
  );
}

type KnownProps = { readonly action: ActionDetail; readonly onDone: () => void };

function Known({ action, onDone }: KnownProps) {
  const { id, returns, objections } = action;
  return (
    <>
      <Asked action={action} />
      <Proofs action={action} />
      {objections.submit === null && <SubmitForm key={`${id} ${returns}`} action={action} onDone={onDone} />}
      {isToVerify(action) && <Decide action={action} onDone={onDone} />}
    </>
  );
}

/** Photos on their way only delay the verification; any other objection says that it is somebody else's. */
function isToVerify({ objections }: ActionDetail): boolean {
  return objections.verify === null || objections.verify === 'actions.photos_awaited';
}

function Asked({ action }: Pick<KnownProps, 'action'>) {
  const t = useActionWords();
  const { number, unit, title, detail, owner, verifier, state, overdue, dueOn } = action;
  const running = state === 'assigned' || state === 'returned';
  return (
    <Card title={title} note={`${unit} · ${number}`}>
      {detail !== null && <p>{detail}</p>}
      <p className="stack__lead">{t('people', { owner: owner ?? '—', verifier: verifier ?? t('anyVerifier') })}</p>
      <span className="facts-line">
        <StatusTag tone={overdue ? 'alert' : actionTones[state]}>{t(`states.${state}`)}</StatusTag>
        {running && <Countdown dueOn={dueOn} />}
      </span>
      {state === 'returned' && <Returned action={action} />}
    </Card>
  );
}

function Returned({ action }: Pick<KnownProps, 'action'>) {
  const t = useActionWords();
  const note = action.steps.findLast(({ step }) => step === 'sendBack')?.note ?? null;
  return note === null ? null : <p className="refused">{t('returned', { reason: note })}</p>;
}

/** What was handed in last, and the photos of every round. */
function Proofs({ action }: Pick<KnownProps, 'action'>) {
  const t = useActionWords();
  const { result, photos } = action;
  if (result === null && photos.length === 0) return null;
  const awaited = photos.filter(({ evidenceId }) => evidenceId === null).length;
  return (
    <Card title={t('done')}>
      {result !== null && <p>{result}</p>}
      <ul className="strip">
        {photos.map(({ round, sha256, evidenceId }) => (
          <li key={`${round} ${sha256}`}>
            <EvidencePhoto evidenceId={evidenceId} subject={action.id} size="thumb" alt={t('photo')} />
          </li>
        ))}
      </ul>
      {awaited > 0 && <p className="stack__lead">{t('awaited', { count: awaited })}</p>}
    </Card>
  );
}

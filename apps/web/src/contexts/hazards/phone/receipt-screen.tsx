import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

import { isSignedOut, ProblemError } from '../../../api/problem-error.ts';
import { noteSession, sessionEnded, whenSessionChanges } from '../../../api/signed-out.ts';
import { go } from '../../../phone/path.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { ClaimCode } from './claim-code.tsx';
import type { ReportDraft } from './draft.ts';
import { Delivery } from './delivery.tsx';
import type { Progress } from './send-photos.ts';
import { type Receipt, sendReport } from './send-report.ts';
import { useHazardWords } from './words.ts';

type ReceiptScreenProps = {
  readonly draft: ReportDraft;
  /** The API refused the report: back to the form, with everything that was filled in. */
  readonly onRefused: (error: unknown) => void;
};

/** 回执: what the server has, item by item. Sending begins by itself and may be begun again. */
export function ReceiptScreen({ draft, onRefused }: ReceiptScreenProps) {
  const t = useHazardWords();
  const sending = useSending(draft, onRefused);
  const { number, progress, receipt, error } = sending;
  return (
    <Screen title={t('phone.here')} back={receipt?.complete === true ? null : '/m'}>
      <div className="stack">
        <Card>
          <h2 className="receipt__heading">{t(headingOf(sending))}</h2>
          {number !== null && <p className="receipt__number">{number}</p>}
          <Delivery text={number !== null} progress={progress} />
        </Card>
        {isStuck(sending) && (
          <>
            <Refused error={error} />
            <p className="stack__lead">{t('phone.unsentNote')}</p>
            <Button busy={sending.busy} onPress={sending.send}>
              {t('phone.retry')}
            </Button>
          </>
        )}
        {receipt?.complete === true && <Done draft={draft} receipt={receipt} />}
      </div>
    </Screen>
  );
}

/** Something is missing and nothing is under way: the photos did not get through, or the server still misses one. */
function isStuck({ busy, error, receipt }: Sending): boolean {
  return !busy && (error !== null || receipt?.complete === false);
}

function headingOf(sending: Sending) {
  if (sending.receipt?.complete === true) return 'phone.sent';
  if (!isStuck(sending)) return 'phone.sending';
  return sending.number === null ? 'phone.unsent' : 'phone.sentOpen';
}

function Done({ draft, receipt }: { readonly draft: ReportDraft; readonly receipt: Receipt }) {
  const t = useHazardWords();
  if (receipt.claimCode !== null) return <ClaimCode code={receipt.claimCode} />;
  const holders = receipt.holders.map(({ name, unit }) => t('phone.holder', { name, unit }));
  return (
    <>
      <Card note={t('phone.withWhom')} title={holders.length === 0 ? t('phone.officers') : holders.slice(0, 2).join('、')} />
      <div className="pair">
        <Button look="plain" onPress={() => go(`/m/hazards/${draft.id}`)}>
          {t('phone.see')}
        </Button>
        <Button onPress={() => go('/m')}>{t('phone.one')}</Button>
      </div>
    </>
  );
}

type Sending = { readonly number: string | null; readonly receipt: Receipt | null; readonly error: unknown; readonly busy: boolean };

/** Sends once on arrival, again after signing in again, and on demand; never twice at the same time. */
function useSending(draft: ReportDraft, onRefused: (error: unknown) => void) {
  const t = useHazardWords();
  const [state, setState] = useState<Sending>(nothingYet);
  const [progress, setProgress] = useState<Progress>({ arrived: 0, of: photosOf(draft), share: 0 });
  const under = useRef(false);
  const send = useCallback(() => {
    if (under.current) return;
    under.current = true;
    setState((before) => ({ ...before, busy: true, error: null }));
    let heard = false;
    const onText = (number: string) => {
      heard = true;
      setState((before) => ({ ...before, number }));
    };
    sendReport(draft, { watch: setProgress, onText, fixedAtOnce: t('phone.fixedAtOnce') })
      .then(
        (receipt) => setState((before) => ({ ...before, receipt, number: receipt.number, busy: false })),
        (error: unknown) => {
          if (isSignedOut(error)) noteSession('ended');
          else if (!heard && isRefusal(error)) return onRefused(error);
          setState((before) => ({ ...before, error, busy: false }));
        },
      )
      .finally(() => {
        under.current = false;
      });
  }, [draft, onRefused, t]);
  const ended = useSyncExternalStore(whenSessionChanges, sessionEnded);
  const begun = useRef(false);
  const interrupted = !ended && isSignedOut(state.error);
  useEffect(() => {
    if (!begun.current || interrupted) send();
    begun.current = true;
  }, [send, interrupted]);
  return { ...state, progress, send };
}

const nothingYet: Sending = { number: null, receipt: null, error: null, busy: true };

function photosOf({ photos, after, fixed }: ReportDraft): number {
  return photos.length + (fixed ? after.length : 0);
}

/** What another try would not change, and the person can: everything the API says no to but its being asked too often. */
function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status < 500 && error.problem.status !== 429;
}

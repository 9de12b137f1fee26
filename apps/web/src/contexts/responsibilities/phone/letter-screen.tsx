import { useCallback } from 'react';

import type { ScreenProps } from '../../../phone/screens.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Failure, Notice, Refused, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAct, useAsk } from '../../../phone/use-ask.ts';
import { letterOf, type LetterDetail, sign } from './ask.ts';
import { useDutyWords } from './words.ts';
import './duties.css';

/** 责任书 on the phone: the whole text, and under it the one act of the person whom it names. */
export function LetterScreen({ parts }: ScreenProps) {
  const t = useDutyWords();
  const letterId = parts['letterId'] ?? '';
  const asked = useAsk(useCallback((signal: AbortSignal) => letterOf(letterId, signal), [letterId]));
  if (asked.state !== 'ready') {
    return (
      <Screen title={t('phone.letter')} back="/m/duties">
        {asked.state === 'waiting' ? <Waiting /> : <Failure error={asked.error} onRetry={asked.again} />}
      </Screen>
    );
  }
  return <Known letter={asked.answer} onSigned={asked.again} />;
}

function Known({ letter, onSigned }: { readonly letter: LetterDetail; readonly onSigned: () => void }) {
  const t = useDutyWords();
  const { id, text, sha256, own, state, signedOn, dueOn } = letter;
  const signing = useAct(async () => {
    await sign(id, sha256 ?? '');
    onSigned();
  });
  const mayActNow = own && state === 'issued' && sha256 !== null;
  return (
    <Screen
      title={t('phone.letter')}
      back="/m/duties"
      {...(mayActNow
        ? {
            act: (
              <>
                <Refused error={signing.error} />
                <Button busy={signing.busy} onPress={() => signing.act(undefined)}>
                  {t('phone.agree')}
                </Button>
              </>
            ),
          }
        : {})}
    >
      {text === null ? (
        <Notice title={t('phone.notIssued')} next={t('phone.notIssuedNext')} />
      ) : (
        <div className="stack">
          <p className="duties__due">{signedOn === null ? t('phone.signBy', { due: dueOn }) : t('phone.signed', { on: signedOn })}</p>
          <article className="duties__text">{text}</article>
          {sha256 !== null && <p className="duties__hash">{t('phone.hash', { hash: sha256 })}</p>}
        </div>
      )}
    </Screen>
  );
}

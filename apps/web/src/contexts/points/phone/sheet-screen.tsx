import { readSheetAtDoor } from '@changming/contract/points';
import * as en from '@changming/phrases/en/points';
import * as zhCN from '@changming/phrases/zh-CN/points';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { Failure, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { StatusTag } from '../../../phone/ui/tags.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { wordsOf } from '../../../phone/words.ts';
import './sheet-screen.css';

type Words = {
  readonly phone: { readonly [Key in keyof typeof zhCN.phone]: string };
  readonly sheetKinds: Record<keyof typeof zhCN.sheetKinds, string>;
};

const useSheetWords = wordsOf<Words>({
  'zh-CN': { phone: zhCN.phone, sheetKinds: zhCN.sheetKinds },
  en: { phone: en.phone, sheetKinds: en.sheetKinds },
});

/** What the QR on a printed sheet opens, for everybody: whether this very print still holds, and nothing else. */
export function SheetScreen({ parts }: ScreenProps) {
  const t = useSheetWords();
  const code = parts['code'] ?? '';
  const asked = useAsk(useCallback((signal: AbortSignal) => call(readSheetAtDoor, { params: { code }, signal }), [code]));
  return (
    <Screen title={t('phone.title')} back="/m">
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Answered {...asked.answer} />}
    </Screen>
  );
}

type Answer = {
  readonly kind: keyof Words['sheetKinds'];
  readonly number: number;
  readonly issuedOn: string;
  readonly state: 'current' | 'replaced' | 'withdrawn';
  readonly until: string | null;
};

function Answered({ kind, number, issuedOn, state, until }: Answer) {
  const t = useSheetWords();
  const holds = state === 'current';
  return (
    <div className={holds ? 'sheet-answer' : 'sheet-answer sheet-answer--gone'}>
      <svg className="sheet-answer__mark" viewBox="0 0 72 72" aria-hidden="true">
        <path d={holds ? 'M20 38l11 11 22-26' : 'M23 23l26 26M49 23L23 49'} />
      </svg>
      <h2>{t(`phone.${state}`)}</h2>
      {until !== null && <StatusTag tone="alert">{t('phone.until', { on: until })}</StatusTag>}
      <p>{t('phone.version', { kind: t(`sheetKinds.${kind}`), number })}</p>
      <p className="sheet-answer__quiet">{t('phone.issuedOn', { on: issuedOn })}</p>
      {!holds && <p className="sheet-answer__quiet">{t('phone.next')}</p>}
    </div>
  );
}

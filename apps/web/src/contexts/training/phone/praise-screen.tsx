import * as contract from '@changming/contract/training';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { newId } from '../../../api/new-id.ts';
import { go } from '../../../phone/path.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { useLearningWords } from './learning-words.ts';

/** 正向报告: what somebody was seen doing rightly. */
export function PraiseScreen() {
  const t = useLearningWords();
  const say = useToast();
  const [id] = useState(newId);
  const [what, setWhat] = useState('');
  const [who, setWho] = useState('');
  const { busy, error, act } = useAct(async () => {
    const on = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await call(contract.praise, { body: { id, what: what.trim(), who: who.trim() || null, on }, idempotencyKey: id });
    say(t('praise.sent'));
    go('/m/training');
  });
  return (
    <Screen title={t('praise.title')} back="/m/training">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (what.trim() !== '') act(undefined);
        }}
      >
        <Field label={t('praise.what')} value={what} hint={t('praise.whatHint')} maxLength={300} onChange={setWhat} />
        <Field label={t('praise.who')} value={who} maxLength={40} onChange={setWho} />
        {error !== null && <Refused error={error} />}
        <Button busy={busy} objection={what.trim() === '' ? t('praise.whatHint') : null}>
          {t('praise.send')}
        </Button>
      </form>
    </Screen>
  );
}

import * as contract from '@changming/contract/workforce/on-duty';

import { call } from '../../../api/call.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Refused, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAct, useAsk } from '../../../phone/use-ask.ts';
import { useOnDutyWords } from './words.ts';

type Person = contract.OnDutyAbove['units'][number]['people'][number];

/** 此刻谁值班, the nearest unit first, each one tap from a call. */
export function OnDutyScreen() {
  const t = useOnDutyWords();
  const asked = useAsk(load);
  return (
    <Screen title={t('onDuty.title')} back="/m/me">
      <div className="stack">
        {asked.state === 'waiting' && <Waiting />}
        {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
        {asked.state === 'ready' && asked.answer.units.length === 0 && <Notice title={t('onDuty.none')} next={t('onDuty.noneNext')} />}
        {asked.state === 'ready' &&
          asked.answer.units.flatMap(({ unitId, unit, people }) =>
            people.map((person) => <Reached key={`${unitId}:${person.personId}`} unit={unit} person={person} />),
          )}
      </div>
    </Screen>
  );
}

function load(signal: AbortSignal) {
  return call(contract.readOnDutyAbove, { signal });
}

function Reached({ unit, person: { personId, name, post, phone } }: { readonly unit: string; readonly person: Person }) {
  const t = useOnDutyWords();
  const { busy, error, act } = useAct(async () => {
    const { number } = await call(contract.dialOnDuty, { body: { personId } });
    window.location.href = `tel:${number}`;
  });
  return (
    <Card title={`${name} · ${t(`onDuty.posts.${post}`)}`} note={`${unit} · ${phone ?? t('onDuty.noPhone')}`}>
      <Refused error={error} />
      {phone !== null && (
        <Button busy={busy} onPress={() => act(undefined)}>
          {t('onDuty.call')}
        </Button>
      )}
    </Card>
  );
}

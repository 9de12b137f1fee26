import { useCallback } from 'react';

import { mayReopen } from '../../../phone/outbox/passage.ts';
import { Receipt } from '../../../phone/outbox/receipt.tsx';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { hazardBehind } from './hazard-behind.ts';
import { hazardOf } from './look.ts';
import { type LookRecord, useLooks } from './look-store.ts';
import { SpotForm } from './spot-form.tsx';
import { nameOf, useEquipmentWords } from './words.ts';

/** One look-over: the form until it is sent, and again when the API would not take it; the receipt from then on. */
export function SpotScreen({ parts }: ScreenProps) {
  const t = useEquipmentWords();
  const { me } = useSession();
  const records = useLooks(me.account.id);
  if (records === null) return <Waiting />;
  const record = records.find(({ id }) => id === parts['id']);
  if (record === undefined) {
    return (
      <Screen title={t('phone.title')} back="/m/spots">
        <Notice title={t('phone.lost')} next={t('phone.lostNext')} />
      </Screen>
    );
  }
  const { standing } = record.passage;
  if (standing.is === 'draft') return <SpotForm look={record.content} refusal={null} />;
  if (standing.is === 'refused' && mayReopen(record.passage)) return <SpotForm look={record.content} refusal={standing.said} />;
  return <Sent record={record} />;
}

function Sent({ record }: { readonly record: LookRecord }) {
  const t = useEquipmentWords();
  const { content, passage } = record;
  const arrived = passage.standing.is === 'arrived';
  return (
    <Screen title={nameOf(content.piece, t)} back={`/m/fire/${content.point.code}`}>
      <div className="stack">
        <Receipt
          item={record}
          photos={content.photos.length}
          headings={{ arrived: t('phone.arrived'), words: t('phone.wordsArrived'), nothing: t('phone.saved') }}
        />
        {arrived && hazardOf(content) !== null && <ToHazard record={record} />}
        <Button onPress={() => go(`/m/fire/${content.point.code}`)}>{t('phone.next')}</Button>
      </div>
    </Screen>
  );
}

/** The way to what the defect became; nothing while that is not known. */
function ToHazard({ record }: { readonly record: LookRecord }) {
  const t = useEquipmentWords();
  const { me } = useSession();
  const asked = useAsk(useCallback((signal: AbortSignal) => hazardBehind({ record, me, signal }), [record, me]));
  if (asked.state !== 'ready' || asked.answer === null) return null;
  const hazardId = asked.answer;
  return (
    <Button look="plain" onPress={() => go(`/m/hazards/${hazardId}`)}>
      {t('phone.openHazard')}
    </Button>
  );
}

import { readResult } from '@changming/contract/inspections/results';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import { dropItem } from '../../../phone/outbox/outbox.ts';
import { Receipt } from '../../../phone/outbox/receipt.tsx';
import { go } from '../../../phone/path.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { StatusTag } from '../../../phone/ui/tags.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { type CheckRecord, handInCheck } from './check-store.ts';
import { countsOf, photosOf } from './check.ts';
import { placeOf } from './place-of.ts';
import { useCheckWords } from './words.ts';

/** 回执: what the server has of the check, and what became of its failures. Nobody need wait here. */
export function CheckReceipt({ record }: { readonly record: CheckRecord }) {
  const t = useCheckWords();
  const { content, passage } = record;
  const { standing } = passage;
  const arrived = standing.is === 'arrived';
  const counts = countsOf(content);
  const minutes = Math.max(1, Math.round(((content.doneAt ?? content.at) - content.at) / 60_000));
  return (
    <Screen title={placeOf(content.task)} back={arrived ? null : '/m/checks'}>
      <div className="stack">
        <Receipt
          item={record}
          photos={photosOf(content).length}
          headings={{ arrived: t('phone.sent'), words: t('phone.sentOpen'), nothing: t('phone.saved') }}
        />
        <Card
          note={t('phone.took', { minutes })}
          title={t(counts.notApplicable === 0 ? 'phone.summary' : 'phone.summaryWithout', {
            passed: counts.pass,
            failed: counts.fail,
            skipped: counts.notApplicable,
          })}
        />
        {standing.is === 'refused' && standing.code === 'inspections.already_done' && <Twice record={record} />}
        {arrived && <Done record={record} />}
      </div>
    </Screen>
  );
}

/** Somebody was faster: both are kept, or this one is let go. Nothing is thrown away unasked. */
function Twice({ record: { id, content } }: { readonly record: CheckRecord }) {
  const t = useCheckWords();
  const drop = () => void dropItem(id).then(() => go('/m/checks'));
  return (
    <>
      <p className="stack__lead">{t('phone.doneMeanwhileNote')}</p>
      <div className="pair">
        <Button look="plain" onPress={drop}>
          {t('phone.giveUp')}
        </Button>
        <Button onPress={() => void handInCheck({ ...content, again: true })}>{t('phone.keepBoth')}</Button>
      </div>
    </>
  );
}

function Done({ record }: { readonly record: CheckRecord }) {
  const t = useCheckWords();
  const asked = useAsk(useCallback((signal: AbortSignal) => call(readResult, { params: { resultId: record.id }, signal }), [record.id]));
  const result = asked.state === 'ready' ? asked.answer : null;
  const hazards = (result?.answers ?? []).flatMap(({ failure }) =>
    failure === null || failure.hazardId === null ? [] : [{ id: failure.hazardId, number: failure.hazardNumber ?? '' }],
  );
  return (
    <>
      {result !== null && result.timing !== 'onTime' && (
        <p className="check-receipt__timing">
          <StatusTag tone="waiting">{t(result.timing === 'late' ? 'phone.late' : 'phone.afterMiss')}</StatusTag>
        </p>
      )}
      {hazards.map(({ id, number }) => (
        <Card key={id} note={t('phone.hazards')} title={number} onPress={() => go(`/m/hazards/${id}`)} />
      ))}
      <Button look="plain" onPress={() => go(`/m/results/${record.id}`)}>
        {t('phone.correction.see')}
      </Button>
      <Button onPress={() => go('/m/checks')}>{t('phone.next')}</Button>
    </>
  );
}

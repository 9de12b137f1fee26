import { readHazard } from '@changming/contract/hazards/reads';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { Receipt } from '../../../phone/outbox/receipt.tsx';
import { go } from '../../../phone/path.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { ClaimCode } from './claim-code.tsx';
import type { ReportDraft } from './draft.ts';
import { useHazardWords } from './words.ts';

/** 回执: what the server has, item by item. Nobody need stay here: it is sent by itself. */
export function ReceiptScreen({ item }: { readonly item: OutboxItem<ReportDraft> }) {
  const t = useHazardWords();
  const { content, passage, ownerId } = item;
  const photos = content.photos.length + (content.fixed ? content.after.length : 0);
  const arrived = passage.standing.is === 'arrived';
  return (
    <Screen title={t('phone.here')} back={arrived ? null : '/m'}>
      <div className="stack">
        <Receipt
          item={item}
          photos={photos}
          headings={{ arrived: t('phone.sent'), words: t('phone.sentOpen'), nothing: t('phone.unsent') }}
        />
        {ownerId === null && <ClaimCode code={content.secret} sent={arrived} />}
        {ownerId !== null && arrived && <Done id={item.id} />}
      </div>
    </Screen>
  );
}

function Done({ id }: { readonly id: string }) {
  const t = useHazardWords();
  const asked = useAsk(useCallback((signal: AbortSignal) => call(readHazard, { params: { hazardId: id }, signal }), [id]));
  const persons = asked.state === 'ready' ? (asked.answer.holder?.persons ?? []) : [];
  const holders = persons.map(({ name, unit }) => t('phone.holder', { name, unit }));
  return (
    <>
      <Card note={t('phone.withWhom')} title={holders.length === 0 ? t('phone.officers') : holders.slice(0, 2).join('、')} />
      <div className="pair">
        <Button look="plain" onPress={() => go(`/m/hazards/${id}`)}>
          {t('phone.see')}
        </Button>
        <Button onPress={() => go('/m')}>{t('phone.one')}</Button>
      </div>
    </>
  );
}

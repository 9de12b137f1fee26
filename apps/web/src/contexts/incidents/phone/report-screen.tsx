import { Receipt } from '../../../phone/outbox/receipt.tsx';
import { mayReopen } from '../../../phone/outbox/passage.ts';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { keepDraft, type IncidentItem, sendDraft, useIncidents } from './draft-store.ts';
import { IncidentForm } from './incident-form.tsx';
import { useIncidentWords } from './words.ts';

/** 事故快报: the form until it is sent, and again when the API would not take it; the receipt from then on. */
export function IncidentReportScreen({ parts }: ScreenProps) {
  const { me } = useSession();
  const items = useIncidents(me.account.id);
  if (items === null) return <Waiting />;
  const item = items.find(({ id }) => id === parts['id']);
  if (item === undefined) return <Lost />;
  const { standing } = item.passage;
  const refused = standing.is === 'refused' && mayReopen(item.passage) ? standing.said : null;
  if (standing.is !== 'draft' && refused === null) return <Sent item={item} />;
  return <IncidentForm draft={item.content} refusal={refused} onChange={keepDraft} onSend={() => void sendDraft(item.content)} />;
}

function Sent({ item }: { readonly item: IncidentItem }) {
  const t = useIncidentWords();
  const arrived = item.passage.standing.is === 'arrived';
  return (
    <Screen title={t('phone.title')} back={arrived ? null : '/m'}>
      <div className="stack">
        <Receipt
          item={item}
          photos={item.content.photos.length}
          headings={{ arrived: t('phone.sent'), words: t('phone.sentOpen'), nothing: t('phone.unsent') }}
        />
        {arrived && (
          <div className="pair">
            <Button look="plain" onPress={() => go(`/m/incidents/${item.id}`)}>
              {t('phone.see')}
            </Button>
            <Button onPress={() => go('/m')}>{t('phone.done')}</Button>
          </div>
        )}
      </div>
    </Screen>
  );
}

function Lost() {
  const t = useIncidentWords();
  return (
    <Screen title={t('phone.title')} back="/m">
      <Notice title={t('phone.lost')} next={t('phone.lostNext')}>
        <Button look="plain" onPress={() => go('/m')}>
          {t('phone.done')}
        </Button>
      </Notice>
    </Screen>
  );
}

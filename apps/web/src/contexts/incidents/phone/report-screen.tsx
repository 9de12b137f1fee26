import { LostRecord, Recording, SentRecord } from '../../../phone/outbox/recording.tsx';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { type IncidentItem, keepDraft, sendDraft, useIncidents } from './draft-store.ts';
import { IncidentForm } from './incident-form.tsx';
import { useIncidentWords } from './words.ts';

/** 事故快报 on the phone. */
export function IncidentReportScreen({ parts }: ScreenProps) {
  const { me } = useSession();
  return (
    <Recording
      id={parts['id']}
      items={useIncidents(me.account.id)}
      form={(draft, refusal) => <IncidentForm draft={draft} refusal={refusal} onChange={keepDraft} onSend={() => void sendDraft(draft)} />}
      sent={(item) => <Sent item={item} />}
      lost={<Lost />}
    />
  );
}

function Sent({ item }: { readonly item: IncidentItem }) {
  const t = useIncidentWords();
  const frame = { title: t('phone.title'), item, photos: item.content.photos.length };
  const headings = { arrived: t('phone.sent'), words: t('phone.sentOpen'), nothing: t('phone.unsent') };
  if (item.passage.standing.is !== 'arrived') return <SentRecord {...frame} back="/m" headings={headings} />;
  return (
    <SentRecord {...frame} back={null} headings={headings}>
      <Button look="plain" onPress={() => go(`/m/incidents/${item.id}`)}>
        {t('phone.see')}
      </Button>
      <Button onPress={() => go('/m')}>{t('phone.done')}</Button>
    </SentRecord>
  );
}

function Lost() {
  const t = useIncidentWords();
  return (
    <LostRecord title={t('phone.title')} back="/m" words={{ title: t('phone.lost'), next: t('phone.lostNext') }}>
      <Button look="plain" onPress={() => go('/m')}>
        {t('phone.done')}
      </Button>
    </LostRecord>
  );
}

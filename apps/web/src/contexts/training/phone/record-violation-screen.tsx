import { LostRecord, Recording, SentRecord } from '../../../phone/outbox/recording.tsx';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { beginViolation } from './begin-violation.ts';
import { useLearningWords } from './learning-words.ts';
import { ViolationForm } from './violation-form.tsx';
import { sendViolation, useViolations, type ViolationItem } from './violation-store.ts';

/** 登记三违 on the phone. */
export function RecordViolationScreen({ parts }: ScreenProps) {
  const { me } = useSession();
  return (
    <Recording
      id={parts['id']}
      items={useViolations(me.account.id)}
      form={(draft, refusal) => <ViolationForm draft={draft} refusal={refusal} onSend={() => void sendViolation(draft)} />}
      sent={(item) => <Sent item={item} />}
      lost={<Lost />}
    />
  );
}

function Sent({ item }: { readonly item: ViolationItem }) {
  const t = useLearningWords();
  const { me } = useSession();
  const headings = { arrived: t('record.sent'), words: t('record.sentOpen'), nothing: t('record.unsent') };
  return (
    <SentRecord title={t('record.title')} back="/m/training" item={item} photos={item.content.photos.length} headings={headings}>
      <Button look="plain" onPress={() => beginViolation(me.account.id)}>
        {t('record.another')}
      </Button>
      <Button onPress={() => go('/m/training')}>{t('record.done')}</Button>
    </SentRecord>
  );
}

function Lost() {
  const t = useLearningWords();
  return <LostRecord title={t('record.title')} back="/m/training" words={{ title: t('record.lost'), next: t('record.lostNext') }} />;
}

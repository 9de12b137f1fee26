import { mayReopen } from '../../../phone/outbox/passage.ts';
import { Receipt } from '../../../phone/outbox/receipt.tsx';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { beginViolation } from './begin-violation.ts';
import { useLearningWords } from './learning-words.ts';
import { ViolationForm } from './violation-form.tsx';
import { sendViolation, useViolations, type ViolationItem } from './violation-store.ts';

/** 登记三违: the form until it is sent, and again when the API would not take it; the receipt from then on. */
export function RecordViolationScreen({ parts }: ScreenProps) {
  const { me } = useSession();
  const items = useViolations(me.account.id);
  if (items === null) return <Waiting />;
  const item = items.find(({ id }) => id === parts['id']);
  if (item === undefined) return <Lost />;
  const { standing } = item.passage;
  const refused = standing.is === 'refused' && mayReopen(item.passage) ? standing.said : null;
  if (standing.is !== 'draft' && refused === null) return <Sent item={item} />;
  return <ViolationForm draft={item.content} refusal={refused} onSend={() => void sendViolation(item.content)} />;
}

function Sent({ item }: { readonly item: ViolationItem }) {
  const t = useLearningWords();
  const { me } = useSession();
  return (
    <Screen title={t('record.title')} back="/m/training">
      <div className="stack">
        <Receipt
          item={item}
          photos={item.content.photos.length}
          headings={{ arrived: t('record.sent'), words: t('record.sentOpen'), nothing: t('record.unsent') }}
        />
        <div className="pair">
          <Button look="plain" onPress={() => beginViolation(me.account.id)}>
            {t('record.another')}
          </Button>
          <Button onPress={() => go('/m/training')}>{t('record.done')}</Button>
        </div>
      </div>
    </Screen>
  );
}

function Lost() {
  const t = useLearningWords();
  return (
    <Screen title={t('record.title')} back="/m/training">
      <Notice title={t('record.lost')} next={t('record.lostNext')} />
    </Screen>
  );
}

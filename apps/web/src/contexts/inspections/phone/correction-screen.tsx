import { Receipt } from '../../../phone/outbox/receipt.tsx';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Notice } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { CorrectForm } from './correct-form.tsx';
import { photosTaken } from './correction.ts';
import { type CorrectionRecord, isOpen, useCorrections } from './correction-store.ts';
import { useCheckWords } from './words.ts';
import './checks.css';

/** One correction, with a network or without: the form until it is sent, and again when the API would not take it; then its receipt. */
export function CorrectionScreen({ parts }: ScreenProps) {
  const t = useCheckWords();
  const { me } = useSession();
  const record = useCorrections(me.account.id).find(({ id }) => id === parts['id']);
  if (record === undefined) {
    return (
      <Screen title={t('phone.correction.title')} back="/m/checks">
        <Notice title={t('phone.correction.gone')} next={t('phone.correction.goneNext')} />
      </Screen>
    );
  }
  const { standing } = record.passage;
  if (isOpen(record)) return <CorrectForm correction={record.content} refusal={standing.is === 'refused' ? standing.said : null} />;
  return <Sent record={record} />;
}

function Sent({ record }: { readonly record: CorrectionRecord }) {
  const t = useCheckWords();
  const { id, content, passage } = record;
  const shown = passage.standing.is === 'arrived' ? id : content.resultId;
  return (
    <Screen title={content.place} back="/m/checks">
      <div className="stack">
        <Receipt
          item={record}
          photos={photosTaken(content).length}
          headings={{ arrived: t('phone.correction.arrived'), words: t('phone.sentOpen'), nothing: t('phone.correction.saved') }}
        />
        <Button look="plain" onPress={() => go(`/m/results/${shown}`)}>
          {t('phone.correction.result')}
        </Button>
        <Button onPress={() => go('/m/checks')}>{t('phone.next')}</Button>
      </div>
    </Screen>
  );
}

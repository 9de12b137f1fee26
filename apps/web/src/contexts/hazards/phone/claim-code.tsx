import { useOfflineWords } from '../../../phone/offline-words.ts';
import { go } from '../../../phone/path.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useHazardWords } from './words.ts';

/** 查询码, large enough to be written down. It was made on the phone, so it can be noted before the report is sent. */
export function ClaimCode({ code, sent }: { readonly code: string; readonly sent: boolean }) {
  const t = useHazardWords();
  const offline = useOfflineWords();
  const say = useToast();
  const copy = () => {
    /** Over plain HTTP there is no clipboard; the code can be marked by a finger. */
    const board = navigator.clipboard as Clipboard | undefined;
    void board?.writeText(code).then(() => say(t('phone.copied')));
  };
  return (
    <>
      <Card note={t('phone.claim')}>
        <p className="claim-code">
          {code.match(/.{1,4}/g)?.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </p>
        <p className="stack__lead">{sent ? t('phone.claimNote') : offline('receipt.claimLater')}</p>
      </Card>
      <Button look="plain" onPress={copy}>
        {t('phone.copy')}
      </Button>
      {sent && <Button onPress={() => go('/m/claim')}>{t('phone.noted')}</Button>}
    </>
  );
}

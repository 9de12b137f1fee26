import { useOfflineWords } from '../offline-words.ts';
import { useKeeping } from '../store/keeping.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Delivery } from './delivery.tsx';
import { useShare } from './delivery-share.ts';
import type { OutboxItem } from './item.ts';
import { hurry } from './sender.ts';
import { Standing } from './standing.tsx';
import './outbox.css';

type ReceiptProps = {
  readonly item: OutboxItem;
  readonly photos: number;
  /** When everything has arrived, when only the words have, and when nothing has. */
  readonly headings: { readonly arrived: string; readonly words: string; readonly nothing: string };
};

/** What the server has of a record, and what happens next without anybody's doing. */
export function Receipt({ item, photos, headings }: ReceiptProps) {
  const t = useOfflineWords();
  const { standing, number, photos: hashes } = item.passage;
  const share = useShare(item.id)?.share ?? 0;
  const arrived = standing.is === 'arrived' ? photos : hashes.length;
  return (
    <>
      <Card>
        <h2 className="receipt__heading">{headingOf(item, headings, t('outbox.sending'))}</h2>
        {number !== null && <p className="receipt__number">{number}</p>}
        <Delivery text={number !== null} arrived={arrived} of={photos} share={share} />
      </Card>
      {standing.is === 'waiting' && standing.tries > 0 && <Later item={item} />}
      {standing.is === 'refused' && <Standing item={item} />}
    </>
  );
}

/** It goes by itself later: nobody need stay. */
function Later({ item }: Pick<ReceiptProps, 'item'>) {
  const t = useOfflineWords();
  const keeping = useKeeping();
  const kept = keeping === 'kept' || keeping === 'unpromised';
  return (
    <>
      <Standing item={item} />
      <p className="stack__lead">{t(kept ? 'receipt.storedNote' : 'receipt.unkeptNote')}</p>
      <Button onPress={hurry}>{t('receipt.now')}</Button>
    </>
  );
}

function headingOf({ passage: { standing, number } }: OutboxItem, headings: ReceiptProps['headings'], sending: string): string {
  if (standing.is === 'arrived') return headings.arrived;
  if (standing.is === 'sending' || (standing.is === 'waiting' && standing.tries === 0)) return sending;
  return number === null ? headings.nothing : headings.words;
}

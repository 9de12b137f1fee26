import { useOfflineWords } from '../offline-words.ts';
import { useLine } from '../line.ts';
import { useKeeping } from '../store/keeping.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Delivery } from './delivery.tsx';
import { useShare } from './delivery-share.ts';
import type { OutboxItem } from './item.ts';
import { hurry } from './sender.ts';
import { Standing } from './standing.tsx';
import { useIsWritten } from './use-items.ts';
import './outbox.css';

/** When everything has arrived, when only the words have, and when nothing has. */
export type ReceiptHeadings = { readonly arrived: string; readonly words: string; readonly nothing: string };

type ReceiptProps = { readonly item: OutboxItem; readonly photos: number; readonly headings: ReceiptHeadings };

/** What the server has of a record, and what happens next without anybody's doing. */
export function Receipt({ item, photos, headings }: ReceiptProps) {
  const t = useOfflineWords();
  const { standing, number, photos: hashes } = item.passage;
  const share = useShare(item.id);
  const up = useLine();
  const written = useIsWritten(item.id);
  const stored = written ? t('receipt.stored') : headings.nothing;
  const arrived = standing.is === 'arrived' ? photos : hashes.length;
  return (
    <>
      <Card>
        <h2 className="receipt__heading">{headingOf(item, { ...headings, sending: t('outbox.sending'), stored }, up)}</h2>
        {number !== null && <p className="receipt__number">{number}</p>}
        <Delivery text={number !== null} arrived={arrived} of={photos} share={share} />
      </Card>
      {isLater(standing, up) && <Later item={item} />}
      {standing.is === 'refused' && <Standing item={item} />}
    </>
  );
}

/** It goes by itself later: nobody need stay. */
function Later({ item }: Pick<ReceiptProps, 'item'>) {
  const t = useOfflineWords();
  const keeping = useKeeping();
  const written = useIsWritten(item.id);
  const kept = keeping === 'kept' || keeping === 'unpromised';
  return (
    <>
      <Standing item={item} />
      {(written || !kept) && <p className="stack__lead">{t(kept ? 'receipt.storedNote' : 'receipt.unkeptNote')}</p>}
      <Button onPress={hurry}>{t('receipt.now')}</Button>
    </>
  );
}

/** It waits for its next try, or for a line that is known to be down. */
function isLater(standing: OutboxItem['passage']['standing'], up: boolean): boolean {
  return standing.is === 'waiting' && (standing.tries > 0 || !up);
}

type Headings = ReceiptProps['headings'] & { readonly sending: string; readonly stored: string };

function headingOf({ passage: { standing, number } }: OutboxItem, headings: Headings, up: boolean): string {
  if (standing.is === 'arrived') return headings.arrived;
  if (standing.is !== 'refused' && !isLater(standing, up)) return headings.sending;
  if (number !== null) return headings.words;
  return up ? headings.nothing : headings.stored;
}

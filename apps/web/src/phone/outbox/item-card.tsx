import { memo, useState } from 'react';

import { useOfflineWords } from '../offline-words.ts';
import { go } from '../path.ts';
import { Strip } from '../photos/shot.tsx';
import { instantText } from '../../ui/dates.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { useToast } from '../ui/toasts.tsx';
import type { OutboxItem, OutboxKind } from './item.ts';
import { dropItem } from './outbox.ts';
import { mayReopen } from './passage.ts';
import { apply, wake } from './sender.ts';
import { Standing } from './standing.tsx';
import { useKind } from './use-kind.ts';

/** One record with everything its owner can do about it; shown anew when it has changed itself, and not with every other. */
export const ItemCard = memo(function ItemCard({ item }: { readonly item: OutboxItem }) {
  const kind = useKind(item.kind);
  const arrived = item.passage.standing.is === 'arrived';
  return (
    <article className="outbox-item">
      <div>
        <h3>{kind === null ? item.kind : <kind.Name content={item.content} />}</h3>
        <p className="standing">{[item.passage.number, instantText(new Date(item.at)).slice(5)].filter(Boolean).join(' · ')}</p>
      </div>
      <Standing item={item} />
      <div className="outbox-item__acts">
        {kind !== null && <Acts item={item} kind={kind} />}
        {!arrived && <Drop id={item.id} />}
      </div>
    </article>
  );
});

type ActsProps = { readonly item: OutboxItem; readonly kind: OutboxKind<unknown> };

function Acts({ item, kind }: ActsProps) {
  const t = useOfflineWords();
  const { passage, content, ownerId, id } = item;
  const { is } = passage.standing;
  const again = () => void apply(id, { type: 'sealed' }).then(wake);
  return (
    <>
      <Button look="plain" onPress={() => go(kind.addressOf(content, is === 'arrived'))}>
        {t(is === 'draft' || mayReopen(passage) ? 'outbox.edit' : 'outbox.open')}
      </Button>
      {is === 'refused' && (
        <>
          <Button look="plain" onPress={again}>
            {t('outbox.again')}
          </Button>
          <Copy text={kind.textOf(content)} />
          <Photos ownerId={ownerId} photos={kind.photosOf(content)} />
        </>
      )}
    </>
  );
}

function Copy({ text }: { readonly text: string }) {
  const t = useOfflineWords();
  const say = useToast();
  const [shown, setShown] = useState(false);
  const board = navigator.clipboard as Clipboard | undefined;
  const copy = () => {
    if (board === undefined) setShown(true);
    else
      void board.writeText(text).then(
        () => say(t('outbox.copied')),
        () => setShown(true),
      );
  };
  return (
    <>
      <Button look="plain" onPress={copy}>
        {t('outbox.copy')}
      </Button>
      {shown && (
        <Sheet title={t('outbox.copy')} onClose={() => setShown(false)}>
          <p className="claim-code">{text}</p>
        </Sheet>
      )}
    </>
  );
}

function Photos({ ownerId, photos }: Pick<Parameters<typeof Strip>[0], 'ownerId' | 'photos'>) {
  const t = useOfflineWords();
  const [shown, setShown] = useState(false);
  if (photos.length === 0) return null;
  return (
    <>
      <Button look="plain" onPress={() => setShown(true)}>
        {t('outbox.photos')}
      </Button>
      {shown && (
        <Sheet title={t('outbox.photos')} onClose={() => setShown(false)}>
          <Strip ownerId={ownerId} photos={photos} alt={t('outbox.photo')} />
        </Sheet>
      )}
    </>
  );
}

function Drop({ id }: { readonly id: string }) {
  const t = useOfflineWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="plain" onPress={() => setAsking(true)}>
        {t('outbox.drop')}
      </Button>
      {asking && (
        <Sheet title={t('outbox.dropTitle')} onClose={() => setAsking(false)}>
          <p className="stack__lead">{t('outbox.dropNote')}</p>
          <Button look="alert" onPress={() => void dropItem(id)}>
            {t('outbox.drop')}
          </Button>
          <Button look="plain" onPress={() => setAsking(false)}>
            {t('outbox.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}

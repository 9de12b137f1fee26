import * as contract from '@changming/contract/training';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Refused, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct, useAsk } from '../../../phone/use-ask.ts';
import { useLearningWords } from './learning-words.ts';
import './exam.css';

const mine = (signal: AbortSignal) => call(contract.listMyReading, { signal });

/** 我的学习资料, what must be read and was not first. */
export function ReadingScreen() {
  const t = useLearningWords();
  const asked = useAsk(mine);
  return (
    <Screen title={t('reading.title')} back="/m/training">
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && asked.answer.items.length === 0 && <Notice title={t('reading.none')} next={t('reading.noneNext')} />}
      {asked.state === 'ready' && (
        <div className="stack">
          {asked.answer.items.map(({ id, title, unit, mustRead, readAt }) => (
            <Card
              key={id}
              title={title}
              note={[mustRead ? t('reading.mustRead') : null, readAt === null ? t('reading.unread') : t('reading.read'), unit]
                .filter((each) => each !== null)
                .join(' · ')}
              onPress={() => go(`/m/training/reading/${id}`)}
            />
          ))}
        </div>
      )}
    </Screen>
  );
}

/** One item, and the word that it was read. */
export function ReadingItemScreen({ parts }: ScreenProps) {
  const t = useLearningWords();
  const itemId = parts['itemId'] ?? '';
  const asked = useAsk(useCallback((signal: AbortSignal) => call(contract.readItem, { params: { itemId }, signal }), [itemId]));
  return (
    <Screen title={t('reading.title')} back="/m/training/reading">
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Item item={asked.answer} onRead={asked.again} />}
    </Screen>
  );
}

function Item({ item, onRead }: { readonly item: contract.LibraryDetail; readonly onRead: () => void }) {
  const t = useLearningWords();
  const say = useToast();
  const { busy, error, act } = useAct(async () => {
    await call(contract.markRead, { params: { itemId: item.id }, body: { edition: item.edition } });
    say(t('reading.confirmed'));
    onRead();
  });
  return (
    <article className="stack">
      <h2>{item.title}</h2>
      <p>{[item.unit, item.from, t('reading.edition', { edition: item.edition })].join(' · ')}</p>
      {item.body !== '' && <p className="learning__text">{item.body}</p>}
      {item.link !== null && (
        <a href={item.link} target="_blank" rel="noreferrer">
          {t('reading.open')}
        </a>
      )}
      {error !== null && <Refused error={error} />}
      {item.readAt === null ? (
        <Button busy={busy} onPress={() => act(undefined)}>
          {t('reading.confirm')}
        </Button>
      ) : (
        <p>{t('reading.confirmed')}</p>
      )}
    </article>
  );
}

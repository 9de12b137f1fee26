import { listOwnNotices, markRead, type Notice as OwnNotice } from '@changming/contract/notices';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { go } from '../../../phone/path.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Refused, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAct, useAsk } from '../../../phone/use-ask.ts';
import { instantText } from '../../../ui/dates.ts';
import { useNoticeSentence, useNoticeWords } from './words.ts';

/** 通知, the latest first; a tap marks it as read and opens what it is about. */
export function NoticesScreen() {
  const t = useNoticeWords();
  const asked = useAsk(firstPage);
  return (
    <Screen title={t('title')} back="/m/me">
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Notices first={asked.answer} onRead={asked.again} />}
    </Screen>
  );
}

type Page = Awaited<ReturnType<typeof firstPage>>;

function firstPage(signal: AbortSignal) {
  return call(listOwnNotices, { query: { limit: 30 }, signal });
}

function Notices({ first, onRead }: { readonly first: Page; readonly onRead: () => void }) {
  const t = useNoticeWords();
  const [more, setMore] = useState<readonly Page[]>([]);
  const items = [first, ...more].flatMap((page) => page.items);
  const next = (more.at(-1) ?? first).next;
  const grow = useAct(async (after: string) => {
    const page = await call(listOwnNotices, { query: { after, limit: 30 } });
    setMore((before) => [...before, page]);
  });
  const readAll = useAct(async () => {
    await call(markRead, { body: {} });
    setMore([]);
    onRead();
  });
  if (items.length === 0) return <Notice title={t('none')} next={t('noneNext')} />;
  return (
    <div className="stack stack--near">
      {items.some(({ readAt }) => readAt === null) && (
        <Button look="plain" busy={readAll.busy} onPress={() => readAll.act(undefined)}>
          {t('readAll')}
        </Button>
      )}
      <Refused error={readAll.error ?? grow.error} />
      {items.map((notice) => (
        <Row key={notice.id} notice={notice} onRead={onRead} />
      ))}
      {next !== null && (
        <Button look="plain" busy={grow.busy} onPress={() => grow.act(next)}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function Row({ notice, onRead }: { readonly notice: OwnNotice; readonly onRead: () => void }) {
  const sentence = useNoticeSentence();
  const open = useAct(async () => {
    if (notice.readAt === null) await call(markRead, { body: { noticeIds: [notice.id] } });
    if (notice.link === null) onRead();
    else go(`/m${notice.link}`);
  });
  const said = sentence(notice.about, notice.facts);
  return (
    <Card
      title={notice.readAt === null ? said : undefined}
      note={notice.readAt === null ? instantText(notice.createdAt) : `${said} · ${instantText(notice.createdAt)}`}
      {...(notice.link === null && notice.readAt !== null ? {} : { onPress: () => open.act(undefined) })}
    />
  );
}

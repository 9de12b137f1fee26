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
        <Row key={notice.id} notice={notice} />
      ))}
      {next !== null && (
        <Button look="plain" busy={grow.busy} onPress={() => grow.act(next)}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

/** What was tapped is read at once, on whichever page it stands. */
function Row({ notice }: { readonly notice: OwnNotice }) {
  const sentence = useNoticeSentence();
  const [tapped, setTapped] = useState(false);
  const isRead = tapped || notice.readAt !== null;
  const open = useAct(async () => {
    if (!isRead) await call(markRead, { body: { noticeIds: [notice.id] } });
    setTapped(true);
    if (notice.link !== null) go(`/m${notice.link}`);
  });
  const said = sentence(notice.about, notice.facts);
  return (
    <Card
      title={isRead ? undefined : said}
      note={isRead ? `${said} · ${instantText(notice.createdAt)}` : instantText(notice.createdAt)}
      {...(notice.link === null && isRead ? {} : { onPress: () => open.act(undefined) })}
    />
  );
}

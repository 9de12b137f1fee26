import { Link } from '@tanstack/react-router';

import { instantText } from '../../../ui/dates.ts';
import { type Notice, useMarkRead } from '../queries.ts';
import { useNoticeSentence } from './use-notice-sentence.ts';

type NoticeLineProps = { readonly notice: Notice; readonly onGone: () => void };

/** One notice: a dot while it is unread, what happened, when, and the way there, if it is open to the reader. */
export function NoticeLine({ notice, onGone }: NoticeLineProps) {
  const sentence = useNoticeSentence();
  const mark = useMarkRead();
  const unread = notice.readAt === null;
  const open = () => {
    if (unread) mark.mutate([notice.id]);
    onGone();
  };
  const look = unread ? 'notices-drawer__notice notices-drawer__notice--unread' : 'notices-drawer__notice';
  const words = (
    <>
      <span>{sentence(notice)}</span>
      <time dateTime={notice.createdAt}>{instantText(notice.createdAt)}</time>
    </>
  );
  return (
    <li>
      {notice.link === null ? (
        <button type="button" className={look} disabled={!unread} onClick={() => mark.mutate([notice.id])}>
          {words}
        </button>
      ) : (
        <Link to={notice.link} className={look} onClick={open}>
          {words}
        </Link>
      )}
    </li>
  );
}

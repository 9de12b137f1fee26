import { Link } from '@tanstack/react-router';

import { instantText } from '../../../ui/dates.ts';
import { type Notice, useMarkRead } from '../queries.ts';
import { useNoticeSentence } from './use-notice-sentence.ts';

type NoticeLineProps = { readonly notice: Notice; readonly onGone: () => void };

/** One notice: a dot while it is unread, what happened, when, and the way there. */
export function NoticeLine({ notice, onGone }: NoticeLineProps) {
  const sentence = useNoticeSentence();
  const mark = useMarkRead();
  const unread = notice.readAt === null;
  const open = () => {
    if (unread) mark.mutate([notice.id]);
    onGone();
  };
  return (
    <li>
      <Link
        to={notice.link}
        className={unread ? 'notices-drawer__notice notices-drawer__notice--unread' : 'notices-drawer__notice'}
        onClick={open}
      >
        <span>{sentence(notice)}</span>
        <time dateTime={notice.createdAt}>{instantText(notice.createdAt)}</time>
      </Link>
    </li>
  );
}

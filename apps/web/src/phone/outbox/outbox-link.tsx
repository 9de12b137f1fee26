import { useOfflineWords } from '../offline-words.ts';
import { go } from '../path.ts';
import { useSession } from '../session.tsx';
import { isOwed } from './passage.ts';
import { useOpenItems } from './use-items.ts';
import './outbox.css';

/** 待发送 n 条: what this phone still owes the server. */
export function OutboxLink() {
  const t = useOfflineWords();
  const { me } = useSession();
  const owed = (useOpenItems(me.account.id) ?? []).filter(({ passage }) => isOwed(passage));
  if (owed.length === 0) return null;
  return (
    <a
      className="outbox-link"
      href="/m/me"
      onClick={(event) => {
        event.preventDefault();
        go('/m/me');
      }}
    >
      {t('outbox.link', { count: owed.length })}
    </a>
  );
}

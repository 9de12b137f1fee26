import { countUnread } from '@changming/contract/notices';

import { call } from '../../../api/call.ts';
import { go } from '../../../phone/path.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { useNoticeWords } from './words.ts';

/** The way to the notices, with how many are unread. */
export function NoticesLink() {
  const t = useNoticeWords();
  const asked = useAsk(unreadOf);
  const unread = asked.state === 'ready' ? asked.answer.unread : 0;
  return <Card title={t('title')} note={unread === 0 ? undefined : t('unread', { count: unread })} onPress={() => go('/m/notices')} />;
}

function unreadOf(signal: AbortSignal) {
  return call(countUnread, { signal });
}

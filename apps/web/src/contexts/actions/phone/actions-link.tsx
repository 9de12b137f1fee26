import { listOwnActions } from '@changming/contract/actions';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { owedActions } from '../owed.ts';
import { useActionWords } from './words.ts';

/** What waits for one, with how many; on the first screen nothing when none do. */
export function ActionsLink({ always = false }: { readonly always?: boolean }) {
  const { me } = useSession();
  return mayAnywhere(me, 'actions.follow') ? <Waiting always={always} /> : null;
}

function Waiting({ always }: { readonly always: boolean }) {
  const t = useActionWords();
  const asked = useAsk(load);
  const count = asked.state === 'ready' ? owedActions(asked.answer.items).length : 0;
  if (count === 0 && !always) return null;
  return <Card title={t('title')} note={count === 0 ? undefined : t('waiting', { count })} onPress={() => go('/m/actions')} />;
}

function load(signal: AbortSignal) {
  return call(listOwnActions, { signal });
}

import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { useDutyWords } from './words.ts';

/** The way to one's own duties and letters. */
export function DutiesLink() {
  const t = useDutyWords();
  const { me } = useSession();
  return mayAnywhere(me, 'responsibilities.follow') ? (
    <Card title={t('phone.title')} note={t('phone.letters')} onPress={() => go('/m/duties')} />
  ) : null;
}

import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { useHeldWords } from './held-words.ts';

/** 我的培训, on the page of one's own. */
export function TrainingLink() {
  const t = useHeldWords();
  const { me } = useSession();
  if (!mayAnywhere(me, 'training.follow')) return null;
  return <Card title={t('phone.mine')} note={t('phone.mineNote')} onPress={() => go('/m/training')} />;
}

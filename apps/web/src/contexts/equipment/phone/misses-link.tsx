import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { unexplained } from './unexplained.ts';
import { useEquipmentWords } from './words.ts';

/** 漏检说明原因, with how many lack one; nothing without a network, nor where somebody else answers for it. */
export function MissesLink() {
  const { me } = useSession();
  return mayAnywhere(me, 'equipment.explain') ? <Link /> : null;
}

function Link() {
  const t = useEquipmentWords();
  const asked = useAsk(unexplained);
  if (asked.state !== 'ready' || asked.answer.unexplained === 0) return null;
  const { unexplained: count } = asked.answer;
  return <Card title={t('phone.missed')} note={t('phone.missedCount', { count })} onPress={() => go('/m/spots/missed')} />;
}

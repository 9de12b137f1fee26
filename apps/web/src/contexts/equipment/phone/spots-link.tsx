import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { useKept } from '../../../phone/snapshot/use-kept.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { leftAt } from './left-at.ts';
import { useLooks } from './look-store.ts';
import { fireSpots } from './snapshot.ts';
import { useEquipmentWords } from './words.ts';

/** 消防点检, with how many wait; nothing for whoever oversees more than one phone holds. */
export function SpotsLink() {
  const { me } = useSession();
  return mayAnywhere(me, 'equipment.check') ? <Link ownerId={me.account.id} /> : null;
}

function Link({ ownerId }: { readonly ownerId: string }) {
  const t = useEquipmentWords();
  const asked = useKept(fireSpots);
  const records = useLooks(ownerId) ?? [];
  if (asked.state !== 'ready' || asked.answer.cut) return null;
  const count = asked.answer.plates.reduce((sum, plate) => sum + leftAt(plate, records), 0);
  return count === 0 ? null : <Card title={t('phone.title')} note={t('phone.left', { count })} onPress={() => go('/m/spots')} />;
}

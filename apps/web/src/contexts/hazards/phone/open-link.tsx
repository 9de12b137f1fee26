import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { usePart } from '../../../phone/snapshot/use-part.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { chosenBy, ofTask } from './open-filter.ts';
import { hazardTasks, mostOpen, openHazards } from './snapshot.ts';
import { useHazardWords } from './words.ts';

/** 未销号, with how many there are, how many are late, and how many are one's own, as the phone holds them. */
export function OpenLink() {
  const t = useHazardWords();
  const { me } = useSession();
  const reads = mayAnywhere(me, 'hazards.read');
  const ledger = usePart(openHazards);
  const tasks = usePart(hazardTasks)?.filter(({ verb }) => verb === 'hazards.rectify');
  const hazards = reads ? ledger : tasks?.map((task) => ofTask(task, me.person));
  const asking = { person: me.person, today: dayOf(new Date()) };
  const count = (filter: 'mine' | 'overdue') => chosenBy(filter, hazards ?? [], asking).length;
  const all = hazards?.length ?? 0;
  const note = t('phone.openNote', { all: all === mostOpen ? `${all}+` : all, overdue: count('overdue'), mine: count('mine') });
  return <Card title={t('phone.openTitle')} note={hazards === undefined ? undefined : note} onPress={() => go('/m/open')} />;
}

import { useOpenItems } from '../../../phone/outbox/use-items.ts';
import { useSession } from '../../../phone/session.tsx';
import { usePart } from '../../../phone/snapshot/use-part.ts';
import { isHazardItem } from './draft-store.ts';
import { hazardsToAccept, hazardsToDecide, hazardsToTriage, hazardTasks } from './snapshot.ts';
import { useHazardWords } from './words.ts';

/** How much was put into one's own hands and is not handed in on this phone yet, and how much waits for one's verdict, acceptance or decision; nothing where nothing is. */
export function TaskBadge() {
  const t = useHazardWords();
  const { me } = useSession();
  const tasks = usePart(hazardTasks) ?? [];
  const items = useOpenItems(me.account.id) ?? [];
  const handedIn = new Set(
    items
      .filter(isHazardItem)
      .flatMap(({ content, passage }) =>
        content.kind === 'report' || passage.standing.is === 'draft' || passage.standing.is === 'refused' ? [] : [content.hazardId],
      ),
  );
  const waiting = (usePart(hazardsToTriage) ?? 0) + (usePart(hazardsToAccept) ?? 0) + (usePart(hazardsToDecide) ?? 0);
  const count = tasks.filter(({ id }) => !handedIn.has(id)).length + waiting;
  if (count === 0) return null;
  return (
    <span className="tabs__count">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="unseen">{t('phone.waitingCount', { count })}</span>
    </span>
  );
}

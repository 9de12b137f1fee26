import { go } from '../../../phone/path.ts';
import { usePart } from '../../../phone/snapshot/use-part.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { hazardsToTriage } from './snapshot.ts';
import { rememberList } from './task-list.ts';
import { useHazardWords } from './words.ts';

/** 待核实, with how many there are; nothing where nothing waits for one's verdict. */
export function TriageLink() {
  const t = useHazardWords();
  const count = usePart(hazardsToTriage) ?? 0;
  if (count === 0) return null;
  const open = () => {
    rememberList('triage');
    go('/m/tasks');
  };
  return <Card title={t('toTriage.tab')} note={t('toTriage.note', { count })} onPress={open} />;
}

import { go } from '../../../phone/path.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { rememberList } from './task-list.ts';
import { useHazardWords } from './words.ts';

/** The way to what one has reported. */
export function OwnReportsLink() {
  const t = useHazardWords();
  const open = () => {
    rememberList('own');
    go('/m/tasks');
  };
  return <Card title={t('phone.tabOwn')} onPress={open} />;
}

import { useShellWords } from '../shell-words.ts';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';

export function TasksScreen() {
  const t = useShellWords();
  return (
    <Screen title={t('phone.tasks')}>
      <Notice title={t('phone.tasksEmpty')} next={t('phone.tasksEmptyNext')} />
    </Screen>
  );
}

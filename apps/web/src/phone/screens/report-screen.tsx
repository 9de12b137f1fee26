import { useShellWords } from '../shell-words.ts';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';

export function ReportScreen() {
  const t = useShellWords();
  return (
    <Screen title={t('phone.report')}>
      <Notice title={t('phone.reportSoon')} next={t('phone.reportSoonNext')} />
    </Screen>
  );
}

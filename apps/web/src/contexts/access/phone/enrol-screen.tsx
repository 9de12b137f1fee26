import { useShellWords } from '../../../phone/shell-words.ts';
import { Notice } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { SignOut } from './sign-out.tsx';
import { useAccessWords } from './words.ts';

/** 三员: nothing opens until the second lock is on, which is set up at the desk. */
export function EnrolScreen() {
  const t = useAccessWords();
  const shell = useShellWords();
  return (
    <Screen title={shell('product.name')} act={<SignOut />}>
      <Notice title={t('enrolTitle')} next={t('enrolNext')} />
    </Screen>
  );
}

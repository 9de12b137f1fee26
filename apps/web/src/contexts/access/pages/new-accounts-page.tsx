import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import type { Candidate } from '../accounts-queries.ts';
import { ChooseCandidates } from '../components/choose-candidates.tsx';
import { OpenedAccounts, type Opened } from '../components/opened-accounts.tsx';

/** 批量开通账号: choose people, then keep their slips. The slips live on this page only. */
export function NewAccountsPage() {
  const navigate = useNavigate();
  const [opened, setOpened] = useState<{ readonly answer: Opened; readonly chosen: readonly Candidate[] } | null>(null);
  if (opened === null) return <ChooseCandidates onOpened={(answer, chosen) => setOpened({ answer, chosen })} />;
  return <OpenedAccounts {...opened} onDone={() => void navigate({ to: '/accounts', ignoreBlocker: true })} />;
}

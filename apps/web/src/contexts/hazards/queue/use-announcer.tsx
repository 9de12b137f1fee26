import { type ReactNode, useState } from 'react';

/** Says aloud what happened, for those who do not see it; seen by nobody. */
export function useAnnouncer(): readonly [say: (words: string) => void, region: ReactNode] {
  const [words, setWords] = useState('');
  const region = (
    <p className="queue__live" role="status" aria-live="polite">
      {words}
    </p>
  );
  return [setWords, region];
}

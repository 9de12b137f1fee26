import { Skeleton } from 'antd';
import type { ReactNode } from 'react';

import { ErrorState } from './error-state.tsx';

type LoadedProps<Data> = {
  readonly query: { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown };
  /** Lines of the skeleton, about as many as will stand there. */
  readonly rows?: number;
  readonly small?: boolean;
  /** Closes what was opened over a list, when the record is gone. */
  readonly onBack?: () => void;
  readonly children: (data: Data) => ReactNode;
};

/** What a question answered; before that a skeleton, and where it failed the reason with another try. */
export function Loaded<Data>({ query: { data, error, refetch }, rows = 6, small = false, onBack, children }: LoadedProps<Data>) {
  if (data !== undefined) return children(data);
  if (error !== null) return <ErrorState small={small} error={error} onRetry={() => void refetch()} onBack={onBack} />;
  return <Skeleton active title={false} paragraph={{ rows }} />;
}
